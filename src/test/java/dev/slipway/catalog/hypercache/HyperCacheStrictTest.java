package dev.slipway.catalog.hypercache;

import static dev.slipway.testing.GivenObjects.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import dev.slipway.network.Exposure;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import dev.slipway.secret.SecretSource;
import dev.slipway.testing.GivenObjects;
import dev.slipway.testing.YamlText;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What strict defaults add to the chart: exactly what the guide lists. */
class HyperCacheStrictTest {
  private static final String COMPONENT = "app.kubernetes.io/component: cache\n";

  @Test
  void strictDefaultsAddWhatTheGuideLists() {
    String strict = GivenObjects.file("hypercache.yaml");
    for (String indent : new String[] {"    ", "        "}) {
      strict =
          changed(
              strict,
              "\n" + indent + COMPONENT,
              "\n" + indent + COMPONENT + indent + "app.kubernetes.io/part-of: hypercache\n");
    }
    strict =
        changed(
            strict,
            "    app.kubernetes.io/part-of: hypercache\n---\napiVersion: v1\nkind: Service\n"
                + "metadata:\n  name: hyc-hypercache\n",
            "    app.kubernetes.io/part-of: hypercache\nautomountServiceAccountToken: false\n---\n"
                + "apiVersion: v1\nkind: Service\nmetadata:\n  name: hyc-hypercache\n");
    strict =
        changed(
            strict,
            "      terminationGracePeriodSeconds: 45\n",
            """
                  terminationGracePeriodSeconds: 45
                  automountServiceAccountToken: false
                  enableServiceLinks: false
                  topologySpreadConstraints:
                    - maxSkew: 1
                      topologyKey: kubernetes.io/hostname
                      whenUnsatisfiable: ScheduleAnyway
                      labelSelector: &ours
                        matchLabels:
                          app.kubernetes.io/name: hypercache
                          app.kubernetes.io/instance: hyc
                    - maxSkew: 1
                      topologyKey: topology.kubernetes.io/zone
                      whenUnsatisfiable: ScheduleAnyway
                      labelSelector: *ours
            """);
    strict =
        changed(
            strict,
            "  minAvailable: 4\n",
            "  minAvailable: 4\n  unhealthyPodEvictionPolicy: AlwaysAllow\n");
    strict +=
        """
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: hyc-hypercache
          namespace: hyc-prod
          labels:
            app.kubernetes.io/name: hypercache
            app.kubernetes.io/instance: hyc
            app.kubernetes.io/version: v0.5.0
            app.kubernetes.io/component: cache
            app.kubernetes.io/part-of: hypercache
        spec:
          podSelector: &ours
            matchLabels:
              app.kubernetes.io/name: hypercache
              app.kubernetes.io/instance: hyc
          policyTypes: [Ingress, Egress]
          ingress:
            - from: [{podSelector: {}}]
              ports: [{protocol: TCP, port: 8080}, {protocol: TCP, port: 8081}]
            - from: [{podSelector: *ours}]
              ports: [{protocol: TCP, port: 7946}]
          egress:
            - to:
                - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
                  podSelector: {matchLabels: {k8s-app: kube-dns}}
                - ipBlock: {cidr: 169.254.20.10/32}
              ports: [{protocol: UDP, port: 53}, {protocol: TCP, port: 53}]
            - to: [{podSelector: *ours}]
              ports: [{protocol: TCP, port: 7946}]
        """;

    assertThat(objects(Caches.strict())).isEqualTo(GivenObjects.of(strict));
    assertThat(Caches.noticed(Caches.strict())).isEmpty();
  }

  @Test
  void withATokenReadinessIsAConnectionAndTheNoticesSayWhatThatLoses() {
    HyperCache.Builder cache =
        Caches.strict()
            .auth(SecretSource.existing("hyc-token").keys("token").revision("1").build());

    assertThat(container(cache).mapping("readinessProbe"))
        .isEqualTo(
            YamlText.mapping(
                "{tcpSocket: {port: dist}, initialDelaySeconds: 2, periodSeconds: 5,"
                    + " timeoutSeconds: 2, failureThreshold: 2}"));
    assertThat(Caches.noticed(cache))
        .containsExactly(
            "hypercache-readiness INFO With auth on, a pod is ready when it accepts a connection on"
                + " its dist port: /health there wants the token, and a kubelet expands no variable"
                + " in a probe's headers. A pod that an operator drains answers 503 there and stays"
                + " in its Services all the same. Delete a pod to take it out of its Services, or"
                + " drain its node.",
            "hypercache-token-rotation INFO Pods with the old token and pods with the new one do"
                + " not talk to each other while a changed token is rolled out. Change the token"
                + " when few keys are written, and let the rollout end before the next.");
  }

  @Test
  void aProbeThatWouldNeedTheTokenIsRefused() {
    for (PortRef port : new PortRef[] {PortRef.of("dist"), PortRef.of(7946)}) {
      assertThatThrownBy(
              () ->
                  Caches.strict()
                      .authToken(Text.secret("open-sesame"))
                      .readiness(Probe.http("/health", port))
                      .build())
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("over HTTP, which wants the token there");
    }
  }

  @Test
  void aTokenAndASourceOfItAreOneTooMany() {
    assertThatThrownBy(
            () ->
                Caches.strict()
                    .authToken(Text.secret("open-sesame"))
                    .auth(SecretSource.existing("hyc-token").keys("token").build())
                    .build())
        .hasMessageContaining("Its token is given, and a source of it too.")
        .hasMessageNotContaining("open-sesame");
  }

  @Test
  void aSourceWithoutATokenIsRefused() {
    assertThatThrownBy(
            () ->
                Caches.strict()
                    .auth(SecretSource.existing("hyc-token").keys("password").build())
                    .build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("token");
  }

  @Test
  void aChangedTokenRollsThePodsUnderStrictDefaults() {
    assertThat(revision("one")).isNotEqualTo(revision("two"));
  }

  @Test
  void anApiThatIsReachedFromOutsideWithoutATokenIsAWarning() {
    HyperCache.Builder cache =
        Caches.strict().client(new CacheService(Exposure.Type.LOAD_BALANCER, 8080, Map.of()));

    assertThat(Caches.noticed(cache))
        .containsExactly(
            "hypercache-open WARNING The client API is reached from outside the cluster and asks"
                + " for no token. Turn auth on, or give the load balancer an internal address by an"
                + " annotation of its cloud.");
    assertThat(objects(cache).get("NetworkPolicy hyc-hypercache").mapping("spec").seq("ingress"))
        .contains(YamlText.mapping("ports: [{protocol: TCP, port: 8080}]"));
  }

  @Test
  void aNameThatLeavesNoRoomForKubernetesOwnIsRefused() {
    String longest = "c".repeat(41);

    assertThat(HyperCache.builder(longest).build().application().name()).isEqualTo(longest);
    assertThatThrownBy(() -> HyperCache.builder(longest + "c").build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("53 characters long; Kubernetes' own labels leave it 52.");
  }

  private static String revision(String token) {
    return String.valueOf(
        objects(Caches.strict().authToken(Text.secret(token)))
            .get("StatefulSet hyc-hypercache")
            .at("spec", "template", "metadata", "annotations", "slipway.dev/secret-revision"));
  }

  private static Mapping container(HyperCache.Builder cache) {
    Mapping pods = objects(cache).get("StatefulSet hyc-hypercache").mapping("spec");
    return (Mapping) pods.mapping("template").mapping("spec").seq("containers").get(0);
  }

  private static Map<String, Mapping> objects(HyperCache.Builder cache) {
    return GivenObjects.of(Caches.plan(cache).byApplication().values().iterator().next());
  }
}
