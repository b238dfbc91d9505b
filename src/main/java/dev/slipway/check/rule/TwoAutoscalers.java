package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupKind;
import dev.slipway.target.Notice.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One autoscaler scales a workload. */
final class TwoAutoscalers implements Rule {
  private static final List<GroupKind> KINDS =
      List.of(Kinds.AUTOSCALER, Kinds.SCALED_OBJECT, Kinds.VERTICAL_AUTOSCALER);

  @Override
  public String id() {
    return "two-autoscalers";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    String field = Autoscaling.targetField(object);
    @Nullable String name = field.isEmpty() ? null : object.spec().mapping(field).string("name");
    if (name == null) {
      return;
    }
    for (GroupKind kind : KINDS) {
      for (Subject other : facts.ofKind(kind)) {
        if (other == object) {
          return; // the pair is told at the second of the two
        }
        if (other.namespace().equals(object.namespace())
            && name.equals(other.spec().mapping(Autoscaling.targetField(other)).string("name"))
            && Autoscaling.targetKind(other).equals(Autoscaling.targetKind(object))
            && contend(other, object)) {
          out.add(
              FieldPath.of("spec", field),
              "%s and %s scale the same %s '%s'."
                  .formatted(other, object, Autoscaling.targetKind(object), name));
          return;
        }
      }
    }
  }

  private static boolean contend(Subject one, Subject other) {
    if (Autoscaling.setsReplicas(one) && Autoscaling.setsReplicas(other)) {
      return !Autoscaling.takesOver(one, other) && !Autoscaling.takesOver(other, one);
    }
    return Autoscaling.setsRequests(one) && Autoscaling.setsRequests(other)
        || Autoscaling.goesByRequests(one) && Autoscaling.setsRequests(other);
  }

  @Override
  public RuleText text() {
    return RuleText.of("One autoscaler scales a workload.")
        .why(
            "Two of them undo each other's numbers every few seconds. One that changes requests"
                + " moves what one that goes by the share of requests measures.")
        .remedy("Leave one of them, with the metrics of both.")
        .failing(
            Examples.deployment("minReadySeconds: 5")
                + Examples.autoscaler("web", "web")
                + Examples.autoscaler("web-by-queue", "web"),
            "spec.scaleTargetRef",
            "HorizontalPodAutoscaler 'web' and HorizontalPodAutoscaler 'web-by-queue' scale the"
                + " same Deployment 'web'.")
        .passing(Examples.deployment("minReadySeconds: 5") + Examples.autoscaler("web", "web"));
  }
}
