package dev.slipway.notation;

import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.AzureSubscription;
import dev.slipway.cluster.GcpProject;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;

/** Where in a cloud a cluster is, in a file. */
final class CloudNotation {
  private static final Field<String> ACCOUNT =
      Field.required("account", Type.string(), "The account's id, 12 digits.")
          .example("\"012345678901\"");
  private static final Field<String> AWS_REGION =
      Field.required("region", Type.string(), "The region's code.").example("eu-west-1");
  private static final Field<String> OIDC_PROVIDER =
      Field.optional(
              "oidcProvider",
              Type.string(),
              "The cluster's OpenID Connect issuer, as 'aws eks describe-cluster' tells it."
                  + " Identities of the kind eksIrsa need it.")
          .example("oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE");
  private static final Definition<AwsAccount> AWS_ACCOUNT =
      Definition.of("AWS account", "Where on AWS the cluster is.")
          .fields(ACCOUNT, AWS_REGION, OIDC_PROVIDER)
          .building(CloudNotation::aws);

  private static final Field<String> PROJECT =
      Field.required("project", Type.string(), "The project's id, which is not its name.")
          .example("my-project");
  private static final Field<String> PROJECT_NUMBER =
      Field.optional(
              "number",
              Type.string(),
              "The project's number, as 'gcloud projects describe' tells it.")
          .example("\"123456789012\"");
  private static final Definition<GcpProject> GCP_PROJECT =
      Definition.of("Google Cloud project", "The Google Cloud project that the cluster is in.")
          .fields(PROJECT, PROJECT_NUMBER)
          .building(CloudNotation::gcp);

  private static final Field<String> SUBSCRIPTION =
      Field.required("subscription", Type.string(), "The subscription's id, a UUID.")
          .example("00000000-0000-0000-0000-000000000001");
  private static final Field<String> RESOURCE_GROUP =
      Field.required(
              "resourceGroup",
              Type.string(),
              "The resource group of what the applications use: storage accounts, servers, vaults.")
          .example("shop");
  private static final Field<String> TENANT =
      Field.required("tenant", Type.string(), "The Microsoft Entra tenant's id, a UUID.")
          .example("00000000-0000-0000-0000-000000000002");
  private static final Field<String> AZURE_REGION =
      Field.optional("region", Type.string(), "The region, as nodes have it.")
          .example("westeurope");
  private static final Field<String> OIDC_ISSUER =
      Field.optional(
              "oidcIssuer",
              Type.string(),
              "The cluster's OpenID Connect issuer, as 'az aks show' tells it. Azure identities"
                  + " need it.")
          .example("https://westeurope.oic.prod-aks.azure.com/tenant/cluster/");
  private static final Definition<AzureSubscription> AZURE_SUBSCRIPTION =
      Definition.of("Azure subscription", "Where on Azure the cluster is.")
          .fields(SUBSCRIPTION, RESOURCE_GROUP, TENANT, AZURE_REGION, OIDC_ISSUER)
          .building(CloudNotation::azure);

  private CloudNotation() {}

  static Type<AwsAccount> aws() {
    return Type.object(AWS_ACCOUNT);
  }

  static Type<GcpProject> gcp() {
    return Type.object(GCP_PROJECT);
  }

  static Type<AzureSubscription> azure() {
    return Type.object(AZURE_SUBSCRIPTION);
  }

  private static AwsAccount aws(Given given) {
    AwsAccount account = AwsAccount.of(given.get(ACCOUNT), given.get(AWS_REGION));
    return given.find(OIDC_PROVIDER).map(account::withOidcProvider).orElse(account);
  }

  private static GcpProject gcp(Given given) {
    GcpProject project = GcpProject.of(given.get(PROJECT));
    return given.find(PROJECT_NUMBER).map(project::withNumber).orElse(project);
  }

  private static AzureSubscription azure(Given given) {
    AzureSubscription plain =
        AzureSubscription.of(given.get(SUBSCRIPTION), given.get(RESOURCE_GROUP), given.get(TENANT));
    AzureSubscription placed = given.find(AZURE_REGION).map(plain::inRegion).orElse(plain);
    return given.find(OIDC_ISSUER).map(placed::withOidcIssuer).orElse(placed);
  }
}
