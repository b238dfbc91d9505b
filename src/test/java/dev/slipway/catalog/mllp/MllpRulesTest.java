package dev.slipway.catalog.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.app.Replicas;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Quantity;
import dev.slipway.render.Plan;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page contradicts itself in cannot be said, or is said to be wrong with what to do. */
class MllpRulesTest {

  @Test
  void theGraceIsTenSecondsMoreThanThePodMayTakeToEnd() {
    Plan plan =
        Servers.plan(
            Servers.strict()
                .preShutdownDelay(Duration.ofSeconds(10))
                .shutdownTimeout(Duration.ofMinutes(2)));

    assertThat(Servers.pod(plan).integer("terminationGracePeriodSeconds")).isEqualTo(140);
    assertThat(plan.declared())
        .filteredOn(Declaration.ShutdownTime.class::isInstance)
        .extracting(declared -> ((Declaration.ShutdownTime) declared).time())
        .containsExactly(Duration.ofSeconds(130));
  }

  @Test
  void aGraceThatIsNotLongerThanTheDelayAndTheTimeoutIsRefused() {
    assertThatThrownBy(() -> Servers.strict().grace(Duration.ofSeconds(35)).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "The pods are killed 35 s after SIGTERM, and may take 35 s to end: 5 s of pre-shutdown"
                + " delay and 30 s of shutdown timeout.")
        .hasMessageContaining("Give a grace period above 35 s, or leave it out for 45 s.");
    assertThat(Servers.strict().grace(Duration.ofSeconds(36)).build().grace())
        .isEqualTo(Duration.ofSeconds(36));
  }

  @Test
  void anOutboxUnderTheProductionAutoscalerIsRefusedWithWhatToDoInstead() {
    assertThatThrownBy(
            () -> Servers.strict().outbox(Outbox.DEFAULT).replicas(Servers.autoscaled()).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "It keeps its outbox on a volume, and an autoscaler may start 10 pods.")
        .hasMessageContaining("install a second server under another name");
    assertThatThrownBy(
            () -> Servers.strict().outbox(Outbox.DEFAULT).replicas(Replicas.fixed(2)).build())
        .hasMessageContaining("It keeps its outbox on a volume, and has 2 replicas.");
  }

  @Test
  void whatIsWrongIsSaidAllAtOnce() {
    assertThatThrownBy(
            () ->
                MllpServer.builder("mllp")
                    .port(104)
                    .grace(Duration.ofSeconds(1))
                    .settings(Map.of("LOG_LEVEL", "debug"))
                    .build())
        .hasMessageContaining("It has no image.")
        .hasMessageContaining("It listens on port 104")
        .hasMessageContaining("killed 1 s after SIGTERM")
        .hasMessageContaining("The setting 'LOG_LEVEL' has a field of its own.");
  }

  @Test
  void onePodHasNoBudgetAndThatIsSaid() {
    Plan plan = Servers.plan(Servers.strict());

    assertThat(plan.all().ofKind("PodDisruptionBudget")).isEmpty();
    assertThat(Servers.notice(plan, "mllp-one-pod").message())
        .isEqualTo(
            "'mllp-server' has one pod, so it has no disruption budget: one that keeps it would"
                + " block every drain of its node.");
    assertThat(Servers.rules(Servers.plan(Servers.strict().replicas(Replicas.fixed(2)))))
        .doesNotContain("mllp-one-pod");
  }

  @Test
  void whoeverKeepsAClientsNamespaceIsToldToLabelIt() {
    assertThat(Servers.notice(Servers.plan(Servers.strict()), "mllp-client-namespaces").remedy())
        .endsWith("kubectl label namespace <client> network-policy/mllp-client=true");
  }

  @Test
  void aVolumeOfOneNodePinsItsPodAndThatIsAWarning() {
    Notice notice =
        Servers.notice(Servers.plan(Servers.strict().outbox(Outbox.DEFAULT)), "local-volume");

    assertThat(notice.severity()).isEqualTo(Notice.Severity.WARNING);
    assertThat(notice.message()).contains("'mllp-data'", "Its pod can go nowhere else");
    assertThat(
            Servers.rules(
                Servers.plan(
                    Servers.strict()
                        .outbox(new Outbox("mllp-data", Optional.of("gp3"), Quantity.of("10Gi"))))))
        .doesNotContain("local-volume");
  }

  @Test
  void aPrivateKeyInTheConfigMapIsAnErrorAndACertificateAWarning() {
    Plan plan =
        Servers.plan(
            Servers.strict()
                .settings(
                    Map.of(
                        "KEY", "-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----\n",
                        "CERT", "-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n")));

    assertThat(plan.notices())
        .filteredOn(notice -> notice.rule().equals("pem-in-config-map"))
        .extracting(Notice::severity, Notice::message)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                Notice.Severity.ERROR,
                "The setting 'KEY' holds a private key, and a ConfigMap hides nothing."),
            org.assertj.core.groups.Tuple.tuple(
                Notice.Severity.WARNING,
                "The setting 'CERT' holds PEM data, and nothing rotates it there."));
  }

  @Test
  void aCertificateUnderOtherKeysIsRefused() {
    SecretSource renamed =
        SecretSource.existing("mllp-tls").key("tls.crt", "cert.pem").keys("tls.key").build();

    assertThatThrownBy(() -> Tls.of(renamed))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has no key 'tls.crt'");
  }

  @Test
  void aNewRevisionOfTheCertificateRestartsThePodsOneAfterTheOther() {
    assertThat(annotations(Tls.of(certificate("1")), "slipway.dev/secret-revision"))
        .isNotNull()
        .isNotEqualTo(annotations(Tls.of(certificate("2")), "slipway.dev/secret-revision"));
  }

  @Test
  void aCertificateThatIsReloadedRestartsNothingAndSaysWhatThatNeeds() {
    Plan plan = Servers.plan(Servers.strict().tls(Tls.of(certificate("1")).reloaded()));

    assertThat(annotations(Tls.of(certificate("1")).reloaded(), "slipway.dev/secret-revision"))
        .isNull();
    assertThat(Servers.rules(plan))
        .contains("mllp-certificate-reload")
        .doesNotContain(SecretSource.ROTATION);
    assertThat(plan.declared())
        .filteredOn(Declaration.Existing.class::isInstance)
        .extracting(declared -> ((Declaration.Existing) declared).keys())
        .containsExactly(java.util.Set.of("tls.crt", "tls.key"));
    // A file that is mounted by itself would never be replaced.
    assertThat(((Mapping) Servers.container(plan).seq("volumeMounts").get(0)).has("subPath"))
        .isFalse();
  }

  private static @org.jspecify.annotations.Nullable String annotations(Tls tls, String key) {
    return Servers.only(Servers.strict().tls(tls), "Deployment")
        .mapping("spec")
        .mapping("template")
        .mapping("metadata")
        .mapping("annotations")
        .string(key);
  }

  private static SecretSource certificate(String revision) {
    return SecretSource.existing("mllp-tls").keys("tls.crt", "tls.key").revision(revision).build();
  }
}
