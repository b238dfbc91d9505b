package dev.slipway.app;

import dev.slipway.backing.Binding;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.network.Egress;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of a network policy that lets pods out to anywhere. */
final class OpenEgress {
  private OpenEgress() {}

  /** Because services that the pods use have no addresses. */
  static void toServices(List<Binding> used, ObjectRef policy, Sink out) {
    for (Binding binding : used) {
      report(
          binding.egress(),
          "Pods may connect to anywhere at %s: for the %s no addresses are given.",
          "Give the ranges of addresses where it is, as a private endpoint or one's own network has"
              + " them.",
          policy,
          out);
    }
  }

  /** Because the cloud gives the pods their credentials at addresses that change. */
  static void forIdentity(Identity identity, ObjectRef policy, Sink out) {
    report(
        identity.egress(),
        "Pods may connect to anywhere at %s, to %s: its addresses change.",
        "Where that is too much, let them out by host names only: by a proxy, or by the policies"
            + " that the network plugin has for it.",
        policy,
        out);
  }

  /**
   * Tells of each egress to anywhere.
   *
   * @param message takes its ports, and what it is for
   */
  private static void report(
      List<Egress> all, String message, String remedy, ObjectRef policy, Sink out) {
    for (Egress egress : all) {
      if (egress.to().isEmpty()) {
        String told = message.formatted(ports(egress), egress.why());
        out.notice(Notice.info("egress-anywhere", told, remedy).about(policy));
      }
    }
  }

  private static String ports(Egress egress) {
    return egress.ports().isEmpty()
        ? "all ports"
        : egress.ports().stream()
            .map(port -> Integer.toString(port.port()))
            .collect(Collectors.joining(" and ", "port ", ""));
  }
}
