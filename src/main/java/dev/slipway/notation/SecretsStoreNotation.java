package dev.slipway.notation;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.manifest.Text;
import dev.slipway.secret.AwsSecrets;
import dev.slipway.secret.AzureKeyVault;
import dev.slipway.secret.GoogleSecretManager;
import dev.slipway.secret.HashicorpVault;
import dev.slipway.secret.SecretsStoreProvider;

/** From which store the Secrets Store CSI driver reads, in a file. */
final class SecretsStoreNotation {
  private enum AwsService {
    SECRETS_MANAGER,
    PARAMETER_STORE
  }

  private static final Field<AwsService> AWS =
      Field.required(
              "aws",
              Type.oneOf(
                  Choice.of("secretsmanager", AwsService.SECRETS_MANAGER, "AWS Secrets Manager"),
                  Choice.of(
                      "ssmparameter",
                      AwsService.PARAMETER_STORE,
                      "AWS Systems Manager Parameter Store")),
              "The service of AWS that has the secrets.")
          .example("secretsmanager");
  private static final Field<String> REGION =
      Field.optional("region", Type.string(), "The region to read from.")
          .byDefaultIs("the node's")
          .example("eu-west-1");
  private static final Field<Boolean> POD_IDENTITY =
      Field.optional("podIdentity", Type.bool(), "Whether the pods are known by EKS Pod Identity.")
          .byDefault(false)
          .example("true");
  private static final Definition<AwsSecrets> ON_AWS =
      Definition.of("AWS provider", "Secrets of AWS.")
          .fields(AWS, REGION, POD_IDENTITY)
          .building(
              given -> {
                AwsSecrets secrets =
                    given.get(AWS) == AwsService.SECRETS_MANAGER
                        ? SecretsStoreProvider.awsSecretsManager()
                        : SecretsStoreProvider.awsParameterStore();
                secrets = given.has(REGION) ? secrets.region(given.get(REGION)) : secrets;
                return given.get(POD_IDENTITY) ? secrets.podIdentity() : secrets;
              });

  private static final Field<String> AZURE =
      Field.required("azure", Type.string(), "The name of the Azure key vault.").example("shop-kv");
  private static final Field<Text> TENANT =
      Field.required("tenant", Type.openText(), "The id of the Microsoft Entra tenant.")
          .example("11111111-2222-3333-4444-555555555555");
  private static final Field<Text> CLIENT =
      Field.required("client", Type.openText(), "The client id of the identity that reads.")
          .example("66666666-7777-8888-9999-000000000000");
  private static final Definition<AzureKeyVault> ON_AZURE =
      Definition.of("Azure provider", "Secrets of an Azure key vault.")
          .fields(AZURE, TENANT, CLIENT)
          .building(
              given ->
                  SecretsStoreProvider.azureKeyVault(
                      given.get(AZURE), given.get(TENANT), given.get(CLIENT)));

  private static final Field<String> GCP =
      Field.required(
              "gcp",
              Type.oneOf(Choice.of("secretmanager", "secretmanager", "Google Secret Manager")),
              "The service of Google Cloud that has the secrets.")
          .example("secretmanager");
  private static final Definition<GoogleSecretManager> ON_GCP =
      Definition.of("Google provider", "Secrets of Google Secret Manager.")
          .fields(GCP)
          .building(given -> SecretsStoreProvider.googleSecretManager());

  private static final Field<Text> VAULT =
      Field.required("vault", Type.openText(), "The address of the HashiCorp Vault.")
          .example("https://vault.example.com:8200");
  private static final Field<String> ROLE =
      Field.required("role", Type.string(), "The role that the pods log in with.").example("shop");
  private static final Definition<HashicorpVault> ON_VAULT =
      Definition.of("Vault provider", "Secrets of a HashiCorp Vault.")
          .fields(VAULT, ROLE)
          .building(given -> SecretsStoreProvider.vault(given.get(VAULT), given.get(ROLE)));

  private SecretsStoreNotation() {}

  static Type<SecretsStoreProvider> type() {
    return Type.variant(
        "secrets-store provider",
        Variant.of("aws", ON_AWS),
        Variant.of("azure", ON_AZURE),
        Variant.of("gcp", ON_GCP),
        Variant.of("vault", ON_VAULT));
  }
}
