package dev.slipway.identity;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.GcpProject;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import dev.slipway.target.Document;
import dev.slipway.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Workload Identity Federation for GKE: the service account acts as a Google service account that
 * allows it, or is itself given rights.
 *
 * @param googleServiceAccount the Google service account's email address; absent where the
 *     Kubernetes service account is given the rights itself
 * @see <a
 *     href="https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity">Authenticate
 *     to Google Cloud APIs from GKE workloads</a>
 */
public record GkeWorkloadIdentity(Optional<Text> googleServiceAccount) implements Identity {
  static final String ID = "gke-workload-identity";
  private static final Pattern EMAIL =
      Pattern.compile("[a-z0-9][a-z0-9-]*@[a-z0-9.-]+\\.gserviceaccount\\.com");

  /**
   * An identity.
   *
   * @throws InvalidInputException if the email address is known and no service account's
   */
  public GkeWorkloadIdentity {
    if (googleServiceAccount.isPresent()) {
      check(googleServiceAccount.get());
    }
  }

  static GkeWorkloadIdentity as(Text googleServiceAccount) {
    return new GkeWorkloadIdentity(Optional.of(googleServiceAccount));
  }

  static GkeWorkloadIdentity itself() {
    return new GkeWorkloadIdentity(Optional.empty());
  }

  private static void check(Text email) {
    @Nullable String value = email.value();
    if (value != null && !EMAIL.matcher(value).matches()) {
      throw new InvalidInputException(
          Problem.of(
              "'%s' is no email address of a Google service account.".formatted(email),
              "Write it as IAM shows it, such as app@my-project.iam.gserviceaccount.com."));
    }
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Map<String, Text> serviceAccountAnnotations() {
    return googleServiceAccount
        .map(email -> Map.of("iam.gke.io/gcp-service-account", email))
        .orElse(Map.of());
  }

  @Override
  public Map<String, String> serviceAccountLabels() {
    return Map.of();
  }

  @Override
  public Map<String, String> podLabels() {
    return Map.of();
  }

  @Override
  public boolean projectsToken() {
    return false;
  }

  /**
   * The GKE metadata server on the pod's own node: by the first address with Calico, by the second
   * with Dataplane V2.
   *
   * @see <a
   *     href="https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy#network-policy-and-workload-identity">Network
   *     policy and Workload Identity</a>
   */
  @Override
  public List<Egress> egress() {
    String why = "the GKE metadata server, for the pods' credentials";
    return List.of(
        new Egress(
            List.of(Peer.addresses("169.254.169.252/32")), List.of(PolicyPort.tcp(988)), why),
        new Egress(
            List.of(Peer.addresses("169.254.169.254/32")), List.of(PolicyPort.tcp(80)), why));
  }

  @Override
  public Optional<Problem> misfit(Cluster cluster) {
    return cluster.distribution() == Distribution.GKE
            || cluster.distribution() == Distribution.GKE_AUTOPILOT
        ? Optional.empty()
        : Optional.of(Fit.wrongCluster(ID, "GKE", cluster));
  }

  @Override
  public List<Document> documents(
      Target target, String serviceAccount, List<Grant> grants, Problems problems) {
    Cluster cluster = target.cluster();
    Optional<Problem> misfit = misfit(cluster);
    if (misfit.isPresent()) {
      problems.add(misfit.get());
      return List.of();
    }
    if (cluster.gcp().isEmpty()) {
      problems.add(
          "The workload pool is named after the cluster's project, and cluster '%s' declares none."
              .formatted(cluster.name()),
          "Declare the cluster's Google Cloud project.");
      return List.of();
    }
    GcpProject project = cluster.gcp().get();
    if (googleServiceAccount.isEmpty() && project.number().isEmpty()) {
      problems.add(
          "Without a Google service account the service account is known by the number of its"
              + " project, and project '%s' is declared without.".formatted(project.id()),
          "Declare the project's number, or give a Google service account.");
      return List.of();
    }
    return new GkeDocuments(target, serviceAccount, googleServiceAccount, project, problems)
        .of(grants);
  }
}
