package dev.slipway.catalog.hyperbytedb;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.app.Placement;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Text;
import dev.slipway.render.Planner;
import dev.slipway.secret.SecretSource;
import dev.slipway.security.SecurityProfile;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the resource's definition lets pass, and what its spec has no place for. */
class SpecChecksTest {

  @Test
  void nothingIsSaidOfADatabaseThatIsAsItShouldBe() {
    assertThat(Databases.rules(Databases.database().set(Spec.REPLICAS, 3))).isEmpty();
  }

  @Test
  void theBackendS3NeedsABucket() {
    assertThatThrownBy(() -> Databases.database().set(Storage.BACKEND, Storage.Backend.S3).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Its storage backend is s3, and it has no bucket.");
  }

  @Test
  void theMinimumOfTheAutoscalerIsNotAboveItsMaximum() {
    assertThatThrownBy(
            () ->
                Databases.database()
                    .set(Autoscaling.ENABLED, true)
                    .set(Autoscaling.MIN_REPLICAS, 5)
                    .set(Autoscaling.MAX_REPLICAS, 3)
                    .build())
        .hasMessageContaining("minReplicas (5) above its maxReplicas (3)");
    assertThatThrownBy(() -> Databases.database().set(Autoscaling.MIN_REPLICAS, 5).build())
        .hasMessageContaining("Its autoscaling lacks 'enabled' or 'maxReplicas'.");
  }

  @Test
  void valuesOutOfRangeAreRefusedAllAtOnce() {
    assertThatThrownBy(
            () ->
                Databases.database()
                    .set(Spec.REPLICAS, 0)
                    .set(Server.PORT, 65536)
                    .set(Failover.FAILOVER_TIMEOUT_SECS, 59)
                    .build())
        .hasMessageContaining(
            "server.port: 'port' must be an integer from 1 to 65535, but is '65536'.")
        .hasMessageContaining("replicas: 'replicas' must be an integer of 1 or more, but is '0'.")
        .hasMessageContaining("must be an integer of 60 or more, but is '59'.");
  }

  @Test
  void settingsOfPeersWithoutPeersAreAWarning() {
    assertThat(Databases.rules(Databases.database().set(Peers.HEARTBEAT_INTERVAL_SECS, 1)))
        .containsExactly("hyperbytedb-one-member");
    assertThat(
            Databases.rules(
                Databases.database().set(Spec.REPLICAS, 3).set(Peers.HEARTBEAT_INTERVAL_SECS, 1)))
        .isEmpty();
  }

  @Test
  void theOperatorAndItsAutoscalerFightOverReplicas() {
    Notice notice =
        Databases.notice(
            Databases.database()
                .set(Spec.REPLICAS, 5)
                .set(Autoscaling.ENABLED, true)
                .set(Autoscaling.MIN_REPLICAS, 3)
                .set(Autoscaling.MAX_REPLICAS, 10),
            "hyperbytedb-replicas");

    assertThat(notice.message())
        .isEqualTo(
            "The operator sets 5 replicas, and its autoscaler between 3 and 10: each undoes what"
                + " the other has done.");
    assertThat(notice.remedy()).contains("the resource has no scale subresource");
  }

  @Test
  void anImageThatMayBecomeAnotherIsAWarningAndSoIsOneOfAnotherVersion() {
    assertThat(Databases.rules(HyperbytedbCluster.builder("metrics")))
        .containsExactly("hyperbytedb-latest-image");
    assertThat(
            Databases.notice(Databases.database().set(Spec.VERSION, "1.1.0"), "hyperbytedb-version")
                .message())
        .isEqualTo("The version is '1.1.0', and the image 'hyperbytedb:1.0.0' has another.");
  }

  @Test
  void theDashboardIsInNoReleasedDefinition() {
    assertThat(Databases.rules(Databases.database().set(Monitoring.GRAFANA_DASHBOARD, true)))
        .containsExactly("hyperbytedb-grafana-dashboard");
  }

  @Test
  void annotationsBesideAServiceMonitorScrapeTwice() {
    HyperbytedbCluster.Builder scraped =
        Databases.database().set(Spec.POD_ANNOTATIONS, Map.of("prometheus.io/scrape", "true"));

    assertThat(Databases.rules(scraped)).containsExactly("hyperbytedb-scraped-twice");
    assertThat(Databases.rules(scraped.set(Monitoring.SERVICE_MONITOR, false))).isEmpty();
  }

  @Test
  void authenticationWithoutCredentialsIsAWarning() {
    assertThat(Databases.rules(Databases.database().set(Auth.ENABLED, true)))
        .containsExactly("hyperbytedb-auth");
  }

  @Test
  void aClusterWithoutTheOperatorIsAnError() {
    assertThat(
            Planner.on(Databases.cluster())
                .application(Databases.database().build().application())
                .plan()
                .notices())
        .extracting(Notice::rule, Notice::severity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("api-not-installed", Notice.Severity.ERROR));
  }

  @Test
  void nodeGroupsBecomeAnAffinityAndTolerations() {
    HyperbytedbCluster.Builder database = Databases.database().placement(Placement.on("data"));

    assertThat(Databases.spec(database).get("affinity"))
        .isEqualTo(
            mapping(
                """
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms:
                    - matchExpressions:
                      - {key: role, operator: In, values: [data]}
                """));
    assertThat(Databases.spec(database).seq("tolerations").asList())
        .containsExactly(
            mapping("{key: dedicated, operator: Equal, value: data, effect: NoSchedule}"));
    assertThat(Databases.rules(database)).containsExactly("hyperbytedb-node-selection");
  }

  @Test
  void whatTheSpecHasNoPlaceForIsSaidWithTheWayThatIsLeft() {
    HyperbytedbCluster.Builder database =
        Databases.database()
            .identity(Identity.gke(Text.of("metrics@my-project.iam.gserviceaccount.com")))
            .security(SecurityProfile.restricted());

    assertThat(Databases.notice(database, "hyperbytedb-identity").remedy())
        .contains("storage.s3.credentialsSecretName");
    assertThat(Databases.notice(database, "hyperbytedb-pod-security").remedy())
        .contains("app.kubernetes.io/instance=metrics");
  }

  @Test
  void theCredentialsOfTheBucketAreNamedAndTheirKeysLookedAt() {
    HyperbytedbCluster.Builder bucket =
        Databases.database()
            .set(Storage.BACKEND, Storage.Backend.S3)
            .set(Storage.S3_BUCKET, "hyperbytedb-data");
    SecretSource source =
        SecretSource.existing("metrics-s3").keys("access_key_id", "secret_access_key").build();

    assertThat(
            Databases.spec(bucket.s3Credentials(source))
                .mapping("storage")
                .mapping("s3")
                .string("credentialsSecretName"))
        .isEqualTo("metrics-s3");
    assertThatThrownBy(
            () ->
                bucket
                    .s3Credentials(
                        SecretSource.existing("metrics-s3")
                            .keys("access_key_id")
                            .key("secret_access_key", "secret")
                            .build())
                    .build())
        .hasMessageContaining("The Secret 'metrics-s3' has no key 'secret_access_key'.");
  }

  @Test
  void aSecretThatOnlyTheSpecNamesIsDeclaredToBeThere() {
    HyperbytedbCluster.Builder bucket =
        Databases.database()
            .set(Storage.BACKEND, Storage.Backend.S3)
            .set(Storage.S3_BUCKET, "hyperbytedb-data")
            .set(Storage.S3_CREDENTIALS_SECRET_NAME, "metrics-s3");

    assertThat(Databases.plan(bucket).declared())
        .filteredOn(Declaration.Existing.class::isInstance)
        .extracting(declared -> ((Declaration.Existing) declared).keys())
        .containsExactly(Set.of("access_key_id", "secret_access_key"));
  }

  @Test
  void aCertificateOfAnotherTypeIsRefused() {
    SecretSource opaque =
        SecretSource.literal("metrics-tls")
            .value("tls.crt", Text.secret("-"))
            .value("tls.key", Text.secret("-"))
            .build();

    assertThatThrownBy(
            () ->
                Databases.database()
                    .set(Server.TLS.enabled, true)
                    .serverCertificate(opaque)
                    .build())
        .hasMessageContaining("The Secret 'metrics-tls' of 'server.tls.secretName' is of the type")
        .hasMessageContaining("Give it the type kubernetes.io/tls.");
  }
}
