package dev.slipway.catalog.hyperterse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.Replicas;
import dev.slipway.cluster.Api;
import dev.slipway.manifest.Mapping;
import dev.slipway.network.Exposure;
import dev.slipway.network.HttpRoute;
import dev.slipway.network.Ingress;
import dev.slipway.network.ServicePort;
import dev.slipway.network.SessionKeeping;
import dev.slipway.testing.YamlText;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every session returns to the pod that issued it, or a notice says that it does not. */
class HyperterseSessionsTest {

  @Test
  void ingressNginxIsToldByAnnotationsOfTheIngress() {
    Hyperterse.Builder server =
        Servers.strict()
            .sessions()
            .ingress(Ingress.host("tools.example.com").className("nginx").tls("tools-tls").build());

    assertThat(Servers.objects(server).get("Ingress hyperterse"))
        .isEqualTo(
            YamlText.mapping(
                """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: hyperterse
                  namespace: default
                  labels:
                    app.kubernetes.io/name: hyperterse
                    app.kubernetes.io/instance: hyperterse
                    app.kubernetes.io/part-of: hyperterse
                  annotations:
                    nginx.ingress.kubernetes.io/affinity: cookie
                    nginx.ingress.kubernetes.io/affinity-mode: persistent
                    nginx.ingress.kubernetes.io/session-cookie-name: hyperterse-session
                spec:
                  ingressClassName: nginx
                  tls: [{hosts: [tools.example.com], secretName: tools-tls}]
                  rules:
                    - host: tools.example.com
                      http:
                        paths:
                          - path: /
                            pathType: Prefix
                            backend: {service: {name: hyperterse, port: {number: 80}}}
                """));
    assertThat(service(server).has("annotations")).isFalse();
    assertThat(Servers.noticed(server)).isEmpty();
  }

  @Test
  void traefikIsToldByAnnotationsOfTheService() {
    Hyperterse.Builder server =
        Servers.strict()
            .sessions()
            .ingress(
                Ingress.host("tools.example.com").className("traefik").tls("tools-tls").build());

    assertThat(service(server).mapping("annotations"))
        .isEqualTo(
            YamlText.mapping(
                """
                traefik.ingress.kubernetes.io/service.sticky.cookie: "true"
                traefik.ingress.kubernetes.io/service.sticky.cookie.name: hyperterse-session
                traefik.ingress.kubernetes.io/service.sticky.cookie.httponly: "true"
                traefik.ingress.kubernetes.io/service.sticky.cookie.secure: "true"
                """));
    assertThat(
            Servers.objects(server)
                .get("Ingress hyperterse")
                .mapping("metadata")
                .has("annotations"))
        .isFalse();
    assertThat(Servers.noticed(server)).isEmpty();
  }

  @Test
  void aControllerOfAnotherClassIsToldWhereItIsNamed() {
    Hyperterse.Builder server =
        Servers.strict()
            .sessions()
            .ingress(
                Ingress.host("tools.example.com")
                    .className("public")
                    .sessionKeeping(SessionKeeping.INGRESS_NGINX)
                    .build());

    assertThat(Servers.noticed(server)).isEmpty();
  }

  @Test
  void aControllerWhoseWayIsNotKnownIsAnError() {
    Hyperterse.Builder server =
        Servers.strict()
            .sessions()
            .ingress(Ingress.host("tools.example.com").className("alb").build());

    assertThat(Servers.noticed(server))
        .containsExactly(
            "session-affinity ERROR Sessions of tools.example.com are to stay on their pods, and no"
                + " way to tell that to the controller of ingress class 'alb' is known. Say whether"
                + " it is ingress-nginx or Traefik, or give the annotations that it reads and waive"
                + " this.");
  }

  @Test
  void aGatewayIsToldByTheRouteAndAWarningSaysThatTheFieldIsExperimental() {
    Hyperterse.Builder server =
        Servers.strict().sessions().route(HttpRoute.of("public", "tools.example.com"));

    assertThat(Servers.objects(server, Api.GATEWAY_API).get("HTTPRoute hyperterse").mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                parentRefs: [{name: public}]
                hostnames: [tools.example.com]
                rules:
                  - matches: [{path: {type: PathPrefix, value: /}}]
                    backendRefs: [{name: hyperterse, port: 80}]
                    sessionPersistence: {sessionName: hyperterse-session, type: Cookie}
                """));
    assertThat(Servers.noticed(server, Api.GATEWAY_API))
        .containsExactly(
            "session-affinity WARNING Route 'hyperterse' keeps sessions on their pods by"
                + " sessionPersistence, a field of the Gateway API's experimental channel that its"
                + " release 1.7 deprecates. See that the cluster has the definitions of that"
                + " channel, and that its Gateway implements the field: others drop it, or refuse"
                + " it.");
  }

  @Test
  void aRouteOnAClusterWithoutTheGatewayApiIsAnError() {
    assertThat(Servers.noticed(Servers.strict().route(HttpRoute.of("public", "tools.example.com"))))
        .containsExactly(
            "api-not-installed ERROR Route 'hyperterse' is of the Gateway API, which cluster"
                + " 'tools' does not have. Install it and declare it (installed: [gateway-api]), or"
                + " use an ingress.");
  }

  @Test
  void aLoadBalancerOfConnectionsCannotKeepSessions() {
    Hyperterse.Builder server =
        Servers.strict()
            .sessions()
            .service(Exposure.loadBalancer().port(ServicePort.of(80, 8080)).build());

    assertThat(Servers.noticed(server))
        .hasSize(1)
        .allMatch(notice -> notice.startsWith("session-affinity ERROR Sessions are to stay"));
    assertThat(Servers.noticed(server.replicas(Replicas.fixed(1)))).isEmpty();
  }

  @Test
  void clientsInsideTheClusterReachAnyPod() {
    assertThat(Servers.noticed(Servers.strict().sessions()))
        .hasSize(1)
        .allMatch(notice -> notice.startsWith("session-affinity WARNING "));
  }

  @Test
  void theControllersNamespaceIsLetInAtTheServersPort() {
    Hyperterse.Builder server =
        Servers.strict()
            .ingress(
                Ingress.host("tools.example.com")
                    .className("nginx")
                    .controllerNamespace(Map.of("kubernetes.io/metadata.name", "ingress-nginx"))
                    .build());

    assertThat(
            Servers.objects(server).get("NetworkPolicy hyperterse").mapping("spec").seq("ingress"))
        .contains(
            YamlText.mapping(
                """
                from:
                  - namespaceSelector:
                      matchLabels: {kubernetes.io/metadata.name: ingress-nginx}
                ports: [{protocol: TCP, port: 8080}]
                """));
  }

  @Test
  void theAutoscalerDecidesBetweenTwoAndTen() {
    Map<String, Mapping> objects =
        Servers.objects(Servers.strict().replicas(Replicas.autoscaled(2, 10).atCpu(70)));

    assertThat(objects.get("Deployment hyperterse").mapping("spec").has("replicas")).isFalse();
    assertThat(objects.get("HorizontalPodAutoscaler hyperterse").mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: hyperterse}
                minReplicas: 2
                maxReplicas: 10
                metrics:
                  - type: Resource
                    resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
                """));
  }

  private static Mapping service(Hyperterse.Builder server) {
    return Servers.objects(server).get("Service hyperterse").mapping("metadata");
  }
}
