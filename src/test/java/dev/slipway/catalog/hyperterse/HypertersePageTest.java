package dev.slipway.catalog.hyperterse;

import static dev.slipway.testing.GivenObjects.changed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.network.Exposure;
import dev.slipway.network.ServicePort;
import dev.slipway.testing.GivenObjects;
import org.junit.jupiter.api.Test;

/** What is rendered as given is the page's, and strict defaults add what the guide lists. */
class HypertersePageTest {
  private static final String PAGE = GivenObjects.file("hyperterse.yaml");

  private static final String LABELS =
      """
          app.kubernetes.io/name: hyperterse
          app.kubernetes.io/instance: hyperterse
          app.kubernetes.io/part-of: hyperterse
      """;

  @Test
  void asGivenItIsThePagesDeploymentServiceAndSecret() {
    assertThat(Servers.objects(Servers.asGiven())).isEqualTo(GivenObjects.of(PAGE)).hasSize(3);
  }

  @Test
  void theTypeOfTheServiceMayBeLoadBalancer() {
    assertThat(
            Servers.objects(
                Servers.asGiven()
                    .service(Exposure.loadBalancer().port(ServicePort.of(80, 8080)).build())))
        .isEqualTo(GivenObjects.of(changed(PAGE, "  type: ClusterIP\n", "  type: LoadBalancer\n")));
  }

  @Test
  void strictDefaultsAddWhatTheGuideLists() {
    String strict =
        changed(
            PAGE,
            "  name: hyperterse\n  namespace: default\n",
            "  name: hyperterse\n  namespace: default\n  labels:\n" + LABELS);
    strict =
        changed(
            strict,
            "      labels:\n        app: hyperterse\n",
            """
                  labels:
                    app.kubernetes.io/name: hyperterse
                    app.kubernetes.io/instance: hyperterse
                    app.kubernetes.io/part-of: hyperterse
                    app: hyperterse
                  annotations:
                    slipway.dev/secret-revision: REVISION
            """);
    strict =
        changed(
            strict,
            "    spec:\n      containers:\n",
            """
                spec:
                  serviceAccountName: hyperterse
                  automountServiceAccountToken: false
                  enableServiceLinks: false
                  securityContext:
                    runAsNonRoot: true
                    runAsUser: 1001
                    seccompProfile: {type: RuntimeDefault}
                  topologySpreadConstraints:
                    - maxSkew: 1
                      topologyKey: kubernetes.io/hostname
                      whenUnsatisfiable: ScheduleAnyway
                      labelSelector: {matchLabels: {app: hyperterse}}
                      matchLabelKeys: [pod-template-hash]
                    - maxSkew: 1
                      topologyKey: topology.kubernetes.io/zone
                      whenUnsatisfiable: ScheduleAnyway
                      labelSelector: {matchLabels: {app: hyperterse}}
                      matchLabelKeys: [pod-template-hash]
                  containers:
            """);
    strict =
        changed(
            strict,
            """
                      securityContext:
                        readOnlyRootFilesystem: true
                        runAsNonRoot: true
                        runAsUser: 1001
            """,
            """
                      securityContext:
                        readOnlyRootFilesystem: true
                        allowPrivilegeEscalation: false
                        capabilities: {drop: [ALL]}
            """);
    strict +=
        """
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: hyperterse
          namespace: default
          labels:
        %1$sautomountServiceAccountToken: false
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: hyperterse
          namespace: default
          labels:
        %1$sspec:
          maxUnavailable: 1
          unhealthyPodEvictionPolicy: AlwaysAllow
          selector: {matchLabels: {app: hyperterse}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: hyperterse
          namespace: default
          labels:
        %1$sspec:
          podSelector: {matchLabels: {app: hyperterse}}
          policyTypes: [Ingress]
          ingress:
            - from: [{podSelector: {}}]
              ports: [{protocol: TCP, port: 8080}]
        """
            .formatted(LABELS);
    String revision =
        String.valueOf(
            Servers.pods(Servers.strict())
                .mapping("metadata")
                .mapping("annotations")
                .string("slipway.dev/secret-revision"));
    strict = changed(strict, "REVISION", revision);
    // A Secret that two applications may share carries no label of either.
    assertThat(revision).matches("[0-9a-f]{64}");
    assertThat(GivenObjects.of(strict).keySet())
        .isEqualTo(Servers.objects(Servers.strict()).keySet());
    GivenObjects.of(strict)
        .forEach(
            (name, object) -> {
              if (!name.startsWith("Secret ")) {
                assertThat(Servers.objects(Servers.strict()).get(name)).as(name).isEqualTo(object);
              }
            });
  }
}
