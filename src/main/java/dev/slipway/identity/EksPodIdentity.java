package dev.slipway.identity;

import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import dev.slipway.target.Document;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An AWS role by EKS Pod Identity: an association in EKS gives it to one service account, and an
 * agent on each node hands out its credentials. Nothing in the manifests tells of it.
 *
 * @param roleArn the role's ARN
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html">EKS Pod
 *     Identity</a>
 */
public record EksPodIdentity(Text roleArn) implements Identity {
  static final String ID = "eks-pod-identity";

  /**
   * An identity.
   *
   * @throws InvalidInputException if the ARN is known and no role's
   */
  public EksPodIdentity {
    RoleArn.check(roleArn);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Map<String, Text> serviceAccountAnnotations() {
    return Map.of();
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
    return true;
  }

  /**
   * The agent's addresses on the pod's own node.
   *
   * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html">How
   *     EKS Pod Identity works</a>
   */
  @Override
  public List<Egress> egress() {
    return List.of(
        new Egress(
            List.of(Peer.addresses("169.254.170.23/32"), Peer.addresses("fd00:ec2::23/128")),
            List.of(PolicyPort.tcp(80)),
            "the EKS Pod Identity agent, for the pods' credentials"));
  }

  @Override
  public Optional<Problem> misfit(Cluster cluster) {
    return cluster.distribution() == Distribution.EKS
        ? Optional.empty()
        : Optional.of(Fit.wrongCluster(ID, "EKS", cluster));
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
    AwsRole role = new AwsRole(ID, roleArn, cluster.aws(), problems);
    role.foreignAccount()
        .ifPresent(
            account ->
                problems.add(
                    "Role '%s' is in account %s, and an association takes only roles of the"
                            .formatted(roleArn, account)
                        + " cluster's own account.",
                    "Use a role of the cluster's account, or %s.".formatted(EksIrsa.ID)));
    Optional<Mapping> rights = role.permissions(grants);
    List<Document> documents = new ArrayList<>();
    documents.add(
        new Document.Cloud(serviceAccount + "-trust-policy.json", trust(target, serviceAccount)));
    rights.ifPresent(
        policy ->
            documents.add(new Document.Cloud(serviceAccount + "-permission-policy.json", policy)));
    documents.add(
        new Document.Cloud(
            serviceAccount + "-pod-identity-association.json",
            association(target, serviceAccount)));
    documents.add(page(target, serviceAccount, role, rights.isPresent()));
    return documents;
  }

  /**
   * Any cluster of the account may have a service account of that name: where it is known which
   * cluster this is, the role trusts that one alone.
   *
   * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html">The trust
   *     policy and its conditions</a>
   */
  private static Mapping trust(Target target, String serviceAccount) {
    Mapping.Builder condition = Mapping.builder();
    if (target.cluster().aws().isPresent()) {
      condition.put(
          "aws:RequestTag/eks-cluster-arn",
          Seq.of(Text.of(clusterArn(target.cluster().aws().get(), target.cluster().name()))));
    }
    condition
        .put("aws:RequestTag/kubernetes-namespace", Seq.of(Text.of(target.namespace())))
        .put("aws:RequestTag/kubernetes-service-account", Seq.of(Text.of(serviceAccount)));
    Mapping statement =
        Mapping.builder()
            .put("Sid", "AllowEksAuthToAssumeRoleForPodIdentity")
            .put("Effect", "Allow")
            .put("Principal", Mapping.of("Service", "pods.eks.amazonaws.com"))
            .put("Action", Seq.of(Text.of("sts:AssumeRole"), Text.of("sts:TagSession")))
            .put("Condition", Mapping.of("StringEquals", condition.build()))
            .build();
    return Mapping.of("Version", Text.of("2012-10-17"), "Statement", Seq.of(statement));
  }

  private static String clusterArn(AwsAccount account, String cluster) {
    return "arn:%s:eks:%s:%s:cluster/%s"
        .formatted(account.partition(), account.region(), account.account(), cluster);
  }

  private Mapping association(Target target, String serviceAccount) {
    return Mapping.builder()
        .put("clusterName", target.cluster().name())
        .put("namespace", target.namespace())
        .put("serviceAccount", serviceAccount)
        .put("roleArn", roleArn)
        .build();
  }

  private static Document page(
      Target target, String serviceAccount, AwsRole role, boolean hasRights) {
    CloudPage page =
        new CloudPage(target, serviceAccount)
            .says(
                "The cluster must have the add-on eks-pod-identity-agent. Pods get the role when"
                    + " they start after the association was made.");
    role.commands(page, serviceAccount, hasRights);
    return page.runs(
            "Associate it with the service account",
            "aws eks create-pod-identity-association --cli-input-json file://%s-pod-identity-association.json"
                .formatted(serviceAccount))
        .document();
  }
}
