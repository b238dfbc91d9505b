package dev.slipway.app;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.Taint;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a workload's pods may stand: node groups by name, whose labels are selected and whose
 * taints are tolerated, and whatever else is wished for.
 *
 * @param groups node groups of which the pods must go on one; empty for any node
 * @param preferred a node group that is better than others
 * @param nodeSelector labels that a node must carry, beside those of the groups
 * @param spread how the pods are spread; empty for none given, and a list for exactly these
 */
public record Placement(
    List<String> groups,
    Optional<String> preferred,
    Map<String, String> nodeSelector,
    List<Toleration> tolerations,
    List<PodAffinity> affinities,
    Optional<List<Spread>> spread) {
  public static final Placement ANYWHERE =
      new Placement(List.of(), Optional.empty(), Map.of(), List.of(), List.of(), Optional.empty());

  public Placement {
    groups = List.copyOf(groups);
    nodeSelector = Map.copyOf(nodeSelector);
    tolerations = List.copyOf(tolerations);
    affinities = List.copyOf(affinities);
    spread = spread.isPresent() ? Optional.of(List.copyOf(spread.get())) : spread;
  }

  /** On the nodes of these groups only. */
  public static Placement on(String... groups) {
    return ANYWHERE.withGroups(List.of(groups));
  }

  public Placement withGroups(List<String> names) {
    return new Placement(names, preferred, nodeSelector, tolerations, affinities, spread);
  }

  /** Rather on the nodes of this group than on others. */
  public Placement preferring(String group) {
    return new Placement(groups, Optional.of(group), nodeSelector, tolerations, affinities, spread);
  }

  public Placement selecting(Map<String, String> labels) {
    return new Placement(groups, preferred, labels, tolerations, affinities, spread);
  }

  public Placement tolerating(Toleration... more) {
    List<Toleration> all = new ArrayList<>(tolerations);
    all.addAll(List.of(more));
    return new Placement(groups, preferred, nodeSelector, all, affinities, spread);
  }

  public Placement affinity(PodAffinity more) {
    List<PodAffinity> all = new ArrayList<>(affinities);
    all.add(more);
    return new Placement(groups, preferred, nodeSelector, tolerations, all, spread);
  }

  /** Spread in exactly these ways; none for no argument. */
  public Placement spread(Spread... ways) {
    return new Placement(
        groups, preferred, nodeSelector, tolerations, affinities, Optional.of(List.of(ways)));
  }

  /**
   * Puts {@code nodeSelector}, {@code affinity} and {@code tolerations} into a pod's spec.
   *
   * @throws InvalidInputException if the cluster lacks a group, or one cannot be told from others
   */
  public void renderInto(Mapping.Builder pod, Cluster cluster) {
    if (this == ANYWHERE) {
      return;
    }
    List<NodeGroup> on = selected(cluster);
    Map<String, String> selector = new TreeMap<>(nodeSelector);
    if (on.size() == 1) {
      selector.putAll(on.get(0).labels());
    }
    if (!selector.isEmpty()) {
      pod.put("nodeSelector", Mapping.ofStrings(selector));
    }
    List<Map<String, String>> terms = new ArrayList<>();
    if (on.size() > 1) {
      for (NodeGroup group : on) {
        terms.add(group.labels());
      }
    }
    pod.putUnlessEmpty("affinity", affinity(terms, better(cluster)))
        .putUnlessEmpty("tolerations", tolerated(on, cluster));
  }

  /**
   * Puts {@code affinity} and {@code tolerations} into a spec that has no place for a node
   * selector, as those of custom resources may have none: what would be selected is a required node
   * affinity.
   *
   * @throws InvalidInputException if the cluster lacks a group, or one cannot be told from others
   */
  public void renderAsAffinity(Mapping.Builder spec, Cluster cluster) {
    List<NodeGroup> on = selected(cluster);
    List<Map<String, String>> terms = new ArrayList<>();
    for (NodeGroup group : on) {
      terms.add(both(group.labels(), nodeSelector));
    }
    if (on.isEmpty() && !nodeSelector.isEmpty()) {
      terms.add(nodeSelector);
    }
    spec.putUnlessEmpty("affinity", affinity(terms, better(cluster)))
        .putUnlessEmpty("tolerations", tolerated(on, cluster));
  }

  private List<NodeGroup> selected(Cluster cluster) {
    List<NodeGroup> on = new ArrayList<>(groups.size());
    for (String group : groups) {
      on.add(cluster.nodeGroup(group));
    }
    for (NodeGroup group : on) {
      requireLabels(group);
    }
    return on;
  }

  private @Nullable NodeGroup better(Cluster cluster) {
    return preferred.isPresent() ? cluster.nodeGroup(preferred.get()) : null;
  }

  private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
    Map<String, String> both = new TreeMap<>(one);
    both.putAll(other);
    return both;
  }

  private Seq tolerated(List<NodeGroup> on, Cluster cluster) {
    Set<Mapping> tolerated = new LinkedHashSet<>();
    for (Toleration toleration : tolerations) {
      tolerated.add(toleration.toNode());
    }
    for (NodeGroup group : on) {
      tolerate(group, tolerated);
    }
    if (preferred.isPresent()) {
      tolerate(cluster.nodeGroup(preferred.get()), tolerated);
    }
    return Seq.of(tolerated);
  }

  private static void tolerate(NodeGroup group, Set<Mapping> tolerated) {
    for (Taint taint : group.taints()) {
      tolerated.add(Toleration.of(taint).toNode());
    }
  }

  private Mapping affinity(List<Map<String, String>> required, @Nullable NodeGroup better) {
    Mapping.Builder node = Mapping.builder();
    if (!required.isEmpty()) {
      node.put(
          "requiredDuringSchedulingIgnoredDuringExecution",
          Mapping.of("nodeSelectorTerms", Seq.from(required, Placement::term)));
    }
    if (better != null) {
      requireLabels(better);
      node.put(
          "preferredDuringSchedulingIgnoredDuringExecution",
          Seq.of(Mapping.of("weight", Scalar.of(100), "preference", term(better.labels()))));
    }
    return Mapping.builder()
        .putUnlessEmpty("nodeAffinity", node.build())
        .putUnlessEmpty("podAffinity", podTerms(false))
        .putUnlessEmpty("podAntiAffinity", podTerms(true))
        .build();
  }

  private Mapping podTerms(boolean apart) {
    if (affinities.isEmpty()) {
      return Mapping.EMPTY;
    }
    List<Node> required = new ArrayList<>();
    List<Node> preferred = new ArrayList<>();
    for (PodAffinity affinity : affinities) {
      if (affinity.apart() == apart) {
        (affinity.weight().isEmpty() ? required : preferred).add(affinity.toNode());
      }
    }
    return Mapping.builder()
        .putUnlessEmpty("requiredDuringSchedulingIgnoredDuringExecution", Seq.of(required))
        .putUnlessEmpty("preferredDuringSchedulingIgnoredDuringExecution", Seq.of(preferred))
        .build();
  }

  private static Mapping term(Map<String, String> labels) {
    return Mapping.of(
        "matchExpressions",
        Seq.from(
            new TreeMap<>(labels).entrySet(),
            label ->
                Mapping.builder()
                    .put("key", label.getKey())
                    .put("operator", "In")
                    .put("values", Seq.of(Text.of(label.getValue())))
                    .build()));
  }

  private static void requireLabels(NodeGroup group) {
    if (group.labels().isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
              "The node group '" + group.name() + "' has no labels, so no pod can be put on it.",
              "Give it a label that its nodes carry and others do not. A cloud tag is no label."));
    }
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Placement placement
        && groups.equals(placement.groups)
        && preferred.equals(placement.preferred)
        && nodeSelector.equals(placement.nodeSelector)
        && tolerations.equals(placement.tolerations)
        && affinities.equals(placement.affinities)
        && spread.equals(placement.spread);
  }

  @Override
  public int hashCode() {
    return Objects.hash(groups, preferred, nodeSelector, tolerations, affinities, spread);
  }
}
