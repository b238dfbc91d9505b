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
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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

  private static final List<String> REPLACEMENTS =
      List.of(
          "null",
          "true",
          "0",
          "1",
          "-1",
          "3",
          "11",
          "2.5",
          "1e3",
          "1e-9",
          "5000000",
          "''",
          "x",
          "home",
          "Home",
          "a b",
          "north",
          "small",
          "30s",
          "1h",
          "1x",
          "512Mi",
          "500m",
          "0.25",
          "7Gi",
          "'1'",
          "[]",
          "{}",
          "[left]",
          "[[]]",
          "[{name: a}]",
          "{name: a}",
          "{drawer: x}",
          "{a: b}",
          "{a/b: c}",
          "{cores: 1, memory: 1Gi}",
          "{min: 1}");

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
    Arbitrary<Node> replacement = Arbitraries.of(REPLACEMENTS).map(DefinitionPropertiesTest::only);
    return Combinators.combine(
            Arbitraries.integers().between(0, 40),
            replacement,
            Arbitraries.of("replace", "remove", "add"))
        .as((place, node, how) -> change(WHOLE, new AtomicInteger(place), node, how));
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

  private static Node only(String yaml) {
    return ((Seq) YamlReader.core().read("f", "[" + yaml + "]").toNode()).get(0);
  }

  /** The tree with its node number {@code place}, counted from the root, changed. */
  private static Node change(Node tree, AtomicInteger place, Node other, String how) {
    if (place.getAndDecrement() == 0) {
      return other;
    }
    if (tree instanceof Mapping mapping) {
      Mapping.Builder changed = Mapping.builder();
      for (int i = 0; i < mapping.size(); i++) {
        boolean here = place.get() == 0;
        Node value = change(mapping.value(i), place, other, how);
        if (here && how.equals("add")) {
          changed.put(mapping.key(i), mapping.value(i)).put("more", value);
        } else if (!here || !how.equals("remove")) {
          changed.put(mapping.key(i), value);
        }
      }
      return changed.build();
    }
    if (tree instanceof Seq seq) {
      List<Node> changed = new ArrayList<>();
      for (Node item : seq) {
        boolean here = place.get() == 0;
        Node value = change(item, place, other, how);
        if (here && how.equals("add")) {
          changed.add(item);
        }
        if (!here || !how.equals("remove")) {
          changed.add(value);
        }
      }
      return Seq.of(changed);
    }
    return tree;
  }
}
