package dev.slipway.placement.search;

import dev.slipway.placement.filter.Filters;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Requests;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.Nodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether pods can be placed on nodes. What goes in decides what comes out, to the last
 * node: lots are drawn from fixed seeds.
 */
public final class Search {
  /** How much less work one group may take than all of them. */
  private static final int STEPS_AROUND = 20;

  /** How much more work a probe is than a step. */
  private static final int STEPS_OF_A_PROBE = 200;

  private final Assignment placed;
  private final Filters filters;
  private final List<Pod> pods;
  private final List<Pod> bound;
  private final Effort effort;
  private @Nullable Certainty certainty;

  /**
   * A search over an assignment, which is left as it was found.
   *
   * @param bound pods that stand there already
   * @param pods those that are to be placed; they are taken by priority, and among equals as given
   */
  public Search(
      Assignment placed, Filters filters, List<Pod> bound, List<Pod> pods, Effort effort) {
    this.placed = placed;
    this.filters = filters;
    this.bound = List.copyOf(bound);
    this.pods = inOrder(pods);
    this.effort = effort;
  }

  /**
   * A search over nodes on which nothing stands but the bound pods; those without a node do not.
   */
  public static Search on(Nodes nodes, List<Pod> pods, Effort effort) {
    Assignment placed = new Assignment(nodes, pods.stream().map(Pod::shape).toList());
    List<Pod> bound = new ArrayList<>();
    List<Pod> free = new ArrayList<>();
    for (Pod pod : pods) {
      int node = pod.bound() ? nodes.named(pod.shape().nodeName()) : -1;
      if (node >= 0) {
        placed.place(pod.shape(), node);
        bound.add(pod);
      } else if (!pod.bound()) {
        free.add(pod);
      }
    }
    return new Search(placed, new Filters(placed), bound, free, effort);
  }

  /** As the scheduler's queue has them. */
  private static List<Pod> inOrder(List<Pod> pods) {
    List<Pod> sorted = new ArrayList<>(pods);
    sorted.sort((a, b) -> Integer.compare(b.shape().priority(), a.shape().priority()));
    return List.copyOf(sorted);
  }

  /** The pods in the order in which they are taken. */
  public List<Pod> pods() {
    return pods;
  }

  public Outcome decide() {
    int[] order = ascending();
    Run usual = new Run(placed, filters, pods);
    boolean all = usual.go(order, Choice.of(Choice.Rule.EMPTIEST), true);
    int[] nodes = usual.nodes();
    usual.takeBack();
    if (all) {
      return certainty().isProved() ? schedules(nodes, false) : scheduled(nodes);
    }
    Map<Pod, String> unplaced = unplaced(usual, nodes);
    List<Group> groups = Group.of(pods, filters::of);
    Optional<String> proof = new Impossibility(placed, bound, groups).proof();
    if (proof.isPresent()) {
      return impossible(nodes, unplaced, proof.get());
    }
    int[] none = new int[0];
    for (int[] another : orders()) {
      int[] witness = anyRun(another);
      if (witness.length > 0) {
        return new Outcome(
            Verdict.FITS_IF_REPACKED, true, pods, witness, another, nodes, unplaced, "");
      }
    }
    Optional<Outcome> bumped = withTheMissedFirst(nodes, unplaced);
    if (bumped.isPresent()) {
      return bumped.get();
    }
    Optional<Group> hopeless = hopeless(groups);
    if (hopeless.isPresent()) {
      return impossible(
          nodes,
          unplaced,
          "Every way to put the pods of %s and those around them was tried."
              .formatted(hopeless.get().name()));
    }
    if (new Probing(placed, filters, effort.steps() / STEPS_OF_A_PROBE).isHopeless(pods)) {
      return impossible(
          nodes,
          unplaced,
          "Wherever those stand that keep others away, there is no place for all.");
    }
    if (crampedPart(groups)) {
      return impossible(
          nodes,
          unplaced,
          "Every way to fill some of the nodes with those that must go there was tried.");
    }
    NodeByNode filling = new NodeByNode(placed, groups, effort.steps());
    if (filling.isHopeless()) {
      return impossible(
          nodes, unplaced, "Every way to fill the nodes with what pods request was tried.");
    }
    Optional<Outcome> filled = follow(filling.solution(), groups, nodes, unplaced);
    if (filled.isPresent()) {
      return filled.get();
    }
    Packing packing = new Packing(placed, filters, pods, groups, groups, effort.steps());
    if (packing.search()) {
      return new Outcome(
          Verdict.FITS_IF_REPACKED,
          true,
          pods,
          packing.nodes(),
          packing.order(),
          nodes,
          unplaced,
          "");
    }
    return packing.isExhausted()
        ? impossible(nodes, unplaced, "Every way to put the pods on the nodes was tried.")
        : new Outcome(Verdict.UNDECIDED, false, pods, none, none, nodes, unplaced, "");
  }

  /**
   * Whether each pod of a shape is certain of another node when its own is closed, whichever that
   * is and wherever the others stand. Where it is not certain it may be so all the same.
   */
  public boolean hasAnotherNode(PodShape shape) {
    return certainty().isProvedWithoutANode(shape);
  }

  /**
   * Whether so many more pods of a shape are certain of a node, wherever all others stand. Where it
   * is not certain it may be so all the same.
   */
  public boolean hasRoomForMore(PodShape shape, int more) {
    return certainty().isProvedFor(shape, more);
  }

  private Certainty certainty() {
    Certainty known = certainty;
    if (known == null) {
      known = new Certainty(placed, filters, pods);
      certainty = known;
    }
    return known;
  }

  /** Tries again and again, each time taking first what was left over the time before. */
  private Optional<Outcome> withTheMissedFirst(int[] attempt, Map<Pod, String> unplaced) {
    List<Choice> choices =
        List.of(
            Choice.of(Choice.Rule.FULLEST),
            Choice.of(Choice.Rule.EMPTIEST),
            Choice.byLot(1),
            Choice.byLot(2));
    for (Choice choice : choices) {
      int[] order = largestFirst();
      for (int round = 0; round < effort.choices(); round++) {
        Run run = new Run(placed, filters, pods);
        boolean all = run.go(order, new Choice(choice.rule(), choice.lot() + 2L * round), true);
        int[] nodes = run.nodes();
        run.takeBack();
        if (all) {
          return Optional.of(
              new Outcome(
                  Verdict.FITS_IF_REPACKED, true, pods, nodes, order, attempt, unplaced, ""));
        }
        order = missedFirst(order, nodes);
      }
    }
    return Optional.empty();
  }

  private static int[] missedFirst(int[] order, int[] nodes) {
    int[] next = new int[order.length];
    int at = 0;
    for (int number : order) {
      if (nodes[number] < 0) {
        next[at++] = number;
      }
    }
    for (int number : order) {
      if (nodes[number] >= 0) {
        next[at++] = number;
      }
    }
    return next;
  }

  /** Whether the groups that can only go to some of the nodes cannot all go there. */
  private boolean crampedPart(List<Group> groups) {
    Set<BitSet> parts = new LinkedHashSet<>();
    groups.forEach(group -> parts.add(group.nodes()));
    for (BitSet part : parts) {
      List<Group> inside =
          groups.stream()
              .filter(
                  group -> {
                    BitSet outside = (BitSet) group.nodes().clone();
                    outside.andNot(part);
                    return outside.isEmpty();
                  })
              .toList();
      if (inside.size() < groups.size()
          && new NodeByNode(placed, inside, effort.steps() / STEPS_AROUND).isHopeless()) {
        return true;
      }
    }
    return false;
  }

  /** What comes of a way to fill the nodes, if the filters let it come about. */
  private Optional<Outcome> follow(
      Map<Integer, int[]> solution, List<Group> groups, int[] attempt, Map<Pod, String> unplaced) {
    if (solution.isEmpty()) {
      return Optional.empty();
    }
    int[] wanted = new int[pods.size()];
    for (int i = 0; i < groups.size(); i++) {
      int next = 0;
      for (Map.Entry<Integer, int[]> node : solution.entrySet()) {
        for (int k = 0; k < node.getValue()[i]; k++) {
          wanted[groups.get(i).members().get(next++)] = node.getKey();
        }
      }
    }
    Run run = new Run(placed, filters, pods);
    int[] order = run.follow(wanted);
    run.takeBack();
    return order.length < wanted.length
        ? Optional.empty()
        : Optional.of(
            new Outcome(
                Verdict.FITS_IF_REPACKED, true, pods, wanted, order, attempt, unplaced, ""));
  }

  /** A group that has no place beside those that shun it or that it needs near. */
  private Optional<Group> hopeless(List<Group> groups) {
    for (Group group : groups) {
      List<Group> around = new ArrayList<>(List.of(group));
      for (Group other : groups) {
        if (other != group && group.minds(other)) {
          around.add(other);
        }
      }
      List<Pod> some = new ArrayList<>();
      List<Group> renumbered = new ArrayList<>();
      around.forEach(each -> renumbered.add(each.renumbered(pods, some)));
      Packing packing =
          new Packing(placed, filters, some, groups, renumbered, effort.steps() / STEPS_AROUND);
      if (packing.isHopeless()) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  private Outcome impossible(int[] attempt, Map<Pod, String> unplaced, String proof) {
    int[] none = new int[0];
    return new Outcome(Verdict.IMPOSSIBLE, false, pods, none, none, attempt, unplaced, proof);
  }

  /** Several ways in which the scheduler may have placed all pods: each pod's node. */
  public List<int[]> starts() {
    List<Choice> choices = new ArrayList<>(List.of(Choice.of(Choice.Rule.EMPTIEST)));
    if (effort.choices() > 0) {
      choices.add(Choice.of(Choice.Rule.FULLEST));
      choices.add(Choice.of(Choice.Rule.FIRST));
      choices.add(Choice.of(Choice.Rule.LAST));
      choices.add(Choice.byLot(1));
      choices.add(Choice.byLot(2));
    }
    List<int[]> starts = new ArrayList<>();
    for (Choice choice : choices) {
      Run run = new Run(placed, filters, pods);
      boolean all = run.go(ascending(), choice, false);
      int[] nodes = run.nodes();
      run.takeBack();
      if (all && starts.stream().noneMatch(known -> Arrays.equals(known, nodes))) {
        starts.add(nodes);
      }
    }
    return starts;
  }

  /** All have a place as the scheduler is expected to choose; other choices may do worse. */
  private Outcome scheduled(int[] nodes) {
    // Equal pods come in one order only, and that was found to place them all.
    boolean orders = pods.stream().anyMatch(pod -> pod.shape() != pods.get(0).shape());
    boolean dependsOnOrder = orders && (fails(descending()) || fails(smallestFirst()));
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of(Choice.Rule.FULLEST));
    if (effort.choices() > 0) {
      choices.add(Choice.of(Choice.Rule.FIRST));
      choices.add(Choice.of(Choice.Rule.LAST));
    }
    for (int lot = 1; lot <= effort.choices(); lot++) {
      choices.add(Choice.byLot(lot));
      dependsOnOrder = dependsOnOrder || orders && fails(shuffled(lot));
    }
    for (Choice choice : choices) {
      Run run = new Run(placed, filters, pods);
      boolean all = run.go(ascending(), choice, true);
      int[] attempt = run.nodes();
      run.takeBack();
      if (!all) {
        return new Outcome(
            Verdict.FITS_IF_REPACKED,
            dependsOnOrder,
            pods,
            nodes,
            ascending(),
            attempt,
            unplaced(run, attempt),
            "");
      }
    }
    return schedules(nodes, dependsOnOrder);
  }

  private Outcome schedules(int[] nodes, boolean dependsOnOrder) {
    return new Outcome(
        Verdict.SCHEDULES, dependsOnOrder, pods, nodes, ascending(), new int[0], Map.of(), "");
  }

  private boolean fails(int[] order) {
    Run run = new Run(placed, filters, pods);
    boolean all = run.go(order, Choice.of(Choice.Rule.EMPTIEST), false);
    run.takeBack();
    return !all;
  }

  /** Orders in which the pods might all find a place. */
  private List<int[]> orders() {
    List<int[]> orders = new ArrayList<>(List.of(largestFirst(), ascending(), descending()));
    for (int lot = 1; lot <= effort.choices(); lot++) {
      orders.add(shuffled(lot));
    }
    return orders;
  }

  /** Where the pods go in the first of several runs that places them all; empty where none does. */
  private int[] anyRun(int[] order) {
    for (Choice.Rule rule : List.of(Choice.Rule.FULLEST, Choice.Rule.EMPTIEST, Choice.Rule.FIRST)) {
      Run run = new Run(placed, filters, pods);
      boolean all = run.go(order, Choice.of(rule), false);
      int[] nodes = run.nodes();
      run.takeBack();
      if (all) {
        return nodes;
      }
    }
    return new int[0];
  }

  private Map<Pod, String> unplaced(Run run, int[] nodes) {
    Map<Pod, String> messages = new LinkedHashMap<>();
    for (int i = 0; i < nodes.length; i++) {
      if (nodes[i] < 0) {
        messages.put(pods.get(i), run.message(pods.get(i).shape()));
      }
    }
    return messages;
  }

  private int[] ascending() {
    int[] order = new int[pods.size()];
    Arrays.setAll(order, i -> i);
    return order;
  }

  private int[] descending() {
    int[] order = new int[pods.size()];
    Arrays.setAll(order, i -> order.length - 1 - i);
    return order;
  }

  private int[] smallestFirst() {
    return sorted(this::compareSizes);
  }

  private int[] largestFirst() {
    return sorted((a, b) -> compareSizes(b, a));
  }

  private int[] sorted(Comparator<Integer> how) {
    List<Integer> order = new ArrayList<>();
    for (int number : ascending()) {
      order.add(number);
    }
    order.sort(how);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Written out, for what a comparator is put together from is made at run time. */
  private int compareSizes(int a, int b) {
    Requests one = pods.get(a).shape().requests();
    Requests other = pods.get(b).shape().requests();
    int order = Long.compare(one.cpu(), other.cpu());
    return order != 0 ? order : Long.compare(one.memory(), other.memory());
  }

  private int[] shuffled(int lot) {
    int[] order = ascending();
    Random random = new Random(lot);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}
