package dev.slipway.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Origin;
import dev.slipway.testing.YamlText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodTemplateTest {
  private static final String TEMPLATE =
      "{metadata: {annotations: {a: b}}, spec: {hostNetwork: true}}";

  @ParameterizedTest
  @CsvSource({
    "v1, PodTemplate, template",
    "v1, ReplicationController, spec.template",
    "apps/v1, ReplicaSet, spec.template",
    "apps/v1, Deployment, spec.template",
    "apps/v1, StatefulSet, spec.template",
    "apps/v1, DaemonSet, spec.template",
    "batch/v1, Job, spec.template",
    "batch/v1, CronJob, spec.jobTemplate.spec.template",
  })
  void theTemplateOfEveryWorkloadIsFound(String apiVersion, String kind, String path) {
    StringBuilder yaml =
        new StringBuilder(
            "apiVersion: %s\nkind: %s\nmetadata: {name: x}\n".formatted(apiVersion, kind));
    String indent = "";
    for (String key : path.split("\\.")) {
      yaml.append(indent).append(key).append(":\n");
      indent += "  ";
    }
    yaml.append(indent).append(TEMPLATE);

    PodTemplate pod = template(yaml.toString()).orElseThrow();

    assertThat(pod.metadata().mapping("annotations").string("a")).isEqualTo("b");
    assertThat(PodSecurity.evaluate(Level.BASELINE, Pods.version("1.34"), pod))
        .singleElement()
        .satisfies(
            violation ->
                assertThat(Pods.fields(violation)).containsExactly(path + ".spec.hostNetwork"));
  }

  @Test
  void aPodIsItsOwnTemplate() {
    PodTemplate pod =
        template("{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {hostPID: true}}")
            .orElseThrow();

    assertThat(pod.metadata().string("name")).isEqualTo("x");
    assertThat(pod.path()).hasToString("");
    assertThat(PodSecurity.evaluate(Level.BASELINE, Pods.version("1.34"), pod))
        .singleElement()
        .satisfies(violation -> assertThat(Pods.fields(violation)).containsExactly("spec.hostPID"));
  }

  @Test
  void otherKindsHaveNoPod() {
    assertThat(template("{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {}}"))
        .isEmpty();
    assertThat(
            template(
                "{apiVersion: serving.knative.dev/v1, kind: Deployment, metadata: {name: x},"
                    + " spec: {template: {spec: {}}}}"))
        .isEmpty();
  }

  @Test
  void aWorkloadWithoutTemplateHasNoPod() {
    assertThat(
            template(
                "{apiVersion: v1, kind: ReplicationController, metadata: {name: x}, spec: {}}"))
        .isEmpty();
  }

  private static Optional<PodTemplate> template(String yaml) {
    return PodTemplate.of(Manifest.of(YamlText.mapping(yaml), Origin.of("test")));
  }
}
