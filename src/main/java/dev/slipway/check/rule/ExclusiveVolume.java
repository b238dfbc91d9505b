package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Pod;
import dev.slipway.check.Reference;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;
import org.jspecify.annotations.Nullable;

/** A workload that mounts a volume of one node has one pod, and ends it before the next starts. */
final class ExclusiveVolume implements Rule {

  @Override
  public String id() {
    return "exclusive-volume";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    @Nullable Pod pod = object.pod();
    if (pod == null || facts.scaling().fewest(object).isEmpty()) {
      return;
    }
    for (Reference reference : Reference.of(pod)) {
      if (reference.kind().equals(Kinds.CLAIM) && Claims.isExclusive(object, reference, facts)) {
        judge(object, reference, facts, out);
      }
    }
  }

  private static void judge(Subject object, Reference claim, Facts facts, Findings out) {
    String mounts = "%s mounts claim '%s', which one node at a time can hold,";
    String start = mounts.formatted(object, claim.name());
    @Nullable Subject autoscaler = facts.scaling().autoscaler(object);
    if (autoscaler != null) {
      out.add(
          claim.path(),
          start + " and %s scales it.".formatted(autoscaler),
          "Remove the autoscaler, or take a volume that many nodes can write.");
      return;
    }
    long replicas = facts.scaling().fewest(object).orElse(1);
    if (replicas > 1) {
      out.add(
          FieldPath.of("spec", "replicas"), start + " and has %s replicas.".formatted(replicas));
    }
    boolean recreated = "Recreate".equals(object.spec().mapping("strategy").string("type"));
    if (object.is(Kinds.DEPLOYMENT) && !recreated) {
      out.add(
          FieldPath.of("spec", "strategy", "type"),
          start + " and starts a new pod before the old one is gone.");
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of(
            "A workload that mounts a volume of one node has one pod, which ends before the next"
                + " starts.")
        .why(
            "A ReadWriteOnce volume is attached to one node at a time: a second pod elsewhere waits"
                + " for it for ever, and a rollout with it. On the same node, two processes write"
                + " the same files.")
        .remedy("Set one replica and the strategy Recreate, or take a ReadWriteMany volume.")
        .failing(
            deployment("strategy: {type: RollingUpdate}"),
            "spec.strategy.type",
            "Deployment 'outbox' mounts claim 'outbox', which one node at a time can hold, and"
                + " starts a new pod before the old one is gone.")
        .passing(deployment("strategy: {type: Recreate}"));
  }

  private static String deployment(String strategy) {
    return """
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata:
      name: outbox
    spec:
      accessModes: [ReadWriteOnce]
      resources:
        requests: {storage: 10Gi}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: outbox
    spec:
      replicas: 1
      %s
      selector:
        matchLabels: {app: outbox}
      template:
        metadata:
          labels: {app: outbox}
        spec:
          containers:
          - name: outbox
            image: registry.example.com/outbox:2.1.0
            resources:
              requests: {cpu: 100m, memory: 128Mi}
            volumeMounts:
            - {name: data, mountPath: /data}
          volumes:
          - name: data
            persistentVolumeClaim: {claimName: outbox}
    """
        .formatted(strategy);
  }
}
