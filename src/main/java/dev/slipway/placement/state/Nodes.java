package dev.slipway.placement.state;

import dev.slipway.cluster.Node;
import dev.slipway.cluster.Taint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A cluster's nodes, and in which domains of a topology they are. */
public final class Nodes {
  private final PlacementNode[] nodes;
  private final int[] kinds;
  private final int[] firstOfKind;
  private final Map<String, Domains> domains = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();

  public Nodes(List<PlacementNode> nodes) {
    this.nodes = nodes.toArray(new PlacementNode[0]);
    this.kinds = new int[nodes.size()];
    Map<Kind, Integer> numbers = new LinkedHashMap<>();
    List<Integer> firsts = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      PlacementNode node = nodes.get(i);
      byName.put(node.name(), i);
      Map<String, String> labels = new HashMap<>(node.labels());
      labels.remove(Node.HOSTNAME);
      @Nullable Integer kind = numbers.putIfAbsent(new Kind(labels, node.taints()), numbers.size());
      if (kind == null) {
        firsts.add(i);
        kind = firsts.size() - 1;
      }
      kinds[i] = kind;
    }
    firstOfKind = firsts.stream().mapToInt(Integer::intValue).toArray();
  }

  /** What nodes have in common that are the same to whoever does not ask for a host. */
  private record Kind(Map<String, String> labels, List<Taint> taints) {
    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Kind kind && labels.equals(kind.labels) && taints.equals(kind.taints);
    }

    @Override
    public int hashCode() {
      return Objects.hash(labels, taints);
    }
  }

  public int size() {
    return nodes.length;
  }

  public PlacementNode get(int node) {
    return nodes[node];
  }

  public List<PlacementNode> asList() {
    return List.of(nodes);
  }

  /** The number of the node of a name, or -1. */
  public int named(String name) {
    return byName.getOrDefault(name, -1);
  }

  /** Which kind a node is of: those of one have the same taints and labels but for the host's. */
  public int kind(int node) {
    return kinds[node];
  }

  public int kinds() {
    return firstOfKind.length;
  }

  /** A node of a kind. */
  public PlacementNode example(int kind) {
    return nodes[firstOfKind[kind]];
  }

  /** Where the nodes are, by a label. */
  public Domains domains(String topologyKey) {
    return domains.computeIfAbsent(topologyKey, key -> new Domains(nodes, key));
  }

  /** The values of a label among nodes, numbered. */
  public static final class Domains {
    private final int[] ofNode;
    private final int size;

    private Domains(PlacementNode[] nodes, String key) {
      Map<String, Integer> numbers = new HashMap<>();
      ofNode = new int[nodes.length];
      for (int i = 0; i < ofNode.length; i++) {
        @Nullable String value = nodes[i].labels().get(key);
        if (value == null) {
          ofNode[i] = -1;
        } else {
          int next = numbers.size();
          @Nullable Integer known = numbers.putIfAbsent(value, next);
          ofNode[i] = known == null ? next : known;
        }
      }
      size = numbers.size();
    }

    /** The number of a node's domain, or -1 where it lacks the label. */
    public int of(int node) {
      return ofNode[node];
    }

    public int size() {
      return size;
    }
  }
}
