package dev.slipway.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Scalar;
import dev.slipway.network.Exposure;
import dev.slipway.network.Ingress;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import dev.slipway.pod.Container;
import dev.slipway.testing.YamlText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrictWorkloadTest {
  private static final Container WEB =
      Container.builder("web", "registry.example.com/web:1.0").port("http", 8080).build();

  private static Workload.Builder web() {
    return Workload.deployment("web")
        .container(WEB)
        .replicas(2)
        .expose(Exposure.clusterIp().port("http", 80).build());
  }

  @Test
  void aPlainWorkloadComesWithEverythingThatStrictnessAsksFor() {
    assertThat(Rendered.strict(web().build()).names())
        .containsExactly(
            "ServiceAccount shop-web",
            "Service shop-web",
            "Deployment shop-web",
            "PodDisruptionBudget shop-web",
            "NetworkPolicy shop-web");
  }

  @Test
  void thePodsAreRestrictedSpreadAndWithoutToken() {
    assertThat(Rendered.strict(web().onNodeGroup("platform").build()).only("Deployment"))
        .isEqualTo(
            YamlText.mapping(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: shop-web
                  namespace: shop
                  labels: &labels
                    app.kubernetes.io/name: shop
                    app.kubernetes.io/instance: shop
                    app.kubernetes.io/component: web
                    app.kubernetes.io/part-of: shop
                    app.kubernetes.io/managed-by: slipway
                spec:
                  replicas: 2
                  selector:
                    matchLabels: &selector
                      app.kubernetes.io/name: shop
                      app.kubernetes.io/instance: shop
                      app.kubernetes.io/component: web
                  template:
                    metadata:
                      labels: *labels
                    spec:
                      serviceAccountName: shop-web
                      automountServiceAccountToken: false
                      enableServiceLinks: false
                      securityContext:
                        runAsNonRoot: true
                        seccompProfile: {type: RuntimeDefault}
                      nodeSelector: {role: platform}
                      topologySpreadConstraints:
                      - maxSkew: 1
                        topologyKey: kubernetes.io/hostname
                        whenUnsatisfiable: ScheduleAnyway
                        labelSelector: {matchLabels: *selector}
                        matchLabelKeys: [pod-template-hash]
                      - maxSkew: 1
                        topologyKey: topology.kubernetes.io/zone
                        whenUnsatisfiable: ScheduleAnyway
                        labelSelector: {matchLabels: *selector}
                        matchLabelKeys: [pod-template-hash]
                      containers:
                      - name: web
                        image: registry.example.com/web:1.0
                        ports:
                        - {name: http, containerPort: 8080}
                        resources:
                          requests: {cpu: 100m, memory: 128Mi}
                        securityContext:
                          allowPrivilegeEscalation: false
                          readOnlyRootFilesystem: true
                          capabilities: {drop: [ALL]}
                """));
  }

  @Test
  void theBudgetAlwaysLetsOnePodGo() {
    assertThat(Rendered.strict(web().build()).only("PodDisruptionBudget").mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                maxUnavailable: 1
                selector:
                  matchLabels:
                    app.kubernetes.io/name: shop
                    app.kubernetes.io/instance: shop
                    app.kubernetes.io/component: web
                unhealthyPodEvictionPolicy: AlwaysAllow
                """));
  }

  @Test
  void aSinglePodHasNoBudget() {
    assertThat(Rendered.strict(web().replicas(1).build()).names())
        .doesNotContain("PodDisruptionBudget shop-web");
  }

  @Test
  void thePolicyLetsTheNamespaceInAndNamesOut() {
    assertThat(Rendered.strict(web().build()).only("NetworkPolicy").mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                podSelector:
                  matchLabels:
                    app.kubernetes.io/name: shop
                    app.kubernetes.io/instance: shop
                    app.kubernetes.io/component: web
                policyTypes: [Ingress, Egress]
                ingress:
                - from: [{podSelector: {}}]
                  ports: [{protocol: TCP, port: 8080}]
                egress:
                - to:
                  - namespaceSelector:
                      matchLabels: {kubernetes.io/metadata.name: kube-system}
                    podSelector: {matchLabels: {k8s-app: kube-dns}}
                  - ipBlock: {cidr: 169.254.20.10/32}
                  ports:
                  - {protocol: UDP, port: 53}
                  - {protocol: TCP, port: 53}
                - to: [{podSelector: {}}]
                """));
  }

  @Test
  void aPolicyOfItsOwnSaysExactlyWhatItIsToldAndLetsTheIngressControllerIn() {
    Workload workload =
        web()
            .ingress(
                Ingress.host("shop.example.com")
                    .controllerNamespace(Map.of("name", "ingress"))
                    .build())
            .network(
                NetworkAccess.closed()
                    .from(Peer.namespaces(Map.of("team", "pay")), PolicyPort.tcp(8080))
                    .openEgress())
            .build();

    assertThat(Rendered.strict(workload).only("NetworkPolicy").mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                podSelector:
                  matchLabels:
                    app.kubernetes.io/name: shop
                    app.kubernetes.io/instance: shop
                    app.kubernetes.io/component: web
                policyTypes: [Ingress]
                ingress:
                - from: [{namespaceSelector: {matchLabels: {team: pay}}}]
                  ports: [{protocol: TCP, port: 8080}]
                - from: [{namespaceSelector: {matchLabels: {name: ingress}}}]
                  ports: [{protocol: TCP, port: 8080}]
                """));
  }

  @Test
  void aTaintedGroupIsSelectedAndTolerated() {
    assertThat(Rendered.strict(web().onNodeGroup("trainer").build()).pod().mapping("spec"))
        .satisfies(
            spec -> {
              assertThat(spec.mapping("nodeSelector")).isEqualTo(YamlText.mapping("role: trainer"));
              assertThat(spec.seq("tolerations").get(0))
                  .isEqualTo(
                      YamlText.mapping(
                          "{key: dedicated, operator: Equal, value: trainer, effect: NoSchedule}"));
            });
  }

  @Test
  void severalGroupsBecomeAlternativesOfARequiredAffinity() {
    Workload workload = web().placement(Placement.on("platform", "trainer")).build();

    assertThat(Rendered.strict(workload).pod().at("spec", "affinity"))
        .isEqualTo(
            YamlText.mapping(
                """
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms:
                    - matchExpressions: [{key: role, operator: In, values: [platform]}]
                    - matchExpressions: [{key: role, operator: In, values: [trainer]}]
                """));
  }

  @Test
  void anAutoscaledWorkloadRendersNoReplicas() {
    Rendered rendered =
        Rendered.strict(web().replicas(Replicas.autoscaled(2, 10).atCpu(70)).build());

    assertThat(rendered.only("Deployment").mapping("spec").has("replicas")).isFalse();
    assertThat(rendered.only("HorizontalPodAutoscaler").mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: shop-web}
                minReplicas: 2
                maxReplicas: 10
                metrics:
                - type: Resource
                  resource:
                    name: cpu
                    target: {type: Utilization, averageUtilization: 70}
                """));
  }

  @Test
  void anAccountThatMayUseTheClusterGetsItsTokenAndTheWayThere() {
    ServiceAccount operator =
        ServiceAccount.of("operator")
            .may(RbacRule.of("apps", List.of("deployments"), List.of("get", "create")));
    Rendered rendered = Rendered.strict(web().serviceAccount(operator).build());

    assertThat(rendered.names())
        .contains(
            "ServiceAccount shop-operator", "Role shop-operator", "RoleBinding shop-operator");
    assertThat(rendered.pod().mapping("spec").has("automountServiceAccountToken")).isFalse();
    assertThat(rendered.only("ServiceAccount").get("automountServiceAccountToken"))
        .isEqualTo(Scalar.TRUE);
    assertThat(rendered.only("NetworkPolicy").mapping("spec").seq("egress"))
        .contains(
            YamlText.mapping("ports: [{protocol: TCP, port: 443}, {protocol: TCP, port: 6443}]"));
    assertThat(rendered.only("Role").seq("rules").get(0))
        .isEqualTo(
            YamlText.mapping(
                "{apiGroups: [apps], resources: [deployments], verbs: [get, create]}"));
  }
}
