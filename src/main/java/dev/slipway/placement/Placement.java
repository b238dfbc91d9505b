package dev.slipway.placement;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.placement.scenario.Scenarios;
import dev.slipway.placement.scenario.Situation;
import dev.slipway.target.Declaration;
import java.util.Collection;

/**
 * Says whether every pod of a set of manifests finds a node of a declared cluster, now and when
 * something changes.
 *
 * <p>It goes by the filters of the scheduler's default profile, as Kubernetes 1.34 has them, and
 * needs no cluster. Which of several nodes a scheduler prefers is not modelled: {@link
 * dev.slipway.placement.search.Verdict} tells what each verdict promises all the same. Claims get
 * their volumes where their pods are, unless the manifests bind them to a volume. The work is
 * bounded, whatever comes in.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/">The
 *     scheduler</a>
 */
public final class Placement {
  private final Cluster cluster;
  private final PlacementOptions options;

  private Placement(Cluster cluster, PlacementOptions options) {
    this.cluster = cluster;
    this.options = options;
  }

  /** Placement on a cluster; the declared state, a drained node and rollouts must hold. */
  public static Placement of(Cluster cluster) {
    return of(cluster, PlacementOptions.DEFAULT);
  }

  public static Placement of(Cluster cluster, PlacementOptions options) {
    return new Placement(cluster, options);
  }

  /**
   * Judges every scenario that the manifests give reason to ask about.
   *
   * @param declarations of which head-room counts: so much is kept free on a node group
   */
  public Judgement judge(ManifestSet manifests, Collection<? extends Declaration> declarations) {
    Situation situation = Situation.of(cluster, manifests, declarations);
    return new Judgement(Scenarios.judge(situation, options.mustHold()));
  }

  /**
   * Judges the declared state and those scenarios that must hold, and does no work for the others.
   *
   * @param declarations of which head-room counts: so much is kept free on a node group
   */
  public Judgement judgeWhatMustHold(
      ManifestSet manifests, Collection<? extends Declaration> declarations) {
    Situation situation = Situation.of(cluster, manifests, declarations);
    return new Judgement(Scenarios.judgeWhatMustHold(situation, options.mustHold()));
  }
}
