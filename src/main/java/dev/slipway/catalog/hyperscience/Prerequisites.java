package dev.slipway.catalog.hyperscience;

import dev.slipway.app.Application;
import dev.slipway.app.DeclaredAccount;
import dev.slipway.app.ServiceAccount;
import dev.slipway.backing.Binding;
import dev.slipway.identity.Identity;
import dev.slipway.pod.Volume;
import java.util.List;
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
          new DeclaredAccount(Workloads.operatorAccount(system.operatorRules()), List.of()));
    }
    OthersPods others = new OthersPods(system, volumeTypes());
    application.expects(others.expected());
    application.with(system.registry());
    new OthersAccess(system, services).addTo(application);
    application.with(new HandOff(system, others));
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
}
