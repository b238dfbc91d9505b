package dev.slipway.definition;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;

/** Holds the reader of definitions against their JSON Schema. */
public final class Agreement {
  /** What the reader says of a value's shape, and not of what it means. */
  private static final Pattern OF_SHAPE =
      Pattern.compile(
          "'[^']*' (must be|is empty|is '.*', which|has the key) .*|'[^']*' is empty\\."
              + "|(An? .* has|.* have) no field '.*|(This|These) .* (has|have) no '.*"
              + "|This .* does not say what kind it is\\.|.*; it can have only one of them\\."
              + "|There is no system .*",
          Pattern.DOTALL);

  private static final Mapping UNKNOWN = Mapping.of("zzz", Text.of("x"));

  private final Mapping schemas;
  private final SoftAssertions softly;
  private final com.networknt.schema.JsonSchema schema;

  private Agreement(Definition<?> root, SoftAssertions softly) {
    this.schemas = JsonSchema.full(root).mapping("definitions");
    this.softly = softly;
    Mapping.Builder properties = Mapping.builder();
    for (Definition<?> definition : ReferencePage.reachable(root)) {
      Mapping own = schemas.mapping(Nouns.joined(definition.noun()));
      properties.put(definition.noun(), own);
      for (Field<?> field : definition.fields()) {
        properties.put(name(definition, field), own.mapping("properties").mapping(field.name()));
      }
    }
    Mapping all = Mapping.of("properties", properties.build(), "definitions", schemas);
    schema =
        JsonSchemaFactory.getInstance(VersionFlag.V7)
            .getSchema(JsonWriter.write(all), InputFormat.JSON);
  }

  /** Each field of a definition, and of those it leads to, with each of many values. */
  public static void ofEveryField(Definition<?> root) {
    assertSoftly(
        softly -> {
          Agreement agreement = new Agreement(root, softly);
          for (Definition<?> definition : ReferencePage.reachable(root)) {
            agreement.onObjects(definition);
            definition.fields().forEach(field -> agreement.onValues(definition, field));
          }
        });
  }

  private void onValues(Definition<?> definition, Field<?> field) {
    String name = name(definition, field);
    List<Node> values = new ArrayList<>();
    Changes.REPLACEMENTS.forEach(yaml -> values.add(Changes.only(yaml)));
    int refused = 0;
    for (Node value : values) {
      Reading reading = Reading.plain();
      reading.enter(field);
      field.type().read(yaml(value), reading);
      reading.leave();
      refused += compare(name, value, reading.problems()) ? 1 : 0;
    }
    if (!field.type().words(Wording.PLAIN).equals("anything")) {
      softly.assertThat(refused).as(name + ": values that both refuse").isPositive();
    }
  }

  /** A whole object, and the same with an unknown key and without each field that it needs. */
  private void onObjects(Definition<?> definition) {
    Mapping.Builder builder = Mapping.builder();
    definition.fields().stream()
        .filter(Field::isRequired)
        .forEach(field -> builder.put(field.name(), field.exampleNode()));
    Mapping whole = builder.build();
    onObject(definition, whole, false);
    onObject(definition, Mapping.builder().putAll(whole).putAll(UNKNOWN).build(), true);
    for (String key : whole.keys()) {
      onObject(definition, whole.without(key), true);
    }
  }

  private void onObject(Definition<?> definition, Mapping object, boolean wrong) {
    Reading reading = Reading.plain();
    definition.readOrReport(yaml(object), reading);
    boolean refused = compare(definition.noun(), object, reading.problems());
    softly
        .assertThat(refused)
        .as("%s: %s is of the wrong shape", definition, object)
        .isEqualTo(wrong);
  }

  /** Whether both refuse a value for its shape; that one alone does is wrong. */
  private boolean compare(String name, Node value, List<Problem> problems) {
    boolean reader = problems.stream().anyMatch(problem -> isOfShape(problem));
    boolean editor =
        !schema.validate(JsonWriter.write(Mapping.of(name, value)), InputFormat.JSON).isEmpty();
    if (reader != editor && !(editor && !problems.isEmpty())) {
      softly.fail(
          "%s: %s is %s by the reader and %s by the schema: %s",
          name, value, reader ? "refused" : "taken", editor ? "refused" : "taken", problems);
    }
    return editor && !problems.isEmpty();
  }

  private static boolean isOfShape(Problem problem) {
    return problem.where().isEmpty() && OF_SHAPE.matcher(problem.message()).matches();
  }

  private static String name(Definition<?> definition, Field<?> field) {
    return definition.noun() + " › " + field.name();
  }

  private static YamlNode yaml(Node value) {
    String json = JsonWriter.write(Mapping.of("value", value));
    return ((YamlMapping) YamlReader.core().read("f", json)).value(0);
  }
}
