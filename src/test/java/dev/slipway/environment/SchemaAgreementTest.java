package dev.slipway.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.slipway.catalog.Catalog;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An editor with the schema marks what the reader refuses, so far as it is a matter of shape. */
class SchemaAgreementTest {
  private static final Path BROKEN = Path.of("src/test/resources/environments/broken");
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
