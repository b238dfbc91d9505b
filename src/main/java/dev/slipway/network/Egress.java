package dev.slipway.network;

import java.util.List;

/**
 * Connections that pods open.
 *
 * @param to the other ends; empty for anywhere
 * @param ports the other ends' ports; empty for all
 * @param why what the connections are for, for messages and the hand-off
 */
public record Egress(List<Peer> to, List<PolicyPort> ports, String why) {
  public Egress {
    to = List.copyOf(to);
    ports = List.copyOf(ports);
  }

  /** Connections to one TCP port anywhere. */
  public static Egress toPort(int port, String why) {
    return new Egress(List.of(), List.of(PolicyPort.tcp(port)), why);
  }

  /** Connections to the cluster's API, whose address no policy can know: its usual ports. */
  public static Egress toClusterApi() {
    return new Egress(
        List.of(), List.of(PolicyPort.tcp(443), PolicyPort.tcp(6443)), "the cluster's API");
  }
}
