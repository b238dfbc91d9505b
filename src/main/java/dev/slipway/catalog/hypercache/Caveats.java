package dev.slipway.catalog.hypercache;

import dev.slipway.app.Disruption;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.target.Notice;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;

/** What an installation of HyperCache does that somebody will not expect. */
record Caveats(HyperCache system) implements Renderable {
  private static final String QUORUM = "budget-quorum";
  private static final GroupVersionKind STATEFUL_SET =
      GroupVersionKind.of("apps/v1", "StatefulSet");

  @Override
  public void render(Target target, Sink out) {
    ObjectRef pods = new ObjectRef(STATEFUL_SET, target.namespace(), system.fullName());
    if (system.quorum().impossible()) {
      out.notice(noBudgetDoesBoth().about(pods));
    } else if (away() > system.quorum().spare()) {
      out.notice(budgetTooLoose().about(pods));
    }
    if (system.auth().isPresent()) {
      if (system.readiness().isEmpty()) {
        out.notice(readinessIsAConnection().about(pods));
      }
      out.notice(rotationSplitsPeers().about(pods));
    } else if (system.client().type().external()) {
      out.notice(openToEverybody().about(pods));
    }
  }

  /** How many pods the given budget lets go at a time. */
  private int away() {
    Disruption budget = system.disruption().orElse(Disruption.maxUnavailable(0));
    if (budget instanceof Disruption.MinAvailable stay) {
      return system.replicas() - stay.pods();
    }
    return budget instanceof Disruption.MaxUnavailable go ? go.pods() : system.replicas();
  }

  private Notice noBudgetDoesBoth() {
    OwnerQuorum quorum = system.quorum();
    String message =
        "No disruption budget keeps a quorum and lets a node be drained ("
            + quorum.arithmetic()
            + "). While a pod is away, keys that it owns are not written.";
    String remedy =
        "Give a replication factor of 3 and at least 3 replicas: then one pod may be away.";
    // One who keeps a single copy counts on nothing more.
    return quorum.replicationFactor() == 1
        ? Notice.warning(QUORUM, message, remedy)
        : Notice.error(QUORUM, message, remedy);
  }

  private Notice budgetTooLoose() {
    return Notice.error(
        QUORUM,
        "The disruption budget lets %s of %s pods go at a time, and a quorum leaves %s (%s)."
            .formatted(
                away(), system.replicas(), system.quorum().spare(), system.quorum().arithmetic()),
        "Leave the budget out, or give minAvailable " + system.quorum().minAvailable() + ".");
  }

  private static Notice readinessIsAConnection() {
    return Notice.info(
        "hypercache-readiness",
        "With auth on, a pod is ready when it accepts a connection on its dist port: /health there"
            + " wants the token, and a kubelet expands no variable in a probe's headers. A pod that"
            + " an operator drains answers 503 there and stays in its Services all the same.",
        "Delete a pod to take it out of its Services, or drain its node.");
  }

  private static Notice rotationSplitsPeers() {
    return Notice.info(
        "hypercache-token-rotation",
        "Pods with the old token and pods with the new one do not talk to each other while a"
            + " changed token is rolled out.",
        "Change the token when few keys are written, and let the rollout end before the next.");
  }

  private static Notice openToEverybody() {
    return Notice.warning(
        "hypercache-open",
        "The client API is reached from outside the cluster and asks for no token.",
        "Turn auth on, or give the load balancer an internal address by an annotation of its"
            + " cloud.");
  }
}
