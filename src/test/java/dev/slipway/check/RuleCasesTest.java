package dev.slipway.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.placement.PlacementOptions;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the examples of the rules do not show. */
class RuleCasesTest {
  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        replicas: 3
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
            - name: web
              image: registry.example.com/shop:1.4.2
              resources:
                requests: {cpu: 100m, memory: 128Mi}
      """;

  private static List<String> found(List<Declaration> declared, String... yaml) {
    List<Manifest> manifests = new ArrayList<>(Manifests.of(String.join("---\n", yaml)));
    Checks checks =
        new Checks(
            Optional.empty(),
            Requirements.NONE,
            declared,
            List.of(),
            PlacementOptions.DEFAULT,
            Locator.ORIGIN);
    return checks.run(manifests, List.of()).findings().stream()
        .map(finding -> finding.rule() + ": " + finding.message())
        .toList();
  }

  private static List<String> found(String... yaml) {
    return found(List.of(), yaml);
  }

  private static String budget(String says) {
    return """
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata:
      name: web
      namespace: shop
    spec:
      %s
      selector:
        matchLabels: {app: web}
    """
        .formatted(says);
  }

  private static String autoscaler(int min) {
    return """
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata:
      name: web
      namespace: shop
    spec:
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
      minReplicas: %s
      maxReplicas: 9
    """
        .formatted(min);
  }

  /** Shares are rounded up in either field, as the disruption controller does. */
  @ParameterizedTest
  @CsvSource({
    "minAvailable: 2, false",
    "minAvailable: 3, true",
    "minAvailable: 66%, false",
    "minAvailable: 67%, true",
    "maxUnavailable: 0, true",
    "maxUnavailable: 0%, true",
    "maxUnavailable: 1%, false",
  })
  void aBudgetOfThreePodsBlocks(String says, boolean blocks) {
    assertThat(found(WEB, budget(says)))
        .isEqualTo(
            blocks
                ? List.of(
                    "blocking-budget: PodDisruptionBudget 'web' lets none of 3 pods go (%s)."
                        .formatted(says))
                : List.of());
  }

  @Test
  void aBudgetIsHeldAgainstTheAutoscalersMinimum() {
    String workload = WEB.replace("  replicas: 3\n", "");

    assertThat(found(workload, autoscaler(2), budget("minAvailable: 1"))).isEmpty();
    assertThat(found(workload, autoscaler(1), budget("minAvailable: 1")))
        .containsExactly(
            "blocking-budget: PodDisruptionBudget 'web' lets none of 1 pod go (minAvailable: 1).");
  }

  @Test
  void aBudgetOfPodsWhoseNumberNobodyKnowsIsNotJudged() {
    String daemons = WEB.replace("Deployment", "DaemonSet").replace("  replicas: 3\n", "");

    assertThat(found(daemons, budget("minAvailable: 3"))).isEmpty();
  }

  @Test
  void aDeclaredQuorumWithoutABudgetIsToldWithItsArithmetic() {
    ObjectRef.Key web = ObjectRef.of("apps/v1", "Deployment", "shop", "web").key();
    List<Declaration> declared =
        List.of(new Declaration.Quorum(web, 2, "two of three owners must answer"));

    assertThat(found(declared, WEB))
        .containsExactly(
            "budget-quorum: Deployment 'web' needs 2 of its 3 pods (two of three owners must"
                + " answer), and no PodDisruptionBudget keeps them.");
    assertThat(found(declared, WEB, budget("maxUnavailable: 1"))).isEmpty();
  }

  @Test
  void aSleepBeforeTheSignalComesOutOfTheGracePeriod() {
    ObjectRef.Key web = ObjectRef.of("apps/v1", "Deployment", "shop", "web").key();
    List<Declaration> declared =
        List.of(new Declaration.ShutdownTime(web, Duration.ofMillis(25_500), "its own deadline"));
    String sleeping =
        WEB.replace(
            "        image:",
            "        lifecycle: {preStop: {sleep: {seconds: 5}}}\n        image:");

    assertThat(found(declared, WEB)).isEmpty();
    assertThat(found(declared, sleeping))
        .containsExactly(
            "grace-period: The pods of Deployment 'web' have 30 s to end, and take up to 30.5 s"
                + " (its own deadline).");
  }

  @Test
  void anExclusiveVolumeAllowsNeitherSeveralPodsNorAnAutoscaler() {
    String claim =
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, namespace: shop}
        spec: {accessModes: [ReadWriteOnce]}
        """;
    String mounting =
        WEB + "      volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]\n";
    String start =
        "exclusive-volume: Deployment 'web' mounts claim 'data', which one node at a"
            + " time can hold, and ";

    assertThat(found(claim, mounting))
        .containsExactly(
            start + "has 3 replicas.", start + "starts a new pod before the old one is gone.");
    assertThat(found(claim, mounting.replace("  replicas: 3\n", ""), autoscaler(1)))
        .containsExactly(start + "HorizontalPodAutoscaler 'web' scales it.");
    assertThat(found(claim.replace("ReadWriteOnce", "ReadWriteMany"), mounting)).isEmpty();
  }

  /** Who applies manifests without a namespace chooses one for all of them. */
  @Test
  void anObjectWithoutANamespaceIsTakenToBeWithTheOthers() {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web%s}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        """;

    assertThat(found(WEB, service.formatted(""))).isEmpty();
    assertThat(found(WEB, service.formatted(", namespace: shop"))).isEmpty();
    assertThat(found(WEB, service.formatted(", namespace: other")))
        .containsExactly(
            "dangling-service: Service 'web' selects pods with app=web, and there are none.");
  }

  @Test
  void aKeyThatASecretLacksIsMissed() {
    String secret =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: shop}
        data: {LOG_LEVEL: info}
        """;
    String reading =
        WEB
            + """
                    env:
                    - name: LEVEL
                      valueFrom: {configMapKeyRef: {name: settings, key: %s}}
            """;

    assertThat(found(secret, reading.formatted("LOG_LEVEL"))).isEmpty();
    assertThat(found(secret, reading.formatted("LEVEL")))
        .containsExactly("dangling-reference: ConfigMap 'settings' has no key 'LEVEL'.");
    assertThat(found(secret, reading.formatted("LEVEL, optional: true"))).isEmpty();
  }

  @Test
  void anExistingSecretMayBeKnownWithItsKeys() {
    Declaration existing =
        new Declaration.Existing(
            new ObjectRef.Key(GroupKind.of("", "Secret"), "shop", "db"), Set.of("password"));
    String reading =
        WEB
            + """
                    env:
                    - name: DB_PASSWORD
                      valueFrom: {secretKeyRef: {name: db, key: %s}}
            """;

    assertThat(found(List.of(existing), reading.formatted("password"))).isEmpty();
    assertThat(found(List.of(existing), reading.formatted("pass")))
        .containsExactly("dangling-reference: Secret 'db' has no key 'pass'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: {name: db, namespace:"
            + " shop}, spec: {}}",
        "{apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: {name: db, namespace:"
            + " shop}, spec: {}}",
        "{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: any, namespace:"
            + " shop}, spec: {secretName: db}}",
        "{apiVersion: secrets-store.csi.x-k8s.io/v1, kind: SecretProviderClass, metadata: {name:"
            + " any, namespace: shop}, spec: {secretObjects: [{secretName: db}]}}",
      })
  void aSecretThatSomethingWillMakeIsThere(String maker) {
    String mounting = WEB + "      volumes: [{name: db, secret: {secretName: db}}]\n";

    assertThat(found(maker + "\n", mounting)).isEmpty();
    assertThat(found(mounting)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "DB_PASSWORD, hunter2, true",
    "DB_PASSWORD, $(OTHER), false",
    "DB_PASSWORD_FILE, /run/secrets/db, false",
    "API_TOKEN, /run/secrets/token, false",
    "TOKEN_TTL, 30s, false",
    "USE_TOKEN, true, false",
    "AWS_ACCESS_KEY_ID, AKIAIOSFODNN7EXAMPLE, true",
    "URL, https://example.com/a:b@c, false",
    "URL, amqp://shop:hunter2@mq.example.com, true",
    "URL, amqp://shop@mq.example.com, false",
    "MONKEY, banana, false",
  })
  void aVariablesValueIsASecret(String name, String value, boolean secret) {
    String yaml = WEB + "        env: [{name: %s, value: \"%s\"}]\n".formatted(name, value);

    assertThat(found(yaml)).hasSize(secret ? 1 : 0).allMatch(it -> it.startsWith("secret-in-env"));
    assertThat(found(yaml)).noneMatch(message -> message.contains("hunter2"));
  }

  @ParameterizedTest
  @CsvSource({"metadata.name, Web_1", "label, a/b/c"})
  void anIllegalNameIsToldAtItsField(String where, String name) {
    String yaml =
        where.equals("label")
            ? "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {%s: x}}\n"
            : "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n";

    assertThat(found(yaml.formatted(name)))
        .singleElement()
        .satisfies(message -> assertThat(message).contains("'" + name + "'"));
  }

  @Test
  void aLabelThatIsNoStringIsTold() {
    assertThat(found("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {v: 2}}\n"))
        .containsExactly("wrong-value: 'v' takes a string, and has an integer.");
  }

  private static List<String> demanded(Requirements requirements, String... yaml) {
    return Checks.ofManifestsAlone()
        .requiring(requirements)
        .run(Manifests.of(String.join("---\n", yaml)), List.of())
        .findings()
        .stream()
        .map(finding -> finding.path() + " " + finding.rule() + ": " + finding.message())
        .toList();
  }

  /** A ResourceQuota or an admission policy counts init containers as it does the others. */
  @Test
  void whatAClusterDemandsIsDemandedOfInitContainersToo() {
    Requirements requirements =
        new Requirements(List.of("cpu", "memory"), List.of("cpu", "memory"), List.of());
    String migrating =
        WEB
            + """
                  initContainers:
                  - name: migrate
                    image: registry.example.com/shop:1.4.2
                    resources:
                      limits: {memory: 256Mi}
            """;

    assertThat(demanded(requirements, migrating))
        .containsExactly(
            "spec.template.spec.initContainers[0].resources.requests required-resources: Container"
                + " 'migrate' requests no cpu, which the cluster demands of everybody.",
            "spec.template.spec.initContainers[0].resources.limits required-resources: Container"
                + " 'migrate' limits no cpu, which the cluster demands of everybody.",
            "spec.template.spec.containers[0].resources.limits required-resources: Container 'web'"
                + " limits no cpu and no memory, which the cluster demands of everybody.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shop  | default        | true",
        "shop  | defaultRequest | false",
        "other | default        | false",
      })
  void aDefaultOfTheNamespaceIsALimit(String namespace, String field, boolean isOne) {
    String range =
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: defaults, namespace: %s}
        spec: {limits: [{type: Container, %s: {memory: 256Mi}}]}
        """
            .formatted(namespace, field);
    Requirements requirements = new Requirements(List.of(), List.of("memory"), List.of());

    assertThat(demanded(requirements, WEB, range)).hasSize(isOne ? 0 : 1);
  }

  /** What is demanded is an error of one rule, and no warning of another besides. */
  @Test
  void aMissingRequestIsToldOnceWhereTheClusterDemandsIt() {
    String bare = WEB.replace("requests: {cpu: 100m, memory: 128Mi}", "requests: {}");

    assertThat(demanded(new Requirements(List.of("cpu"), List.of(), List.of()), bare))
        .containsExactly(
            "spec.template.spec.containers[0].resources.requests required-resources: Container"
                + " 'web' requests no cpu, which the cluster demands of everybody.",
            "spec.template.spec.containers[0].resources.requests resource-requests: Container"
                + " 'web' requests no memory.");
  }

  @Test
  void demandedLabelsAreOnTheWorkloadAndOnItsPods() {
    Requirements requirements =
        new Requirements(List.of(), List.of(), List.of("team", "cost-center"));
    String labelled =
        WEB.replace("  namespace: shop\n", "  namespace: shop\n  labels: {team: shop}\n");

    assertThat(demanded(requirements, labelled))
        .containsExactly(
            "metadata.labels required-labels: Deployment 'web' has no label 'cost-center', which"
                + " the cluster demands of everybody.",
            "spec.template.metadata.labels required-labels: The pods of Deployment 'web' have no"
                + " label 'team' and no label 'cost-center', which the cluster demands of"
                + " everybody.");
  }

  @Test
  void nothingIsDemandedOfWhatMakesNoPods() {
    Requirements requirements =
        new Requirements(List.of("cpu"), List.of("memory"), List.of("team"));

    assertThat(demanded(requirements, "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n"))
        .isEmpty();
  }

  /** Whatever a rule quotes, it is not the value of a secret. */
  @Test
  void aSecretIsQuotedByNoFinding() {
    Mapping pod =
        Mapping.of(
            "containers",
            Seq.of(Mapping.of("name", Text.of("web"), "image", Text.secret("s3cr3t/shop:latest"))));
    Manifest manifest =
        Manifest.of(
            Mapping.builder()
                .put("apiVersion", "v1")
                .put("kind", "Pod")
                .put("metadata", Mapping.of("name", "web"))
                .put("spec", pod)
                .build(),
            Origin.of("test"));

    assertThat(Checks.ofManifestsAlone().run(List.of(manifest), List.of()).findings())
        .extracting(Finding::message)
        .contains("Image '(secret)' is whatever is latest when a node pulls it.")
        .noneMatch(message -> message.contains("s3cr3t"));
  }

  @Test
  void whatTheModelSaysOfAnObjectIsNotSaidAgainByARule() {
    List<Manifest> manifests = Manifests.of(WEB.replace(":1.4.2", ":latest"));
    Notice notice =
        Notice.error("image-tag", "The tag is latest.", "Pin it.").about(manifests.get(0).ref());

    assertThat(Checks.ofManifestsAlone().run(manifests, List.of(notice)).findings())
        .extracting(Finding::message)
        .containsExactly("The tag is latest.");
  }

  @Test
  void halfWrittenObjectsBreakOnlyTheRulesAboutTheirForm() {
    assertThat(
            found(
                "{apiVersion: v1, kind: Pod, metadata: {name: a}}\n",
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: null}\n",
                "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: [1]}\n",
                "{apiVersion: v1, kind: Secret, metadata: {name: a}, data: x}\n",
                "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}}\n",
                "{apiVersion: v1, kind: Pod, metadata: {name: b, labels: 1, annotations: []}, spec:"
                    + " {containers: {}, volumes: [1, null, {}], imagePullSecrets: x}}\n"))
        .isNotEmpty()
        .allMatch(
            message ->
                message.startsWith("wrong-value: ") || message.startsWith("missing-field: "));
  }
}
