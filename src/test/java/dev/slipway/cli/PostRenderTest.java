package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostRenderTest {
  private static final String ENVIRONMENT =
      """
      environment: shop-prod
      cluster:
        name: prod
        kubernetes: "1.34"
        nodeGroups:
          - name: general
            labels: {pool: general}
            machine: {cpu: 4, memory: 16Gi}
            nodes: 3
          - name: batch
            labels: {pool: batch}
            taints: [{key: batch, effect: NoSchedule}]
            machine: {cpu: 8, memory: 32Gi}
            nodes: 2
      postRender:
        - name: batch
          match: {name: "*-batch"}
          nodeGroups: batch
      """;

  private static final String SERVICE =
      """
      ---
      # Source: shop/templates/service.yaml
      apiVersion: v1
      kind: Service
      metadata: { name: shop }   # untouched
      spec: { selector: { app: shop }, ports: [{ port: 80 }] }
      """;

  private static final String WEB =
      """
      ---
      # Source: shop/templates/web.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: shop-web, labels: { app: shop } }
      spec:
        selector: { matchLabels: { app: shop } }
        template:
          metadata: { labels: { app: shop } }
          spec:
            containers:
            - name: web
              image: registry.example.com/shop:1.4.2
              resources: { requests: { cpu: 100m, memory: 128Mi } }
      """;

  private static final String BATCH =
      """
      ---
      # Source: shop/templates/batch.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop-batch
      spec:
        selector:
          matchLabels:
            app: batch
        template:
          metadata:
            labels:
              app: batch
          spec:
            containers:
            - name: batch
              image: registry.example.com/batch:1.4.2
              resources:
                requests:
                  cpu: "2"
                  memory: 4Gi
      """;

  private static final String PLACED =
      """
            nodeSelector:
              pool: batch
            tolerations:
            - key: batch
              operator: Exists
              effect: NoSchedule
      """;

  @TempDir Path folder;

  private Outcome run(String environment, String stream, String... more) throws IOException {
    Files.writeString(folder.resolve("prod.yaml"), environment);
    String[] args = new String[3 + more.length];
    System.arraycopy(new String[] {"post-render", "-f", "prod.yaml"}, 0, args, 0, 3);
    System.arraycopy(more, 0, args, 3, more.length);
    return Shipped.reading(stream, folder, Map.of(), args);
  }

  @Test
  void whatARuleNamesIsPlacedAndTheRestGoesByteForByte() throws IOException {
    assertThat(run(ENVIRONMENT, SERVICE + BATCH + WEB))
        .isEqualTo(new Outcome(0, SERVICE + BATCH + PLACED.indent(0) + WEB, ""));
  }

  @Test
  void withoutARuleEverythingGoesByteForByte() throws IOException {
    String none = ENVIRONMENT.substring(0, ENVIRONMENT.indexOf("postRender"));

    assertThat(run(none, SERVICE + BATCH + WEB))
        .isEqualTo(new Outcome(0, SERVICE + BATCH + WEB, ""));
  }

  @Test
  void howBadAFindingMustBeToStopItIsForTheUserToSay() throws IOException {
    String latest = SERVICE + BATCH + WEB.replace(":1.4.2", ":latest");

    assertThat(run(ENVIRONMENT, latest).code()).isEqualTo(1);
    Outcome passed = run(ENVIRONMENT, latest, "--fail-on", "never");
    assertThat(passed.code()).isZero();
    assertThat(passed.out()).isEqualTo(SERVICE + BATCH + PLACED + WEB.replace(":1.4.2", ":latest"));
    assertThat(passed.err()).contains("image-tag");

    String warned = WEB.replace("resources: { requests: { cpu: 100m, memory: 128Mi } }", "");
    assertThat(run(ENVIRONMENT, SERVICE + BATCH + warned).code()).isZero();
    Outcome stopped = run(ENVIRONMENT, SERVICE + BATCH + warned, "--fail-on", "warning");
    assertThat(stopped.code()).isEqualTo(1);
    assertThat(stopped.out()).isEmpty();
    assertThat(stopped.err()).contains("resource-requests").endsWith("Nothing was passed on.\n");
  }

  @Test
  void whatABaselineHasStopsNothing() throws IOException {
    String latest = WEB.replace(":1.4.2", ":latest");
    Files.writeString(
        folder.resolve("known.yaml"),
        """
        findings:
        - object: Deployment shop-web
          rule: image-tag
          field: spec.template.spec.containers[web].image
        """);

    assertThat(run(ENVIRONMENT, SERVICE + BATCH + latest, "--baseline", "known.yaml"))
        .isEqualTo(new Outcome(0, SERVICE + BATCH + PLACED + latest, ""));
    Outcome more =
        run(
            ENVIRONMENT,
            SERVICE + BATCH.replace(":1.4.2", ":latest") + latest,
            "--baseline",
            "known.yaml");
    assertThat(more.code()).isEqualTo(1);
    assertThat(more.out()).isEmpty();
    assertThat(more.err())
        .startsWith("Deployment shop-batch\n  error image-tag:")
        .doesNotContain("shop-web");
  }

  @Test
  void aCustomResourceIsHeldAgainstADefinitionInTheStream() throws IOException {
    String definition =
        """
        ---
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: gadgets.toys.example.com}
        spec:
          group: toys.example.com
          scope: Namespaced
          names: {kind: Gadget, listKind: GadgetList, plural: gadgets, singular: gadget}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties: {spec: {type: object, properties: {pieces: {type: integer}}}}
        """;
    String gadget =
        """
        ---
        apiVersion: toys.example.com/v1
        kind: Gadget
        metadata: {name: toy}
        spec: {pieces: 3}
        """;

    assertThat(run(ENVIRONMENT, SERVICE + BATCH + WEB + definition + gadget).code()).isZero();
    Outcome refused =
        run(ENVIRONMENT, SERVICE + BATCH + WEB + definition + gadget.replace("pieces", "peices"));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains(
            "error unknown-field: 'spec' of a Gadget has no field 'peices' in v1.",
            "Did you mean 'pieces'?");
  }

  @Test
  void aBaselineThatIsNotThereStopsIt() throws IOException {
    Outcome outcome = run(ENVIRONMENT, SERVICE + BATCH + WEB, "--baseline", "known.yaml");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("The baseline 'known.yaml' cannot be read.");
  }

  @Test
  void aFindingPrintsNothingAndIsToldWithItsPlaceInWhatCameIn() throws IOException {
    Outcome outcome = run(ENVIRONMENT, SERVICE + BATCH.replace("cpu: \"2\"", "cpu: \"9\"") + WEB);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith(
            "Deployment shop-batch\n"
                + "  error placement-as-declared: No node is found for 1 pod of it: 0/5 nodes are"
                + " available: 2 Insufficient cpu, 3 node(s) didn't match Pod's node"
                + " affinity/selector.")
        .contains("\n    at -:9:1\n")
        .endsWith("Nothing was passed on.\n");
  }

  @Test
  void aWaiverLetsAFindingPass() throws IOException {
    String latest = WEB.replace("1.4.2", "latest");
    String waived =
        ENVIRONMENT
            + """
            waivers:
              - {rule: image-tag, kind: Deployment, name: shop-web, reason: "a demo"}
            """;

    assertThat(run(ENVIRONMENT, SERVICE + latest + BATCH).code()).isEqualTo(1);
    Outcome outcome = run(waived, SERVICE + latest + BATCH);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEqualTo(SERVICE + latest + BATCH + PLACED);
  }

  @Test
  void whatTheEnvironmentItselfRendersIsThere() throws IOException {
    String uses = WEB + "      serviceAccountName: shop\n".indent(0);
    String environment =
        ENVIRONMENT
            + """
            applications:
              - name: cache
                namespace: shop
                workloads:
                  - name: shop
                    serviceAccount: {name: shop, rules: [{resources: [pods], verbs: [list]}]}
                    containers: [{name: a, image: "registry.example.com/a:1"}]
            """;

    assertThat(run(ENVIRONMENT, SERVICE + uses + BATCH).err()).contains("'shop'");
    assertThat(run(environment, SERVICE + uses + BATCH).err()).doesNotContain("'shop'");
  }

  @Test
  void whatIsDeclaredToExistMayBeReferredToWithTheKeysThatItHas() throws IOException {
    String rule =
        ENVIRONMENT
            + """
              - name: db
                match: {name: shop-web}
                env: {DB_PASSWORD: {secret: shop-db, key: password}}
            """;
    String existing = "existing: [{kind: Secret, name: shop-db, namespace: shop, keys: [KEY]}]\n";

    assertThat(run(rule, SERVICE + BATCH + WEB).err())
        .contains("Secret 'shop-db' is named here, and nothing makes it");
    assertThat(run(rule + existing.replace("KEY", "user"), SERVICE + BATCH + WEB).err())
        .contains("Secret 'shop-db' has no key 'password'.");
    assertThat(run(rule + existing.replace("KEY", "password"), SERVICE + BATCH + WEB))
        .satisfies(
            outcome -> {
              assertThat(outcome.err()).isEmpty();
              assertThat(outcome.out()).contains("name: DB_PASSWORD\n");
            });
    assertThat(
            run(
                    rule + existing.replace("KEY", "password"),
                    SERVICE + BATCH + WEB.replace("name: shop-web", "name: shop-web, namespace: b"))
                .err())
        .contains("Secret 'shop-db' is named here, and nothing makes it");
  }

  @Test
  void inputThatCannotBeWorkedWithIsToldAllAtOnce() throws IOException {
    assertThat(run(ENVIRONMENT.replace("nodes: 2", "nodes: two"), "kind: Pod\n"))
        .satisfies(
            outcome -> {
              assertThat(outcome.code()).isEqualTo(2);
              assertThat(outcome.out()).isEmpty();
              assertThat(outcome.err())
                  .contains("-:1:1: Pod: There is no apiVersion.\n")
                  .contains("prod.yaml:14:14: ")
                  .endsWith("; nothing was passed on.\n");
            });
  }

  @Test
  void aRuleThatMatchesNothingIsBadInput() throws IOException {
    assertThat(run(ENVIRONMENT, SERVICE + WEB))
        .isEqualTo(
            new Outcome(
                2,
                "",
                """
                prod.yaml:16:5: The rule 'batch' matches nothing that came in: there is no workload named '*-batch'.
                    There is Deployment shop-web. Say 'optional: true' if that may be so.

                1 problem; nothing was passed on.
                """));
    assertThat(run(ENVIRONMENT + "    optional: true\n", SERVICE + WEB).code()).isZero();
  }

  @Test
  void anUnknownNodeGroupIsToldWhereItIsNamed() throws IOException {
    assertThat(run(ENVIRONMENT.replace("nodeGroups: batch", "nodeGroups: bacth"), BATCH).err())
        .startsWith("prod.yaml:18:17: ")
        .contains("Did you mean 'batch'?");
  }

  @Test
  void hooksOfAReleaseThatComeApartAreNotMissingTheRest() throws IOException {
    String hook =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: { name: migrate, annotations: { helm.sh/hook: pre-install } }
        spec:
          template:
            spec:
              restartPolicy: Never
              serviceAccountName: shop
              containers:
              - name: migrate
                image: registry.example.com/shop:1.4.2
                envFrom: [{ secretRef: { name: shop-db } }]
                resources: { requests: { cpu: 100m, memory: 128Mi } }
        """;

    assertThat(run(ENVIRONMENT, hook)).isEqualTo(new Outcome(0, hook, ""));
  }

  @Test
  void aFileIsNotTakenAsAnOperand() throws IOException {
    assertThat(run(ENVIRONMENT, WEB, "chart.yaml").err())
        .startsWith(
            "slipway: 'post-render' takes no 'chart.yaml'.\n"
                + "    It reads standard input; an environment file is named by -f.\n");
  }
}
