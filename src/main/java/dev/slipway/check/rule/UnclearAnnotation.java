package dev.slipway.check.rule;

import dev.slipway.check.Annotations;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.Text;
import dev.slipway.target.Notice.Severity;
import org.jspecify.annotations.Nullable;

/** Annotations that are meant for these rules can be understood. */
final class UnclearAnnotation implements Rule {

  @Override
  public String id() {
    return "unclear-annotation";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    Mapping annotations = object.annotations();
    for (int i = 0; i < annotations.size(); i++) {
      String key = annotations.key(i);
      if (key.startsWith(Annotations.PREFIX) && annotations.value(i) instanceof Text text) {
        @Nullable String value = text.value();
        judge(key, value == null ? "" : value, out);
      }
    }
  }

  private static void judge(String key, String value, Findings out) {
    FieldPath at = FieldPath.of("metadata", "annotations", key);
    if (key.startsWith(Annotations.WAIVE)) {
      if (value.isBlank()) {
        out.add(at, "Annotation '%s' gives no reason.".formatted(key), "Say why it is accepted.");
      }
    } else if (!Annotations.DECLARING.contains(key)) {
      out.add(
          at,
          "There is no annotation '%s'.".formatted(key),
          Suggestions.didYouMean(key, Annotations.DECLARING));
    } else if (!Annotations.isUnderstood(key, value)) {
      out.add(
          at,
          "Annotation '%s' has '%s', which does not tell %s."
              .formatted(key, value, Annotations.tells(key)),
          "Write, for example, '%s'.".formatted(Annotations.example(key)));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("Annotations that are meant for these rules can be understood.")
        .why("What cannot be understood declares nothing, and the rule that it is for is silent.")
        .remedy("Write one of those that docs/checks.md lists, as it shows them.")
        .failing(
            pod("35 seconds"),
            "metadata.annotations[\"slipway.dev/shutdown-time\"]",
            "Annotation 'slipway.dev/shutdown-time' has '35 seconds', which does not tell a time.")
        .passing(pod("25s"));
  }

  private static String pod(String time) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
      annotations: {slipway.dev/shutdown-time: %s}
    spec:
      containers:
      - name: web
        image: registry.example.com/shop:1.4.2
        resources:
          requests: {cpu: 100m, memory: 128Mi}
    """
        .formatted(time);
  }
}
