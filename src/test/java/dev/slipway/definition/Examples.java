package dev.slipway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;

/** Checks what definitions say of themselves. */
public final class Examples {
  private Examples() {}

  /**
   * Every field has words and an example that the reader and the schema take; so has its default.
   */
  public static void areRight(Definition<?> root) {
    for (Definition<?> definition : ReferencePage.reachable(root)) {
      assertThat(definition.doc()).as(definition.noun()).matches("(?s)\\p{Lu}.*\\.");
      for (Field<?> field : definition.fields()) {
        String name = definition.noun() + " › " + field.name();
        assertThat(field.doc()).as(name).matches("(?s)\\p{Lu}.*\\.");
        assertThat(field.example()).as(name + " has an example").isNotEmpty();
        isRead(field, name);
        fits(definition, field, field.exampleNode(), name);
        field.defaultNode().ifPresent(node -> fits(definition, field, node, name + "'s default"));
      }
    }
  }

  private static void isRead(Field<?> field, String name) {
    Reading reading = Reading.plain();
    Object read = field.type().read(field.exampleYaml(), reading);
    assertThat(reading.problems()).as(name).isEmpty();
    assertThat(read).as(name).isNotNull();
  }

  private static void fits(Definition<?> definition, Field<?> field, Node value, String name) {
    Mapping schemas = JsonSchema.full(definition).mapping("definitions");
    Mapping schema =
        schemas
            .mapping(Nouns.joined(definition.noun()))
            .mapping("properties")
            .mapping(field.name())
            .with("definitions", schemas);
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(JsonWriter.write(schema), InputFormat.JSON)
                .validate(JsonWriter.write(value), InputFormat.JSON))
        .as(name)
        .isEmpty();
  }
}
