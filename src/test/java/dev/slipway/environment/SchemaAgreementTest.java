package dev.slipway.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.slipway.catalog.Catalog;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An editor with the schema marks what the reader refuses, so far as it is a matter of shape. */
class SchemaAgreementTest {
  private static final Path FIXTURES = Path.of("src/test/resources");
  private static final Path BROKEN = FIXTURES.resolve("environments/broken");
  private static final Environments ENVIRONMENTS = new Environments(Catalog.systems());
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V7)
          .getSchema(JsonWriter.write(ENVIRONMENTS.schema()), InputFormat.JSON);
  private static final JsonSchema OVERLAY =
      JsonSchemaFactory.getInstance(VersionFlag.V7)
          .getSchema(JsonWriter.write(ENVIRONMENTS.overlaySchema()), InputFormat.JSON);

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("environments"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatIsShippedFitsTheSchema(Path file) throws IOException {
    assertThat(faults(SCHEMA, file)).isEmpty();
  }

  /** Nothing is required of an overlay, so a whole file is one, too. */
  @ParameterizedTest
  @MethodSource("shipped")
  void whatIsShippedFitsTheSchemaOfOverlays(Path file) throws IOException {
    assertThat(faults(OVERLAY, file)).isEmpty();
  }

  @Test
  void anOverlayThatIsShippedFitsTheSchemaOfOverlaysAndIsNoWholeFile() throws IOException {
    Path overlay = Path.of("environments/hyperscience-gcp.yaml");

    assertThat(Files.readString(overlay)).contains("extends: hyperscience-base.yaml");
    assertThat(faults(OVERLAY, overlay)).isEmpty();
    String whole = Files.readString(overlay).replace("extends: hyperscience-base.yaml", "");
    assertThat(faults(SCHEMA, whole)).isNotEmpty();
  }

  /** Every file of this repository that extends another, but those that are broken on purpose. */
  static Stream<Path> overlays() throws IOException {
    List<Path> overlays = new ArrayList<>();
    for (Path folder :
        List.of(
            Path.of("environments"),
            Path.of("examples"),
            Path.of("src/main/resources"),
            FIXTURES)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".yaml") && !file.startsWith(BROKEN))
            .filter(file -> !file.toString().contains("/node_modules/"))
            .filter(SchemaAgreementTest::extendsAnother)
            .forEach(overlays::add);
      }
    }
    return overlays.stream().sorted();
  }

  private static boolean extendsAnother(Path file) {
    try {
      return Files.readString(file).startsWith("extends:")
          || Files.readString(file).contains("\nextends:");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAreOverlaysOfEveryPlace() throws IOException {
    assertThat(overlays().map(Path::toString))
        .contains(
            "environments/hyperscience-gcp.yaml",
            "src/main/resources/dev/slipway/cli/init/project/environments/dev.yaml")
        .hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everyOverlayFitsBothSchemas(Path file) throws IOException {
    String yaml = Files.readString(file).replaceAll("@[a-z]+@", "shop");

    assertThat(faults(OVERLAY, yaml)).isEmpty();
    assertThat(faults(SCHEMA, yaml)).isEmpty();
  }

  /**
   * In each of its maps in turn an unknown key, and each of its values in turn a list of a list.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "hyperscience-gcp",
        "hyperscience-openshift",
        "mllp-server-prod-tls",
        "hyperbytedb-ha",
      })
  void whatIsOfTheWrongShapeInAnOverlayIsRefusedByBoth(String name) throws IOException {
    Mapping overlay =
        (Mapping)
            YamlReader.core()
                .read("f", Files.readString(Path.of("environments", name + ".yaml")))
                .toNode();
    Map<String, byte[]> files = new HashMap<>();
    for (Path file : shipped().toList()) {
      files.put(file.getFileName().toString(), Files.readAllBytes(file));
    }
    List<Mapping> changed = new ArrayList<>();
    addChanges(overlay, whole -> changed.add((Mapping) whole));
    assertThat(changed).hasSizeGreaterThan(10);
    assertSoftly(
        softly -> {
          for (Mapping change : changed) {
            String json = JsonWriter.write(change);
            files.put("changed.yaml", json.getBytes(UTF_8));
            softly
                .assertThat(!OVERLAY.validate(json, InputFormat.JSON).isEmpty())
                .as("refused by the schema, as by the reader: %s", json)
                .isEqualTo(isRefused(files));
          }
        });
  }

  private static boolean isRefused(Map<String, byte[]> files) {
    try {
      ENVIRONMENTS.read("changed.yaml", Inputs.of(files, Map.of()));
      return false;
    } catch (InvalidInputException e) {
      return true;
    }
  }

  /** Hands on each tree that differs from one in one place. */
  private static void addChanges(Node tree, Consumer<Node> changed) {
    if (tree instanceof Mapping mapping) {
      changed.accept(mapping.with("zzz", Text.of("x")));
      for (String key : mapping.keys()) {
        Node value = Objects.requireNonNull(mapping.get(key));
        if (!key.equals("extends")) {
          changed.accept(mapping.with(key, Seq.of(Seq.of())));
        }
        addChanges(value, other -> changed.accept(mapping.with(key, other)));
      }
    } else if (tree instanceof Seq seq) {
      for (int i = 0; i < seq.size(); i++) {
        int index = i;
        addChanges(
            seq.get(i),
            other -> {
              List<Node> items = new ArrayList<>(seq.asList());
              items.set(index, other);
              changed.accept(Seq.of(items));
            });
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-unknown-key",
        "02-wrong-type",
        "03-out-of-range",
        "04-missing-field",
        "18-unknown-system",
        "20-bad-quantity",
        "23-unquoted-version",
        "28-words-from-elsewhere",
      })
  void whatIsOfTheWrongShapeIsRefusedByBoth(String name) throws IOException {
    Path file = BROKEN.resolve(name + ".yaml");

    assertThat(faults(SCHEMA, file)).isNotEmpty();
    assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidInputException.class);
  }

  /** No schema can say that a name must be one that stands elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "05-bad-reference",
        "06-duplicate-name",
        "14-missing-variable",
        "15-missing-file",
        "19-unknown-machine",
        "24-replicas-on-an-exclusive-volume",
        "25-what-hyperscience-needs",
        "30-field-of-another-kind",
      })
  void whatIsWrongBeyondItsShapeTheReaderAloneRefuses(String name) throws IOException {
    Path file = BROKEN.resolve(name + ".yaml");

    assertThat(faults(SCHEMA, file)).isEmpty();
    assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidInputException.class);
  }

  private static void read(Path file) throws IOException {
    ENVIRONMENTS.read(
        "env.yaml", Inputs.of(Map.of("env.yaml", Files.readAllBytes(file)), Map.of()));
  }

  private static Set<ValidationMessage> faults(JsonSchema schema, Path file) throws IOException {
    return faults(schema, Files.readString(file));
  }

  private static Set<ValidationMessage> faults(JsonSchema schema, String yaml) {
    String json = JsonWriter.write(YamlReader.core().read("f", yaml).toNode());
    return schema.validate(json, InputFormat.JSON);
  }
}
