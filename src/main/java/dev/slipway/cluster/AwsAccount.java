package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problems;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where on AWS a cluster is.
 *
 * @param account the account's id, 12 digits
 * @param region such as {@code eu-west-1}
 * @param oidcProvider the cluster's OpenID Connect issuer without {@code https://}, such as {@code
 *     oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE}
 */
public record AwsAccount(String account, String region, Optional<String> oidcProvider) {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,3}(-[a-z]+)+-[0-9]+");
  private static final Pattern PROVIDER = Pattern.compile("[a-z0-9.-]+(/[A-Za-z0-9._~-]+)*");
  private static final String HTTPS = "https://";

  /**
   * An account and a region.
   *
   * @throws InvalidInputException if either is malformed
   */
  public static AwsAccount of(String account, String region) {
    Problems problems = new Problems();
    if (!ACCOUNT.matcher(account).matches()) {
      problems.add(
          "'%s' is no AWS account id.".formatted(account),
          "Write its 12 digits, in quotes where it stands in YAML: \"012345678901\".");
    }
    if (!REGION.matcher(region).matches()) {
      problems.add(
          "'%s' is no AWS region.".formatted(region), "Write its code, such as eu-west-1.");
    }
    problems.throwIfAny();
    return new AwsAccount(account, region, Optional.empty());
  }

  /**
   * This, with the cluster's OpenID Connect issuer; {@code https://} may be left out. {@code aws
   * eks describe-cluster --query cluster.identity.oidc.issuer} tells it.
   *
   * @throws InvalidInputException if it is malformed
   */
  public AwsAccount withOidcProvider(String issuer) {
    String path = issuer.startsWith(HTTPS) ? issuer.substring(HTTPS.length()) : issuer;
    if (!PROVIDER.matcher(path).matches()) {
      Problems problems = new Problems();
      problems.add(
          "'%s' is no OpenID Connect issuer.".formatted(issuer),
          "Write it as EKS shows it, such as"
              + " https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE.");
      problems.throwIfAny();
    }
    return new AwsAccount(account, region, Optional.of(path));
  }

  /**
   * The partition of the region, as ARNs begin with it: {@code aws}, {@code aws-cn} or {@code
   * aws-us-gov}.
   *
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon
   *     Resource Names</a>
   */
  public String partition() {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
