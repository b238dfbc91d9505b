package dev.slipway.render;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Suggestions;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds network policies that let in, or out to, pods of their own namespace of which there is
 * none. Namespaces in which somebody else starts pods are let be.
 */
final class DanglingPeers {
  private final Map<String, List<Set<String>>> labels = new HashMap<>();

  private DanglingPeers() {}

  /**
   * Gives a notice for each policy that has one.
   *
   * @param shared namespaces in which there will be pods that no manifest shows
   */
  static void report(List<Manifest> everything, Set<String> shared, Sink out) {
    DanglingPeers peers = new DanglingPeers();
    for (Manifest manifest : everything) {
      peers.note(manifest);
    }
    for (Manifest manifest : everything) {
      if (manifest.ref().kind().equals("NetworkPolicy")
          && !shared.contains(manifest.ref().namespace())) {
        peers.judge(manifest, out);
      }
    }
  }

  private void note(Manifest manifest) {
    Optional<PodTemplate> pod = PodTemplate.of(manifest);
    if (pod.isPresent()) {
      labels
          .computeIfAbsent(manifest.ref().namespace(), n -> new ArrayList<>())
          .add(pairs(pod.get().metadata().mapping("labels")));
    }
  }

  private void judge(Manifest policy, Sink out) {
    List<Set<String>> pods = labels.getOrDefault(policy.ref().namespace(), List.of());
    for (Set<String> wanted : wanted(policy.spec())) {
      if (pods.stream().noneMatch(pod -> pod.containsAll(wanted))) {
        out.notice(
            Notice.warning(
                    "dangling-peer",
                    "It names pods with %s, and namespace '%s' has none."
                        .formatted(String.join(" and ", wanted), policy.ref().namespace()),
                    remedy(wanted, pods))
                .about(policy.ref()));
      }
    }
  }

  private static String remedy(Set<String> wanted, List<Set<String>> pods) {
    Set<String> there = new TreeSet<>();
    pods.forEach(there::addAll);
    return wanted.stream()
        .filter(pair -> !there.contains(pair))
        .map(pair -> Suggestions.didYouMean(pair, there))
        .filter(near -> !near.isEmpty())
        .findFirst()
        .orElse("Correct the labels, or waive this where somebody else starts such pods.");
  }

  /** The labels of each peer that is pods of the policy's own namespace. */
  private static Set<Set<String>> wanted(Mapping spec) {
    Set<Set<String>> wanted = new LinkedHashSet<>();
    add(spec.seq("ingress"), "from", wanted);
    add(spec.seq("egress"), "to", wanted);
    wanted.remove(Set.of());
    return wanted;
  }

  private static void add(Seq rules, String direction, Set<Set<String>> wanted) {
    for (Node rule : rules) {
      if (rule instanceof Mapping peers) {
        for (Node peer : peers.seq(direction)) {
          if (peer instanceof Mapping one && !one.has("namespaceSelector")) {
            wanted.add(pairs(one.mapping("podSelector").mapping("matchLabels")));
          }
        }
      }
    }
  }

  private static Set<String> pairs(Mapping labels) {
    Set<String> pairs = new TreeSet<>();
    for (int i = 0; i < labels.size(); i++) {
      pairs.add(labels.key(i) + "=" + labels.string(labels.key(i)));
    }
    return pairs;
  }
}
