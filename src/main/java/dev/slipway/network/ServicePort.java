package dev.slipway.network;

import dev.slipway.manifest.Mapping;
import dev.slipway.pod.PortRef;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A port of a Service.
 *
 * @param name empty where the Service has one port only and it needs no name
 * @param port 1 to 65535
 * @param target the pods' port; the same number where empty
 * @param nodePort 30000 to 32767 by default; Kubernetes chooses one where empty
 */
public record ServicePort(
    String name,
    int port,
    Optional<PortRef> target,
    Optional<String> protocol,
    OptionalInt nodePort) {

  public static ServicePort of(int port, int target) {
    return new ServicePort(
        "", port, Optional.of(PortRef.of(target)), Optional.empty(), OptionalInt.empty());
  }

  /** A port that leads to the pods' port of the same name. */
  public static ServicePort of(String name, int port) {
    return new ServicePort(
        name, port, Optional.of(PortRef.of(name)), Optional.empty(), OptionalInt.empty());
  }

  public static ServicePort of(String name, int port, PortRef target) {
    return new ServicePort(name, port, Optional.of(target), Optional.empty(), OptionalInt.empty());
  }

  public ServicePort protocol(String protocolName) {
    return new ServicePort(name, port, target, Optional.of(protocolName), nodePort);
  }

  public ServicePort nodePort(int number) {
    return new ServicePort(name, port, target, protocol, OptionalInt.of(number));
  }

  Mapping toNode() {
    Mapping.Builder node = Mapping.builder();
    if (!name.isEmpty()) {
      node.put("name", name);
    }
    if (protocol.isPresent()) {
      node.put("protocol", protocol.get());
    }
    node.put("port", port);
    if (target.isPresent()) {
      node.put("targetPort", target.get().toNode());
    }
    if (nodePort.isPresent()) {
      node.put("nodePort", nodePort.getAsInt());
    }
    return node.build();
  }
}
