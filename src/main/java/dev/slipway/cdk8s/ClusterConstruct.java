package dev.slipway.cdk8s;

import dev.slipway.app.Application;
import dev.slipway.check.Waiver;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.KnownTexts;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.PlainValues;
import dev.slipway.render.Collected;
import dev.slipway.render.Plan;
import dev.slipway.render.Planner;
import dev.slipway.security.SecurityProfile;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cdk8s.plus28.AbstractPod;
import software.constructs.Construct;

/**
 * A cluster and its node groups in a construct tree, anywhere in an app.
 *
 * <p>It adds no object of its own. With it in the tree, {@code app.synth()} fails before it writes
 * anything when an object of any chart breaks a rule at error level. Applications are put on it
 * with {@link ApplicationConstruct}; anybody's cdk8s-plus workloads with {@link
 * NodeGroupConstruct#attract}.
 */
public final class ClusterConstruct extends Construct {
  private final Cluster cluster;
  private final ClusterProps props;
  private final Map<String, NodeGroupConstruct> groups = new LinkedHashMap<>();
  private final SharedObjects shared = new SharedObjects();
  private final WholeApp check;

  public ClusterConstruct(Construct scope, String id, Cluster cluster) {
    this(scope, id, cluster, ClusterProps.NONE);
  }

  public ClusterConstruct(Construct scope, String id, Cluster cluster, ClusterProps props) {
    super(scope, id);
    this.cluster = cluster;
    this.props = props;
    check = new WholeApp(this, cluster, props);
    Map<AbstractPod, String> attracted = new IdentityHashMap<>();
    ConstructThread.build(
        this,
        () -> {
          TreeSide.cluster(
              this, props.scope() == CheckScope.NONE ? Optional.empty() : Optional.of(check));
          for (NodeGroup group : cluster.nodeGroups()) {
            groups.put(group.name(), new NodeGroupConstruct(this, group, attracted));
          }
        });
  }

  public Cluster cluster() {
    return cluster;
  }

  /**
   * A node group of the cluster.
   *
   * @throws dev.slipway.manifest.InvalidInputException if it has none of that name
   */
  public NodeGroupConstruct nodeGroup(String name) {
    return Objects.requireNonNull(groups.get(cluster.nodeGroup(name).name()));
  }

  /**
   * Gives the pods of a cdk8s-plus workload the security contexts of a profile, as this cluster
   * wants them, in place of those that cdk8s-plus sets. Add the containers first: one that is added
   * later keeps what cdk8s-plus gives it.
   */
  public void secure(AbstractPod workload, SecurityProfile profile) {
    ConstructThread.build(
        this,
        () -> {
          PodFields pod = PodFields.of(workload);
          pod.set("securityContext", plain(profile.podContext(cluster)));
          Object container = plain(profile.containerContext(cluster));
          for (String list : List.of("containers", "initContainers")) {
            for (int i = 0; i < pod.containers(list).size(); i++) {
              pod.set(list + "/" + i + "/securityContext", container);
            }
          }
        });
  }

  private static Object plain(Mapping context) {
    return Objects.requireNonNull(PlainValues.of(context, KnownTexts.INSTANCE));
  }

  /** What an application is on this cluster. */
  Plan plan(Application application, ApplicationProps asked) {
    Planner planner = Planner.on(cluster).application(application);
    props.namespaces().stream()
        .filter(namespace -> namespace.name().equals(application.namespace()))
        .forEach(planner::namespace);
    asked.patches().forEach(planner::patch);
    Plan plan = planner.plan();
    check.add(plan, List.of());
    return plan;
  }

  /** Takes what an environment on this cluster knows beside its objects. */
  void take(Plan plan, List<Waiver> accepted) {
    check.add(plan, accepted);
  }

  /** Takes what something else that was rendered for this cluster knows beside its objects. */
  void take(Collected rendered) {
    check.add(rendered.declared(), rendered.notices());
  }

  SharedObjects shared() {
    return shared;
  }
}
