package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.target.Notice.Severity;
import org.jspecify.annotations.Nullable;

/** The pods of a Job end, or are tried again by it. */
final class JobRestartPolicy implements Rule {

  @Override
  public String id() {
    return "job-restart-policy";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (object.pod() == null || !(object.is(Kinds.JOB) || object.is(Kinds.CRON_JOB))) {
      return;
    }
    @Nullable String policy = object.pod().spec().string("restartPolicy");
    if (policy == null || policy.equals("Always")) {
      out.add(
          object.pod().specPath().key("restartPolicy"),
          "The pods of %s are restarted for ever%s."
              .formatted(object, policy == null ? ", for they say nothing of it" : ""));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("The pods of a Job end, or are tried again by it.")
        .why("The API server refuses a Job whose pods never end.")
        .remedy("Set restartPolicy to OnFailure or Never.")
        .failing(
            job("activeDeadlineSeconds: 600"),
            "spec.template.spec.restartPolicy",
            "The pods of Job 'migrate' are restarted for ever, for they say nothing of it.")
        .passing(job("restartPolicy: Never"));
  }

  private static String job(String line) {
    return """
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: migrate
    spec:
      template:
        spec:
          %s
          containers:
          - name: migrate
            image: registry.example.com/shop:1.4.2
            resources:
              requests: {cpu: 100m, memory: 128Mi}
    """
        .formatted(line);
  }
}
