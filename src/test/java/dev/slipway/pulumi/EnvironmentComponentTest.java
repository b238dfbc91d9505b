package dev.slipway.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.resources.Resource;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import dev.slipway.catalog.Catalog;
import dev.slipway.environment.Environment;
import dev.slipway.environment.Environments;
import dev.slipway.files.DiskInputs;
import dev.slipway.files.EnvironmentFiles;
import dev.slipway.manifest.KnownTexts;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.PlainValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentComponentTest {
  private static final Path PROJECT = Path.of("");

  static Stream<String> environments() {
    return EnvironmentFiles.in(PROJECT).stream().filter(file -> read(file) != null);
  }

  @AfterEach
  void forgetTheMockedEngine() {
    PulumiTest.cleanup();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("environments")
  void everyObjectOfAnEnvironmentIsRegisteredAsItIs(String file) {
    Environment environment = read(file);
    EngineRecorder engine = new EngineRecorder();
    PulumiTest.withMocks(engine)
        .runTest(context -> new EnvironmentComponent("env", environment))
        .throwOnError();

    Map<String, Object> expected = new TreeMap<>();
    for (Manifest manifest : environment.plan().all()) {
      expected.put(
          ManifestResource.token(manifest.ref()) + " " + name(manifest),
          PlainValues.of(manifest.body(), KnownTexts.INSTANCE));
    }
    Map<String, Object> registered = new TreeMap<>();
    engine
        .objects()
        .forEach(object -> registered.put(object.type + " " + object.name, numbers(object.inputs)));
    assertThat(registered.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (object, body) -> assertThat(registered.get(object)).as(object).isEqualTo(numbers(body)));
  }

  @Test
  void whatBelongsToAnApplicationIsItsChildAndTheRestTheEnvironments() {
    Environment environment = read("environments/hyperscience-aws.yaml");
    EngineRecorder engine = new EngineRecorder();
    TestResult result =
        PulumiTest.withMocks(engine)
            .runTest(context -> new EnvironmentComponent("env", environment));
    result.throwOnError();

    assertThat(urns(result))
        .contains(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$slipway:index:Environment$kubernetes:core/v1:Namespace::env/hyperscience",
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$slipway:index:Environment$slipway:index:Application$kubernetes:apps/v1:Deployment::env/hyperscience/hyperscience-platform");
  }

  private static List<String> urns(TestResult result) {
    List<String> urns = new ArrayList<>();
    for (Resource resource : result.resources()) {
      resource.urn().applyValue(urns::add);
    }
    return urns;
  }

  private static String name(Manifest manifest) {
    String namespace = manifest.ref().namespace();
    return "env/" + (namespace.isEmpty() ? "" : namespace + "/") + manifest.ref().name();
  }

  /** Pulumi's wire format has one kind of number. */
  private static Object numbers(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(key, numbers(item)));
      copy.values().removeIf(item -> item == null);
      return copy;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(EnvironmentComponentTest::numbers).toList();
    }
    return value instanceof Number number ? (Object) number.doubleValue() : value;
  }

  private static Environment read(String file) {
    return new Environments(Catalog.systems())
        .read(file, new DiskInputs(PROJECT, System.getenv()))
        .orElse(null);
  }
}
