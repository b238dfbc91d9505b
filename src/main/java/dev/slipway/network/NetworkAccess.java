package dev.slipway.network;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may reach a workload's pods, and whom they may reach. Rendered as one NetworkPolicy that
 * selects the pods; what it does not name is refused.
 *
 * @param ingress connections that are let in
 * @param egress connections that are let out; not looked at where {@code egressOpen}
 * @param egressOpen whether the pods may connect to anywhere: the policy then says nothing of it
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Network
 *     policies</a>
 */
public record NetworkAccess(List<Rule> ingress, List<Egress> egress, boolean egressOpen) {
  public NetworkAccess {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /** Nobody is let in, and nothing out but name look-ups and what the workload's bindings need. */
  public static NetworkAccess closed() {
    return new NetworkAccess(List.of(), List.of(), false);
  }

  /** This access, and connections from a peer to some of the pods' ports (all for none given). */
  public NetworkAccess from(Peer peer, PolicyPort... ports) {
    return with(new Rule(List.of(peer), List.of(ports)));
  }

  /** This access, and connections from everywhere to some of the pods' ports. */
  public NetworkAccess fromAnywhere(PolicyPort... ports) {
    return with(new Rule(List.of(), List.of(ports)));
  }

  /** This access, and connections to somewhere. */
  public NetworkAccess to(Egress more) {
    List<Egress> all = new ArrayList<>(egress);
    all.add(more);
    return new NetworkAccess(ingress, all, egressOpen);
  }

  /** This access with no word on what the pods may connect to. */
  public NetworkAccess openEgress() {
    return new NetworkAccess(ingress, List.of(), true);
  }

  private NetworkAccess with(Rule rule) {
    List<Rule> all = new ArrayList<>(ingress);
    all.add(rule);
    return new NetworkAccess(all, egress, egressOpen);
  }

  /**
   * The NetworkPolicy's {@code spec}.
   *
   * @param selector which pods of the namespace it is for: a label selector
   * @param more connections that the workload's bindings need
   * @param cluster where the pods ask for names
   */
  public Mapping spec(Mapping selector, List<Egress> more, Cluster cluster) {
    Mapping.Builder spec = Mapping.builder().put("podSelector", selector);
    spec.put(
        "policyTypes",
        egressOpen ? Seq.of(Text.of("Ingress")) : Seq.of(Text.of("Ingress"), Text.of("Egress")));
    spec.putUnlessEmpty("ingress", Seq.from(ingress, Rule::toNode));
    if (!egressOpen) {
      List<Mapping> rules = new ArrayList<>();
      Egress names = NameLookups.in(cluster);
      rules.add(rule("to", names.to(), names.ports()));
      addOnce(rules, egress);
      addOnce(rules, more);
      spec.put("egress", Seq.of(rules));
    }
    return spec.build();
  }

  private static void addOnce(List<Mapping> rules, List<Egress> ways) {
    for (Egress way : ways) {
      Mapping rule = rule("to", way.to(), way.ports());
      if (!rules.contains(rule)) {
        rules.add(rule);
      }
    }
  }

  private static Mapping rule(String direction, List<Peer> peers, List<PolicyPort> ports) {
    return Mapping.builder()
        .putUnlessEmpty(direction, Seq.from(peers, Peer::toNode))
        .putUnlessEmpty("ports", Seq.from(ports, PolicyPort::toNode))
        .build();
  }

  /**
   * Connections that are let in.
   *
   * @param from the other ends; empty for everywhere
   * @param ports the pods' ports; empty for all
   */
  public record Rule(List<Peer> from, List<PolicyPort> ports) {
    public Rule {
      from = List.copyOf(from);
      ports = List.copyOf(ports);
    }

    Mapping toNode() {
      return rule("from", from, ports);
    }
  }
}
