package dev.slipway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.YamlReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DefinitionPropertiesTest {
  private static final com.networknt.schema.JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V7)
          .getSchema(JsonWriter.write(JsonSchema.full(Yard.YARD)), InputFormat.JSON);

  private static final Map<Format, com.networknt.schema.JsonSchema> FORMATS = new HashMap<>();

  private static final Node WHOLE =
      YamlReader.core()
          .read(
              "f",
              """
              name: home
              flag: south
              docks:
                - name: north
                  berths: 3
                  size: {cores: 0.5, memory: 512Mi}
                  labels: {team: a, empty: ""}
                  gates: [left, right]
                - {name: south, gates: left, size: small}
              mainDock: south
              gateCode: code
              tide: 1h30m
              open: true
              keys: [{drawer: top}, {lentTo: jo, days: 3}]
              extra: {a: [1, true, null]}
              """)
          .toNode();

  @Property(tries = 3000)
  void whatTheReaderTakesTheSchemaTakesToo(@ForAll("changed") Node tree) {
    String json = JsonWriter.write(tree);
    try {
      Yard.YARD.read(YamlReader.core().read("f", json));
    } catch (InvalidInputException refused) {
      assertThat(refused.problems())
          .allSatisfy(problem -> assertThat(problem.at()).isPresent())
          .allSatisfy(problem -> assertThat(problem.remedy()).isNotEmpty());
      return;
    }
    assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
  }

  @Property(tries = 3000)
  void theSchemasFormsAreThoseOfKubernetesNames(@ForAll("names") String name) {
    agree(Format.DNS_LABEL, Names::label, name);
    agree(Format.SERVICE_NAME, Names::service, name);
    agree(Format.DNS_SUBDOMAIN, Names::subdomain, name);
    agree(Format.PORT_NAME, Names::port, name);
    agree(Format.LABEL_KEY, Names::labelKey, name);
    agree(Format.ENV_NAME, Names::envVar, name);
    agree(Format.DATA_KEY, Names::dataKey, name);
    if (!name.isEmpty()) {
      agree(Format.LABEL_VALUE, Names::labelValue, name);
    }
  }

  @Provide
  Arbitrary<Node> changed() {
    return Changes.of(WHOLE);
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> pieces =
        Arbitraries.of(
                "a", "Z", "0", "-", ".", "_", "/", "a.b", "a".repeat(62), "a/b", " ", "é", "$")
            .list()
            .ofMaxSize(6)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(pieces, Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(5));
  }

  private static void agree(Format format, Function<String, Optional<String>> check, String name) {
    boolean fits =
        FORMATS
            .computeIfAbsent(format, DefinitionPropertiesTest::schema)
            .validate(JsonWriter.quote(name), InputFormat.JSON)
            .isEmpty();
    assertThat(fits).as(format.noun() + " '" + name + "'").isEqualTo(check.apply(name).isEmpty());
  }

  private static com.networknt.schema.JsonSchema schema(Format format) {
    Mapping.Builder schema = Mapping.builder().put("type", "string");
    format.restrict(schema, false);
    return JsonSchemaFactory.getInstance(VersionFlag.V7)
        .getSchema(JsonWriter.write(schema.build()), InputFormat.JSON);
  }
}
