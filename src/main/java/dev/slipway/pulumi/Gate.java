package dev.slipway.pulumi;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.resources.Resource;
import dev.slipway.check.Checks;
import dev.slipway.check.Report;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.render.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a component's objects must pass before they are registered: the checks, by what is known at
 * once, and again by what Outputs turn out to be.
 *
 * <p>A preview does not know some Outputs at all; what they hold stays out of judgement there.
 */
final class Gate {
  private final Resource component;
  private final String who;
  private final Plan plan;
  private final Checks checks;
  private final Report report;
  private final CompletableFuture<Boolean> passed;

  private Gate(Resource component, String who, Plan plan, Checks checks) {
    this.component = component;
    this.who = who;
    this.plan = plan;
    this.checks = checks;
    this.report = passed(plan.everything());
    this.passed = later();
  }

  /**
   * The gate of a component.
   *
   * @param who what a person calls the component
   * @throws RefusedException if what is known breaks a rule
   */
  static Gate of(Resource component, String who, Plan plan, Checks checks) {
    return new Gate(component, who, plan, checks);
  }

  /**
   * What somebody plans for a component.
   *
   * @throws RefusedException with everything of it that does not fit together
   */
  static <T> T planned(Resource component, String who, Supplier<T> plan) {
    try {
      return plan.get();
    } catch (InvalidInputException e) {
      throw new RefusedException(Refusal.of(who, e), component);
    }
  }

  Resource component() {
    return component;
  }

  /**
   * What pods need of clouds, created now for a plan that has passed.
   *
   * @throws RefusedException if something that was created there does not go with the plan
   */
  List<Resource> cloud() {
    return planned(component, who, () -> CloudSide.completed(plan));
  }

  /** The cluster that the component is on. */
  Cluster cluster() {
    return checks.cluster().orElseThrow();
  }

  Plan plan() {
    return plan;
  }

  Checks checks() {
    return checks;
  }

  /** What was found by what is known at once; no error among it that is not waived. */
  Report report() {
    return report;
  }

  /** What an object depends on, told once it may be registered. */
  Output<List<Resource>> opens(List<Resource> needed) {
    return passed.isDone() && !passed.isCompletedExceptionally()
        ? Output.of(needed)
        : Output.of(passed.thenApply(yes -> needed));
  }

  private CompletableFuture<Boolean> later() {
    Set<OutputDeferred> awaited = LateTexts.awaited(plan.everything());
    Map<OutputDeferred, String> values = new ConcurrentHashMap<>();
    List<CompletableFuture<?>> told = new ArrayList<>();
    for (OutputDeferred deferred : awaited) {
      told.add(
          Internal.of(deferred.output())
              .getDataAsync()
              .thenAccept(data -> known(data).ifPresent(value -> values.put(deferred, value))));
    }
    return told.isEmpty()
        ? CompletableFuture.completedFuture(true)
        : CompletableFuture.allOf(told.toArray(CompletableFuture<?>[]::new))
            .thenApply(all -> judge(values));
  }

  private static Optional<String> known(OutputData<String> data) {
    return data.isKnown() ? data.getValueOptional() : Optional.empty();
  }

  private boolean judge(Map<OutputDeferred, String> values) {
    List<Manifest> told = new ArrayList<>();
    for (Manifest manifest : plan.everything()) {
      told.add(LateTexts.with(values, manifest));
    }
    passed(told);
    return true;
  }

  private Report passed(List<Manifest> manifests) {
    Report found = checks.run(manifests, plan.notices());
    if (found.blocks()) {
      throw new RefusedException(Refusal.of(who, found), component);
    }
    return found;
  }
}
