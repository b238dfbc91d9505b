package dev.slipway.catalog.mllp;

import static dev.slipway.testing.GivenObjects.changed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Mapping;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.GivenObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each overlay of the page, laid on the page's base by hand, is what its environment renders as
 * given: every object, whole.
 */
class MllpOverlaysTest {
  private static final String BASE = base();

  private static final String BUDGET =
      """
      ---
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
      """;

  private static final String AUTOSCALER =
      """
      ---
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
      """;

  private static final String CLAIM =
      """
      ---
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
      """;

  private static String base() {
    try {
      return Files.readString(Path.of("src/test/resources/reference/mllp-server/base.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The overlay's environment as given, without a node group: the page knows none. */
  private static Map<String, Mapping> rendered(String overlay, String more) {
    String environment =
        """
        extends: mllp-server-%s.yaml
        environment: page
        applications:
          - name: mllp-server
            defaults: as-given
            nodeGroups: null
        """;
    var plan = EnvironmentFiles.beside(environment.formatted(overlay) + more.indent(4)).plan();
    return GivenObjects.of(plan.byApplication().values().iterator().next());
  }

  /** The ConfigMap and the container's amounts of the page's production. */
  private static String prodSized(String base) {
    String sized =
        changed(base, "  MLLP_MAX_CONNECTIONS: \"100\"", "  MLLP_MAX_CONNECTIONS: \"200\"");
    sized =
        changed(
            sized, "requests: {cpu: 100m, memory: 64Mi}", "requests: {cpu: 250m, memory: 128Mi}");
    return changed(
        sized, "limits: {cpu: 500m, memory: 256Mi}", "limits: {cpu: 1000m, memory: 512Mi}");
  }

  private static String prod() {
    String spread =
        """
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: topology.kubernetes.io/zone
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector:
                    matchLabels: {app: mllp-server}
        """;
    String scaled = changed(prodSized(BASE), "  replicas: 1\n", "");
    scaled = changed(scaled, "      terminationGrace", spread + "      terminationGrace");
    return scaled + BUDGET + AUTOSCALER;
  }

  @Test
  void devIsTheBaseWithLessOfEverything() {
    String dev = changed(BASE, "namespace: healthcare-prod", "namespace: healthcare-dev");
    dev = changed(dev, "LOG_LEVEL: info", "LOG_LEVEL: debug");
    dev = changed(dev, "MLLP_MAX_CONNECTIONS: \"100\"", "MLLP_MAX_CONNECTIONS: \"10\"");
    dev = changed(dev, "requests: {cpu: 100m, memory: 64Mi}", "requests: {cpu: 50m, memory: 32Mi}");
    dev = changed(dev, "limits: {cpu: 500m, memory: 256Mi}", "limits: {cpu: 250m, memory: 128Mi}");

    assertThat(rendered("dev", "")).isEqualTo(GivenObjects.of(dev)).hasSize(4);
  }

  @Test
  void stagingIsTheBaseWithTwoPodsAndItsBudget() {
    String staging = changed(BASE, "  replicas: 1\n", "  replicas: 2\n") + BUDGET;
    staging = changed(staging, "namespace: healthcare-prod", "namespace: healthcare-staging");

    assertThat(rendered("staging", "")).isEqualTo(GivenObjects.of(staging)).hasSize(5);
  }

  @Test
  void productionHasItsAutoscalerInsteadOfReplicasAndASpreadOverZones() {
    assertThat(rendered("prod", "")).isEqualTo(GivenObjects.of(prod())).hasSize(6);
  }

  @Test
  void productionWithTlsHasThePatchOfThePage() {
    String env =
        """
                    - name: TLS_CERT_FILE
                      value: /etc/mllp/tls/tls.crt
                    - name: TLS_KEY_FILE
                      value: /etc/mllp/tls/tls.key
                  volumeMounts:
                    - name: tls
                      mountPath: /etc/mllp/tls
                      readOnly: true
                  livenessProbe:
        """;
    String volumes =
        """
              volumes:
                - name: tls
                  secret:
                    secretName: mllp-tls
              containers:
        """;
    String tls = changed(prod(), "          livenessProbe:\n", env);
    tls = changed(tls, "      containers:\n", volumes);

    assertThat(rendered("prod-tls", "tls: {secret: {revision: null}}"))
        .isEqualTo(GivenObjects.of(tls))
        .hasSize(6);
  }

  /** But for the writable root, which the mounted path does not need; see the guide. */
  @Test
  void thePersistentServerHasThePatchOfThePageOnTheAmountsOfProduction() {
    String env =
        """
                    - name: MLLP_DB_PATH
                      value: /data/outbox.db
                  volumeMounts:
                    - name: mllp-data
                      mountPath: /data
                  livenessProbe:
        """;
    String volumes =
        """
              volumes:
                - name: mllp-data
                  persistentVolumeClaim:
                    claimName: mllp-data
              containers:
        """;
    String persistent = changed(prodSized(BASE), "          livenessProbe:\n", env);
    persistent = changed(persistent, "      containers:\n", volumes);
    persistent =
        changed(persistent, "  replicas: 1\n", "  replicas: 1\n  strategy:\n    type: Recreate\n");

    assertThat(rendered("persistent", ""))
        .isEqualTo(GivenObjects.of(persistent + CLAIM))
        .hasSize(5);
  }
}
