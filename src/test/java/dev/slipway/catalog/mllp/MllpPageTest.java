package dev.slipway.catalog.mllp;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Quantity;
import dev.slipway.pod.Resources;
import dev.slipway.render.Plan;
import dev.slipway.secret.SecretSource;
import dev.slipway.testing.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** As given, the server is what its page "Kubernetes" says, manifest by manifest. */
class MllpPageTest {
  private static final Path REFERENCE = Path.of("src/test/resources/reference/mllp-server");

  @Test
  void theBaseIsThatOfThePage() throws IOException {
    List<Mapping> expected = YamlText.documents(Files.readString(REFERENCE.resolve("base.yaml")));

    List<Mapping> objects =
        Servers.objects(Servers.base()).stream()
            .filter(object -> !"Namespace".equals(object.string("kind")))
            .toList();

    assertThat(objects).containsExactlyElementsOf(expected);
  }

  @Test
  void theBudgetOfTwoPodsAndMoreIsThatOfThePage() {
    assertThat(Servers.only(Servers.base().replicas(Servers.autoscaled()), "PodDisruptionBudget"))
        .isEqualTo(
            mapping(
                """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: mllp-server
                  namespace: healthcare-prod
                  labels: {app: mllp-server}
                spec:
                  minAvailable: 1
                  selector:
                    matchLabels: {app: mllp-server}
                """));
  }

  @Test
  void theAutoscalerIsThatOfThePageAndOwnsTheReplicas() {
    Plan plan = Servers.plan(Servers.base().replicas(Servers.autoscaled()));

    assertThat(Servers.only(plan, "HorizontalPodAutoscaler"))
        .isEqualTo(
            mapping(
                """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: mllp-server
                  namespace: healthcare-prod
                  labels: {app: mllp-server}
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: mllp-server
                  minReplicas: 2
                  maxReplicas: 10
                  metrics:
                  - type: Resource
                    resource:
                      name: cpu
                      target:
                        type: Utilization
                        averageUtilization: 70
                """));
    assertThat(Servers.only(plan, "Deployment").mapping("spec").has("replicas")).isFalse();
  }

  @Test
  void theClaimOfThePersistentOverlayIsThatOfThePage() {
    assertThat(Servers.only(Servers.base().outbox(Outbox.DEFAULT), "PersistentVolumeClaim"))
        .isEqualTo(
            mapping(
                """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: mllp-data
                  namespace: healthcare-prod
                  labels: {app: mllp-server}
                spec:
                  accessModes:
                  - ReadWriteOnce
                  storageClassName: local-path
                  resources:
                    requests:
                      storage: 10Gi
                """));
  }

  @Test
  void theOutboxIsMountedWithOneReplicaRecreateAndARootThatStaysReadOnly() {
    Plan plan = Servers.plan(Servers.base().outbox(Outbox.DEFAULT));
    Mapping container = Servers.container(plan);

    assertThat(Servers.only(plan, "Deployment").mapping("spec").get("strategy"))
        .isEqualTo(mapping("type: Recreate"));
    assertThat(Servers.only(plan, "Deployment").mapping("spec").integer("replicas")).isEqualTo(1);
    assertThat(container.seq("env").asList())
        .contains(mapping("{name: MLLP_DB_PATH, value: /data/outbox.db}"));
    assertThat(container.seq("volumeMounts").asList())
        .containsExactly(mapping("{name: mllp-data, mountPath: /data}"));
    assertThat(Servers.pod(plan).seq("volumes").asList())
        .containsExactly(
            mapping("{name: mllp-data, persistentVolumeClaim: {claimName: mllp-data}}"));
    assertThat(container.mapping("securityContext").bool("readOnlyRootFilesystem")).isTrue();
  }

  @Test
  void theCertificateIsMountedAndNamedAsOnThePage() {
    Plan plan = Servers.plan(Servers.base().tls(Tls.of(certificate())));
    Mapping container = Servers.container(plan);

    assertThat(container.seq("env").asList())
        .containsSubsequence(
            mapping("{name: TLS_CERT_FILE, value: /etc/mllp/tls/tls.crt}"),
            mapping("{name: TLS_KEY_FILE, value: /etc/mllp/tls/tls.key}"));
    assertThat(container.seq("volumeMounts").asList())
        .containsExactly(mapping("{name: tls, mountPath: /etc/mllp/tls, readOnly: true}"));
    assertThat(Servers.pod(plan).seq("volumes").asList())
        .containsExactly(mapping("{name: tls, secret: {secretName: mllp-tls}}"));
  }

  @Test
  void theZoneSpreadHasTheSkewOfThePageAndWhetherItIsHardIsASetting() {
    String spread =
        """
        maxSkew: 1
        topologyKey: topology.kubernetes.io/zone
        whenUnsatisfiable: %s
        labelSelector:
          matchLabels: {app: mllp-server}
        """;

    assertThat(spreads(false)).containsExactly(mapping(spread.formatted("ScheduleAnyway")));
    // Without it, the pods of a drained node stay pending while another node of its zone is there.
    assertThat(spreads(true))
        .containsExactly(mapping(spread.formatted("DoNotSchedule") + "nodeTaintsPolicy: Honor\n"));
  }

  private static List<Node> spreads(boolean required) {
    Plan plan = Servers.plan(Servers.base().replicas(Servers.autoscaled()).zoneSpread(required));
    return Servers.pod(plan).seq("topologySpreadConstraints").asList();
  }

  @Test
  void keysThatItsPagesDisagreeOnCanBeOthers() {
    SettingKeys page = SettingKeys.DEFAULT;
    SettingKeys others =
        new SettingKeys(
            "LISTEN_ADDR",
            "MAX_CONNECTIONS",
            page.preShutdownDelay(),
            page.shutdownTimeout(),
            page.logLevel(),
            "DB_PATH",
            "CERT",
            "KEY");

    Plan plan =
        Servers.plan(
            Servers.base()
                .keys(others)
                .outbox(new Outbox("data", Optional.of("gp3"), Quantity.of("1Gi")))
                .tls(Tls.of(certificate())));

    assertThat(Servers.only(plan, "ConfigMap").mapping("data").keys())
        .containsExactly(
            "LISTEN_ADDR",
            "MAX_CONNECTIONS",
            "PRE_SHUTDOWN_DELAY",
            "SHUTDOWN_TIMEOUT",
            "LOG_LEVEL");
    assertThat(Servers.container(plan).seq("env").asList())
        .map(variable -> ((Mapping) variable).string("name"))
        .containsExactly("POD_NAME", "POD_NAMESPACE", "DB_PATH", "CERT", "KEY");
  }

  @Test
  void amountsAreThoseGiven() {
    Plan plan =
        Servers.plan(
            Servers.base().resources(Resources.requests("50m", "32Mi").limits("250m", "128Mi")));

    assertThat(Servers.container(plan).get("resources"))
        .isEqualTo(
            mapping("{requests: {cpu: 50m, memory: 32Mi}, limits: {cpu: 250m, memory: 128Mi}}"));
  }

  private static SecretSource certificate() {
    return SecretSource.existing("mllp-tls").keys("tls.crt", "tls.key").build();
  }
}
