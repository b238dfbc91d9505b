package dev.slipway.placement.filter;

import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.Nodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks the filters about one pod: quickly whether a node takes it, and at leisure why not. */
public final class PodTests {
  private final Nodes nodes;
  private final List<NodeTest> all = new ArrayList<>();
  private final NodeTest[] changing;
  private final NodeTest[] lasting;
  private final int[] candidates;
  private final Optional<String> rejection;
  private final Optional<Set<String>> only;
  private final Set<String> narrowedBy = new TreeSet<>();

  /**
   * Prepares the filters.
   *
   * @param shared candidates of pods that ask the same of nodes, to be used and added to
   */
  PodTests(PodShape pod, Assignment placed, Map<Object, int[]> shared) {
    nodes = placed.nodes();
    List<NodeTest> fixed = new ArrayList<>();
    List<NodeTest> others = new ArrayList<>();
    List<NodeTest> stay = new ArrayList<>();
    Optional<String> why = Optional.empty();
    Optional<Set<String>> names = Optional.empty();
    for (Filter filter : Filters.DEFAULT) {
      NodeTest test = filter.prepare(pod, placed);
      if (test != Anywhere.PASSES) {
        all.add(test);
        (filter.isFixed() ? fixed : others).add(test);
        if (!filter.isFixed()) {
          stay.add(filter.lasting(pod, placed));
        }
      }
      why = why.or(() -> filter.rejects(pod));
      Optional<Set<String>> those = filter.only(pod);
      if (those.isPresent()) {
        narrowedBy.add(filter.name());
        names = those;
      }
    }
    rejection = why;
    only = names;
    changing = others.toArray(new NodeTest[0]);
    lasting = stay.toArray(new NodeTest[0]);
    Object wish =
        List.of(
            pod.nodeName(),
            pod.nodeSelector(),
            pod.requiredNodes(),
            pod.tolerations(),
            pod.claims());
    candidates = shared.computeIfAbsent(wish, any -> candidates(fixed));
  }

  private int[] candidates(List<NodeTest> fixed) {
    int[] found = new int[nodes.size()];
    int count = 0;
    for (int node = 0; node < found.length; node++) {
      boolean passes = true;
      for (int i = 0; i < fixed.size() && passes; i++) {
        passes = fixed.get(i).passes(node);
      }
      if (passes) {
        found[count++] = node;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The nodes that can ever take the pod, whatever stands on them; not to be changed. */
  public int[] candidates() {
    return candidates;
  }

  /** Whether one of the candidates takes the pod as things stand. */
  public boolean takes(int candidate) {
    for (NodeTest test : changing) {
      if (!test.passes(candidate)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the candidates might take the pod if more pods came: if not, it never will. */
  public boolean mayTake(int candidate) {
    for (NodeTest test : lasting) {
      if (!test.passes(candidate)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a node is among the candidates. */
  public boolean isCandidate(int node) {
    return Arrays.binarySearch(candidates, node) >= 0;
  }

  /** Whether the pod is refused before any node is looked at. */
  public boolean isRejected() {
    return rejection.isPresent();
  }

  /** What the scheduler says if no node takes the pod as things stand. */
  public String message() {
    FitMessage message = new FitMessage(nodes.size());
    if (rejection.isPresent()) {
      return message.rejected(rejection.get());
    }
    if (only.isPresent() && only.get().isEmpty()) {
      return message.rejected("node(s) didn't satisfy plugin " + narrowedBy.iterator().next());
    }
    for (int node = 0; node < nodes.size(); node++) {
      if (only.isPresent() && !only.get().contains(nodes.get(node).name())) {
        message.add(Refusal.of("node(s) didn't satisfy plugin(s) " + narrowedBy));
        continue;
      }
      @Nullable Refusal refusal = first(node);
      if (refusal != null) {
        message.add(refusal);
      }
    }
    return message.toString();
  }

  private @Nullable Refusal first(int node) {
    for (NodeTest test : all) {
      @Nullable Refusal refusal = test.on(node);
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }
}
