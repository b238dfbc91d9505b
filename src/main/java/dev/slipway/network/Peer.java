package dev.slipway.network;

import dev.slipway.manifest.Mapping;
import java.util.List;
import java.util.Map;

/** The other end of a connection, as a NetworkPolicy knows it. */
public sealed interface Peer {

  /** The entry of a policy's {@code from} or {@code to}. */
  Mapping toNode();

  /** Pods of the policy's own namespace; every one for no labels. */
  static Peer pods(Map<String, String> labels) {
    return new Pods(Map.copyOf(labels));
  }

  /** Every pod of the namespaces that carry the labels. */
  static Peer namespaces(Map<String, String> labels) {
    return new Namespaces(Map.copyOf(labels), Map.of());
  }

  /** The pods with some labels in the namespaces that carry others. */
  static Peer podsIn(Map<String, String> namespaceLabels, Map<String, String> podLabels) {
    return new Namespaces(Map.copyOf(namespaceLabels), Map.copyOf(podLabels));
  }

  /** Addresses of a range, such as {@code 10.0.0.0/16}, but for those of other ranges in it. */
  static Peer addresses(String cidr, String... except) {
    return new Addresses(cidr, List.of(except));
  }

  record Pods(Map<String, String> labels) implements Peer {
    @Override
    public Mapping toNode() {
      return Mapping.of("podSelector", Selectors.matchLabels(labels));
    }
  }

  record Namespaces(Map<String, String> namespaceLabels, Map<String, String> podLabels)
      implements Peer {
    @Override
    public Mapping toNode() {
      Mapping peer = Mapping.of("namespaceSelector", Selectors.matchLabels(namespaceLabels));
      return podLabels.isEmpty()
          ? peer
          : peer.with("podSelector", Selectors.matchLabels(podLabels));
    }
  }

  record Addresses(String cidr, List<String> except) implements Peer {
    @Override
    public Mapping toNode() {
      Mapping block = Mapping.of("cidr", cidr);
      return Mapping.of(
          "ipBlock",
          except.isEmpty()
              ? block
              : block.with("except", dev.slipway.manifest.Seq.ofStrings(except)));
    }
  }
}
