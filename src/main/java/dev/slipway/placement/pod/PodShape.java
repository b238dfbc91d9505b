package dev.slipway.placement.pod;

import dev.slipway.manifest.Copies;
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
 * @param quotaUse what quotas look at
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
    QuotaUse quotaUse) {
  private static final String REVISION = "pod-template-hash";
  private static final String NEXT = "-next";

  public PodShape {
    labels = Copies.inOrder(labels);
    hostPorts = List.copyOf(hostPorts);
    claims = List.copyOf(claims);
  }

  /** A pod that takes what is to be kept free on some nodes; it tolerates all that they have. */
  public static PodShape keptFree(long cpu, long memory, List<String> nodes) {
    return new PodShape(
        "",
        Map.of(),
        Map.of(),
        new Requests(cpu, memory, 0, Map.of()),
        "",
        Map.of(),
        Optional.of(
            List.of(
                new NodeTerm(List.of(), List.of(new Requirement("metadata.name", "In", nodes))))),
        List.of(new Toleration("", "Exists", "", "")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        QuotaUse.NONE);
  }

  /** The same pod with other tolerations and nodes. */
  PodShape bound(List<Toleration> others, Optional<List<NodeTerm>> nodes) {
    return with(requests, nodes, others, claims);
  }

  private PodShape with(
      Requests otherRequests,
      Optional<List<NodeTerm>> otherNodes,
      List<Toleration> otherTolerations,
      List<ClaimUse> otherClaims) {
    return new PodShape(
        namespace,
        namespaceLabels,
        labels,
        otherRequests,
        nodeName,
        nodeSelector,
        otherNodes,
        otherTolerations,
        hostPorts,
        affinity,
        antiAffinity,
        spread,
        otherClaims,
        priority,
        quotaUse);
  }

  /** Whether a volume of it that is not made yet will be reached from some nodes only. */
  public boolean settles() {
    for (ClaimUse claim : claims) {
      if (claim.reach() != Reach.ANYWHERE) {
        return true;
      }
    }
    return false;
  }

  /** Its claims once their volumes were made while it stood on a node. */
  public List<ClaimUse> claimsOn(Place node) {
    return claims.stream().map(claim -> claim.madeOn(node)).toList();
  }

  /** The same pod with other claims. */
  public PodShape with(List<ClaimUse> others) {
    return with(requests, requiredNodes, tolerations, others);
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

  /** The same pod with another request for CPU, in thousandths of a core. */
  public PodShape withCpu(long cpu) {
    return with(
        new Requests(cpu, requests.memory(), requests.ephemeralStorage(), requests.extended()),
        requiredNodes,
        tolerations,
        claims);
  }

  /** The same pod of a workload's next revision, which has another hash of its template. */
  public PodShape nextRevision() {
    if (!mentions(REVISION)) {
      return this;
    }
    Map<String, String> next = new LinkedHashMap<>(labels);
    next.computeIfPresent(REVISION, (key, hash) -> hash + NEXT);
    return new PodShape(
        namespace,
        namespaceLabels,
        next,
        requests,
        nodeName,
        nodeSelector,
        requiredNodes,
        tolerations,
        hostPorts,
        revised(affinity),
        revised(antiAffinity),
        spread.stream().map(each -> each.with(revised(each.selector()))).toList(),
        claims,
        priority,
        quotaUse);
  }

  private List<AffinityTerm> revised(List<AffinityTerm> terms) {
    return terms.stream().map(term -> term.with(revised(term.selector()))).toList();
  }

  /** A selector that means the pods of one's own revision means those of the next. */
  private LabelSelector revised(LabelSelector selector) {
    return selector.replacing(
        REVISION, hash -> hash.equals(labels.get(REVISION)) ? hash + NEXT : hash);
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
        quotaUse);
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
