package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Pod;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Notice.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every workload and its pods carry the labels that the cluster demands. */
final class RequiredLabels implements Rule {

  @Override
  public String id() {
    return "required-labels";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    @Nullable Pod pod = object.pod();
    List<String> demanded = facts.requirements().labels();
    if (pod == null || demanded.isEmpty()) {
      return;
    }
    FieldPath own = FieldPath.of("metadata", "labels");
    FieldPath ofPods = pod.metadataPath().key("labels");
    hold(object + " has", object.labels(), demanded, own, out);
    if (!ofPods.equals(own)) {
      hold("The pods of " + object + " have", pod.labels(), demanded, ofPods, out);
    }
  }

  private static void hold(
      String who, Mapping labels, List<String> demanded, FieldPath path, Findings out) {
    List<String> missing = demanded.stream().filter(key -> !labels.has(key)).toList();
    if (!missing.isEmpty()) {
      out.add(
          path,
          "%s no label '%s', which the cluster demands of everybody."
              .formatted(who, String.join("' and no label '", missing)));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every workload and its pods carry the labels that the cluster demands.")
        .why(
            "A policy of the cluster refuses what lacks one, or nobody is found to pay for it and"
                + " to be called at night.")
        .remedy("Label both: the workload, and its pods in its template.")
        .on(
            """
            cluster: {name: prod, kubernetes: "1.34"}
            require: {labels: [team]}
            """)
        .failing(
            Examples.pod("imagePullPolicy: IfNotPresent"),
            "metadata.labels",
            "Pod 'web' has no label 'team', which the cluster demands of everybody.")
        .passing(
            Examples.pod("imagePullPolicy: IfNotPresent").replace("{app: web}", "{team: shop}"));
  }
}
