package dev.slipway.placement.state;

import dev.slipway.placement.pod.AffinityTerm;
import dev.slipway.placement.pod.ClaimUse;
import dev.slipway.placement.pod.HostPort;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Requests;
import dev.slipway.placement.pod.SpreadConstraint;
import dev.slipway.placement.pod.Toleration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which pods stand where, and what that comes to: what is taken of each node, and how many pods of
 * a kind are in each domain. Counts follow each pod that comes or goes; nothing is counted anew.
 */
public final class Assignment {
  private final Nodes nodes;
  private final Map<PodShape, Relations> relations = new IdentityHashMap<>();
  private final List<SpreadCount> spreads = new ArrayList<>();
  private final long[] cpu;
  private final long[] memory;
  private final long[] ephemeralStorage;
  private final int[] pods;
  private final boolean[] cordoned;
  private final Map<String, long[]> extended = new HashMap<>();
  private final Map<Integer, List<HostPort>> ports = new HashMap<>();
  private final Map<List<Object>, boolean[]> counting = new HashMap<>();
  private final Map<String, Integer> claims = new HashMap<>();

  /**
   * Nodes on which nothing stands yet.
   *
   * @param shapes of all pods that may ever come
   */
  public Assignment(Nodes nodes, List<PodShape> shapes) {
    this.nodes = nodes;
    int size = nodes.size();
    cpu = new long[size];
    memory = new long[size];
    ephemeralStorage = new long[size];
    pods = new int[size];
    cordoned = new boolean[size];
    for (PodShape shape : shapes) {
      relations.computeIfAbsent(shape, any -> new Relations());
    }
    ShapesByLabel byLabel = new ShapesByLabel(relations.keySet());
    relations.forEach((shape, own) -> relate(shape, own, byLabel));
  }

  private void relate(PodShape shape, Relations own, ShapesByLabel others) {
    if (!shape.affinity().isEmpty()) {
      own.setOwnPeer(AffinityTerm.allMatch(shape.affinity(), shape));
      List<PodCount> counts = new ArrayList<>();
      for (AffinityTerm term : shape.affinity()) {
        PodCount count = new PodCount(nodes.domains(term.topologyKey()));
        counts.add(count);
        own.addPeers(count);
      }
      for (PodShape other : others.candidates(shape.affinity().get(0).selector())) {
        if (AffinityTerm.allMatch(shape.affinity(), other)) {
          of(other).countedBy.addAll(counts);
        }
      }
    }
    for (AffinityTerm term : shape.antiAffinity()) {
      PodCount foes = new PodCount(nodes.domains(term.topologyKey()));
      PodCount holders = new PodCount(nodes.domains(term.topologyKey()));
      own.addFoes(foes);
      own.holds.add(holders);
      for (PodShape other : others.candidates(term.selector())) {
        if (term.matches(other)) {
          of(other).countedBy.add(foes);
          of(other).addShunnedBy(holders);
        }
      }
    }
    if (!shape.spread().isEmpty()) {
      relateSpread(shape, own, others);
    }
  }

  private void relateSpread(PodShape shape, Relations own, ShapesByLabel others) {
    for (SpreadConstraint constraint : shape.spread()) {
      SpreadCount count =
          new SpreadCount(
              constraint,
              nodes.domains(constraint.topologyKey()),
              countingNodes(shape, constraint));
      spreads.add(count);
      own.addSpread(count, shape);
      if (constraint.selector().isEmpty()) {
        continue; // The scheduler counts nobody then.
      }
      for (PodShape other : others.candidates(constraint.selector())) {
        if (other.namespace().equals(shape.namespace())
            && constraint.selector().matches(other.labels())) {
          of(other).spreadBy.add(count);
        }
      }
    }
  }

  /** Which nodes count for a constraint: shared by all pods that ask the same of nodes. */
  private boolean[] countingNodes(PodShape shape, SpreadConstraint constraint) {
    List<String> keys = shape.spread().stream().map(SpreadConstraint::topologyKey).toList();
    List<Object> wish = new ArrayList<>(List.of(keys));
    if (constraint.honorsAffinity()) {
      wish.add(shape.nodeSelector());
      wish.add(shape.requiredNodes());
    }
    if (constraint.honorsTaints()) {
      wish.add(shape.tolerations());
    }
    // What honors what is told apart by the number of wishes.
    return counting.computeIfAbsent(wish, any -> whichCount(keys, shape, constraint));
  }

  private boolean[] whichCount(List<String> keys, PodShape shape, SpreadConstraint constraint) {
    boolean[] counts = new boolean[nodes.size()];
    for (int i = 0; i < counts.length; i++) {
      PlacementNode node = nodes.get(i);
      counts[i] =
          node.labels().keySet().containsAll(keys)
              && (!constraint.honorsAffinity() || shape.selects(node.name(), node.labels()))
              && (!constraint.honorsTaints()
                  || Toleration.allTolerated(shape.tolerations(), node.taints()));
    }
    return counts;
  }

  public Nodes nodes() {
    return nodes;
  }

  /** What a shape's pods have to do with others. */
  public Relations of(PodShape shape) {
    Relations known = relations.get(shape);
    if (known == null) {
      throw new IllegalStateException("A pod came that nobody had announced.");
    }
    return known;
  }

  /** Whether a shape's pods are among those that a spread constraint counts. */
  public boolean counts(PodShape shape, SpreadCount count) {
    return of(shape).spreadBy.contains(count);
  }

  public void place(PodShape shape, int node) {
    change(shape, node, 1);
  }

  public void remove(PodShape shape, int node) {
    change(shape, node, -1);
  }

  private void change(PodShape shape, int node, int sign) {
    Requests requests = shape.requests();
    cpu[node] = Requests.plus(cpu[node], sign * requests.cpu());
    memory[node] = Requests.plus(memory[node], sign * requests.memory());
    ephemeralStorage[node] =
        Requests.plus(ephemeralStorage[node], sign * requests.ephemeralStorage());
    pods[node] += sign;
    if (!requests.extended().isEmpty()) {
      requests
          .extended()
          .forEach(
              (name, amount) ->
                  extended.computeIfAbsent(name, any -> new long[nodes.size()])[node] +=
                      sign * amount);
    }
    if (!shape.hostPorts().isEmpty()) {
      changePorts(shape, node, sign);
    }
    if (!shape.claims().isEmpty()) {
      for (ClaimUse claim : shape.claims()) {
        claims.merge(claim.claim(), sign, Integer::sum);
      }
    }
    Relations own = of(shape);
    for (int i = 0; i < own.countedBy.size(); i++) {
      own.countedBy.get(i).add(node, sign);
    }
    for (int i = 0; i < own.holds.size(); i++) {
      own.holds.get(i).add(node, sign);
    }
    for (int i = 0; i < own.spreadBy.size(); i++) {
      own.spreadBy.get(i).add(node, sign);
    }
  }

  private void changePorts(PodShape shape, int node, int sign) {
    List<HostPort> taken = ports.computeIfAbsent(node, any -> new ArrayList<>());
    for (HostPort port : shape.hostPorts()) {
      if (sign > 0) {
        taken.add(port);
      } else {
        taken.remove(port);
      }
    }
  }

  /** Keeps further pods off a node, or lets them come again, as {@code kubectl cordon} does. */
  public void cordon(int node, boolean closed) {
    cordoned[node] = closed;
    for (Map.Entry<PodShape, Relations> each : relations.entrySet()) {
      List<SpreadCount> own = each.getValue().spread();
      for (int i = 0; i < own.size(); i++) {
        SpreadCount count = own.get(i);
        SpreadConstraint constraint = count.constraint();
        if (constraint.honorsTaints()
            && !Toleration.tolerated(each.getKey().tolerations(), Cordon.TAINT)) {
          count.leaveOut(node, closed);
        }
      }
    }
  }

  public boolean isCordoned(int node) {
    return cordoned[node];
  }

  public long freeCpu(int node) {
    return nodes.get(node).capacity().cpu() - cpu[node];
  }

  public long freeMemory(int node) {
    return nodes.get(node).capacity().memory() - memory[node];
  }

  public long freeEphemeralStorage(int node) {
    return nodes.get(node).capacity().ephemeralStorage() - ephemeralStorage[node];
  }

  public long free(String resource, int node) {
    long[] taken = extended.get(resource);
    return nodes.get(node).capacity().extended().getOrDefault(resource, 0L)
        - (taken == null ? 0 : taken[node]);
  }

  public int freePods(int node) {
    return nodes.get(node).pods() - pods[node];
  }

  public List<HostPort> portsTaken(int node) {
    return ports.getOrDefault(node, List.of());
  }

  /** How many pods use a claim. */
  public int users(String claim) {
    return claims.getOrDefault(claim, 0);
  }
}
