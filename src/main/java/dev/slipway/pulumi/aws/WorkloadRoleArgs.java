package dev.slipway.pulumi.aws;

import com.pulumi.core.Output;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Text;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose role it is, and what IAM is to know of it beside its policies.
 *
 * @param namespace the namespace of the service account
 * @param serviceAccount the service account's name in the cluster
 * @param roleName the role's name; absent for one that Pulumi makes up
 * @param path the role's path in IAM; {@code /} where absent
 * @param permissionsBoundary the ARN of the policy that bounds what it may be allowed
 * @param tags may be empty
 */
public record WorkloadRoleArgs(
    Way way,
    String namespace,
    String serviceAccount,
    Optional<String> roleName,
    Optional<String> path,
    Optional<Output<String>> permissionsBoundary,
    Map<String, String> tags) {

  public WorkloadRoleArgs {
    tags = Copies.sorted(tags);
  }

  /** A role by EKS Pod Identity, which the cluster must have the add-on for. */
  public static Builder podIdentity(String namespace, String serviceAccount) {
    return new Builder(Way.POD_IDENTITY, namespace, serviceAccount);
  }

  /**
   * A role by IAM roles for service accounts. The cluster's OpenID Connect issuer must be declared,
   * and be an identity provider in IAM.
   */
  public static Builder irsa(String namespace, String serviceAccount) {
    return new Builder(Way.IRSA, namespace, serviceAccount);
  }

  /** How pods come to a role. */
  public enum Way {
    POD_IDENTITY,
    IRSA;

    Identity identity(Text arn) {
      return switch (this) {
        case POD_IDENTITY -> Identity.eksPodIdentity(arn);
        case IRSA -> Identity.eksIrsa(arn);
      };
    }
  }

  /** Collects what is to be known of a role. */
  public static final class Builder {
    private final Way way;
    private final String namespace;
    private final String serviceAccount;
    private final Map<String, String> tags = new TreeMap<>();
    private @Nullable String roleName;
    private @Nullable String path;
    private @Nullable Output<String> permissionsBoundary;

    private Builder(Way way, String namespace, String serviceAccount) {
      this.way = way;
      this.namespace = namespace;
      this.serviceAccount = serviceAccount;
    }

    /** The role's name, at most 64 characters; without one Pulumi makes it up. */
    public Builder roleName(String name) {
      roleName = name;
      return this;
    }

    /** The role's path in IAM, such as {@code /apps/}. */
    public Builder path(String inIam) {
      path = inIam;
      return this;
    }

    /** The ARN of the policy that bounds what the role may be allowed. */
    public Builder permissionsBoundary(Output<String> policyArn) {
      permissionsBoundary = policyArn;
      return this;
    }

    public Builder tag(String key, String value) {
      tags.put(key, value);
      return this;
    }

    public WorkloadRoleArgs build() {
      return new WorkloadRoleArgs(
          way,
          namespace,
          serviceAccount,
          Optional.ofNullable(roleName),
          Optional.ofNullable(path),
          Optional.ofNullable(permissionsBoundary),
          tags);
    }
  }
}
