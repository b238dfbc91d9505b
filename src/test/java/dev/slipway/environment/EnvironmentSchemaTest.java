package dev.slipway.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.slipway.catalog.Catalog;
import dev.slipway.definition.Agreement;
import dev.slipway.definition.Examples;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.YamlReader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The environment file's schema says what its reader does. */
class EnvironmentSchemaTest {
  private static final Environments ENVIRONMENTS = new Environments(Catalog.systems());
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V7)
          .getSchema(JsonWriter.write(ENVIRONMENTS.schema()), InputFormat.JSON);

  private static final String WHOLE =
      """
      environment: shop-prod
      cluster:
        name: prod
        distribution: eks
        kubernetes: "1.34"
        nodeGroups:
          - {name: platform, labels: {pool: platform}, machine: m5.2xlarge, nodes: 2}
      applications:
        - name: shop
          workloads:
            - name: web
              replicas: 2
              nodeGroups: platform
              containers:
                - name: web
                  image: registry.example.com/shop:1.4.2
                  resources: {requests: {cpu: 100m, memory: 128Mi}}
      """;

  @Test
  void everyExampleAndDefaultIsRight() {
    Examples.areRight(EnvironmentNotation.of(Catalog.systems()));
  }

  @Test
  void theReaderAndTheSchemaAgreeOnEveryFieldOfEveryKindOfObject() {
    Agreement.ofEveryField(EnvironmentNotation.of(Catalog.systems()));
  }

  @Test
  void aFileThatIsReadFits() {
    assertThat(isRead(WHOLE)).isTrue();
    assertThat(faults(WHOLE)).isEmpty();
  }

  @Test
  void aFileThatExtendsAnotherNeedsNotBeWhole() {
    assertThat(faults("extends: base.yaml")).isEmpty();
    assertThat(faults("abstract: true\ncluster: {kubernetes: '1.34'}")).isEmpty();
    assertThat(
            faults(
                """
                extends: [base.yaml, more.yaml]
                environment: shop-test
                cluster: {nodeGroups: {platform: {nodes: 1}, trainer: null}}
                applications: {shop: {workloads: {web: {replicas: 1}}}}
                """))
        .isEmpty();
    assertThat(faults("extends: base.yaml\nclutser: {}")).isNotEmpty();
    assertThat(faults("cluster: {kubernetes: '1.34'}")).isNotEmpty();
  }

  /** Each is what a file says that is whole in all other respects. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "environment: shop-prod => enviroment: shop-prod",
        "environment: shop-prod => environment: Shop",
        "environment: shop-prod => environment: 12",
        "environment: shop-prod => # no name",
        "  name: prod => ",
        "kubernetes: \"1.34\" => kubernetes: 1.34",
        "kubernetes: \"1.34\" => kubernetes: \"1.34\"\n  region: eu",
        "distribution: eks => distribution: ekz",
        "nodes: 2 => nodes: two",
        "nodes: 2 => nodes: 0",
        "nodes: 2 => nodes: {min: 1}",
        ", nodes: 2 => ",
        "machine: m5.2xlarge => machine: [m5.2xlarge]",
        "labels: {pool: platform} => labels: {pool: 1}",
        "labels: {pool: platform} => labels: [pool]",
        "replicas: 2 => replicas: -1",
        "replicas: 2 => replicas: '2'",
        "replicas: 2 => replica: 2",
        "nodeGroups: platform => nodeGroups: 1",
        "image: registry.example.com/shop:1.4.2 => image:",
        "cpu: 100m => cpu: 100mm",
        "memory: 128Mi => memory: -1",
        "memory: 128Mi => memory: [128Mi]",
        "    - name: shop =>     - name: shop\n    system: shopping",
      })
  void whatTheReaderRefusesForItsShapeTheSchemaRefusesToo(String change) {
    String[] sides = change.split(" => ?", 2);
    String part = sides[0].replaceAll("^ {4}- ", "  - ");
    assertThat(WHOLE).as("the whole file").contains(part);
    String broken = WHOLE.replace(part, sides[1].replaceAll("^ {4}- ", "  - "));

    assertThat(isRead(broken)).as("the reader takes it").isFalse();
    assertThat(faults(broken)).as("the schema's faults").isNotEmpty();
  }

  private static boolean isRead(String yaml) {
    try {
      return ENVIRONMENTS.read("env.yaml", KnownFiles.with("env.yaml", yaml).inputs()).isPresent();
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private static Set<ValidationMessage> faults(String yaml) {
    String json = JsonWriter.write(YamlReader.core().read("f", yaml).toNode());
    return SCHEMA.validate(json, InputFormat.JSON);
  }
}
