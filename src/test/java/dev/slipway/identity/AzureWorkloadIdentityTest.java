package dev.slipway.identity;

import static dev.slipway.identity.Identities.aks;
import static dev.slipway.identity.Identities.cluster;
import static dev.slipway.identity.Identities.documents;
import static dev.slipway.identity.Identities.file;
import static dev.slipway.identity.Identities.later;
import static dev.slipway.identity.Identities.names;
import static dev.slipway.identity.Identities.on;
import static dev.slipway.identity.Identities.problems;
import static dev.slipway.identity.Identities.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Text;
import dev.slipway.target.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The federated credential is the one of Microsoft's page on trusting an external identity
 * provider, the role assignments are as the template reference has them.
 */
class AzureWorkloadIdentityTest {
  private static final String CLIENT = "aaaaaaaa-1111-2222-3333-444444444444";
  private static final String PRINCIPAL = "bbbbbbbb-1111-2222-3333-444444444444";
  private static final AzureWorkloadIdentity IDENTITY =
      Identity.azure(CLIENT).withPrincipalId(PRINCIPAL);
  private static final Grant CONTAINER =
      new Grant.BlobContainer(Text.of("hsfiles"), Text.of("files"), Optional.empty());

  @Test
  void thePodLabelInjectsAndTheAnnotationSaysAsWhom() {
    assertThat(IDENTITY.id()).isEqualTo("azure-workload-identity");
    assertThat(IDENTITY.serviceAccountAnnotations())
        .isEqualTo(Map.of("azure.workload.identity/client-id", Text.of(CLIENT)));
    assertThat(IDENTITY.podLabels()).isEqualTo(Map.of("azure.workload.identity/use", "true"));
    assertThat(IDENTITY.serviceAccountLabels()).isEmpty();
    assertThat(IDENTITY.projectsToken()).isTrue();
  }

  @Test
  void allThatAzureMustKnow() {
    List<Document> documents =
        documents(
            IDENTITY,
            aks(),
            new Grant.BlobContainer(
                Text.of("hsfiles"),
                Text.of("files"),
                Optional.of(Text.of("https://hsvault.vault.azure.net/keys/hskey/0123abcd"))),
            new Grant.DatabaseLogin(Text.of("hs-db")));

    assertThat(names(documents))
        .containsExactly(
            "hs-federated-credential.json", "hs-role-assignments.json", "hs-cloud-identity.md");
    assertThat(file(documents, "hs-federated-credential.json"))
        .isEqualTo(
            """
            {
              "name": "hyperscience-hs",
              "issuer": "https://westeurope.oic.prod-aks.azure.com/66666666/aaaa/",
              "subject": "system:serviceaccount:hyperscience:hs",
              "audiences": [
                "api://AzureADTokenExchange"
              ]
            }
            """);
    assertThat(file(documents, "hs-role-assignments.json"))
        .isEqualTo(
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "resources": [
                {
                  "type": "Microsoft.Authorization/roleAssignments",
                  "apiVersion": "2022-04-01",
                  "scope": "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/hsfiles/blobServices/default/containers/files",
                  "name": "[guid('/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/hsfiles/blobServices/default/containers/files', 'bbbbbbbb-1111-2222-3333-444444444444', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')]",
                  "properties": {
                    "roleDefinitionId": "/subscriptions/11111111-2222-3333-4444-555555555555/providers/Microsoft.Authorization/roleDefinitions/ba92f5b4-2d11-453d-a403-e96b0029c9fe",
                    "principalId": "bbbbbbbb-1111-2222-3333-444444444444",
                    "principalType": "ServicePrincipal"
                  }
                },
                {
                  "type": "Microsoft.Authorization/roleAssignments",
                  "apiVersion": "2022-04-01",
                  "scope": "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/data/providers/Microsoft.KeyVault/vaults/hsvault/keys/hskey",
                  "name": "[guid('/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/data/providers/Microsoft.KeyVault/vaults/hsvault/keys/hskey', '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/hsfiles', 'e147488a-f6f5-4113-8e2d-b22465e65bf6')]",
                  "properties": {
                    "roleDefinitionId": "/subscriptions/11111111-2222-3333-4444-555555555555/providers/Microsoft.Authorization/roleDefinitions/e147488a-f6f5-4113-8e2d-b22465e65bf6",
                    "principalId": "[reference('/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/hsfiles', '2023-05-01', 'full').identity.principalId]",
                    "principalType": "ServicePrincipal"
                  }
                }
              ]
            }
            """);
    assertThat(file(documents, "hs-cloud-identity.md"))
        .isEqualTo(
            """
            # Cloud identity of service account hs in namespace hyperscience

            Run the commands in the folder cloud/, where the JSON files are.

            The cluster must have its OpenID Connect issuer and workload identity on. The identity must trust the service account; which command says so depends on what it is.

            ## An application trusts it

            ```sh
            az ad app federated-credential create --id aaaaaaaa-1111-2222-3333-444444444444 --parameters @hs-federated-credential.json
            ```

            ## Or a managed identity does

            ```sh
            az identity federated-credential create --identity-name IDENTITY_NAME --resource-group IDENTITY_RESOURCE_GROUP --name hyperscience-hs --issuer https://westeurope.oic.prod-aks.azure.com/66666666/aaaa/ --subject system:serviceaccount:hyperscience:hs --audiences api://AzureADTokenExchange
            ```

            ## As a Microsoft Entra administrator of the server, make the database user

            ```sql
            -- on server hs-db, database postgres
            SELECT * FROM pgaadauth_create_principal_with_oid('DATABASE_USER', 'bbbbbbbb-1111-2222-3333-444444444444', 'service', false, false);
            ```

            ## Give it its rights

            ```sh
            az deployment group create --subscription 11111111-2222-3333-4444-555555555555 --resource-group data --template-file hs-role-assignments.json
            ```
            """);
  }

  @Test
  void rightsMayBeInAnotherResourceGroup() {
    List<Document> documents = documents(IDENTITY.inResourceGroup("elsewhere"), aks(), CONTAINER);

    assertThat(file(documents, "hs-role-assignments.json"))
        .contains("/resourceGroups/elsewhere/providers/Microsoft.Storage/")
        .doesNotContain("/resourceGroups/data/");
    assertThat(file(documents, "hs-cloud-identity.md")).contains("--resource-group elsewhere ");
  }

  @Test
  void withoutRightsThereAreNoRoleAssignmentsAndNoPrincipalIsNeeded() {
    assertThat(names(documents(Identity.azure(CLIENT), aks())))
        .containsExactly("hs-federated-credential.json", "hs-cloud-identity.md");
  }

  @Test
  void whatIsKnownLaterStaysOpen() {
    Identity identity =
        Identity.azure(later("output 'clientId'")).withPrincipalId(later("output 'principalId'"));

    List<Document> documents = documents(identity, aks(), CONTAINER);

    assertThat(file(documents, "hs-federated-credential.json")).contains("\"hyperscience-hs\"");
    assertThat(documents.get(1).content().waitsFor()).containsOnly("output 'principalId'");
    assertThat(documents.get(2).content().waitsFor()).containsOnly("output 'clientId'");
  }

  @Test
  void rightsAreGivenToTheObjectIdAndNotToTheClientId() {
    assertThat(problems(Identity.azure(CLIENT), aks(), CONTAINER))
        .containsExactly(
            "A right to blob container 'files' of Azure storage account 'hsfiles' is given to the"
                + " identity's object id, and only its client id is known. Give the principal id"
                + " too: 'az identity show --query principalId' tells it.");
  }

  @Test
  void itNeedsTheClustersIssuerAndForRightsItsSubscription() {
    assertThat(problems(IDENTITY, on(cluster(Distribution.AKS)), CONTAINER))
        .containsExactly(
            "The federated credential names the cluster's OpenID Connect issuer, and cluster 'prod'"
                + " declares none. Declare it as the Azure subscription's oidcIssuer: 'az aks show"
                + " --query oidcIssuerProfile.issuerUrl' tells it.",
            "A right to blob container 'files' of Azure storage account 'hsfiles' names the"
                + " subscription and the resource group that it is in. Declare the cluster's Azure"
                + " subscription and resource group.");
  }

  @Test
  void itGivesNoRightsInOtherCloudsNorByMalformedNames() {
    assertThat(
            problems(
                IDENTITY,
                aks(),
                new Grant.S3Bucket(Text.of("hs-files"), Optional.empty()),
                new Grant.BlobContainer(
                    Text.of("https://hsfiles.blob.core.windows.net"),
                    Text.of("files"),
                    Optional.empty()),
                new Grant.BlobContainer(
                    Text.of("hsfiles"), Text.of("files"), Optional.of(Text.of("hskey")))))
        .containsExactly(
            "Identity azure-workload-identity gives no right to S3 bucket 'hs-files'. Use a"
                + " container of an Azure storage account, or give the credentials of the other"
                + " cloud as a secret.",
            "'https://hsfiles.blob.core.windows.net' is no name of an Azure storage account. Write"
                + " the account's name alone: 3 to 24 lower-case letters and digits.",
            "'hskey' is no key of an Azure key vault. Write"
                + " https://VAULT.vault.azure.net/keys/KEY, or the key's resource id.");
  }

  @Test
  void aServiceAccountsDotsAreNotInTheCredentialsName() {
    assertThat(IDENTITY.documents(aks(), "hs.v2", List.of()).get(0).content().known().orElseThrow())
        .contains("\"name\": \"hyperscience-hs-v2\"")
        .contains("\"subject\": \"system:serviceaccount:hyperscience:hs.v2\"");
  }

  @Test
  void itWorksOnAzureOnly() {
    assertThat(problems(IDENTITY, Identities.eks()))
        .containsExactly(
            "Identity azure-workload-identity works on Azure, and cluster 'prod' is eks on aws. Use"
                + " eks-pod-identity or eks-irsa.");
  }

  @Test
  void onlyUuidsAreTaken() {
    assertThat(problemsOf(() -> Identity.azure("hs")))
        .containsExactly(
            "'hs' is no client id. Write the UUID that 'az identity show' or 'az ad sp show'"
                + " tells.");
  }
}
