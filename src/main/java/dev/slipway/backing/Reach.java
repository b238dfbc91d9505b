package dev.slipway.backing;

import dev.slipway.manifest.Problems;
import dev.slipway.network.AddressRanges;
import dev.slipway.network.Egress;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import java.util.List;

/**
 * Where a service is reached.
 *
 * @param peers the other ends; empty for anywhere
 * @param port the TCP port, 1 to 65535
 */
record Reach(List<Peer> peers, int port) {
  static final int HTTP = 80;
  static final int HTTPS = 443;
  private static final int LAST_PORT = 65535;

  Reach {
    peers = List.copyOf(peers);
  }

  Egress egress(String why) {
    return new Egress(peers, List.of(PolicyPort.tcp(port)), why);
  }

  void check(Problems problems) {
    if (port < 1 || port > LAST_PORT) {
      problems.add("There is no port " + port + ".", "Give 1 to " + LAST_PORT + ".");
    }
    for (Peer peer : peers) {
      if (peer instanceof Peer.Addresses addresses) {
        checkRange(addresses.cidr(), problems);
        addresses.except().forEach(range -> checkRange(range, problems));
      }
    }
  }

  private static void checkRange(String range, Problems problems) {
    AddressRanges.check(range)
        .ifPresent(why -> problems.add("'" + range + "' " + why + ".", "Correct the range."));
  }
}
