package dev.slipway.check.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an object is, it is judged. */
class SchemasProperties {
  private static final List<String> KEYS =
      List.of("spec", "metadata", "template", "containers", "env", "name", "data", "labels", "x.y");

  private static final List<Node> LEAVES =
      List.of(
          Scalar.NULL,
          Scalar.TRUE,
          Scalar.of(2),
          Scalar.of(-1.5),
          Text.of("object"),
          Text.of("array"),
          Text.of("set"),
          Text.of("date-time"),
          Text.of("[[::]](?P<a"),
          Seq.of(Text.of("name"), Scalar.TRUE));

  private static final List<String> WORDS =
      List.of(
          "type",
          "items",
          "additionalProperties",
          "required",
          "enum",
          "pattern",
          "format",
          "minimum",
          "maxLength",
          "minItems",
          "maxProperties",
          "multipleOf",
          "nullable",
          "default",
          "allOf",
          "anyOf",
          "oneOf",
          "not",
          "x-kubernetes-int-or-string",
          "x-kubernetes-preserve-unknown-fields",
          "x-kubernetes-embedded-resource",
          "x-kubernetes-list-type",
          "x-kubernetes-list-map-keys");

  @Property(tries = 500)
  void everyTreeIsJudgedTheSameTwice(
      @ForAll("trees") Mapping tree, @ForAll("kinds") Mapping kind, @ForAll("minors") int minor) {
    Mapping body = Mapping.builder().putAll(tree).putAll(kind).build();
    Manifest object = Manifest.of(body, Origin.of("test"));
    Optional<KubernetesVersion> version =
        minor == 0 ? Optional.empty() : Optional.of(new KubernetesVersion(1, minor));

    List<Fault> faults = new Schemas(version, List.of()).faults(object);

    assertThat(new Schemas(version, List.of()).faults(object)).isEqualTo(faults);
    assertThat(faults).allMatch(fault -> fault.message().endsWith("."));
  }

  @Property(tries = 500)
  void whateverADefinitionSaysItsObjectsAreJudged(
      @ForAll("schemas") Mapping schema, @ForAll("trees") Mapping tree) {
    Mapping version =
        Mapping.builder()
            .put("name", "v1")
            .put("served", true)
            .put("schema", Mapping.of("openAPIV3Schema", schema))
            .build();
    Mapping names = Mapping.of("kind", "Z");
    Mapping definition =
        object("apiextensions.k8s.io/v1", "CustomResourceDefinition")
            .put(
                "spec",
                Mapping.of("group", Text.of("a.b"), "names", names, "versions", Seq.of(version)))
            .build();
    Mapping body = object("a.b/v1", "Z").putAll(tree.without("metadata")).build();

    List<Fault> faults =
        new Schemas(Optional.empty(), List.of(Manifest.of(definition, Origin.of("test"))))
            .faults(Manifest.of(body, Origin.of("test")));

    assertThat(faults).allMatch(fault -> fault.message().endsWith("."));
  }

  private static Mapping.Builder object(String apiVersion, String kind) {
    return Mapping.builder()
        .put("apiVersion", apiVersion)
        .put("kind", kind)
        .put("metadata", Mapping.of("name", "a"));
  }

  @Provide
  Arbitrary<Mapping> schemas() {
    return Arbitraries.randomValue(random -> schema(random, 4));
  }

  /** What schemas hold, mostly where it belongs. */
  private static Mapping schema(Random random, int depth) {
    Mapping.Builder schema = Mapping.builder();
    for (int i = random.nextInt(6); i > 0; i--) {
      schema.put(WORDS.get(random.nextInt(WORDS.size())), valueOfWord(random, depth));
    }
    Mapping.Builder fields = Mapping.builder();
    for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--) {
      fields.put(KEYS.get(random.nextInt(KEYS.size())), schema(random, depth - 1));
    }
    return schema.put("properties", fields.build()).build();
  }

  private static Node valueOfWord(Random random, int depth) {
    return switch (depth == 0 ? 3 : random.nextInt(6)) {
      case 0 -> schema(random, depth - 1);
      case 1, 2 -> Seq.of(schema(random, depth - 1), schema(random, depth - 1));
      default -> LEAVES.get(random.nextInt(LEAVES.size()));
    };
  }

  @Provide
  Arbitrary<Integer> minors() {
    return Arbitraries.of(0, 24, 28, 30, 34, 36, 99);
  }

  @Provide
  Arbitrary<Mapping> kinds() {
    return Arbitraries.of(
            "v1 Pod",
            "apps/v1 Deployment",
            "v1 Secret",
            "batch/v1beta1 CronJob",
            "x/v9 Y",
            "a.b/v1 Z")
        .map(
            written ->
                Mapping.builder()
                    .put("apiVersion", written.substring(0, written.indexOf(' ')))
                    .put("kind", written.substring(written.indexOf(' ') + 1))
                    .put("metadata", Mapping.of("name", "a"))
                    .build());
  }

  @Provide
  Arbitrary<Mapping> trees() {
    return mappings(4);
  }

  private static Arbitrary<Mapping> mappings(int depth) {
    return Arbitraries.maps(Arbitraries.of(KEYS), nodes(depth)).ofMaxSize(5).map(Mapping::of);
  }

  private static Arbitrary<Node> nodes(int depth) {
    Arbitrary<Node> leaves =
        Arbitraries.of(
            Scalar.NULL, Scalar.TRUE, Scalar.of(5), Scalar.of(-1.5), Text.of(""), Text.of("1Gi"));
    if (depth == 0) {
      return leaves;
    }
    return Arbitraries.oneOf(
        leaves, mappings(depth - 1).map(m -> m), nodes(depth - 1).list().ofMaxSize(3).map(Seq::of));
  }
}
