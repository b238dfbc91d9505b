package dev.slipway.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.slipway.catalog.Catalog;
import dev.slipway.definition.Changes;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever somebody gets wrong in an environment file, it is said, and the schema says no less. */
class EnvironmentPropertiesTest {
  private static final Environments ENVIRONMENTS = new Environments(Catalog.systems());
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V7)
          .getSchema(JsonWriter.write(ENVIRONMENTS.schema()), InputFormat.JSON);

  private static final String SPELLED_OUT =
      """
      environment: shop-prod
      cluster:
        name: prod
        distribution: eks
        kubernetes: "1.34"
        installed: [metrics-server]
        aws: {account: "123456789012", region: eu-west-1}
        nodeGroups:
          - name: platform
            labels: {pool: platform}
            taints: [{key: dedicated, value: shop, effect: NoSchedule}, gpu:NoExecute]
            machine: {cpu: 8, memory: 32Gi, pods: 58, architecture: arm64}
            nodes: {min: 1, max: 3}
            zones: [eu-west-1a, eu-west-1b]
            allocatable: {cpu: 7910m, memory: 28Gi, pods: 58}
            disk: 100Gi
            systemPods: {cpu: 300m, memory: 400Mi, pods: 6}
      namespaces: [{name: shop, quota: {pods: 50}, labels: {team: shop}}]
      applications:
        - name: shop
          namespace: shop
          defaults: strict
          secrets: [{existing: shop-db, keys: [url]}]
          workloads:
            - name: web
              kind: Deployment
              replicas: {min: 2, max: 10, cpu: 70}
              nodeGroups: [platform]
              containers:
                - name: web
                  image: registry.example.com/shop:1.4.2
                  ports: {http: 8080}
                  resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 256Mi}}
              settings: {LOG_LEVEL: info}
              services: [{ports: [{name: http, port: 80}]}]
              ingresses: [{host: shop.example.com, tlsSecret: shop-tls}]
              disruption: {minAvailable: 1}
              rollout: {surge: 1, unavailable: 0}
      patches: [{kind: Deployment, name: shop-web, merge: {spec: {minReadySeconds: 10}}}]
      require: {requests: [cpu, memory]}
      waivers: [{rule: literal-secret, kind: Secret, name: shop-db, reason: a demo}]
      """;

  @Property(tries = 1500)
  void aMistakeInASpelledOutApplicationIsSaid(@ForAll("spelledOut") Node changed) {
    isReadOrRefused(changed);
  }

  @Property(tries = 1500)
  void aMistakeInAShippedFileIsSaid(@ForAll("shipped") Node changed) {
    isReadOrRefused(changed);
  }

  @Provide
  Arbitrary<Node> spelledOut() {
    assertThat(ENVIRONMENTS.read("f", KnownFiles.with("f", SPELLED_OUT).inputs())).isPresent();
    return Changes.of(YamlReader.core().read("f", SPELLED_OUT).toNode());
  }

  @Provide
  Arbitrary<Node> shipped() throws IOException {
    String yaml = Files.readString(Path.of("environments", "hyperscience-aws.yaml"));
    return Changes.of(YamlReader.core().read("f", yaml).toNode());
  }

  private static void isReadOrRefused(Node tree) {
    String json = JsonWriter.write(tree);
    Optional<Environment> read;
    try {
      read = ENVIRONMENTS.read("f", KnownFiles.with("f", json).inputs());
    } catch (InvalidInputException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.at()).as(problem.toString()).isPresent())
          .allSatisfy(problem -> assertThat(problem.message()).endsWith("."))
          .allSatisfy(
              problem ->
                  assertThat(problem.remedy()).as(problem.toString()).matches("(?s).+[.?:)]"));
      return;
    }
    assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
    read.ifPresent(EnvironmentPropertiesTest::isPlannedOrRefused);
  }

  private static void isPlannedOrRefused(Environment environment) {
    try {
      assertThat(environment.plan(Optional.empty(), Map.of()).all()).isNotNull();
    } catch (InvalidInputException refused) {
      assertThat(refused.problems()).isNotEmpty();
    }
  }
}
