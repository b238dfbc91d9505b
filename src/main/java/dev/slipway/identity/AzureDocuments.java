package dev.slipway.identity;

import dev.slipway.cluster.AzureSubscription;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.target.Document;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Azure must know of one service account. */
final class AzureDocuments {
  private static final String AUDIENCE = "api://AzureADTokenExchange";

  /**
   * Ids of built-in roles.
   *
   * @see <a href="https://learn.microsoft.com/azure/role-based-access-control/built-in-roles">Azure
   *     built-in roles</a>
   */
  private static final String STORAGE_BLOB_DATA_CONTRIBUTOR =
      "ba92f5b4-2d11-453d-a403-e96b0029c9fe";

  private static final String KEY_VAULT_CRYPTO_SERVICE_ENCRYPTION_USER =
      "e147488a-f6f5-4113-8e2d-b22465e65bf6";

  private static final String KEY_VAULT_SECRETS_USER = "4633458b-17de-408a-b874-0445c86b69e6";

  private static final int LONGEST_CREDENTIAL_NAME = 120;
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");
  private static final Pattern KEY_URL =
      Pattern.compile("https://([A-Za-z0-9-]+)\\.vault\\.[a-z.]+/keys/([A-Za-z0-9-]+)(?:/.*)?");

  private final Target target;
  private final String serviceAccount;
  private final AzureWorkloadIdentity identity;
  private final Problems problems;
  private final CloudPage page;
  private final List<Mapping> assignments = new ArrayList<>();

  AzureDocuments(
      Target target, String serviceAccount, AzureWorkloadIdentity identity, Problems problems) {
    this.target = target;
    this.serviceAccount = serviceAccount;
    this.identity = identity;
    this.problems = problems;
    this.page = new CloudPage(target, serviceAccount);
  }

  List<Document> of(String issuer, List<Grant> grants) {
    List<Document> documents = new ArrayList<>();
    documents.add(file("federated-credential", federatedCredential(issuer)));
    page.says(
        "The cluster must have its OpenID Connect issuer and workload identity on. The identity"
            + " must trust the service account; which command says so depends on what it is.");
    page.runs(
        "An application trusts it",
        "sh",
        List.of(
            Text.join(
                Text.of("az ad app federated-credential create --id "),
                identity.clientId(),
                Text.of(" --parameters @%s-federated-credential.json".formatted(serviceAccount)))));
    page.runs(
        "Or a managed identity does",
        "az identity federated-credential create --identity-name IDENTITY_NAME --resource-group"
            + " IDENTITY_RESOURCE_GROUP --name %s --issuer %s --subject %s --audiences %s"
                .formatted(credentialName(), issuer, subject(), AUDIENCE));
    grants.forEach(this::add);
    if (!assignments.isEmpty()) {
      documents.add(file("role-assignments", template()));
      page.runs(
          "Give it its rights",
          "az deployment group create --subscription %s --resource-group %s --template-file %s-role-assignments.json"
              .formatted(subscription(), resourceGroup(), serviceAccount));
    }
    documents.add(page.document());
    return documents;
  }

  private Mapping federatedCredential(String issuer) {
    return Mapping.builder()
        .put("name", credentialName())
        .put("issuer", issuer)
        .put("subject", subject())
        .put("audiences", Seq.of(Text.of(AUDIENCE)))
        .build();
  }

  /** A service account's name may have dots, a credential's may not. */
  private String credentialName() {
    return Names.shorten(
        target.namespace() + "-" + serviceAccount.replace('.', '-'), LONGEST_CREDENTIAL_NAME);
  }

  private String subject() {
    return "system:serviceaccount:" + target.namespace() + ":" + serviceAccount;
  }

  private void add(Grant grant) {
    if (grant instanceof Grant.BlobContainer container) {
      addContainer(container);
    } else if (grant instanceof Grant.DatabaseLogin login) {
      addLogin(login);
    } else if (grant instanceof Grant.KeyVaultSecrets vault) {
      addSecrets(vault);
    } else {
      problems.add(
          Fit.wrongGrant(
              AzureWorkloadIdentity.ID, grant, "a container of an Azure storage account"));
    }
  }

  private void addContainer(Grant.BlobContainer grant) {
    @Nullable String account = grant.account().value();
    if (account != null && !ACCOUNT.matcher(account).matches()) {
      problems.add(
          "'%s' is no name of an Azure storage account.".formatted(grant.account()),
          "Write the account's name alone: 3 to 24 lower-case letters and digits.");
    }
    Optional<Text> principal = principal(grant);
    if (principal.isEmpty() || !declared(grant)) {
      return;
    }
    Text storage = resource("Microsoft.Storage/storageAccounts/", grant.account());
    Text scope =
        Text.join(storage, Text.of("/blobServices/default/containers/"), grant.container());
    assign(scope, STORAGE_BLOB_DATA_CONTRIBUTOR, principal.get(), principal.get());
    grant.keyVaultKey().ifPresent(key -> addKey(key, storage));
  }

  /** It is the storage account that uses the key, as its own identity, not who reads the blob. */
  private void addKey(Text key, Text storage) {
    Optional<Text> scope = keyScope(key);
    if (scope.isEmpty()) {
      problems.add(
          "'%s' is no key of an Azure key vault.".formatted(key),
          "Write https://VAULT.vault.azure.net/keys/KEY, or the key's resource id.");
      return;
    }
    Text storagePrincipal =
        Text.join(
            Text.of("[reference('"),
            storage,
            Text.of("', '2023-05-01', 'full').identity.principalId]"));
    assign(scope.get(), KEY_VAULT_CRYPTO_SERVICE_ENCRYPTION_USER, storagePrincipal, storage);
  }

  private Optional<Text> keyScope(Text key) {
    @Nullable String name = key.value();
    if (name == null || name.startsWith("/subscriptions/")) {
      return Optional.of(key);
    }
    Matcher url = KEY_URL.matcher(name);
    return url.matches()
        ? Optional.of(
            resource("Microsoft.KeyVault/vaults/", Text.of(url.group(1) + "/keys/" + url.group(2))))
        : Optional.empty();
  }

  /**
   * The role holds on the vault, which is what Azure advises: a vault for each application.
   *
   * @see <a href="https://learn.microsoft.com/azure/key-vault/general/rbac-guide">Key Vault and
   *     Azure role-based access control</a>
   */
  private void addSecrets(Grant.KeyVaultSecrets grant) {
    if (bothKnown(grant.clientId()) && !grant.clientId().equals(identity.clientId())) {
      problems.add(
          "%s is read as client '%s', and the pods are client '%s'."
              .formatted(Fit.named(grant), grant.clientId(), identity.clientId()),
          "Give the secret's source the client id of the pods' identity: only that one trusts"
              + " them.");
      return;
    }
    Optional<Text> principal = principal(grant);
    if (principal.isEmpty() || !declared(grant)) {
      return;
    }
    assign(
        resource("Microsoft.KeyVault/vaults/", grant.vault()),
        KEY_VAULT_SECRETS_USER,
        principal.get(),
        principal.get());
    page.says(
        "The key vault must go by Azure role-based access control: a vault that goes by access"
            + " policies does not look at roles.");
  }

  private boolean bothKnown(Text clientId) {
    return clientId.value() != null && identity.clientId().value() != null;
  }

  private void addLogin(Grant.DatabaseLogin login) {
    Optional<Text> principal = principal(login);
    if (principal.isEmpty()) {
      return;
    }
    page.runs(
        "As a Microsoft Entra administrator of the server, make the database user",
        "sql",
        List.of(
            Text.join(Text.of("-- on server "), login.resource(), Text.of(", database postgres")),
            Text.join(
                Text.of("SELECT * FROM pgaadauth_create_principal_with_oid('DATABASE_USER', '"),
                principal.get(),
                Text.of("', 'service', false, false);"))));
  }

  private Optional<Text> principal(Grant grant) {
    if (identity.principalId().isEmpty()) {
      problems.add(
          "A right to %s is given to the identity's object id, and only its client id is known."
              .formatted(Fit.named(grant)),
          "Give the principal id too: 'az identity show --query principalId' tells it.");
    }
    return identity.principalId();
  }

  private boolean declared(Grant grant) {
    if (target.cluster().azure().isEmpty()) {
      problems.add(
          "A right to %s names the subscription and the resource group that it is in."
              .formatted(Fit.named(grant)),
          "Declare the cluster's Azure subscription and resource group.");
    }
    return target.cluster().azure().isPresent();
  }

  private String subscription() {
    return target.cluster().azure().map(AzureSubscription::subscription).orElse("");
  }

  private String resourceGroup() {
    return identity
        .resourceGroup()
        .or(() -> target.cluster().azure().map(AzureSubscription::resourceGroup))
        .orElse("");
  }

  private Text resource(String typeAndSlash, Text name) {
    return Text.join(
        Text.of(
            "/subscriptions/%s/resourceGroups/%s/providers/%s"
                .formatted(subscription(), resourceGroup(), typeAndSlash)),
        name);
  }

  /**
   * Adds a role assignment.
   *
   * @param principal whom the role is given to; may be an expression of the template
   * @param known what stands for the principal in the assignment's name, which can only be made of
   *     what is known when the deployment starts
   */
  private void assign(Text scope, String role, Text principal, Text known) {
    String definition =
        "/subscriptions/%s/providers/Microsoft.Authorization/roleDefinitions/%s"
            .formatted(subscription(), role);
    Text name =
        Text.join(
            Text.of("[guid('"), scope, Text.of("', '"), known, Text.of("', '" + role + "')]"));
    Mapping properties =
        Mapping.builder()
            .put("roleDefinitionId", definition)
            .put("principalId", principal)
            .put("principalType", "ServicePrincipal")
            .build();
    assignments.add(
        Mapping.builder()
            .put("type", "Microsoft.Authorization/roleAssignments")
            .put("apiVersion", "2022-04-01")
            .put("scope", scope)
            .put("name", name)
            .put("properties", properties)
            .build());
  }

  private Mapping template() {
    return Mapping.builder()
        .put(
            "$schema",
            "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#")
        .put("contentVersion", "1.0.0.0")
        .put("resources", Seq.of(assignments))
        .build();
  }

  private Document file(String name, Mapping json) {
    return new Document.Cloud(serviceAccount + "-" + name + ".json", json);
  }
}
