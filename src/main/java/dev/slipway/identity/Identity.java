package dev.slipway.identity;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.target.Document;
import dev.slipway.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom a workload is to a cloud, by way of its service account and without static keys. */
public interface Identity {

  /** The AWS role of an ARN, by IAM roles for service accounts. */
  static EksIrsa eksIrsa(String roleArn) {
    return eksIrsa(Text.of(roleArn));
  }

  /** The AWS role of an ARN, by IAM roles for service accounts. */
  static EksIrsa eksIrsa(Text roleArn) {
    return new EksIrsa(roleArn);
  }

  /** The AWS role of an ARN, by EKS Pod Identity. */
  static EksPodIdentity eksPodIdentity(String roleArn) {
    return eksPodIdentity(Text.of(roleArn));
  }

  /** The AWS role of an ARN, by EKS Pod Identity. */
  static EksPodIdentity eksPodIdentity(Text roleArn) {
    return new EksPodIdentity(roleArn);
  }

  /** The Google service account of an email address, by Workload Identity Federation for GKE. */
  static GkeWorkloadIdentity gke(String googleServiceAccount) {
    return gke(Text.of(googleServiceAccount));
  }

  /** The Google service account of an email address, by Workload Identity Federation for GKE. */
  static GkeWorkloadIdentity gke(Text googleServiceAccount) {
    return GkeWorkloadIdentity.as(googleServiceAccount);
  }

  /**
   * The Kubernetes service account itself, by Workload Identity Federation for GKE, with no Google
   * service account between. A Cloud SQL login needs one.
   */
  static GkeWorkloadIdentity gke() {
    return GkeWorkloadIdentity.itself();
  }

  /** The managed identity or application of a client id, by Microsoft Entra Workload ID. */
  static AzureWorkloadIdentity azure(String clientId) {
    return azure(Text.of(clientId));
  }

  /** The managed identity or application of a client id, by Microsoft Entra Workload ID. */
  static AzureWorkloadIdentity azure(Text clientId) {
    return AzureWorkloadIdentity.of(clientId);
  }

  /** What users call each of the kinds. */
  static List<String> ids() {
    return List.of(EksIrsa.ID, EksPodIdentity.ID, GkeWorkloadIdentity.ID, AzureWorkloadIdentity.ID);
  }

  /** What a user calls this kind: {@code eks-irsa}. */
  String id();

  /** Annotations of the service account. */
  Map<String, Text> serviceAccountAnnotations();

  /** Labels of the service account. */
  Map<String, String> serviceAccountLabels();

  /**
   * Labels that every pod must carry for the identity to reach it, those that an operator creates
   * included.
   */
  Map<String, String> podLabels();

  /**
   * Whether a token is mounted into each pod as a {@code projected} volume, which its pod security
   * must then allow. The service account's own token need not be mounted for any of them.
   */
  boolean projectsToken();

  /** Where the pods must be let to, to get their credentials. */
  List<Egress> egress();

  /** Why this works on no cluster of that kind; empty where it does. */
  Optional<Problem> misfit(Cluster cluster);

  /**
   * Why this cannot work: the wrong cluster, a right that it cannot give, a fact that the cluster's
   * declaration lacks. Empty if it can.
   */
  default List<Problem> problems(Target target, String serviceAccount, List<Grant> grants) {
    Problems problems = new Problems();
    documents(target, serviceAccount, grants, problems);
    return problems.all();
  }

  /**
   * What the cloud must know for this to work, exact for one service account and the rights that
   * its pods need: documents as the cloud takes them, and a page that says what to do with them.
   *
   * @throws InvalidInputException if it cannot work, with everything that {@link #problems} tells
   */
  default List<Document> documents(Target target, String serviceAccount, List<Grant> grants) {
    return Fit.orThrow(
        serviceAccount, problems -> documents(target, serviceAccount, grants, problems));
  }

  /**
   * The same documents, so far as they can be made.
   *
   * @param problems collects why not all of them can
   */
  List<Document> documents(
      Target target, String serviceAccount, List<Grant> grants, Problems problems);
}
