package dev.slipway.catalog.hyperscience;

import dev.slipway.app.Application;
import dev.slipway.app.DeclaredPolicy;
import dev.slipway.backing.Binding;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.Peer;
import dev.slipway.network.Selectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Network policies for pods that somebody else starts. Policies add up: one for every pod would
 * open what another closes, so each leaves out the pods that have one of their own.
 */
record OthersAccess(Hyperscience system, List<Binding> services) {
  private static final String COMPONENT = "app.kubernetes.io/component";

  void addTo(Application.Builder application) {
    if (!system.prerequisitesOnly()) {
      application.with(new DeclaredPolicy("blocks", blocks(), ofBlocks(), services));
      // A block with the component of a workload and not its other labels is nobody's otherwise.
      application.with(
          new DeclaredPolicy("default", Mapping.EMPTY, NetworkAccess.closed(), List.of()));
      return;
    }
    VendorChart chart = system.chart().orElse(VendorChart.UNKNOWN);
    application.with(new DeclaredPolicy("blocks", butTrainer(chart), ofChart(chart), services));
    if (!chart.trainerPods().isEmpty()) {
      application.with(
          new DeclaredPolicy(
              "trainer",
              Selectors.matchLabels(chart.trainerPods()),
              NetworkAccess.closed().to(platformApi(chart)),
              List.of()));
    }
    if (!chart.platformPods().isEmpty() && chart.ingressFrom().isPresent()) {
      application.with(
          new DeclaredPolicy(
              "platform",
              Selectors.matchLabels(chart.platformPods()),
              fromController(NetworkAccess.closed().openEgress(), chart),
              List.of()));
    }
  }

  private NetworkAccess ofBlocks() {
    NetworkAccess access =
        NetworkAccess.closed().from(Peer.pods(Map.of())).to(Workloads.ownNamespace());
    for (Egress egress : system.identity().map(Identity::egress).orElse(List.of())) {
      access = access.to(egress);
    }
    return access;
  }

  /** The operator is among these pods, and talks to the cluster's API. */
  private NetworkAccess ofChart(VendorChart chart) {
    NetworkAccess access = ofBlocks().to(Egress.toClusterApi());
    return chart.platformPods().isEmpty() ? fromController(access, chart) : access;
  }

  private static NetworkAccess fromController(NetworkAccess access, VendorChart chart) {
    return chart.ingressFrom().map(Peer::namespaces).map(access::from).orElse(access);
  }

  private static Egress platformApi(VendorChart chart) {
    return new Egress(List.of(Peer.pods(chart.platformPods())), List.of(), "the platform's API");
  }

  private static Mapping butTrainer(VendorChart chart) {
    for (Map.Entry<String, String> label : chart.trainerPods().entrySet()) {
      return except(label.getKey(), List.of(label.getValue()));
    }
    return Mapping.EMPTY;
  }

  /** The pods that no policy of a workload is for. */
  private Mapping blocks() {
    List<String> ours = new ArrayList<>(List.of(Workloads.PLATFORM, Workloads.OPERATOR));
    system.trainers().forEach(trainer -> ours.add(trainer.workload()));
    return except(COMPONENT, ours);
  }

  private static Mapping except(String label, List<String> values) {
    return Mapping.of(
        "matchExpressions",
        Seq.of(
            Mapping.of(
                "key",
                Text.of(label),
                "operator",
                Text.of("NotIn"),
                "values",
                Seq.ofStrings(values))));
  }
}
