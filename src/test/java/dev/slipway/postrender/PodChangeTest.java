package dev.slipway.postrender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Quantity;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.EnvFrom;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.security.SecurityProfile;
import dev.slipway.testing.YamlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rules do to pods beside placing them. */
class PodChangeTest {
  private static final Cluster EKS = cluster(Distribution.EKS, Cloud.AWS);
  private static final Cluster AKS = cluster(Distribution.AKS, Cloud.AZURE);

  private static final String ROLE = "arn:aws:iam::123456789012:role/shop";
  private static final String CLIENT = "66666666-7777-8888-9999-000000000000";

  private static final String ACCOUNT =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: shop, labels: {app: shop}}
      """;

  private static Cluster cluster(Distribution distribution, Cloud cloud) {
    return Cluster.builder("prod")
        .distribution(distribution)
        .cloud(cloud)
        .kubernetes("1.34")
        .build();
  }

  private static String pod(String name, String spec) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: "
        + name
        + ", labels: {app: shop}}\nspec:\n"
        + spec.indent(2);
  }

  private static PostRenderRule rule(String name, String pods, PodChange change) {
    Match match = new Match(List.of(), Optional.empty(), List.of(pods), List.of(), Map.of());
    return new PostRenderRule(name, match, false, change, List.of(), Origin.of("env.yaml"));
  }

  private static List<Mapping> rendered(
      Cluster cluster, String stream, List<Manifest> beside, PostRenderRule... rules) {
    byte[] bytes =
        PostRenderer.on(cluster, List.of(rules))
            .render(ManifestStream.read("-", stream.getBytes(UTF_8), new Problems()), beside)
            .bytes();
    String once = new String(bytes, UTF_8);
    byte[] again =
        PostRenderer.on(cluster, List.of(rules))
            .render(ManifestStream.read("-", bytes, new Problems()), beside)
            .bytes();
    assertThat(new String(again, UTF_8)).as("done twice").isEqualTo(once);
    return YamlText.documents(once);
  }

  private static Mapping spec(String spec, PodChange change) {
    return rendered(EKS, pod("a", spec), List.of(), rule("a", "*", change)).get(0).mapping("spec");
  }

  private static List<String> problems(Cluster cluster, String stream, PostRenderRule... rules) {
    try {
      rendered(cluster, stream, List.of(), rules);
    } catch (InvalidInputException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
    return List.of();
  }

  // security

  @Test
  void aProfileIsGivenToThePodAndToEveryContainer() {
    assertThat(
            spec(
                """
                initContainers: [{name: setup}]
                containers: [{name: web}]
                """,
                PodChange.NONE.secured(SecurityProfile.restricted())))
        .isEqualTo(
            YamlText.mapping(
                """
                initContainers:
                - name: setup
                  securityContext:
                    allowPrivilegeEscalation: false
                    readOnlyRootFilesystem: true
                    capabilities: {drop: [ALL]}
                containers:
                - name: web
                  securityContext:
                    allowPrivilegeEscalation: false
                    readOnlyRootFilesystem: true
                    capabilities: {drop: [ALL]}
                securityContext:
                  runAsNonRoot: true
                  seccompProfile: {type: RuntimeDefault}
                """));
  }

  @Test
  void noContainerUndoesWhatTheProfileSaysAndIdsThatItLeavesOpenStay() {
    assertThat(
            spec(
                """
                securityContext: {runAsNonRoot: false, fsGroup: 1000, readOnlyRootFilesystem: false}
                containers:
                - name: web
                  securityContext:
                    privileged: true
                    procMount: Unmasked
                    runAsNonRoot: false
                    runAsUser: 65532
                    seccompProfile: {type: Unconfined}
                    capabilities: {add: [NET_ADMIN]}
                """,
                PodChange.NONE.secured(
                    SecurityProfile.builder().readOnlyRootFilesystem(false).build())))
        .isEqualTo(
            YamlText.mapping(
                """
                securityContext:
                  runAsNonRoot: true
                  fsGroup: 1000
                  seccompProfile: {type: RuntimeDefault}
                containers:
                - name: web
                  securityContext:
                    runAsUser: 65532
                    capabilities: {drop: [ALL]}
                    allowPrivilegeEscalation: false
                    readOnlyRootFilesystem: false
                """));
  }

  // variables, files, pull secrets

  @Test
  void variablesAndFilesAreGivenToEveryContainerButInitContainers() {
    Injection injection =
        new Injection(
            List.of(),
            List.of(EnvVar.secret("DB_PASSWORD", new KeyRef("shop-db", "password"))),
            List.of(EnvFrom.secret("shop-more")),
            List.of(Mount.readOnly(Volume.secret("tls", "shop-tls"), "/etc/tls")));

    assertThat(
            spec(
                """
                initContainers: [{name: setup}]
                containers:
                - name: web
                  env: [{name: A, value: a}, {name: DB_PASSWORD, value: changeme}]
                  volumeMounts: [{name: data, mountPath: /data}]
                - name: side
                volumes: [{name: data, emptyDir: {}}]
                """,
                PodChange.NONE.injected(injection)))
        .isEqualTo(
            YamlText.mapping(
                """
                initContainers: [{name: setup}]
                containers:
                - name: web
                  env:
                  - {name: A, value: a}
                  - name: DB_PASSWORD
                    valueFrom: {secretKeyRef: {name: shop-db, key: password}}
                  volumeMounts:
                  - {name: data, mountPath: /data}
                  - {name: tls, mountPath: /etc/tls, readOnly: true}
                  envFrom: [{secretRef: {name: shop-more}}]
                - name: side
                  envFrom: [{secretRef: {name: shop-more}}]
                  env:
                  - name: DB_PASSWORD
                    valueFrom: {secretKeyRef: {name: shop-db, key: password}}
                  volumeMounts: [{name: tls, mountPath: /etc/tls, readOnly: true}]
                volumes:
                - {name: data, emptyDir: {}}
                - {name: tls, secret: {secretName: shop-tls}}
                """));
  }

  @Test
  void containersThatAreNamedGetThemAloneInitContainersToo() {
    Injection injection =
        new Injection(List.of("setup"), List.of(EnvVar.of("A", "a")), List.of(), List.of());

    assertThat(
            spec(
                "initContainers: [{name: setup}]\ncontainers: [{name: web}]\n",
                PodChange.NONE.injected(injection)))
        .isEqualTo(
            YamlText.mapping(
                """
                initContainers: [{name: setup, env: [{name: A, value: a}]}]
                containers: [{name: web}]
                """));
  }

  @Test
  void aContainerThatThereIsNotIsAnError() {
    Injection injection =
        new Injection(List.of("wbe"), List.of(EnvVar.of("A", "a")), List.of(), List.of());

    assertThat(
            problems(
                EKS,
                pod("a", "containers: [{name: web}]\n"),
                rule("db", "*", PodChange.NONE.injected(injection))))
        .containsExactly(
            "rule 'db' on Pod a: There is no container 'wbe'; there is 'web'. Did you mean 'web'?");
  }

  @Test
  void aVolumeIsSharedWithTheChartWhereItIsTheSameAndAnErrorWhereNot() {
    PodChange mounts =
        PodChange.NONE.injected(
            new Injection(
                List.of(),
                List.of(),
                List.of(),
                List.of(Mount.readOnly(Volume.secret("tls", "shop-tls"), "/etc/tls"))));
    String same =
        "containers: [{name: web}]\n"
            + "volumes: [{name: tls, secret: {secretName: shop-tls, defaultMode: 256}}]\n";

    assertThat(spec(same, mounts).seq("volumes")).isEqualTo(YamlText.mapping(same).seq("volumes"));
    assertThat(problems(EKS, pod("a", same.replace("shop-tls", "other")), rule("tls", "*", mounts)))
        .containsExactly(
            "rule 'tls' on Pod a: The pod has another volume of the name 'tls' already. Give the"
                + " mount a name of its own: 'name: …'.");
  }

  @Test
  void aVolumeThatWouldHaveToBeMadeIsRefused() {
    Mount made = Mount.writable(Volume.claim(ClaimSpec.of("data", Quantity.parse("1Gi"))), "/data");

    assertThatThrownBy(() -> new Injection(List.of(), List.of(), List.of(), List.of(made)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("The claim 'data' would have to be made");
  }

  @Test
  void pullSecretsStandBesideTheCharts() {
    assertThat(
            spec(
                    "containers: [{name: web}]\nimagePullSecrets: [{name: theirs}]\n",
                    PodChange.NONE.pullingWith(List.of("theirs", "ours")))
                .seq("imagePullSecrets"))
        .isEqualTo(YamlText.mapping("s: [{name: theirs}, {name: ours}]").seq("s"));
  }

  // identity

  @Test
  void theAccountOfThePodsIsToldWhoTheyAre() {
    String pod = pod("a", "serviceAccountName: shop\ncontainers: [{name: web}]\n");

    List<Mapping> documents =
        rendered(
            EKS,
            pod + "---\n" + ACCOUNT,
            List.of(),
            rule("s3", "*", PodChange.NONE.identified(Identity.eksIrsa(ROLE))));

    assertThat(documents.get(0)).isEqualTo(YamlText.mapping(pod));
    assertThat(documents.get(1))
        .isEqualTo(
            YamlText.mapping(
                """
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: shop
                  labels: {app: shop}
                  annotations:
                    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/shop
                """));
  }

  @Test
  void azureWantsALabelOnThePods() {
    List<Mapping> documents =
        rendered(
            AKS,
            ACCOUNT + "---\n" + pod("a", "containers: [{name: web}]\n"),
            List.of(),
            rule("blob", "*", PodChange.NONE.runningAs("shop").identified(Identity.azure(CLIENT))));

    assertThat(documents.get(0).at("metadata", "annotations"))
        .isEqualTo(
            YamlText.mapping(
                "azure.workload.identity/client-id: 66666666-7777-8888-9999-000000000000"));
    assertThat(documents.get(1).at("metadata", "labels"))
        .isEqualTo(YamlText.mapping("{app: shop, azure.workload.identity/use: \"true\"}"));
    assertThat(documents.get(1).at("spec", "serviceAccountName")).hasToString("shop");
  }

  @Test
  void podsThatRunAsAnAccountOfTheEnvironmentGetWhatItsIdentityWants() {
    Manifest own =
        Manifest.of(
            YamlText.mapping(
                ACCOUNT.replace(
                    "labels: {app: shop}",
                    "annotations: {azure.workload.identity/client-id: " + CLIENT + "}")),
            Origin.of("application 'shop'"));

    List<Mapping> documents =
        rendered(
            AKS,
            pod("a", "containers: [{name: web}]\n"),
            List.of(own),
            rule("blob", "*", PodChange.NONE.runningAs("shop")));

    assertThat(documents).hasSize(1);
    assertThat(documents.get(0).at("metadata", "labels"))
        .isEqualTo(YamlText.mapping("{app: shop, azure.workload.identity/use: \"true\"}"));
  }

  @Test
  void theOldNameOfTheAccountsFieldDoesNotSayOtherwise() {
    assertThat(
            spec(
                "serviceAccount: old\nserviceAccountName: old\ncontainers: [{name: web}]\n",
                PodChange.NONE.runningAs("shop")))
        .isEqualTo(YamlText.mapping("{serviceAccountName: shop, containers: [{name: web}]}"));
  }

  @Test
  void anAccountThatDidNotComeInCannotBeToldAnything() {
    assertThat(
            problems(
                EKS,
                pod("a", "containers: [{name: web}]\n"),
                rule("s3", "*", PodChange.NONE.identified(Identity.eksIrsa(ROLE)))))
        .containsExactly(
            "rule 's3' on Pod a: The pods run as service account 'default', which is not among"
                + " what came in. Have the chart make it (often serviceAccount.create), or name one"
                + " that is there by serviceAccount. It needs eks.amazonaws.com/role-arn:"
                + " arn:aws:iam::123456789012:role/shop.");
  }

  @Test
  void anIdentityOfAnotherCloudIsAnError() {
    assertThat(
            problems(
                AKS,
                ACCOUNT + "---\n" + pod("a", "serviceAccountName: shop\n"),
                rule("s3", "*", PodChange.NONE.identified(Identity.eksIrsa(ROLE)))))
        .containsExactly(
            "rule 's3' on Pod a: Identity eks-irsa works on AWS, and cluster 'prod' is aks on"
                + " azure. Use azure-workload-identity.");
  }

  // two rules

  @Test
  void oneAccountCannotBeTwoInTheCloud() {
    String stream =
        ACCOUNT
            + "---\n"
            + pod("a", "serviceAccountName: shop\n")
            + "---\n"
            + pod("b", "serviceAccountName: shop\n");

    assertThat(
            problems(
                EKS,
                stream,
                rule("one", "a", PodChange.NONE.identified(Identity.eksIrsa(ROLE))),
                rule("two", "b", PodChange.NONE.identified(Identity.eksIrsa(ROLE + "2")))))
        .containsExactly(
            "rule 'two' on Pod b: The rules 'one' and 'two' give ServiceAccount shop two"
                + " identities. Let their pods run as two accounts, or give both the same"
                + " identity.");
  }

  @Test
  void rulesContradictEachOtherInWhateverTheySay() {
    PodChange one =
        PodChange.NONE
            .secured(SecurityProfile.restricted())
            .runningAs("one")
            .injected(
                new Injection(
                    List.of(),
                    List.of(EnvVar.of("A", "1")),
                    List.of(),
                    List.of(Mount.readOnly(Volume.secret("x", "x"), "/x"))));
    PodChange two =
        PodChange.NONE
            .secured(SecurityProfile.builder().readOnlyRootFilesystem(false).build())
            .runningAs("two")
            .injected(
                new Injection(
                    List.of("web"),
                    List.of(EnvVar.of("A", "2")),
                    List.of(),
                    List.of(Mount.readOnly(Volume.secret("y", "y"), "/x"))));

    assertThat(
            problems(
                EKS,
                pod("a", "containers: [{name: web}]\n"),
                rule("one", "*", one),
                rule("two", "*", two)))
        .extracting(problem -> problem.substring(problem.indexOf("on Pod a: ") + 10))
        .containsExactly(
            "one gives it one security profile, the other another. Let one of them match less, or"
                + " say it in one of them only.",
            "one has its pods run as service account 'one', the other as 'two'. Let one of them"
                + " match less, or say it in one of them only.",
            "one gives the variable A one value, the other another. Let one of them match less, or"
                + " say it in one of them only.",
            "one mounts one thing at /x, the other another. Let one of them match less, or say it"
                + " in one of them only.");
  }
}
