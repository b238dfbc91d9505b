package dev.slipway.catalog.hypercache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.GivenObjects;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every setting of the chart's values.yaml has a field, and reaches the object it is about. */
class HyperCacheSettingsTest {

  @Test
  void everySettingOfTheChartReachesItsField() {
    String environment =
        """
        environment: every-setting
        cluster:
          name: caches
          kubernetes: "1.34"
          nodeGroups: [{name: general, machine: {cpu: 4, memory: 16Gi}, nodes: 3}]
        namespaces: [{name: shop, existing: true}]
        applications:
          - name: hyc
            system: hypercache
            namespace: shop
            version: v0.6.1
            defaults: as-given
            replicas: 3
            image:
              repository: registry.example.com/hypercache-server
              tag: v0.6.1-patched
              pullPolicy: Always
              pullSecrets: [registry]
            serviceAccount: {name: cache, annotations: {example.com/owner: shop}}
            ports: {api: 9080, mgmt: 9081, dist: 9946}
            cluster:
              replicationFactor: 3
              capacity: 500000
              heartbeat: 500ms
              indirectProbeK: 0
              hintTTL: 2m
              hintReplay: 1s
              rebalanceInterval: 1500ms
              logLevel: debug
            auth: {existing: hyc-token, keys: {token: bearer}}
            service:
              client: {type: LoadBalancer, port: 80, annotations: {example.com/scope: internal}}
              mgmt: {type: NodePort, port: 81, annotations: {example.com/scope: ops}}
            resources: {requests: {cpu: 1, memory: 2Gi}, limits: {memory: 2Gi}}
            probes:
              liveness: {http: /livez, port: api, every: 20s}
              readiness: {tcp: dist, within: 1s}
            disruption: {minAvailable: 2}
            affinity: [{apart: {app.kubernetes.io/instance: hyc}, over: zone}]
            nodeSelector: {disk: ssd}
            tolerations: [{key: dedicated, value: cache, effect: NoSchedule}]
            spread: [{over: zone, required: true, maxSkew: 2}]
            podAnnotations: {prometheus.io/scrape: "true"}
            podLabels: {team: shop}
            security: {runAsUser: 1001, fsGroup: 1002, readOnlyRootFilesystem: false}
            grace: 60s
        """;

    assertThat(GivenObjects.of(EnvironmentFiles.parse(environment).plan().all()))
        .isEqualTo(GivenObjects.of(GivenObjects.file("hypercache-every-setting.yaml")));
  }

  @Test
  void aTokenMayBeGivenByAVariable() {
    assertThatThrownBy(
            () ->
                EnvironmentFiles.parse(
                    """
                    environment: auth
                    cluster: {name: caches, kubernetes: "1.34", nodeGroups: []}
                    applications:
                      - {name: hyc, system: hypercache, auth: "${env:HYPERCACHE_TOKEN}"}
                    """))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("HYPERCACHE_TOKEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replicas: 0",
        "ports: {api: 65536}",
        "cluster: {replicationFactor: 0}",
        "cluster: {capacity: 0}",
        "cluster: {heartbeat: 0s}",
        "cluster: {indirectProbeK: -1}",
        "cluster: {hintTTL: 0ms}",
        "cluster: {hintReplay: 0s}",
        "cluster: {rebalanceInterval: 0s}",
        "cluster: {logLevel: verbose}",
        "grace: 30s",
        "service: {client: {type: ExternalName}}"
      })
  void whatIsOutOfItsRangeIsRefusedAtItsPlace(String setting) {
    assertThatThrownBy(
            () ->
                EnvironmentFiles.parse(
                    """
                    environment: wrong
                    cluster: {name: caches, kubernetes: "1.34", nodeGroups: []}
                    applications:
                      - name: hyc
                        system: hypercache
                        %s
                    """
                        .formatted(setting)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageMatching("(?s).*test.yaml:[46]:.*");
  }

  @Test
  void settingsInCodeAreHeldToTheSameRanges() {
    assertThatThrownBy(
            () ->
                new ClusterSettings(
                    0,
                    0,
                    Duration.ZERO,
                    -1,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    ClusterSettings.LogLevel.INFO))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("replicationFactor")
        .hasMessageContaining("rebalanceInterval");
  }
}
