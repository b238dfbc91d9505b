package dev.slipway.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Text;
import dev.slipway.testing.YamlText;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestArgsTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {ports: [{port: 80}]}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        SERVICE,
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        """,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: web, namespace: shop}
        data: {a: b}
        binaryData: {c: ZA==}
        immutable: true
        """,
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: web, namespace: shop}
        automountServiceAccountToken: false
        imagePullSecrets: [{name: pull}]
        """,
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: web, namespace: shop}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
        subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
        """,
        """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: high}
        value: 1000
        globalDefault: false
        description: First.
        """,
      })
  void anObjectsFieldsAreItsInputs(String yaml) {
    Manifest manifest = manifest(yaml);
    assertThat(ResourceInputs.of(ManifestArgs.of(manifest)).known()).isEqualTo(manifest.body());
  }

  @Test
  void whatASecretHoldsIsSecretAndItsTypeIsNot() throws Exception {
    Manifest manifest =
        manifest(
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: db, namespace: shop}
            type: Opaque
            data: {password: c2VjcmV0}
            """);
    ManifestArgs args = ManifestArgs.of(manifest);
    assertThat(told(args, "data").isSecret()).isTrue();
    assertThat(told(args, "type").isSecret()).isFalse();
    assertThat(ResourceInputs.of(args).known().get("type")).isEqualTo(Text.of("Opaque"));
  }

  /** The SDK makes futures of every input of a class, of those without a value too. */
  @Test
  void mostObjectsHaveFourInputs() {
    assertThat(
            Arrays.stream(ManifestArgs.of(manifest(SERVICE)).getClass().getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Import.class))
                .map(Field::getName))
        .containsExactly("apiVersion", "kind", "metadata", "spec");
  }

  @Test
  void aFieldThatNoObjectHasIsRefused() {
    assertThatThrownBy(() -> ManifestArgs.of(manifest(SERVICE + "replicas: 2\n")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the fields [replicas], which this Pulumi door does not know.");
  }

  private static Manifest manifest(String yaml) {
    return Manifest.of(YamlText.mapping(yaml), Origin.of("test"));
  }

  private static OutputData<?> told(ManifestArgs args, String name) throws Exception {
    for (@Nullable Class<?> type = args.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return Internal.of((Output<?>) field.get(args)).getDataAsync().join();
        }
      }
    }
    throw new AssertionError(name);
  }
}
