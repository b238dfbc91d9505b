package dev.slipway.catalog.hyperscience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Mapping;
import dev.slipway.render.Plan;
import dev.slipway.target.Document;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.JsonValues;
import dev.slipway.testing.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each cloud must know of the shipped installations, whole, as its provider's pages have it.
 *
 * <p>AWS: <a href="https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html">trust
 * policy</a>, <a
 * href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html">association</a>,
 * <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html">lifecycle</a>,
 * <a
 * href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/security_iam_id-based-policy-examples.html">pulling</a>.
 * Google Cloud: <a
 * href="https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity">Workload
 * Identity</a>, <a href="https://cloud.google.com/iam/docs/reference/rest/v1/Policy">policies</a>,
 * <a href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.roles">roles</a>, <a
 * href="https://cloud.google.com/storage/docs/lifecycle">lifecycle</a>. Azure: <a
 * href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust">federated
 * credential</a>, <a
 * href="https://learn.microsoft.com/azure/templates/microsoft.authorization/roleassignments">role
 * assignments</a>, <a
 * href="https://learn.microsoft.com/azure/role-based-access-control/built-in-roles">their
 * roles</a>, <a
 * href="https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-policy-structure">lifecycle</a>.
 */
class CloudDocumentsTest {
  private static final Path EXPECTED = Path.of("src/test/resources/cloud");

  @ParameterizedTest
  @ValueSource(strings = {"hyperscience-aws", "hyperscience-gcp", "hyperscience-azure"})
  void theyAreThoseOfTheProvidersPagesAndNoOthers(String environment) throws IOException {
    assertThat(written(environment)).isEqualTo(expected(environment));
  }

  @Test
  void onMachinesOfOnesOwnThereIsNoCloudToTellAnything() {
    assertThat(written("hyperscience-openshift")).isEmpty();
  }

  @Test
  void openShiftIsToldOfThePodsInItsOwnWords() throws IOException {
    Plan plan = EnvironmentFiles.read("hyperscience-openshift").plan();
    Mapping expected =
        YamlText.mapping(
            Files.readString(EXPECTED.resolve("hyperscience-openshift/admission.yaml")));

    Mapping constraints =
        object(plan, "SecurityContextConstraints")
            .without("apiVersion")
            .without("kind")
            .without("metadata");
    assertThat(constraints).isEqualTo(expected.mapping("constraints"));
    assertThat(object(plan, "Role").seq("rules")).isEqualTo(expected.seq("rules"));
    assertThat(object(plan, "RoleBinding").get("roleRef"))
        .isEqualTo(expected.mapping("binding").get("roleRef"));
    assertThat(object(plan, "RoleBinding").get("subjects"))
        .isEqualTo(expected.mapping("binding").get("subjects"));
  }

  private static Mapping object(Plan plan, String kind) {
    return Installations.object(plan, kind, "hyperscience.hyperscience");
  }

  private static Map<String, @Nullable Object> written(String environment) {
    Map<String, @Nullable Object> written = new TreeMap<>();
    for (Document document : EnvironmentFiles.read(environment).plan().documents()) {
      if (document instanceof Document.Cloud) {
        written.put(document.fileName(), JsonValues.read(document.content().known().orElseThrow()));
      }
    }
    return written;
  }

  private static Map<String, @Nullable Object> expected(String environment) throws IOException {
    Map<String, @Nullable Object> expected = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(EXPECTED.resolve(environment))) {
      files = all.toList();
    }
    for (Path file : files) {
      expected.put(file.getFileName().toString(), JsonValues.read(Files.readString(file)));
    }
    return expected;
  }
}
