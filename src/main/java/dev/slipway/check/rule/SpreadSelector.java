package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.target.Notice.Severity;

/** A topology spread constraint counts the pods that it spreads. */
final class SpreadSelector implements Rule {

  @Override
  public String id() {
    return "spread-selector";
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
    Seq constraints = object.pod().spec().seq("topologySpreadConstraints");
    for (int i = 0; i < constraints.size(); i++) {
      Mapping constraint = constraints.get(i) instanceof Mapping written ? written : Mapping.EMPTY;
      Selector selector = Selector.of(constraint.mapping("labelSelector"));
      boolean counts =
          selector.isEmpty()
              ? !constraint.seq("matchLabelKeys").isEmpty()
              : selector.matches(Selector.strings(object.pod().labels()));
      if (!counts) {
        out.add(
            object.pod().specPath().key("topologySpreadConstraints").index(i).key("labelSelector"),
            "The pods of %s are to be spread over %s, and the constraint counts %s."
                .formatted(
                    object,
                    constraint.string("topologyKey"),
                    selector.isEmpty() ? "none" : "others: those with " + selector));
      }
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("A topology spread constraint counts the pods that it spreads.")
        .why(
            "Pods that are not counted are put anywhere: all of them may be on one node, and a"
                + " drain of it takes the whole application.")
        .remedy("Give labelSelector the labels of the pods themselves.")
        .failing(
            spread("wbe"),
            "spec.topologySpreadConstraints[0].labelSelector",
            "The pods of Pod 'web' are to be spread over kubernetes.io/hostname, and the constraint"
                + " counts others: those with app=wbe.")
        .passing(spread("web"));
  }

  private static String spread(String app) {
    return Examples.pod("imagePullPolicy: IfNotPresent")
        + """
          topologySpreadConstraints:
          - topologyKey: kubernetes.io/hostname
            maxSkew: 1
            whenUnsatisfiable: ScheduleAnyway
            labelSelector:
              matchLabels: {app: %s}
        """
            .formatted(app);
  }
}
