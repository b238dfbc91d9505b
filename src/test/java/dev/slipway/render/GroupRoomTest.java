package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.app.Application;
import dev.slipway.app.Replicas;
import dev.slipway.app.Workload;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.SystemPods;
import dev.slipway.manifest.Quantity;
import dev.slipway.pod.Container;
import dev.slipway.pod.Resources;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * On a plain Kubernetes, a machine of 8 cores and 32 GiB keeps 100 MiB under which it evicts, and
 * takes 110 pods; of that the cluster's own pods have half a core, 924 MiB and 10.
 */
class GroupRoomTest {
  private static NodeGroup.Builder group(String name) {
    return NodeGroup.builder(name)
        .label("role", name)
        .machine(MachineType.of("8", "32Gi"))
        .systemPods(SystemPods.of("500m", "924Mi", 10));
  }

  private static Cluster cluster(int nodes) {
    return Cluster.builder("test")
        .kubernetes("1.34")
        .nodeGroup(group("platform").nodes(1, nodes).build())
        .nodeGroup(group("trainer").taint("dedicated=trainer:NoSchedule").nodes(1).build())
        .build();
  }

  private static Workload.Builder web(String cpu, String memory) {
    return Workload.deployment("web")
        .onNodeGroup("platform")
        .container(
            Container.builder("web", "web:1").resources(Resources.requests(cpu, memory)).build());
  }

  private static List<Notice> notices(int nodes, Application application) {
    return Planner.on(cluster(nodes)).application(application).plan().notices();
  }

  private static Application.Builder shop(Workload... workloads) {
    Application.Builder shop = Application.builder("shop");
    for (Workload workload : workloads) {
      shop.workload(workload);
    }
    return shop;
  }

  private static Application blocks(String cpu, String memory, int pods, Workload workload) {
    return shop(workload)
        .with(
            (target, out) ->
                out.declare(
                    new Declaration.Headroom(
                        "platform",
                        Quantity.of(cpu),
                        Quantity.of(memory),
                        pods,
                        "the blocks of a flow")))
        .build();
  }

  @Test
  void aPodThatIsAsLargeAsItsNodeFits() {
    assertThat(notices(1, shop(web("7500m", "31Gi").build()).build())).isEmpty();
  }

  @Test
  void aPodThatIsLargerThanEveryNodeOfItsGroup() {
    List<Notice> notices = notices(4, shop(web("7501m", "1Gi").build()).build());

    assertThat(notices)
        .extracting(Notice::rule, Notice::severity, Notice::message)
        .containsExactly(
            tuple(
                "pod-larger-than-node",
                Notice.Severity.ERROR,
                "A pod of it fits no node: it asks for 7501m cpu, and a node of group 'platform'"
                    + " has 7500m (8 less 500m for the cluster's own pods)."));
    assertThat(notices.get(0).object().orElseThrow()).hasToString("Deployment shop/shop-web");
  }

  @Test
  void whatStandsOnEveryNodeTakesItsPart() {
    Workload agent =
        Workload.daemonSet("agent")
            .container(
                Container.builder("agent", "agent:1")
                    .resources(Resources.requests("1", "1Gi"))
                    .build())
            .build();

    assertThat(notices(1, shop(web("6500m", "30Gi").build(), agent).build())).isEmpty();
    assertThat(notices(1, shop(web("6500m", "30721Mi").build(), agent).build()))
        .extracting(Notice::message)
        .containsExactly(
            "Node group 'platform' has too little memory: 30721Mi for workloads make 30721Mi, and 1"
                + " node of 30Gi (32668Mi less 924Mi for the cluster's own pods less 1Gi for"
                + " DaemonSets) have 30Gi.",
            "A pod of it fits no node: it asks for 30721Mi memory, and a node of group 'platform'"
                + " has 30Gi (32668Mi less 924Mi for the cluster's own pods less 1Gi for"
                + " DaemonSets).");
  }

  @Test
  void initContainersCountAloneAndSidecarsBesideAll() {
    Workload workload =
        web("4", "1Gi")
            .initContainer(
                Container.builder("proxy", "proxy:1")
                    .sidecar()
                    .resources(Resources.requests("1", "1Gi"))
                    .build())
            .initContainer(
                Container.builder("migrate", "migrate:1")
                    .resources(Resources.requests("7", "1Gi"))
                    .build())
            .build();

    assertThat(notices(1, shop(workload).build()))
        .extracting(Notice::message)
        .contains(
            "A pod of it fits no node: it asks for 8 cpu, and a node of group 'platform' has 7500m"
                + " (8 less 500m for the cluster's own pods).");
  }

  @Test
  void workloadsAndHeadroomFillAGroupAtItsLargest() {
    Workload twoPods = web("3500m", "1Gi").replicas(2).build();

    assertThat(notices(2, blocks("8", "10Gi", 20, twoPods))).isEmpty();
    assertThat(notices(2, blocks("8001m", "10Gi", 20, twoPods)))
        .extracting(Notice::rule, Notice::message)
        .containsExactly(
            tuple(
                "group-too-small",
                "Node group 'platform' has too little cpu: 7 for workloads and 8001m for the blocks"
                    + " of a flow make 15001m, and 2 nodes of 7500m (8 less 500m for the cluster's"
                    + " own pods) have 15."));
  }

  @Test
  void podsHaveRoomToo() {
    assertThat(notices(1, blocks("1", "1Gi", 99, web("1", "1Gi").build()))).isEmpty();
    assertThat(notices(1, blocks("1", "1Gi", 100, web("1", "1Gi").build())))
        .extracting(Notice::message)
        .containsExactly(
            "Node group 'platform' has room for too few pods: 1 for workloads and 100 for the"
                + " blocks of a flow make 101, and 1 node of 100 (110 less 10 for the cluster's own"
                + " pods) have 100.");
  }

  @Test
  void anAutoscalersMinimumIsWhatMustFit() {
    Workload scaled = web("3", "1Gi").replicas(Replicas.autoscaled(2, 10).atCpu(70)).build();

    assertThat(notices(1, shop(scaled).build())).isEmpty();
  }

  @Test
  void podsThatMayGoOnSeveralGroupsAreHeldAgainstNone() {
    Workload anywhere =
        Workload.deployment("web")
            .replicas(4)
            .container(
                Container.builder("web", "web:1").resources(Resources.requests("4", "1Gi")).build())
            .build();
    Cluster open =
        Cluster.builder("test")
            .kubernetes("1.34")
            .nodeGroup(group("a").nodes(1).build())
            .nodeGroup(group("b").nodes(1).build())
            .build();

    assertThat(Planner.on(open).application(shop(anywhere).build()).plan().notices()).isEmpty();
  }

  @Test
  void aGroupWhoseTaintIsNotToleratedIsNone() {
    Workload anywhere =
        Workload.deployment("web")
            .replicas(3)
            .container(
                Container.builder("web", "web:1").resources(Resources.requests("4", "1Gi")).build())
            .build();

    assertThat(notices(1, shop(anywhere).build()))
        .extracting(Notice::message)
        .containsExactly(
            "Node group 'platform' has too little cpu: 12 for workloads make 12, and 1 node of"
                + " 7500m (8 less 500m for the cluster's own pods) have 7500m.");
  }
}
