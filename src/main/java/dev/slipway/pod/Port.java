package dev.slipway.pod;

import dev.slipway.manifest.Mapping;
import java.util.Optional;

/**
 * A port that a container listens on.
 *
 * @param name an IANA service name: at most 15 lower-case letters, digits and dashes; empty for
 *     none
 * @param number 1 to 65535
 * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}; empty where it is left to Kubernetes,
 *     which takes TCP
 */
public record Port(String name, int number, Optional<String> protocol) {

  public static Port of(String name, int number) {
    return new Port(name, number, Optional.empty());
  }

  public static Port of(int number) {
    return new Port("", number, Optional.empty());
  }

  public Port protocol(String name) {
    return new Port(this.name, number, Optional.of(name));
  }

  /** The entry of the container's {@code ports}. */
  public Mapping toNode() {
    Mapping.Builder node = Mapping.builder();
    if (!name.isEmpty()) {
      node.put("name", name);
    }
    node.put("containerPort", number);
    if (protocol.isPresent()) {
      node.put("protocol", protocol.get());
    }
    return node.build();
  }
}
