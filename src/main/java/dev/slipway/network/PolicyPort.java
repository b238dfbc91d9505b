package dev.slipway.network;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;

/**
 * A port that a NetworkPolicy allows.
 *
 * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
 * @param port 1 to 65535
 */
public record PolicyPort(String protocol, int port) {

  public static PolicyPort tcp(int port) {
    return new PolicyPort("TCP", port);
  }

  public static PolicyPort udp(int port) {
    return new PolicyPort("UDP", port);
  }

  /** The entry of a policy rule's {@code ports}. */
  public Mapping toNode() {
    return Mapping.of("protocol", Text.of(protocol), "port", Scalar.of(port));
  }
}
