package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pods that a Service selects are of one application. */
final class MixedService implements Rule {
  private static final String NAME = "app.kubernetes.io/name";
  private static final String COMPONENT = "app.kubernetes.io/component";
  private static final String INSTANCE = "app.kubernetes.io/instance";
  private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");

  @Override
  public String id() {
    return "mixed-service";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    Selector selector = Selector.ofLabels(object.spec().mapping("selector"));
    if (!object.is(Kinds.SERVICE) || selector.isEmpty()) {
      return;
    }
    @Nullable Subject first = null;
    for (Subject pods : facts.selected(selector, object.namespace())) {
      if (pods.pod() == null || !pods.namespace().equals(object.namespace())) {
        continue;
      }
      @Nullable String own = object.labels().string(INSTANCE);
      @Nullable String theirs = pods.pod().labels().string(INSTANCE);
      if (own != null && theirs != null && !own.equals(theirs)) {
        out.add(
            SELECTOR,
            "%s is of '%s', and selects the pods of %s, which are of '%s'."
                .formatted(object, own, pods, theirs));
        return;
      }
      if (first != null && differ(first, pods)) {
        out.add(
            SELECTOR,
            "%s selects the pods of %s and of %s, which are different programs."
                .formatted(object, first, pods));
        return;
      }
      first = first == null ? pods : first;
    }
  }

  /** Whether both say which program they are, and it is not the same. */
  private static boolean differ(Subject one, Subject other) {
    for (String label : List.of(NAME, COMPONENT)) {
      @Nullable String a = one.pod() == null ? null : one.pod().labels().string(label);
      @Nullable String b = other.pod() == null ? null : other.pod().labels().string(label);
      if (a != null && b != null && !a.equals(b)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public RuleText text() {
    return RuleText.of("The pods that a Service selects are of one application.")
        .why(
            "A share of the connections ends at another program, which refuses them, or answers"
                + " what nobody asked it.")
        .remedy("Add the label by which the pods that are meant differ from the others.")
        .failing(
            pods("web", "front") + "---\n" + pods("worker", "queue") + service(""),
            "spec.selector",
            "Service 'web' selects the pods of Deployment 'web' and of Deployment 'worker', which"
                + " are different programs.")
        .passing(
            pods("web", "front")
                + "---\n"
                + pods("worker", "queue")
                + service(", app.kubernetes.io/component: front"));
  }

  private static String pods(String name, String component) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: %1$s
    spec:
      selector:
        matchLabels: {app.kubernetes.io/component: %2$s}
      template:
        metadata:
          labels: {app: shop, app.kubernetes.io/component: %2$s}
        spec:
          containers:
          - name: main
            image: registry.example.com/shop:1.4.2
            resources:
              requests: {cpu: 100m, memory: 128Mi}
    """
        .formatted(name, component);
  }

  private static String service(String more) {
    return """
    ---
    apiVersion: v1
    kind: Service
    metadata:
      name: web
    spec:
      selector: {app: shop%s}
      ports:
      - port: 80
    """
        .formatted(more);
  }
}
