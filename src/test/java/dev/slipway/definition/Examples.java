package dev.slipway.definition;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;

/** Checks what definitions say of themselves. */
public final class Examples {
  private static final String SENTENCES = "(?s)\\p{Lu}.*\\.";

  private final Mapping schemas;
  private final SoftAssertions softly;
  private final Mapping.Builder properties = Mapping.builder();
  private final List<Mapping> values = new ArrayList<>();

  private Examples(Mapping schemas, SoftAssertions softly) {
    this.schemas = schemas;
    this.softly = softly;
  }

  /**
   * Every field of a definition, and of those it leads to, has words and an example that the reader
   * and the schema take; and the schema takes its default.
   */
  public static void areRight(Definition<?> root) {
    Mapping schemas = JsonSchema.full(root).mapping("definitions");
    assertSoftly(
        softly -> {
          Examples examples = new Examples(schemas, softly);
          ReferencePage.reachable(root).forEach(examples::check);
          examples.checkAgainstSchema();
        });
  }

  private void check(Definition<?> definition) {
    softly.assertThat(definition.doc()).as(definition.noun()).matches(SENTENCES);
    definition.fields().forEach(field -> check(definition, field));
    definition.hints().all().forEach(instead -> checkHint(definition, instead));
  }

  /** What a hint says to write is a field with a value that the reader takes. */
  private void checkHint(Definition<?> definition, String instead) {
    String name = definition.noun() + " › " + instead;
    YamlMapping written = (YamlMapping) YamlReader.core().read("f", instead);
    Optional<Field<?>> field = definition.field(written.key(0));
    softly.assertThat(field).as(name).isPresent();
    Reading reading = Reading.plain();
    field.ifPresent(known -> known.type().read(written.value(0), reading));
    softly.assertThat(reading.problems()).as(name).isEmpty();
  }

  private void check(Definition<?> definition, Field<?> field) {
    String name = definition.noun() + " › " + field.name();
    softly.assertThat(field.doc()).as(name).matches(SENTENCES);
    softly.assertThat(field.example()).as(name + " has an example").isNotEmpty();
    if (!field.example().isEmpty()) {
      softly.assertThat(problems(field)).as(name).isEmpty();
      values.add(Mapping.of(name, field.exampleNode()));
    }
    field.defaultNode().ifPresent(node -> values.add(Mapping.of(name, node)));
    properties.put(
        name,
        schemas
            .mapping(Nouns.joined(definition.noun()))
            .mapping("properties")
            .mapping(field.name()));
  }

  /** With one schema for all, for each takes its time to compile. */
  private void checkAgainstSchema() {
    Mapping all = Mapping.of("properties", properties.build(), "definitions", schemas);
    com.networknt.schema.JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V7)
            .getSchema(JsonWriter.write(all), InputFormat.JSON);
    for (Mapping value : values) {
      softly
          .assertThat(schema.validate(JsonWriter.write(value), InputFormat.JSON))
          .as(value.toString())
          .isEmpty();
    }
  }

  private static List<Problem> problems(Field<?> field) {
    Reading reading = Reading.plain();
    field.type().read(field.exampleYaml(), reading);
    return reading.problems();
  }
}
