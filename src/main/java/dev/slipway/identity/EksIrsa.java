package dev.slipway.identity;

import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.target.Document;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An AWS role by IAM roles for service accounts: the role trusts tokens that the cluster signs for
 * one service account. Works on EKS, and on any other cluster on AWS whose OpenID Connect issuer
 * IAM knows and that runs the pod identity webhook, as OpenShift does.
 *
 * @param roleArn the role's ARN
 * @see <a
 *     href="https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html">Assign
 *     IAM roles to Kubernetes service accounts</a>
 */
public record EksIrsa(Text roleArn) implements Identity {
  static final String ID = "eks-irsa";
  private static final String AUDIENCE = "sts.amazonaws.com";

  /**
   * An identity.
   *
   * @throws InvalidInputException if the ARN is known and no role's
   */
  public EksIrsa {
    RoleArn.check(roleArn);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Map<String, Text> serviceAccountAnnotations() {
    return Map.of("eks.amazonaws.com/role-arn", roleArn);
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

  @Override
  public List<Egress> egress() {
    return List.of(Egress.toPort(443, "AWS STS, for the pods' credentials"));
  }

  @Override
  public Optional<Problem> misfit(Cluster cluster) {
    return cluster.cloud() == Cloud.AWS
        ? Optional.empty()
        : Optional.of(Fit.wrongCluster(ID, "AWS", cluster));
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
    Optional<String> issuer = cluster.aws().flatMap(AwsAccount::oidcProvider);
    if (issuer.isEmpty()) {
      problems.add(
          "The trust policy names the cluster's OpenID Connect issuer, and cluster '%s' declares"
                  .formatted(cluster.name())
              + " none.",
          "Declare it as the AWS account's oidcProvider: 'aws eks describe-cluster --query"
              + " cluster.identity.oidc.issuer' tells it.");
    }
    AwsRole role = new AwsRole(ID, roleArn, cluster.aws(), problems);
    Optional<Mapping> rights = role.permissions(grants);
    List<Document> documents = new ArrayList<>();
    if (issuer.isPresent()) {
      documents.add(
          new Document.Cloud(
              serviceAccount + "-trust-policy.json",
              trust(target, serviceAccount, role, issuer.get())));
    }
    rights.ifPresent(
        policy ->
            documents.add(new Document.Cloud(serviceAccount + "-permission-policy.json", policy)));
    documents.add(page(target, serviceAccount, role, rights.isPresent()));
    return documents;
  }

  private static Mapping trust(
      Target target, String serviceAccount, AwsRole role, String provider) {
    Mapping condition =
        Mapping.builder()
            .put(provider + ":aud", AUDIENCE)
            .put(
                provider + ":sub",
                "system:serviceaccount:" + target.namespace() + ":" + serviceAccount)
            .build();
    Mapping statement =
        Mapping.builder()
            .put("Effect", "Allow")
            .put("Principal", Mapping.of("Federated", role.providerArn(provider)))
            .put("Action", "sts:AssumeRoleWithWebIdentity")
            .put("Condition", Mapping.of("StringEquals", condition))
            .build();
    return Mapping.of("Version", Text.of("2012-10-17"), "Statement", Seq.of(statement));
  }

  private static Document page(
      Target target, String serviceAccount, AwsRole role, boolean hasRights) {
    CloudPage page =
        new CloudPage(target, serviceAccount)
            .says(
                "The cluster's OpenID Connect issuer must be an identity provider in IAM, and the"
                    + " role must trust the service account"
                    + (hasRights ? " and have the rights that its pods need." : "."));
    role.commands(page, serviceAccount, hasRights);
    return page.document();
  }
}
