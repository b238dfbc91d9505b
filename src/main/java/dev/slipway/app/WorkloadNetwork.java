package dev.slipway.app;

import dev.slipway.backing.Binding;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.network.Egress;
import dev.slipway.network.Exposure;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import dev.slipway.network.ServicePort;
import dev.slipway.pod.Container;
import dev.slipway.pod.Port;
import dev.slipway.pod.PortRef;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renders how a workload's pods are reached, and whom they may reach. */
final class WorkloadNetwork {
  private final Workload workload;
  private final WorkloadNames names;
  private final Target target;
  private final Sink out;
  private final Origin origin;
  private final WaysIn waysIn;

  WorkloadNetwork(Workload workload, WorkloadNames names, Target target, Sink out, Origin origin) {
    this.workload = workload;
    this.names = names;
    this.target = target;
    this.out = out;
    this.origin = origin;
    waysIn = new WaysIn(workload, names, target, out, origin);
  }

  void renderServices() {
    Set<String> rendered = new HashSet<>();
    for (Exposure exposure : workload.exposures()) {
      renderService(exposure);
      rendered.add(names.service(exposure));
    }
    if (target.strict() && workload.controller() instanceof Controller.StatefulSet set) {
      String headless = names.headless(set);
      if (!rendered.contains(headless)) {
        renderService(Exposure.headless().name(headless).build());
      }
    }
  }

  private void renderService(Exposure exposure) {
    Mapping labels =
        Mapping.builder()
            .putAll(names.labels())
            .putAll(Mapping.ofStrings(exposure.labels()))
            .build();
    add(
        Types.SERVICE,
        names.service(exposure),
        labels,
        Mapping.ofStrings(waysIn.annotations(exposure)),
        exposure.spec(names.selector()));
  }

  void renderWaysIn() {
    waysIn.render();
  }

  void renderPolicy() {
    Optional<NetworkAccess> given = workload.network();
    if (given.isEmpty() && !target.strict()) {
      return;
    }
    NetworkAccess access = given.isPresent() ? given.get() : defaultAccess();
    for (Map<String, String> controllers : waysIn.controllerNamespaces()) {
      access =
          access.from(Peer.namespaces(controllers), served(waysIn.first().ports().subList(0, 1)));
    }
    List<Binding> used = new ArrayList<>();
    List<Egress> needed = new ArrayList<>();
    for (Workload.Use use : workload.uses()) {
      used.add(use.binding());
      needed.addAll(use.binding().egress());
    }
    Optional<Identity> identity = workload.identity();
    if (identity.isPresent()) {
      needed.addAll(identity.get().egress());
    }
    Optional<ServiceAccount> account = workload.serviceAccount();
    if (account.isPresent() && account.get().mountsToken()) {
      needed.add(Egress.toClusterApi());
    }
    Mapping pods = Mapping.of("matchLabels", names.selector());
    add(
        Types.NETWORK_POLICY,
        names.object(),
        names.labels(),
        Mapping.EMPTY,
        access.spec(pods, needed, target.cluster()));
    if (!access.egressOpen()) {
      ObjectRef policy = new ObjectRef(Types.NETWORK_POLICY, target.namespace(), names.object());
      OpenEgress.toServices(used, policy, out);
      if (identity.isPresent()) {
        OpenEgress.forIdentity(identity.get(), policy, out);
      }
    }
  }

  /** The namespace's own pods at the containers' ports; everybody where a Service reaches out. */
  private NetworkAccess defaultAccess() {
    List<PolicyPort> open = new ArrayList<>();
    for (Container container : workload.lastingContainers()) {
      for (Port port : container.ports()) {
        open.add(policyPort(port));
      }
    }
    PolicyPort[] ports = open.toArray(new PolicyPort[0]);
    NetworkAccess access = NetworkAccess.closed();
    if (ports.length > 0) {
      access = access.from(Peer.pods(Map.of()), ports);
      for (Exposure exposure : workload.exposures()) {
        PolicyPort[] reached = served(exposure.ports());
        if (exposure.type().external() && reached.length > 0) {
          access = access.fromAnywhere(reached);
        }
      }
    }
    return access.to(new Egress(List.of(Peer.pods(Map.of())), List.of(), "its own namespace"));
  }

  /** The containers' ports that some ports of a Service lead to. */
  private PolicyPort[] served(List<ServicePort> ports) {
    List<PolicyPort> served = new ArrayList<>();
    for (Container container : workload.lastingContainers()) {
      for (Port port : container.ports()) {
        if (isTargetOfAny(port, ports)) {
          served.add(policyPort(port));
        }
      }
    }
    return served.toArray(new PolicyPort[0]);
  }

  private static boolean isTargetOfAny(Port port, List<ServicePort> services) {
    for (ServicePort service : services) {
      if (isTarget(port, service)) {
        return true;
      }
    }
    return false;
  }

  private static PolicyPort policyPort(Port port) {
    return new PolicyPort(port.protocol().orElse("TCP"), port.number());
  }

  private static boolean isTarget(Port port, ServicePort service) {
    if (service.target().isEmpty()) {
      return service.port() == port.number();
    }
    PortRef to = service.target().get();
    return to.equals(PortRef.of(port.name())) || to.equals(PortRef.of(port.number()));
  }

  private void add(
      GroupVersionKind type, String name, Mapping labels, Mapping annotations, Mapping spec) {
    out.object(target.object(type, name, labels, annotations, Mapping.of("spec", spec), origin));
  }
}
