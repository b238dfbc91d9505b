package dev.slipway.identity;

import dev.slipway.cluster.AwsAccount;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The permission policy of an IAM role: no more than its grants need.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html">S3
 *     and IAM</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html">A
 *     policy for IAM database access</a>
 */
final class AwsPermissions {
  private static final Pattern KEY =
      Pattern.compile("arn:aws(?:-[a-z]+)*:kms:[^:]+:[0-9]{12}:key/.+");
  private static final Pattern DATABASE_USER =
      Pattern.compile("arn:aws(?:-[a-z]+)*:rds-db:.+|(?:db|cluster|prx)-[A-Za-z0-9]+/[^/]+");

  private final String identity;
  private final String partition;
  private final Optional<AwsAccount> account;
  private final Problems problems;
  private final List<Mapping> statements = new ArrayList<>();
  private final Map<String, Integer> used = new HashMap<>();

  AwsPermissions(
      String identity, String partition, Optional<AwsAccount> account, Problems problems) {
    this.identity = identity;
    this.partition = partition;
    this.account = account;
    this.problems = problems;
  }

  /** The policy; empty where no grant needs one. */
  Optional<Mapping> policy(List<Grant> grants) {
    grants.forEach(this::add);
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Mapping.of("Version", Text.of("2012-10-17"), "Statement", Seq.of(statements)));
  }

  private void add(Grant grant) {
    if (grant instanceof Grant.S3Bucket bucket) {
      addBucket(bucket);
    } else if (grant instanceof Grant.DatabaseLogin login) {
      addLogin(login);
    } else if (grant instanceof Grant.AwsSecret secret) {
      addSecret(secret);
    } else if (grant instanceof Grant.AwsParameter parameter) {
      addParameter(parameter);
    } else {
      problems.add(Fit.wrongGrant(identity, grant, "an S3 bucket"));
    }
  }

  private void addBucket(Grant.S3Bucket grant) {
    checkBucket(grant.bucket());
    Text bucket = Text.join(Text.of("arn:" + partition + ":s3:::"), grant.bucket());
    allow("ListBucket", List.of("s3:ListBucket"), bucket);
    allow(
        "ReadAndWriteObjects",
        List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"),
        Text.join(bucket, Text.of("/*")));
    grant
        .kmsKeyArn()
        .ifPresent(
            key -> {
              checkKey(key);
              allow("UseEncryptionKey", List.of("kms:GenerateDataKey", "kms:Decrypt"), key);
            });
  }

  private void addLogin(Grant.DatabaseLogin login) {
    @Nullable String resource = login.resource().value();
    if (resource != null && !DATABASE_USER.matcher(resource).matches()) {
      problems.add(
          "'%s' is no database user that IAM knows.".formatted(login.resource()),
          "Write the resource id of the instance, cluster or proxy and the user, such as"
              + " db-ABCDEFGHIJKL01234/app.");
      return;
    }
    if (resource != null && resource.startsWith("arn:")) {
      allow("ConnectToDatabase", List.of("rds-db:connect"), login.resource());
      return;
    }
    if (account.isEmpty()) {
      problems.add(
          "A login to database '%s' needs the account and the region that it is in."
              .formatted(login.resource()),
          "Declare the cluster's AWS account and region.");
      return;
    }
    String prefix =
        "arn:%s:rds-db:%s:%s:dbuser:"
            .formatted(partition, account.get().region(), account.get().account());
    allow(
        "ConnectToDatabase",
        List.of("rds-db:connect"),
        Text.join(Text.of(prefix), login.resource()));
  }

  /**
   * Both actions, as the provider of the Secrets Store CSI driver asks for. A secret's ARN ends in
   * six characters that only AWS knows.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/integrating_ascp_irsa.html">The
   *     provider's rights</a>
   * @see <a
   *     href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/permissions_grant-limited-resources.html">Limiting
   *     access to specific secrets</a>
   */
  private void addSecret(Grant.AwsSecret grant) {
    arn(grant, grant.secret(), grant.region(), "secretsmanager", "secret:")
        .ifPresent(
            arn ->
                allow(
                    "ReadSecret",
                    List.of("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"),
                    isArn(grant.secret()) ? arn : Text.join(arn, Text.of("-??????"))));
  }

  /** A parameter's name may begin with a slash, which its ARN has once. */
  private void addParameter(Grant.AwsParameter grant) {
    @Nullable String name = grant.parameter().value();
    String between = name != null && name.startsWith("/") ? "parameter" : "parameter/";
    arn(grant, grant.parameter(), grant.region(), "ssm", between)
        .ifPresent(arn -> allow("ReadParameter", List.of("ssm:GetParameters"), arn));
  }

  private Optional<Text> arn(
      Grant grant, Text name, Optional<String> region, String service, String before) {
    if (isArn(name)) {
      return Optional.of(name);
    }
    if (account.isEmpty()) {
      problems.add(
          "A right to %s names the account and the region that it is in."
              .formatted(Fit.named(grant)),
          "Declare the cluster's AWS account and region.");
      return Optional.empty();
    }
    String prefix =
        "arn:%s:%s:%s:%s:%s"
            .formatted(
                partition,
                service,
                region.orElse(account.get().region()),
                account.get().account(),
                before);
    return Optional.of(Text.join(Text.of(prefix), name));
  }

  private static boolean isArn(Text name) {
    @Nullable String known = name.value();
    return known != null && known.startsWith("arn:");
  }

  private void checkBucket(Text bucket) {
    @Nullable String name = bucket.value();
    if (name != null && (name.startsWith("arn:") || name.contains("/"))) {
      problems.add(
          Problem.of(
              "'%s' is no name of an S3 bucket.".formatted(bucket),
              "Write the bucket's name alone, without arn: and s3://."));
    }
  }

  private void checkKey(Text key) {
    @Nullable String arn = key.value();
    if (arn != null && !KEY.matcher(arn).matches()) {
      problems.add(
          Problem.of(
              "'%s' is no ARN of a KMS key.".formatted(key),
              "Write the key's own ARN (…:key/…): a right to an alias is a right to nothing."));
    }
  }

  private void allow(String sid, List<String> actions, Text resource) {
    int count = used.merge(sid, 1, Integer::sum);
    statements.add(
        Mapping.builder()
            .put("Sid", count == 1 ? sid : sid + count)
            .put("Effect", "Allow")
            .put("Action", Seq.ofStrings(actions))
            .put("Resource", resource)
            .build());
  }
}
