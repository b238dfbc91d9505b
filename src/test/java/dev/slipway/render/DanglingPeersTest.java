package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.Application;
import dev.slipway.app.ExpectedPods;
import dev.slipway.app.Workload;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.Peer;
import dev.slipway.pod.Container;
import dev.slipway.security.SecurityProfile;
import dev.slipway.target.Notice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DanglingPeersTest {
  private static final Cluster CLUSTER = Cluster.builder("test").kubernetes("1.34").build();

  private static Workload workload(String name, NetworkAccess access) {
    return Workload.deployment(name)
        .podLabel("tier", name)
        .container(Container.builder("it", "it:1").port("http", 8080).build())
        .network(access)
        .build();
  }

  private static List<Notice> notices(Application.Builder shop) {
    return Planner.on(CLUSTER).application(shop.build()).plan().notices();
  }

  private static Application.Builder shop(Peer letIn) {
    return Application.builder("shop")
        .workload(workload("web", NetworkAccess.closed()))
        .workload(workload("api", NetworkAccess.closed().from(letIn)));
  }

  @Test
  void podsOfTheNamespaceThatThereAreNoneOf() {
    assertThat(notices(shop(Peer.pods(Map.of("tier", "wbe")))))
        .containsExactly(
            Notice.warning(
                    "dangling-peer",
                    "It names pods with tier=wbe, and namespace 'shop' has none.",
                    "Did you mean 'tier=web'?")
                .about(ObjectRef.of("networking.k8s.io/v1", "NetworkPolicy", "shop", "shop-api")));
  }

  @Test
  void podsThatThereAreAndPodsOfOtherNamespacesAreFine() {
    assertThat(notices(shop(Peer.pods(Map.of("tier", "web"))))).isEmpty();
    assertThat(notices(shop(Peer.pods(Map.of())))).isEmpty();
    assertThat(notices(shop(Peer.podsIn(Map.of("team", "x"), Map.of("tier", "wbe"))))).isEmpty();
  }

  @Test
  void whereSomebodyElseStartsPodsNothingIsSaid() {
    ExpectedPods theirs =
        new ExpectedPods(List.of("theirs"), SecurityProfile.restricted(), Set.of(), false);

    assertThat(notices(shop(Peer.pods(Map.of("tier", "wbe"))).expects(theirs))).isEmpty();
  }
}
