package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Notice.Severity;
import java.util.List;

/** A container is taken out of its Service before it is killed. */
final class HastyLiveness implements Rule {

  @Override
  public String id() {
    return "hasty-liveness";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (object.pod() == null) {
      return;
    }
    for (Container container : object.pod().containers()) {
      Mapping liveness = container.body().mapping("livenessProbe");
      Mapping readiness = container.body().mapping("readinessProbe");
      if (!liveness.isEmpty() && !readiness.isEmpty()) {
        judge(container, liveness, readiness, out);
      }
    }
  }

  private static void judge(
      Container container, Mapping liveness, Mapping readiness, Findings out) {
    ProbeTimes alive = ProbeTimes.of(liveness);
    ProbeTimes ready = ProbeTimes.of(readiness);
    boolean starts = container.body().has("startupProbe");
    if (!starts && alive.givesUp() < ready.delay()) {
      out.add(
          container.path().key("livenessProbe"),
          "Container '%s' is killed %s s after its start, before it is asked whether it is ready"
                  .formatted(container.name(), alive.givesUp())
              + " (after %s s).".formatted(ready.delay()),
          "Give it a startupProbe, or begin with liveness after readiness.");
    } else if (alive.window() <= ready.window() && same(liveness, readiness)) {
      out.add(
          container.path().key("livenessProbe"),
          "Container '%s' is asked the same for both probes, is killed after %s s of failing, and"
                  .formatted(container.name(), alive.window())
              + " is out of its Service after %s s.".formatted(ready.window()));
    }
  }

  /** Whether both ask the same of the same port. */
  private static boolean same(Mapping one, Mapping other) {
    for (String way : List.of("httpGet", "tcpSocket", "exec", "grpc")) {
      if (one.has(way) && one.mapping(way).equals(other.mapping(way))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public RuleText text() {
    return RuleText.of("A container is taken out of its Service before it is killed.")
        .why(
            "A process that is too busy to answer is to get less work, not to be restarted: its"
                + " requests are lost, those of the others grow, and they are restarted next.")
        .remedy(
            "Raise failureThreshold or periodSeconds of livenessProbe, or ask less of it than of"
                + " readinessProbe.")
        .failing(
            Examples.pod(probed(3)),
            "spec.containers[0].livenessProbe",
            "Container 'web' is asked the same for both probes, is killed after 30 s of failing,"
                + " and is out of its Service after 30 s.")
        .passing(Examples.pod(probed(6)));
  }

  private static String probed(int failures) {
    return """
    livenessProbe:
      httpGet: {path: /healthz, port: 8080}
      failureThreshold: %s
    readinessProbe:
      httpGet: {path: /healthz, port: 8080}
    """
        .formatted(failures);
  }
}
