package dev.slipway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.YamlReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaTest {
  private static final com.networknt.schema.JsonSchema FULL = schema(JsonSchema.full(Yard.YARD));
  private static final com.networknt.schema.JsonSchema OVERLAY =
      schema(JsonSchema.overlay(Yard.YARD));
  private static final com.networknt.schema.JsonSchema EITHER =
      schema(JsonSchema.fullOrOverlay(Yard.YARD, List.of("extra")));

  private static final String YARD =
      """
      name: home
      flag: south
      docks:
        - name: north
          berths: 3
          size: {cores: 0.5, memory: 512Mi}
          labels: {example.com/team: a, empty: ""}
          gates: [left, right]
        - {name: south, gates: left, size: small}
      mainDock: south
      gateCode: ${env:GATE}
      tide: 1h30m
      open: true
      keys: [{drawer: top}, {lentTo: jo, days: 3}]
      extra: {a: [1, true, null]}
      """;

  @Test
  void aFieldsSchemaSaysAllThatTheDefinitionSays() throws JsonProcessingException {
    String expected =
        """
        {
          "title": "Dock",
          "description": "Where ships lie.",
          "type": "object",
          "properties": {
            "name": {
              "type": "string", "maxLength": 63,
              "pattern": "^(?:[a-z0-9]([-a-z0-9]*[a-z0-9])?)$",
              "description": "What the dock is called.",
              "examples": ["north"]
            },
            "berths": {
              "type": "integer", "minimum": 1, "maximum": 10,
              "description": "How many ships fit in.",
              "default": 2,
              "examples": [3]
            },
            "size": {
              "anyOf": [{"type": "string", "minLength": 1}, {"$ref": "#/definitions/Size"}],
              "description": "How large.",
              "examples": ["small"]
            },
            "labels": {
              "type": "object",
              "propertyNames": {
                "maxLength": 317,
                "pattern": "^(?:((?=[^/]{1,253}/)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(?=[^/]{1,63}$)[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)$"
              },
              "additionalProperties": {"type": "string"},
              "description": "What it is marked with.",
              "examples": [{"team": "a"}]
            },
            "gates": {
              "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}
              ],
              "description": "Where it opens.",
              "examples": [["left", "right"]]
            }
          },
          "required": ["name"],
          "additionalProperties": false
        }
        """;

    Mapping dock = JsonSchema.full(Yard.YARD).mapping("definitions").mapping("Dock");
    assertThat(new ObjectMapper().readTree(JsonWriter.write(dock)))
        .isEqualTo(new ObjectMapper().readTree(expected));
  }

  @Test
  void theRootPointsToItsDefinition() {
    Mapping schema = JsonSchema.full(Yard.YARD);

    assertThat(schema.keys())
        .containsExactly("$schema", "title", "description", "allOf", "definitions");
    assertThat(schema.string("$schema")).isEqualTo("http://json-schema.org/draft-07/schema#");
    assertThat(schema.seq("allOf")).hasToString("[{$ref: #/definitions/Yard}]");
    assertThat(schema.mapping("definitions").keys())
        .containsExactly("Yard", "Dock", "Size", "HeldKey", "LentKey");
  }

  @Test
  void theSchemasAreDraft07() {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V7);
    com.networknt.schema.JsonSchema draft =
        factory.getSchema(
            com.networknt.schema.SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
    for (Mapping schema :
        List.of(
            JsonSchema.full(Yard.YARD),
            JsonSchema.overlay(Yard.YARD),
            JsonSchema.fullOrOverlay(Yard.YARD, List.of("extra")))) {
      assertThat(draft.validate(JsonWriter.write(schema), InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void aDeprecatedFieldSaysWhatToUse() {
    Mapping boss =
        JsonSchema.full(Yard.YARD).mapping("definitions").mapping("Yard").mapping("properties");

    assertThat(boss.mapping("boss").string("deprecationMessage"))
        .isEqualTo("Say it under 'extra'.");
  }

  @Test
  void aWholeFileFits() {
    assertThat(faults(FULL, YARD)).isEmpty();
    assertThat(isRead(YARD)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a]",
        "docks: [{name: a}]",
        "name: home",
        "name: home\ndocks: []",
        "name: home\ndocks: {name: a}",
        "name: home\ndocks: [{name: a, colour: red}]",
        "name: 12\ndocks: [{name: a}]",
        "name: Home\ndocks: [{name: a}]",
        "name: ''\ndocks: [{name: a}]",
        "name:\ndocks: [{name: a}]",
        "name: home\ndocks: [{name: a, berths: 11}]",
        "name: home\ndocks: [{name: a, berths: 0}]",
        "name: home\ndocks: [{name: a, berths: '3'}]",
        "name: home\ndocks: [{name: a, berths: 2.5}]",
        "name: home\ndocks: [{name: a, berths: null}]",
        "name: home\ndocks: [{name: a}]\nflag: sooth",
        "name: home\ndocks: [{name: a}]\nflag: null",
        "name: home\ndocks: [{name: a}]\ntide: 30",
        "name: home\ndocks: [{name: a}]\ntide: 30x",
        "name: home\ndocks: [{name: a}]\ntide: ''",
        "name: home\ndocks: [{name: a}]\nopen: yes",
        "name: home\ndocks: [{name: a, size: {cores: 2Gi, memory: 512Mi}}]",
        "name: home\ndocks: [{name: a, size: {cores: -1, memory: 512Mi}}]",
        "name: home\ndocks: [{name: a, size: {cores: 2, memory: 512m}}]",
        "name: home\ndocks: [{name: a, size: {cores: 2, memory: 8}}]",
        "name: home\ndocks: [{name: a, size: {cores: 2}}]",
        "name: home\ndocks: [{name: a, size: [1]}]",
        "name: home\ndocks: [{name: a, labels: {'b c': x}}]",
        "name: home\ndocks: [{name: a, labels: {b: 1}}]",
        "name: home\ndocks: [{name: a, gates: []}]",
        "name: home\ndocks: [{name: a, gates: [left, {}]}]",
        "name: home\ndocks: [{name: a}]\nmainDock: [a]",
        "name: home\ndocks: [{name: a}]\ngateCode: 1",
        "name: home\ndocks: [{name: a}]\nkeys: [{}]",
        "name: home\ndocks: [{name: a}]\nkeys: [{drawer: x, lentTo: jo}]",
        "name: home\ndocks: [{name: a}]\nkeys: [{drawer: x, days: 1}]",
        "name: home\ndocks: [{name: a}]\nextra: [a]",
      })
  void whatTheReaderRefusesForItsShapeTheSchemaRefusesToo(String yaml) {
    assertThat(isRead(yaml)).as("the reader takes it").isFalse();
    assertThat(faults(FULL, yaml)).as("the schema's faults").isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "flag: null",
        "docks: null",
        "docks: [{name: north, berths: null}]",
        "docks: [{name: north, labels: {team: null}}]",
        "docks: {north: {berths: 4}, south: null}",
        "docks: [{size: {cores: 2}}]",
        "keys: [{days: 3}]",
      })
  void anOverlayNeedsNothingAndRemovesWithNull(String yaml) {
    assertThat(faults(OVERLAY, yaml)).isEmpty();
    assertThat(faults(FULL, yaml)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fleg: north",
        "docks: [{name: north, colour: red}]",
        "docks: {north: {colour: red}}",
        "docks: [null]",
        "flag: west",
        "docks: [{berths: 11}]",
      })
  void anOverlaysFieldsMustBeRight(String yaml) {
    assertThat(faults(OVERLAY, yaml)).isNotEmpty();
  }

  @Test
  void oneSchemaCanTellOverlaysFromWholeFiles() {
    assertThat(faults(EITHER, "name: home\ndocks: [{name: a}]")).isEmpty();
    assertThat(faults(EITHER, "name: home")).isNotEmpty();
    assertThat(faults(EITHER, "name: home\nextra: {}")).isEmpty();
    assertThat(faults(EITHER, "nmae: home\nextra: {}")).isNotEmpty();
  }

  private static boolean isRead(String yaml) {
    try {
      Yard.YARD.read(YamlReader.core().read("f", yaml));
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private static Set<ValidationMessage> faults(
      com.networknt.schema.JsonSchema schema, String yaml) {
    String json = JsonWriter.write(YamlReader.core().read("f", yaml).toNode());
    return schema.validate(json, InputFormat.JSON);
  }

  private static com.networknt.schema.JsonSchema schema(Mapping schema) {
    return JsonSchemaFactory.getInstance(VersionFlag.V7)
        .getSchema(JsonWriter.write(schema), InputFormat.JSON);
  }
}
