package dev.slipway.placement.filter;

import dev.slipway.placement.pod.NodeTerm;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Requirement;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.PlacementNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps pods off nodes that their node selector or required node affinity does not mean. */
final class NodeAffinity implements Filter {
  static final String REASON = "node(s) didn't match Pod's node affinity/selector";
  static final String CONFLICT = "pod affinity terms conflict";
  private static final Refusal REFUSAL = Refusal.of(REASON);

  @Override
  public String name() {
    return "NodeAffinity";
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public NodeTest prepare(PodShape pod, Assignment placed) {
    if (pod.nodeSelector().isEmpty() && pod.requiredNodes().isEmpty()) {
      return Anywhere.PASSES;
    }
    return node -> {
      PlacementNode there = placed.nodes().get(node);
      return pod.selects(there.name(), there.labels()) ? null : REFUSAL;
    };
  }

  @Override
  public Optional<String> rejects(PodShape pod) {
    return only(pod).filter(Set::isEmpty).map(none -> CONFLICT);
  }

  /** Where every alternative names nodes, no others are looked at. */
  @Override
  public Optional<Set<String>> only(PodShape pod) {
    if (pod.requiredNodes().isEmpty() || pod.requiredNodes().get().isEmpty()) {
      return Optional.empty();
    }
    Set<String> all = new LinkedHashSet<>();
    for (NodeTerm term : pod.requiredNodes().get()) {
      @Nullable Set<String> names = null;
      for (Requirement field : term.fields()) {
        if (field.key().equals("metadata.name") && field.operator().equals("In")) {
          if (names == null) {
            names = new LinkedHashSet<>(field.values());
          } else {
            names.retainAll(field.values());
          }
        }
      }
      if (names == null) {
        return Optional.empty();
      }
      all.addAll(names);
    }
    return Optional.of(all);
  }
}
