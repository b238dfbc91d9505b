package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Notice.Severity;
import org.jspecify.annotations.Nullable;

/** A rollout does not count as failed while its pods may still start. */
final class ProgressDeadline implements Rule {
  private static final String FIELD = "progressDeadlineSeconds";

  /** What Kubernetes takes where a Deployment says nothing. */
  private static final long DEFAULT_SECONDS = 600;

  @Override
  public String id() {
    return "progress-deadline";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!object.is(Kinds.DEPLOYMENT) || object.pod() == null) {
      return;
    }
    @Nullable Long given = object.spec().integer(FIELD);
    @Nullable Long settling = object.spec().integer("minReadySeconds");
    long deadline = given == null ? DEFAULT_SECONDS : given;
    for (Container container : object.pod().containers()) {
      Mapping probe = container.body().mapping("startupProbe");
      long start = probe.isEmpty() ? 0 : ProbeTimes.of(probe).givesUp();
      if (start + (settling == null ? 0 : settling) >= deadline) {
        out.add(
            FieldPath.of("spec", FIELD),
            "%s counts as failed when nothing comes of it for %s s, and container '%s' may take %s s"
                    .formatted(object, deadline, container.name(), start)
                + " to start.");
        return;
      }
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("A rollout does not count as failed while its pods may still start.")
        .why(
            "Whoever waits for the rollout gives up, and a pipeline rolls back a version that was"
                + " only starting.")
        .remedy("Raise progressDeadlineSeconds above what startupProbe and minReadySeconds allow.")
        .failing(
            slow(120),
            "spec.progressDeadlineSeconds",
            "Deployment 'web' counts as failed when nothing comes of it for 600 s, and container"
                + " 'web' may take 1190 s to start.")
        .passing(slow(30));
  }

  private static String slow(int failures) {
    return Examples.deploymentOf(
        """
        startupProbe:
          tcpSocket: {port: 8080}
          failureThreshold: %s
        """
            .formatted(failures));
  }
}
