package dev.slipway.identity;

import dev.slipway.cluster.AwsAccount;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.List;
import java.util.Optional;

/** What the two ways to an IAM role have in common: where the role is, and what it may do. */
final class AwsRole {
  private final String identity;
  private final Optional<RoleArn> arn;
  private final Optional<AwsAccount> account;
  private final String partition;
  private final Problems problems;

  AwsRole(String identity, Text roleArn, Optional<AwsAccount> account, Problems problems) {
    this.identity = identity;
    this.arn = RoleArn.of(roleArn);
    this.account = account;
    this.problems = problems;
    this.partition =
        account.map(AwsAccount::partition).or(() -> arn.map(RoleArn::partition)).orElse("aws");
    arn.map(RoleArn::partition)
        .filter(its -> !its.equals(partition))
        .ifPresent(
            its ->
                problems.add(
                    "Role '%s' is in partition %s, and the cluster's region is in %s."
                        .formatted(roleArn, its, partition),
                    "Use a role of the cluster's partition: roles are not assumed across"
                        + " partitions."));
  }

  /**
   * The identity provider of an issuer. It is looked for in the account of the role, which need not
   * be the cluster's.
   */
  String providerArn(String provider) {
    String owner = arn.map(RoleArn::account).or(() -> account.map(AwsAccount::account)).orElse("");
    return "arn:%s:iam::%s:oidc-provider/%s".formatted(partition, owner, provider);
  }

  /** The account that the role is in, if it is known and another than the cluster's. */
  Optional<String> foreignAccount() {
    return arn.map(RoleArn::account)
        .filter(its -> account.filter(own -> !own.account().equals(its)).isPresent());
  }

  Optional<Mapping> permissions(List<Grant> grants) {
    return new AwsPermissions(identity, partition, account, problems).policy(grants);
  }

  /** How the role comes to be, or comes to be right. */
  void commands(CloudPage page, String serviceAccount, boolean hasRights) {
    String role = arn.map(RoleArn::name).orElse("ROLE_NAME");
    page.runs(
        "Create the role, or set the trust policy of the one there is",
        "aws iam create-role --role-name %s --assume-role-policy-document file://%s-trust-policy.json"
            .formatted(role, serviceAccount),
        "aws iam update-assume-role-policy --role-name %s --policy-document file://%s-trust-policy.json"
            .formatted(role, serviceAccount));
    if (hasRights) {
      page.runs(
          "Give it its rights",
          "aws iam put-role-policy --role-name %s --policy-name %s --policy-document file://%s-permission-policy.json"
              .formatted(role, serviceAccount, serviceAccount));
    }
  }
}
