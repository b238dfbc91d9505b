package dev.slipway.podsecurity;

import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.FieldPath;
import dev.slipway.testing.YamlText;
import java.util.List;
import java.util.Optional;

/** Pods for tests, written as YAML, and what single controls say of them. */
final class Pods {
  /** A pod that every level of every version admits. */
  static final String RESTRICTED =
      """
      metadata: {name: web}
      spec:
        securityContext:
          runAsNonRoot: true
          seccompProfile: {type: RuntimeDefault}
        containers:
          - name: web
            securityContext:
              allowPrivilegeEscalation: false
              capabilities: {drop: [ALL]}
      """;

  private Pods() {}

  static KubernetesVersion version(String version) {
    return KubernetesVersion.of(version);
  }

  /** A pod of a document with metadata and spec. */
  static PodTemplate pod(String yaml) {
    var pod = YamlText.mapping(yaml);
    return PodTemplate.of(pod.mapping("metadata"), pod.mapping("spec"));
  }

  /** What one control, on its own level, has against a pod. */
  static Optional<Violation> violation(String control, String version, String yaml) {
    Level level =
        Controls.all().stream()
            .filter(c -> c.id().equals(control))
            .findFirst()
            .orElseThrow()
            .level();
    return PodSecurity.evaluate(level, version(version), pod(yaml)).stream()
        .filter(violation -> violation.control().equals(control))
        .findFirst();
  }

  static List<String> fields(Violation violation) {
    return violation.fields().stream().map(FieldPath::toString).toList();
  }
}
