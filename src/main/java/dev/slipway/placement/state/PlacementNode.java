package dev.slipway.placement.state;

import dev.slipway.cluster.Allocatable;
import dev.slipway.cluster.Node;
import dev.slipway.cluster.Taint;
import dev.slipway.placement.pod.Place;
import dev.slipway.placement.pod.Requests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node as pods find it.
 *
 * @param group the node group it belongs to
 * @param capacity what it has for pods, those of the cluster itself left out
 * @param pods how many it takes
 */
public record PlacementNode(
    String name,
    String group,
    Map<String, String> labels,
    List<Taint> taints,
    Requests capacity,
    int pods)
    implements Place {

  /** Nodes as they are when nothing but the cluster's own pods runs on them. */
  public static List<PlacementNode> of(List<Node> nodes) {
    List<PlacementNode> found = new ArrayList<>(nodes.size());
    @Nullable Node before = null;
    for (Node node : nodes) {
      // The nodes of a group share what they have, so it is worked out once.
      boolean alike =
          before != null
              && node.allocatable() == before.allocatable()
              && node.systemPods() == before.systemPods();
      found.add(alike ? found.get(found.size() - 1).like(node) : of(node));
      before = node;
    }
    return found;
  }

  private PlacementNode like(Node node) {
    return new PlacementNode(
        node.name(), node.group(), node.labels(), node.taints(), capacity, pods);
  }

  private static PlacementNode of(Node node) {
    Allocatable free = node.available();
    Map<String, Long> extended = new HashMap<>();
    free.extended().forEach((name, amount) -> extended.put(name, amount.value()));
    return new PlacementNode(
        node.name(),
        node.group(),
        node.labels(),
        node.taints(),
        new Requests(
            free.cpu().milliValue(),
            free.memory().value(),
            free.ephemeralStorage().value(),
            extended),
        free.pods());
  }

  /** The node when something else takes a part of it. */
  public PlacementNode less(long cpu, long memory, int fewerPods) {
    return new PlacementNode(
        name,
        group,
        labels,
        taints,
        new Requests(
            Math.max(0, capacity.cpu() - cpu),
            Math.max(0, capacity.memory() - memory),
            capacity.ephemeralStorage(),
            capacity.extended()),
        Math.max(0, pods - fewerPods));
  }
}
