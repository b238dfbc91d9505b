package dev.slipway.notation;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.identity.AzureWorkloadIdentity;
import dev.slipway.identity.EksIrsa;
import dev.slipway.identity.EksPodIdentity;
import dev.slipway.identity.GkeWorkloadIdentity;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.Text;

/** Whom a workload is to a cloud, in a file. */
public final class IdentityNotation {
  private static final Field<Text> IRSA =
      Field.required(
              "eksIrsa",
              Type.openText(),
              "The ARN of the IAM role, taken by way of the cluster's OIDC provider.")
          .example("arn:aws:iam::123456789012:role/shop");
  private static final Definition<EksIrsa> BY_IRSA =
      Definition.of("IRSA identity", "A role of AWS by IAM Roles for Service Accounts.")
          .fields(IRSA)
          .building(given -> Identity.eksIrsa(given.get(IRSA)));

  private static final Field<Text> POD_IDENTITY =
      Field.required(
              "eksPodIdentity",
              Type.openText(),
              "The ARN of the IAM role, taken by way of EKS Pod Identity.")
          .example("arn:aws:iam::123456789012:role/shop");
  private static final Definition<EksPodIdentity> BY_POD_IDENTITY =
      Definition.of("Pod Identity", "A role of AWS by EKS Pod Identity.")
          .fields(POD_IDENTITY)
          .building(given -> Identity.eksPodIdentity(given.get(POD_IDENTITY)));

  private static final Field<Text> GKE =
      Field.required("gke", Type.openText(), "The e-mail address of the Google service account.")
          .example("shop@my-project.iam.gserviceaccount.com");
  private static final Definition<GkeWorkloadIdentity> BY_GKE =
      Definition.of("GKE identity", "A Google service account by Workload Identity.")
          .fields(GKE)
          .building(given -> Identity.gke(given.get(GKE)));

  private static final Field<Text> AZURE =
      Field.required(
              "azure", Type.openText(), "The client id of the managed identity or application.")
          .example("66666666-7777-8888-9999-000000000000");
  private static final Field<Text> PRINCIPAL =
      Field.optional(
              "principal",
              Type.openText(),
              "Its object id, which rights are given to: 'az identity show --query principalId'.")
          .example("88888888-9999-0000-1111-222222222222");
  private static final Field<String> RESOURCE_GROUP =
      Field.optional(
              "resourceGroup", Type.string(), "The resource group that the managed identity is in.")
          .byDefaultIs("the cluster's")
          .example("shop-identities");
  private static final Definition<AzureWorkloadIdentity> BY_AZURE =
      Definition.of("Azure identity", "A managed identity by Microsoft Entra Workload ID.")
          .fields(AZURE, PRINCIPAL, RESOURCE_GROUP)
          .building(IdentityNotation::azure);

  private IdentityNotation() {}

  public static Type<Identity> type() {
    return Type.variant(
        "identity",
        Variant.of("eksIrsa", BY_IRSA),
        Variant.of("eksPodIdentity", BY_POD_IDENTITY),
        Variant.of("gke", BY_GKE),
        Variant.of("azure", BY_AZURE));
  }

  private static AzureWorkloadIdentity azure(Given given) {
    AzureWorkloadIdentity identity = Identity.azure(given.get(AZURE));
    if (given.has(PRINCIPAL)) {
      identity = identity.withPrincipalId(given.get(PRINCIPAL));
    }
    return given.has(RESOURCE_GROUP)
        ? identity.inResourceGroup(given.get(RESOURCE_GROUP))
        : identity;
  }
}
