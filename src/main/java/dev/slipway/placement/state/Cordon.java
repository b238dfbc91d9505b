package dev.slipway.placement.state;

import dev.slipway.cluster.Taint;
import java.util.ArrayList;
import java.util.List;

/** What keeps new pods off a node that is being emptied. */
public final class Cordon {
  /** What Kubernetes puts on a node that was cordoned. */
  public static final Taint TAINT =
      Taint.of("node.kubernetes.io/unschedulable", "", Taint.Effect.NO_SCHEDULE);

  private Cordon() {}

  /** The node as it is when it was cordoned before anything else happened. */
  public static PlacementNode close(PlacementNode node) {
    List<Taint> taints = new ArrayList<>(node.taints());
    taints.add(TAINT);
    return new PlacementNode(
        node.name(), node.group(), node.labels(), taints, node.capacity(), node.pods());
  }
}
