package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Pod;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.podsecurity.Level;
import dev.slipway.podsecurity.PodSecurity;
import dev.slipway.podsecurity.Violation;
import dev.slipway.target.Notice.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every pod is admitted by the Pod Security level that its namespace enforces. */
final class PodSecurityLevel implements Rule {
  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
  private static final String LATEST = "latest";

  @Override
  public String id() {
    return "pod-security-level";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    @Nullable Pod pod = object.pod();
    @Nullable Subject namespace =
        pod == null || object.namespace().isEmpty() ? null : facts.namespace(object.namespace());
    if (pod == null || namespace == null) {
      return;
    }
    Mapping labels = namespace.manifest().metadata().mapping("labels");
    Optional<Level> level = level(labels.string(ENFORCE));
    if (level.isEmpty()) {
      return;
    }
    KubernetesVersion version = version(labels.string(ENFORCE + "-version"), facts);
    for (Violation violation : PodSecurity.evaluate(level.get(), version, pod.template())) {
      FieldPath at = violation.fields().isEmpty() ? pod.specPath() : violation.fields().get(0);
      out.add(
          at,
          "Namespace '%s' enforces %s, which forbids this: %s."
              .formatted(namespace.name(), level.get(), violation),
          violation.remedy());
    }
  }

  private static Optional<Level> level(@Nullable String label) {
    for (Level level : Level.values()) {
      if (level.label().equals(label)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** What the label names, or the cluster's own, or the newest that is known. */
  private static KubernetesVersion version(@Nullable String label, Facts facts) {
    if (label != null && !label.equals(LATEST)) {
      try {
        return KubernetesVersion.of(label.startsWith("v") ? label.substring(1) : label);
      } catch (InvalidInputException e) {
        // An API server takes what it cannot read for the latest, too.
      }
    }
    return facts.cluster().map(Cluster::version).orElse(PodSecurity.NEWEST);
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every pod is admitted by the Pod Security level of its namespace.")
        .why(
            "The API server takes the Deployment and refuses its pods: nothing starts, and only the"
                + " ReplicaSet's events tell why.")
        .remedy("Change the pod as the level asks, or let the namespace enforce a looser one.")
        .failing(
            pod("{privileged: true}"),
            "spec.containers[0].securityContext.privileged",
            "Namespace 'shop' enforces baseline, which forbids this: privileged (container 'web' is"
                + " privileged).")
        .passing(pod("{privileged: false}"));
  }

  private static String pod(String context) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata:
      name: shop
      labels: {pod-security.kubernetes.io/enforce: baseline}
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
      namespace: shop
    spec:
      containers:
      - name: web
        image: registry.example.com/shop:1.4.2
        securityContext: %s
        resources:
          requests: {cpu: 100m, memory: 128Mi}
    """
        .formatted(context);
  }
}
