package dev.slipway.app;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How evenly a workload's pods stand over hosts or zones.
 *
 * @param topologyKey the node label whose values are the domains
 * @param maxSkew by how many pods the fullest domain may exceed the emptiest; 1 or more
 * @param hard whether a pod that would break it stays pending
 * @param honorTaints whether nodes that the pod cannot go on for their taints do not count, a
 *     drained one among them; without it a hard spread keeps a drained node's pods pending. Left
 *     out, with a warning, where the cluster does not know it
 * @param minDomains up to how many missing domains count as empty, 1 or more; only with {@code
 *     hard}
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/">Topology
 *     spread constraints</a>
 */
public record Spread(
    String topologyKey, int maxSkew, boolean hard, boolean honorTaints, OptionalInt minDomains) {
  public static final String HOST = "kubernetes.io/hostname";
  public static final String ZONE = "topology.kubernetes.io/zone";

  public Spread {
    if (maxSkew < 1) {
      throw new InvalidInputException(
          Problem.of("A spread has the skew " + maxSkew + ".", "It must be 1 or more.")
              .about("maxSkew"));
    }
    if (minDomains.isPresent() && (minDomains.getAsInt() < 1 || !hard)) {
      throw new InvalidInputException(
          Problem.of(
                  "A spread %s has minDomains %s."
                      .formatted(
                          hard ? "that is required" : "that is a wish", minDomains.getAsInt()),
                  hard ? "It must be 1 or more." : "Require the spread, or leave minDomains out.")
              .about("minDomains", "required"));
    }
  }

  /** Over the values of a node label, as far as that goes: no pod stays pending for it. */
  public static Spread preferred(String topologyKey) {
    return new Spread(topologyKey, 1, false, false, OptionalInt.empty());
  }

  /** Over the values of a node label; a pod that would break it stays pending. */
  public static Spread required(String topologyKey) {
    return new Spread(topologyKey, 1, true, true, OptionalInt.empty());
  }

  public Spread maxSkew(int pods) {
    return new Spread(topologyKey, pods, hard, honorTaints, minDomains);
  }

  /** Counts missing domains as empty up to this many. */
  public Spread minDomains(int domains) {
    return new Spread(topologyKey, maxSkew, hard, honorTaints, OptionalInt.of(domains));
  }

  /** Counts tainted nodes too, as Kubernetes does where nothing is said. */
  public Spread ignoringTaints() {
    return new Spread(topologyKey, maxSkew, hard, false, minDomains);
  }

  /**
   * The entry of the pod's {@code topologySpreadConstraints}.
   *
   * @param revisionLabel a pod label that tells one rollout from another, so that each spreads by
   *     itself
   * @param canHonorTaints whether the cluster knows the field that says so
   */
  public Mapping toNode(Mapping selector, Optional<String> revisionLabel, boolean canHonorTaints) {
    Mapping.Builder node =
        Mapping.builder()
            .put("maxSkew", maxSkew)
            .put("topologyKey", topologyKey)
            .put("whenUnsatisfiable", hard ? "DoNotSchedule" : "ScheduleAnyway");
    if (minDomains.isPresent()) {
      node.put("minDomains", minDomains.getAsInt());
    }
    node.put("labelSelector", Mapping.of("matchLabels", selector));
    if (revisionLabel.isPresent()) {
      node.put("matchLabelKeys", Seq.of(Text.of(revisionLabel.get())));
    }
    if (honorTaints && canHonorTaints) {
      node.put("nodeTaintsPolicy", "Honor");
    }
    return node.build();
  }
}
