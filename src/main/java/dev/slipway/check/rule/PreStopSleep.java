package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.target.Notice.Severity;

/** A container does not sleep away the time that it has to end. */
final class PreStopSleep implements Rule {

  @Override
  public String id() {
    return "pre-stop-sleep";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (object.pod() == null) {
      return;
    }
    long grace = GracePeriod.seconds(object.pod());
    for (Container container : object.pod().containers()) {
      long sleep = PreStop.seconds(container);
      if (sleep > 0 && sleep >= grace) {
        out.add(
            PreStop.path(container),
            "Container '%s' sleeps %s s before it is told to end, and has %s s for all of it."
                .formatted(container.name(), sleep, grace));
      }
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("A container does not sleep away the time that it has to end.")
        .why(
            "The sleep comes out of the grace period: when it is over, the process is killed two"
                + " seconds after it is told to end, in the middle of its requests.")
        .remedy(
            "Raise terminationGracePeriodSeconds above the sleep and what the process needs after"
                + " it.")
        .failing(
            Examples.pod(sleep(30)),
            "spec.containers[0].lifecycle.preStop",
            "Container 'web' sleeps 30 s before it is told to end, and has 30 s for all of it.")
        .passing(Examples.pod(sleep(5)));
  }

  private static String sleep(int seconds) {
    return """
    lifecycle:
      preStop:
        exec:
          command: [sh, -c, sleep %s]
    """
        .formatted(seconds);
  }
}
