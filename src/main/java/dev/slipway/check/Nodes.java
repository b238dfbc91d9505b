package dev.slipway.check;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Node;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The labels of the nodes that a cluster has, or may come to have. */
public final class Nodes {
  private final Optional<Cluster> cluster;
  private @Nullable List<Map<String, String>> labels;
  private final Map<Map<String, String>, Boolean> judgedPairs = new HashMap<>();
  private final Map<Seq, Boolean> judgedTerms = new HashMap<>();

  Nodes(Optional<Cluster> cluster) {
    this.cluster = cluster;
  }

  /** Whether any node is known. */
  public boolean areKnown() {
    return cluster.isPresent() && !cluster.get().nodeGroups().isEmpty();
  }

  /** Whether a node has every one of the labels. */
  public boolean anyHas(Map<String, String> pairs) {
    return judgedPairs.computeIfAbsent(
        pairs, wanted -> anyMatches(new Selector(wanted, Seq.EMPTY)));
  }

  /** Whether a node meets one of the terms of a required node affinity. */
  public boolean anyMeets(Seq terms) {
    return judgedTerms.computeIfAbsent(terms, this::anyMeetsOne);
  }

  private boolean anyMeetsOne(Seq terms) {
    for (dev.slipway.manifest.Node term : terms) {
      if (term instanceof Mapping written) {
        boolean byName = !written.seq("matchFields").isEmpty();
        Selector selector = new Selector(Map.of(), written.seq("matchExpressions"));
        if (byName || (!selector.isEmpty() && anyMatches(selector))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean anyMatches(Selector selector) {
    for (Map<String, String> node : all()) {
      if (selector.matches(node)) {
        return true;
      }
    }
    return false;
  }

  private List<Map<String, String>> all() {
    List<Map<String, String>> known = labels;
    if (known == null) {
      Set<Map<String, String>> distinct = new LinkedHashSet<>();
      for (Node node : cluster.orElseThrow().nodesAtMost()) {
        distinct.add(node.labels());
      }
      known = new ArrayList<>(distinct);
      labels = known;
    }
    return known;
  }
}
