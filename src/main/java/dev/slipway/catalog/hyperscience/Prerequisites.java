package dev.slipway.catalog.hyperscience;

import dev.slipway.app.Application;
import dev.slipway.app.DeclaredAccount;
import dev.slipway.app.DeclaredPolicy;
import dev.slipway.app.ExpectedPods;
import dev.slipway.app.ServiceAccount;
import dev.slipway.backing.Binding;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.Peer;
import dev.slipway.pod.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Hyperscience stands on beside its workloads: accounts for pods that others start, policies.
 */
final class Prerequisites {
  private final Hyperscience system;
  private final List<Binding> services;

  Prerequisites(Hyperscience system) {
    this.system = system;
    services =
        List.of(system.database().binding(system.names().database()), FileStores.binding(system));
  }

  void addTo(Application.Builder application) {
    if (system.prerequisitesOnly()) {
      application.with(new DeclaredAccount(system.platformAccount(), services));
      application.with(new DeclaredAccount(ServiceAccount.of("trainer"), List.of()));
      application.with(
          new DeclaredAccount(Workloads.operatorAccount(Operator.DEFAULT_RULES), List.of()));
    }
    // Blocks are pods of the platform's kind, whoever starts them.
    application.expects(
        new ExpectedPods(
            system.prerequisitesOnly()
                ? List.of("platform", "trainer", "operator")
                : List.of("platform"),
            Workloads.security(),
            volumeTypes(),
            system.prerequisitesOnly()));
    application.with(system.registry());
    application.with(new DeclaredPolicy("blocks", others(), access(), services));
  }

  /** Those that the page names, and what an identity's token or a secret store is mounted by. */
  private Set<String> volumeTypes() {
    Set<String> types = new TreeSet<>(Workloads.VOLUMES);
    if (system.identity().filter(Identity::projectsToken).isPresent()) {
      types.add("projected");
    }
    if (services.stream()
        .flatMap(service -> service.mounts().stream())
        .anyMatch(mount -> mount.volume() instanceof Volume.Csi)) {
      types.add("csi");
    }
    return types;
  }

  private NetworkAccess access() {
    NetworkAccess access =
        NetworkAccess.closed()
            .from(Peer.pods(Map.of()))
            .to(new Egress(List.of(Peer.pods(Map.of())), List.of(), "the rest of Hyperscience"));
    for (Egress egress : system.identity().map(Identity::egress).orElse(List.of())) {
      access = access.to(egress);
    }
    return system.prerequisitesOnly() ? access.to(Egress.toClusterApi()) : access;
  }

  /**
   * The pods that no policy of a workload is for: blocks, and all of them where only prerequisites
   * are declared. Policies add up, so one for every pod would open what the others close.
   */
  private Mapping others() {
    List<String> ours = new ArrayList<>();
    if (!system.prerequisitesOnly()) {
      ours.add(Workloads.PLATFORM);
      ours.add(Workloads.OPERATOR);
      system.trainers().forEach(trainer -> ours.add(trainer.workload()));
    }
    if (ours.isEmpty()) {
      return Mapping.EMPTY;
    }
    return Mapping.of(
        "matchExpressions",
        Seq.of(
            Mapping.of(
                "key",
                Text.of("app.kubernetes.io/component"),
                "operator",
                Text.of("NotIn"),
                "values",
                Seq.ofStrings(ours))));
  }
}
