package dev.slipway.pulumi.aws;

import com.pulumi.aws.eks.PodIdentityAssociation;
import com.pulumi.aws.eks.PodIdentityAssociationArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.slipway.cluster.Cluster;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import dev.slipway.pulumi.CloudSide;
import dev.slipway.render.Plan;
import dev.slipway.target.Defaults;
import dev.slipway.target.Document;
import dev.slipway.target.Naming;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The IAM role of a service account: its trust, its rights, and where it is by Pod Identity its
 * association.
 *
 * <p>What the application says to need is what it gets: its documents, those that stand in {@code
 * cloud/} beside the manifests, become the role's policies as they are. Give the application {@link
 * #identity()}; its pods then start after the role has its rights.
 */
public final class WorkloadRole extends CloudSide {
  private final String who;
  private final WorkloadRoleArgs args;
  private final Role role;
  private final Text arn;
  private final Mapping trust;
  private @Nullable IdentityDocuments granted;
  private List<Resource> rights = List.of();

  public WorkloadRole(String name, Cluster cluster, WorkloadRoleArgs args) {
    this(name, cluster, args, ComponentResourceOptions.Empty);
  }

  /**
   * Registers the role, without rights yet.
   *
   * @param cluster the cluster on which the service account is
   * @throws dev.slipway.pulumi.RefusedException if the cluster has no identities of that kind
   */
  public WorkloadRole(
      String name, Cluster cluster, WorkloadRoleArgs args, ComponentResourceOptions options) {
    super("slipway:aws:WorkloadRole", name, options);
    this.who = "Role '" + name + "'";
    this.args = args;
    trust = fitting(who, () -> trust(cluster));
    String subject = args.namespace() + "/" + args.serviceAccount();
    RoleArgs.Builder asked =
        RoleArgs.builder()
            .assumeRolePolicy(output(new Document.Cloud("", trust).content()))
            .description("Service account %s of cluster %s".formatted(subject, cluster.name()));
    args.roleName().ifPresent(asked::name);
    args.path().ifPresent(asked::path);
    args.permissionsBoundary().ifPresent(asked::permissionsBoundary);
    if (!args.tags().isEmpty()) {
      asked.tags(args.tags());
    }
    role = new Role(name, asked.build(), child().build());
    arn = told("ARN of role '" + name + "'", role.arn());
    registerOutputs(Map.of("arn", role.arn()));
  }

  /** The identity of this role, for the service account that it is for. */
  public Identity identity() {
    return args.way().identity(arn);
  }

  /** The role's ARN. */
  public Output<String> arn() {
    return role.arn();
  }

  private Mapping trust(Cluster cluster) {
    Target target =
        new Target(
            cluster,
            args.namespace(),
            new Naming(args.serviceAccount(), args.serviceAccount(), ""),
            Defaults.STRICT);
    // Who may take a role on does not hang on its ARN, which is not there yet.
    Text later = Text.deferred(new RoleToCome(args.serviceAccount()));
    List<Document> documents =
        args.way().identity(later).documents(target, args.serviceAccount(), List.of());
    return IdentityDocuments.trustOf(args.serviceAccount(), documents);
  }

  @Override
  protected List<Resource> completedFor(Plan plan) {
    IdentityDocuments documents =
        IdentityDocuments.of(plan.documents(), args.serviceAccount(), trust, who);
    @Nullable IdentityDocuments before = granted;
    if (before == null) {
      granted = documents;
      rights = registered(documents);
    } else {
      documents.checkSameAs(before, who);
    }
    return rights;
  }

  private List<Resource> registered(IdentityDocuments documents) {
    List<Resource> resources = new ArrayList<>(List.of(role));
    documents
        .permissions()
        .ifPresent(
            policy ->
                resources.add(
                    new RolePolicy(
                        pulumiResourceName(),
                        RolePolicyArgs.builder()
                            .role(role.name())
                            .name(args.serviceAccount())
                            .policy(output(policy.content()))
                            .build(),
                        child().build())));
    documents.association().ifPresent(document -> resources.add(association(document.json())));
    return resources;
  }

  private PodIdentityAssociation association(Mapping document) {
    return new PodIdentityAssociation(
        pulumiResourceName(),
        PodIdentityAssociationArgs.builder()
            .clusterName(text(document, "clusterName"))
            .namespace(text(document, "namespace"))
            .serviceAccount(text(document, "serviceAccount"))
            .roleArn(text(document, "roleArn"))
            .tags(args.tags().isEmpty() ? null : Output.of(args.tags()))
            .build(),
        child().build());
  }

  private static Output<String> text(Mapping document, String key) {
    return output((Text) Optional.ofNullable(document.get(key)).orElseThrow());
  }
}
