package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Notice.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an autoscaler scales is there. */
final class DanglingAutoscaler implements Rule {
  private static final Map<String, GroupKind> KINDS =
      Map.of(
          "Deployment", Kinds.DEPLOYMENT,
          "StatefulSet", Kinds.STATEFUL_SET,
          "ReplicaSet", Kinds.REPLICA_SET,
          "DaemonSet", Kinds.DAEMON_SET);

  @Override
  public String id() {
    return "dangling-autoscaler";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public boolean misses() {
    return true;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    String field = Autoscaling.targetField(object);
    if (field.isEmpty()) {
      return;
    }
    Mapping target = object.spec().mapping(field);
    String kind = Autoscaling.targetKind(object);
    @Nullable String name = target.string("name");
    @Nullable GroupKind known = KINDS.get(kind);
    if (name == null || known == null || !Autoscaling.isOfGroup(target, known)) {
      return;
    }
    if (facts.find(known, object.namespace(), name) == null
        && !facts.mayBeMade(name, object.namespace())) {
      out.add(
          FieldPath.of("spec", field, "name"),
          "%s scales %s '%s', which is not there.".formatted(object, kind, name));
    } else if (known.equals(Kinds.DAEMON_SET) && !object.is(Kinds.VERTICAL_AUTOSCALER)) {
      out.add(
          FieldPath.of("spec", field, "kind"),
          "%s scales DaemonSet '%s', which has a pod on every node and no number of them."
              .formatted(object, name),
          "Remove the autoscaler, or make the workload a Deployment.");
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("What an autoscaler scales is there.")
        .why(
            "An autoscaler without a target does nothing but write events: the workload that it was"
                + " meant for keeps the number of pods that it started with.")
        .remedy("Mend the kind and name in scaleTargetRef, or remove the autoscaler.")
        .failing(
            Examples.deployment("minReadySeconds: 5") + Examples.autoscaler("web", "wbe"),
            "spec.scaleTargetRef.name",
            "HorizontalPodAutoscaler 'web' scales Deployment 'wbe', which is not there.")
        .passing(Examples.deployment("minReadySeconds: 5") + Examples.autoscaler("web", "web"));
  }
}
