package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.target.Notice.Severity;
import org.jspecify.annotations.Nullable;

/** A container that writes to a volume keeps its root file system read-only. */
final class WritableRoot implements Rule {

  @Override
  public String id() {
    return "writable-root";
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
      Mapping context = container.body().mapping("securityContext");
      @Nullable String mount = writable(container);
      if (mount != null && Boolean.FALSE.equals(context.bool("readOnlyRootFilesystem"))) {
        out.add(
            container.path().key("securityContext").key("readOnlyRootFilesystem"),
            "Container '%s' makes its root writable, and writes to the volume at %s."
                .formatted(container.name(), mount));
      }
    }
  }

  /** Where it can write to a volume, if it can. */
  private static @Nullable String writable(Container container) {
    for (Node node : container.body().seq("volumeMounts")) {
      if (node instanceof Mapping mount && !Boolean.TRUE.equals(mount.bool("readOnly"))) {
        return mount.string("mountPath");
      }
    }
    return null;
  }

  @Override
  public RuleText text() {
    return RuleText.of("A container that writes to a volume keeps its root file system read-only.")
        .why(
            "A volume can be written whatever the root is. A writable root lets whoever breaks into"
                + " the process change the program, too.")
        .remedy("Set readOnlyRootFilesystem to true, and mount an emptyDir where else it writes.")
        .failing(
            pod("false"),
            "spec.containers[0].securityContext.readOnlyRootFilesystem",
            "Container 'outbox' makes its root writable, and writes to the volume at /data.")
        .passing(pod("true"));
  }

  private static String pod(String readOnly) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: outbox
    spec:
      containers:
      - name: outbox
        image: registry.example.com/outbox:2.1.0
        securityContext: {readOnlyRootFilesystem: %s}
        resources:
          requests: {cpu: 100m, memory: 128Mi}
        volumeMounts:
        - {name: data, mountPath: /data}
      volumes:
      - name: data
        emptyDir: {}
    """
        .formatted(readOnly);
  }
}
