package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Pod;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice.Severity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Pods have more time to end than the declared time that their process takes. */
final class GracePeriod implements Rule {
  /** What Kubernetes gives where a pod says nothing. */
  private static final long DEFAULT_SECONDS = 30;

  static final String FIELD = "terminationGracePeriodSeconds";

  @Override
  public String id() {
    return "grace-period";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    @Nullable Pod pod = object.pod();
    Declaration.@Nullable ShutdownTime shutdown = facts.shutdownTime(object);
    if (pod == null || shutdown == null) {
      return;
    }
    long seconds = seconds(pod);
    Duration needed = shutdown.time().plusSeconds(PreStop.longest(pod));
    if (Duration.ofSeconds(seconds).compareTo(needed) <= 0) {
      String why = shutdown.why().isEmpty() ? "" : " (" + shutdown.why() + ")";
      out.add(
          pod.specPath().key(FIELD),
          "The pods of %s have %s s to end, and take up to %s%s."
              .formatted(object, seconds, Wording.seconds(needed), why));
    }
  }

  /** How long a pod has to end, the sleep before SIGTERM included. */
  static long seconds(Pod pod) {
    @Nullable Long given = pod.spec().integer(FIELD);
    return given == null ? DEFAULT_SECONDS : given;
  }

  @Override
  public RuleText text() {
    return RuleText.of("Pods have more time to end than their process takes.")
        .why(
            "When the grace period is over, the kubelet kills the process in the middle of what it"
                + " was finishing. Where nobody declares how long that takes, the rule is silent.")
        .remedy("Raise terminationGracePeriodSeconds above it, with some seconds to spare.")
        .failing(
            pod("terminationGracePeriodSeconds: 30"),
            "spec.terminationGracePeriodSeconds",
            "The pods of Pod 'mllp' have 30 s to end, and take up to 35 s.")
        .passing(pod("terminationGracePeriodSeconds: 45"));
  }

  private static String pod(String grace) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: mllp
      annotations: {slipway.dev/shutdown-time: 35s}
    spec:
      %s
      containers:
      - name: mllp
        image: registry.example.com/mllp:1.9.0
        resources:
          requests: {cpu: 100m, memory: 64Mi}
    """
        .formatted(grace);
  }
}
