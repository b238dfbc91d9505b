package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.testing.Later;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no YAML file may hold. */
class YamlRefusalsTest {
  private static final Origin ORIGIN = Origin.of("workload 'platform'");

  @Test
  void aSecretOutsideASecretIsRefusedByObjectAndPathNeverByValue() {
    Manifest deployment =
        manifest(
            "apps/v1",
            "Deployment",
            Mapping.of(
                "spec",
                Mapping.of(
                    "containers",
                    Seq.of(
                        Mapping.of(
                            "env",
                            Seq.of(
                                Mapping.of(
                                    "name",
                                    Text.of("PASSWORD"),
                                    "value",
                                    Text.secret("hunter2"))))))));

    assertThatThrownBy(() -> YamlWriter.write(List.of(deployment)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "Deployment hs/platform: spec.containers[0].env[0].value is secret, and in a file"
                + " only the data of a Secret may be. Put the value into a Secret and refer to"
                + " its key.");
  }

  @Test
  void aSecretMayStandInTheDataOfASecret() {
    Manifest secret =
        manifest("v1", "Secret", Mapping.of("stringData", Mapping.of("k", Text.secret("v"))));

    assertThat(YamlWriter.write(List.of(secret))).endsWith("stringData:\n  k: v\n");
  }

  @Test
  void aSecretMayNotStandInTheAnnotationsOfASecret() {
    Manifest secret =
        manifest("v1", "Secret", Mapping.of("immutable", Mapping.of("k", Text.secret("v"))));

    assertThatThrownBy(() -> YamlWriter.write(List.of(secret)))
        .hasMessageStartingWith("Secret hs/platform: immutable.k is secret");
  }

  @Test
  void anotherGroupsSecretIsNoSecret() {
    Manifest secret =
        manifest("x.io/v1", "Secret", Mapping.of("data", Mapping.of("k", Text.secret("v"))));

    assertThatThrownBy(() -> YamlWriter.write(List.of(secret)))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aTreeThatIsNoObjectHoldsNoSecrets() {
    assertThatThrownBy(() -> YamlWriter.write(Mapping.of("data", Text.secret("hunter2"))))
        .hasMessageStartingWith("data is secret")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aValueKnownOnlyLaterIsRefusedWithWhatItWaitsFor() {
    Manifest map =
        manifest(
            "v1", "ConfigMap", Mapping.of("data", Mapping.of("url", Later.text("output 'url'"))));

    assertThatThrownBy(() -> YamlWriter.write(List.of(map)))
        .hasMessage(
            "ConfigMap hs/platform: data.url is known only later (output 'url'), and a file can"
                + " hold only what is known now. Give the value itself, or deploy through the"
                + " door that can wait for it (Pulumi).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "a\udc00", "\ud83d a", "a\n\ud800\n"})
  void halfASurrogatePairIsRefused(String text) {
    assertThatThrownBy(() -> YamlWriter.write(Mapping.of("key", text)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("The string at key is no Unicode text: its character ");
    assertThatThrownBy(() -> YamlWriter.write(Mapping.of("a", Mapping.of(text, "b"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("The key at a[");
    assertThatThrownBy(() -> YamlWriter.write(Text.of(text)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("The string is no Unicode text");
  }

  @Test
  void everyRefusalOfEveryObjectIsTold() {
    Manifest first =
        manifest(
            "v1",
            "ConfigMap",
            Mapping.of(
                "data",
                Mapping.builder()
                    .put("a", Text.secret("x"))
                    .put("b", Later.text("output 'b'"))
                    .put("c", "\ud800")
                    .build()));
    Manifest second =
        manifest("v1", "Service", Mapping.of("spec", Mapping.of("x", Text.secret("y"))));

    assertThatThrownBy(() -> YamlWriter.write(List.of(object("Namespace", "n"), first, second)))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::where)
                    .containsExactly(
                        "ConfigMap hs/platform",
                        "ConfigMap hs/platform",
                        "ConfigMap hs/platform",
                        "Service hs/platform"));
  }

  @Test
  void aRefusalKnowsTheFileTheObjectCameFrom() {
    Position position = new Position("in.yaml", 3, 1);
    Manifest map =
        Manifest.of(
            Mapping.builder()
                .put("apiVersion", "v1")
                .put("kind", "ConfigMap")
                .put("metadata", Mapping.of("name", "m"))
                .put("data", Mapping.of("k", Text.secret("v")))
                .build(),
            Origin.at(position));

    assertThatThrownBy(() -> YamlWriter.write(List.of(map)))
        .hasMessageStartingWith("in.yaml:3:1: ConfigMap m: data.k is secret");
  }

  private static Manifest object(String kind, String name) {
    return Manifest.of(
        Mapping.builder()
            .put("apiVersion", "v1")
            .put("kind", kind)
            .put("metadata", Mapping.of("name", name))
            .build(),
        ORIGIN);
  }

  private static Manifest manifest(String apiVersion, String kind, Mapping more) {
    return Manifest.of(
        Mapping.builder()
            .put("apiVersion", apiVersion)
            .put("kind", kind)
            .put("metadata", Mapping.of("name", Text.of("platform"), "namespace", Text.of("hs")))
            .putAll(more)
            .build(),
        ORIGIN);
  }
}
