package dev.slipway.placement.filter;

import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The filters of the scheduler's default profile, in its order, over one assignment.
 *
 * <p>Left out are those that need what only a running cluster has: NodeVolumeLimits (how many
 * volumes a node's storage driver attaches) and DynamicResources (devices).
 *
 * @see <a href="https://kubernetes.io/docs/reference/scheduling/config/#scheduling-plugins">The
 *     default plugins</a>
 */
public final class Filters {
  static final List<Filter> DEFAULT =
      List.of(
          new NodeUnschedulable(),
          new NodeName(),
          new TaintToleration(),
          new NodeAffinity(),
          new NodePorts(),
          new NodeResourcesFit(),
          new VolumeRestrictions(),
          new VolumeBinding(),
          new VolumeZone(),
          new PodTopologySpread(),
          new InterPodAffinity());

  private final Assignment placed;
  private final Map<PodShape, PodTests> prepared = new IdentityHashMap<>();
  private final Map<Object, int[]> candidates = new java.util.HashMap<>();

  public Filters(Assignment placed) {
    this.placed = placed;
  }

  /** What is asked of each node for a pod of a shape. */
  public PodTests of(PodShape pod) {
    PodTests known = prepared.get(pod);
    if (known == null) {
      known = new PodTests(pod, placed, candidates);
      prepared.put(pod, known);
    }
    return known;
  }
}
