package dev.slipway.app;

import dev.slipway.backing.Binding;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.network.Egress;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of a network policy that lets pods out to anywhere because a service has no addresses. */
final class OpenEgress {
  private OpenEgress() {}

  static void report(List<Binding> used, ObjectRef policy, Sink out) {
    for (Binding binding : used) {
      for (Egress egress : binding.egress()) {
        if (egress.to().isEmpty()) {
          out.notice(notice(egress).about(policy));
        }
      }
    }
  }

  private static Notice notice(Egress egress) {
    String ports =
        egress.ports().isEmpty()
            ? "all ports"
            : egress.ports().stream()
                .map(port -> Integer.toString(port.port()))
                .collect(Collectors.joining(" and ", "port ", ""));
    return Notice.info(
        "egress-anywhere",
        "Pods may connect to anywhere at %s: for the %s no addresses are given."
            .formatted(ports, egress.why()),
        "Give the ranges of addresses where it is, as a private endpoint or one's own network has"
            + " them.");
  }
}
