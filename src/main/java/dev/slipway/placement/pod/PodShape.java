package dev.slipway.placement.pod;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that decides where a pod can stand; the pods of a workload share one.
 *
 * @param namespaceLabels of the namespace that it is in
 * @param nodeName the only node it may stand on; empty for any
 * @param requiredNodes alternatives, of which a node must meet one; absent where there is no such
 *     affinity
 * @param counted what quotas count, by the names that quotas have for it
 */
public record PodShape(
    String namespace,
    Map<String, String> namespaceLabels,
    Map<String, String> labels,
    Requests requests,
    String nodeName,
    Map<String, String> nodeSelector,
    Optional<List<NodeTerm>> requiredNodes,
    List<Toleration> tolerations,
    List<HostPort> hostPorts,
    List<AffinityTerm> affinity,
    List<AffinityTerm> antiAffinity,
    List<SpreadConstraint> spread,
    List<ClaimUse> claims,
    int priority,
    Map<String, Long> counted) {
  public PodShape {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    hostPorts = List.copyOf(hostPorts);
    claims = List.copyOf(claims);
  }

  /** The same pod with other labels, tolerations or nodes. */
  PodShape bound(List<Toleration> others, Optional<List<NodeTerm>> nodes) {
    return new PodShape(
        namespace,
        namespaceLabels,
        labels,
        requests,
        nodeName,
        nodeSelector,
        nodes,
        others,
        hostPorts,
        affinity,
        antiAffinity,
        spread,
        claims,
        priority,
        counted);
  }

  /** The same pod, selecting nodes by labels alone: what a node must have for it to go there. */
  public boolean selects(String node, Map<String, String> nodeLabels) {
    for (Map.Entry<String, String> wanted : nodeSelector.entrySet()) {
      if (!wanted.getValue().equals(nodeLabels.get(wanted.getKey()))) {
        return false;
      }
    }
    return requiredNodes.isEmpty()
        || requiredNodes.get().stream().anyMatch(term -> term.matches(node, nodeLabels));
  }

  /** Whether one of its selectors looks at a label. */
  boolean mentions(String key) {
    return affinity.stream().anyMatch(term -> term.selector().mentions(key))
        || antiAffinity.stream().anyMatch(term -> term.selector().mentions(key))
        || spread.stream().anyMatch(constraint -> constraint.selector().mentions(key));
  }

  /** All that it says, for comparison. */
  List<Object> content() {
    return List.of(
        namespace,
        namespaceLabels,
        labels,
        requests,
        nodeName,
        nodeSelector,
        requiredNodes,
        tolerations,
        hostPorts,
        affinity,
        antiAffinity,
        spread,
        claims,
        priority,
        counted);
  }

  // Pods share a shape by being given the same one; to compare them by content would be slow.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
