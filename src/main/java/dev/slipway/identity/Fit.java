package dev.slipway.identity;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import java.util.function.Function;

/** Says why an identity and what is asked of it do not go together. */
final class Fit {
  private Fit() {}

  /** What collecting finds wrong, told to be in the identity of a service account. */
  static String part(String serviceAccount) {
    return "identity of service account '" + serviceAccount + "'";
  }

  static Problem wrongCluster(String id, String needs, Cluster cluster) {
    String where = "%s on %s".formatted(cluster.distribution().id(), cluster.cloud().id());
    return Problem.of(
        "Identity %s works on %s, and cluster '%s' is %s."
            .formatted(id, needs, cluster.name(), where),
        switch (cluster.distribution()) {
          case EKS -> "Use eks-pod-identity or eks-irsa.";
          case GKE, GKE_AUTOPILOT -> "Use " + GkeWorkloadIdentity.ID + ".";
          case AKS -> "Use " + AzureWorkloadIdentity.ID + ".";
          case OPENSHIFT, RANCHER, KUBERNETES ->
              switch (cluster.cloud()) {
                case AWS -> "Use " + EksIrsa.ID + ".";
                case AZURE -> "Use " + AzureWorkloadIdentity.ID + ".";
                case GCP, NONE ->
                    "Take the identity away and give the service's credentials as a secret.";
              };
        });
  }

  /**
   * A right in another cloud than the identity's.
   *
   * @param store what the identity does give a right to, with an article
   */
  static Problem wrongGrant(String id, Grant grant, String store) {
    return Problem.of(
        "Identity %s gives no right to %s.".formatted(id, named(grant)),
        isSecret(grant)
            ? "Keep the secret in a store of the identity's own cloud, or take it from another kind"
                + " of source."
            : "Use %s, or give the credentials of the other cloud as a secret.".formatted(store));
  }

  private static boolean isSecret(Grant grant) {
    return grant instanceof Grant.AwsSecret
        || grant instanceof Grant.AwsParameter
        || grant instanceof Grant.KeyVaultSecrets
        || grant instanceof Grant.GoogleSecret;
  }

  /** A grant's subject, for messages. */
  static String named(Grant grant) {
    if (grant instanceof Grant.S3Bucket s3) {
      return "S3 bucket '" + s3.bucket() + "'";
    }
    if (grant instanceof Grant.GcsBucket gcs) {
      return "Google Cloud Storage bucket '" + gcs.bucket() + "'";
    }
    if (grant instanceof Grant.BlobContainer blob) {
      return "blob container '"
          + blob.container()
          + "' of Azure storage account '"
          + blob.account()
          + "'";
    }
    if (grant instanceof Grant.AwsSecret aws) {
      return "secret '" + aws.secret() + "' of AWS Secrets Manager";
    }
    if (grant instanceof Grant.AwsParameter aws) {
      return "parameter '" + aws.parameter() + "' of AWS Systems Manager";
    }
    if (grant instanceof Grant.KeyVaultSecrets azure) {
      return "Azure key vault '" + azure.vault() + "'";
    }
    if (grant instanceof Grant.GoogleSecret google) {
      return "secret '" + google.secret() + "' of Google's Secret Manager";
    }
    return "database '" + ((Grant.DatabaseLogin) grant).resource() + "'";
  }

  /** What {@code making} returns, if it found no problem. */
  static <T> T orThrow(String serviceAccount, Function<Problems, T> making) {
    Problems problems = new Problems();
    T made = making.apply(problems);
    problems.throwIfAny(part(serviceAccount));
    return made;
  }
}
