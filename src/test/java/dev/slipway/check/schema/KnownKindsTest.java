package dev.slipway.check.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.testing.GeneratedFile;
import dev.slipway.testing.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The definition of HyperbytedbCluster that counts where none is given. */
class KnownKindsTest {

  /** Of this field the operator's page tells, and the model warns where it is set. */
  private static final List<String> TEXT_ONLY =
      List.of("spec", "properties", "monitoring", "properties", "grafanaDashboard");

  @Test
  void itIsThatOfTheFolderWithTheFieldThatThePageAloneHas() throws IOException {
    String definition = Files.readString(CustomCorpus.HYPERBYTEDB.definition());
    Mapping spec = YamlText.documents(definition).get(0).mapping("spec");

    String file = "src/main/resources/dev/slipway/check/schema/hyperbytedbclusters.json";
    Mapping version = (Mapping) ((Mapping) withoutDescriptions(spec)).seq("versions").get(0);
    Mapping schema = version.mapping("schema").mapping("openAPIV3Schema");
    Mapping more = with(schema.mapping("properties"), TEXT_ONLY, Mapping.of("type", "boolean"));
    Mapping whole = Mapping.of("openAPIV3Schema", schema.with("properties", more));
    Mapping read =
        ((Mapping) withoutDescriptions(spec))
            .with("versions", Seq.of(version.with("schema", whole)));
    GeneratedFile.isCurrent(
        file, JsonWriter.write(read).replaceAll("\n *", "").replace("\": ", "\":") + "\n");
    assertThat(ShippedJson.read(Files.readString(Path.of(file)))).isEqualTo(read);
  }

  @Test
  void emptyListsAndMapsAreRead() {
    assertThat(ShippedJson.read("{\"a\":{},\"b\":[],\"c\":[[],{}],\"d\":-1}"))
        .hasToString("{a: {}, b: [], c: [[], {}], d: -1}");
  }

  @Test
  void anObjectIsJudgedByItWhereNoneIsGiven() {
    assertThat(faults("hyperbytedb.hyperbyte.cloud/v1alpha1", "spec: {replica: 3}"))
        .containsExactly(
            "spec.replica: 'spec' of a HyperbytedbCluster has no field 'replica' in v1alpha1.");
  }

  @Test
  void aFieldOfThePageIsNotToldWhereTheClustersDefinitionIsNotKnown() {
    assertThat(
            faults(
                "hyperbytedb.hyperbyte.cloud/v1alpha1",
                "spec: {monitoring: {grafanaDashboard: true}}"))
        .isEmpty();
  }

  @Test
  void aVersionThatItDoesNotHaveMayBeThatOfANewerOperator() {
    assertThat(faults("hyperbytedb.hyperbyte.cloud/v1", "spec: {replica: 3}")).isEmpty();
  }

  @Test
  void theOneThatIsGivenCounts() {
    Mapping own =
        YamlText.documents(
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: hyperbytedbclusters.hyperbytedb.hyperbyte.cloud}
                spec:
                  group: hyperbytedb.hyperbyte.cloud
                  names: {kind: HyperbytedbCluster, plural: hyperbytedbclusters}
                  scope: Namespaced
                  versions:
                  - name: v1alpha1
                    served: true
                    storage: true
                    schema:
                      openAPIV3Schema:
                        type: object
                        properties: {spec: {type: object, properties: {replica: {type: integer}}}}
                """)
            .get(0);

    assertThat(faults("hyperbytedb.hyperbyte.cloud/v1alpha1", "spec: {replica: 3}", own)).isEmpty();
    assertThat(faults("hyperbytedb.hyperbyte.cloud/v1alpha1", "spec: {replicas: 3}", own))
        .hasSize(1);
  }

  private static List<String> faults(String apiVersion, String rest, Mapping... definitions) {
    String header = "apiVersion: %s\nkind: HyperbytedbCluster\nmetadata: {name: a}\n";
    Mapping body = YamlText.documents(header.formatted(apiVersion) + rest + "\n").get(0);
    List<Manifest> given = new ArrayList<>();
    for (Mapping definition : definitions) {
      given.add(Manifest.of(definition, Origin.of("test")));
    }
    return new Schemas(Optional.of(KubernetesVersion.of("1.34")), given)
        .faults(Manifest.of(body, Origin.of("test"))).stream()
            .map(fault -> fault.path() + ": " + fault.message())
            .toList();
  }

  private static Mapping with(Mapping tree, List<String> path, Node value) {
    String key = path.get(0);
    List<String> rest = path.subList(1, path.size());
    return tree.with(key, rest.isEmpty() ? value : with(tree.mapping(key), rest, value));
  }

  private static Node withoutDescriptions(Node node) {
    if (node instanceof Seq list) {
      return Seq.of(list.asList().stream().map(KnownKindsTest::withoutDescriptions).toList());
    }
    if (!(node instanceof Mapping part)) {
      return node;
    }
    Mapping.Builder kept = Mapping.builder();
    part.forEach(
        (key, value) -> {
          boolean forPeople = key.equals("description") && value instanceof Text;
          if (!forPeople && !key.equals("additionalPrinterColumns")) {
            kept.put(key, withoutDescriptions(value));
          }
        });
    return kept.build();
  }
}
