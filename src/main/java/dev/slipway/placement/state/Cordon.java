package dev.slipway.placement.state;

import dev.slipway.cluster.Taint;

/** What keeps new pods off a node that is being emptied. */
public final class Cordon {
  /** What Kubernetes puts on a node that was cordoned. */
  public static final Taint TAINT =
      Taint.of("node.kubernetes.io/unschedulable", "", Taint.Effect.NO_SCHEDULE);

  private Cordon() {}
}
