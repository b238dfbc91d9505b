package dev.slipway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.network.Exposure;
import dev.slipway.network.Ingress;
import dev.slipway.network.ServicePort;
import dev.slipway.pod.Container;
import dev.slipway.pod.Hook;
import dev.slipway.pod.Port;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortChecksTest {
  private static Container.Builder web() {
    return Container.builder("web", "web:1").port("http", 8080).port("admin", 9090);
  }

  private static List<String> problems(Workload.Builder workload) {
    InvalidInputException thrown =
        catchThrowableOfType(InvalidInputException.class, workload::build);
    assertThat(thrown).isNotNull();
    return thrown.problems().stream().map(Problem::toString).toList();
  }

  private static Workload.Builder exposed(ServicePort port) {
    return Workload.deployment("web")
        .container(web().build())
        .expose(Exposure.clusterIp().port(port).build());
  }

  @Test
  void aProbeOrHookAsksAPortThatItsContainerNames() {
    assertThat(
            problems(
                Workload.deployment("web")
                    .container(
                        web()
                            .readiness(Probe.http("/ready", PortRef.of("htpp")))
                            .liveness(Probe.tcp(PortRef.of("metrics")))
                            .preStop(Hook.http("/stop", PortRef.of("amdin")))
                            .build())))
        .containsExactly(
            "workload 'web': The livenessProbe of container 'web' asks port 'metrics'; the"
                + " container has 'http' and 'admin'. Name one that there is, or declare it.",
            "workload 'web': The readinessProbe of container 'web' asks port 'htpp'; the container"
                + " has 'http' and 'admin'. Did you mean 'http'?",
            "workload 'web': The preStop hook of container 'web' asks port 'amdin'; the container"
                + " has 'http' and 'admin'. Did you mean 'admin'?");
  }

  @Test
  void anotherContainersPortIsNoneOfAProbes() {
    assertThat(
            problems(
                Workload.deployment("web")
                    .container(web().build())
                    .container(
                        Container.builder("log", "log:1")
                            .readiness(Probe.tcp(PortRef.of("http")))
                            .build())))
        .containsExactly(
            "workload 'web': The readinessProbe of container 'log' asks port 'http'; the container"
                + " has no port with a name. Name one that there is, or declare it.");
  }

  @Test
  void aProbeMayAskANumberThatIsNotDeclared() {
    assertThatCode(
            () ->
                Workload.deployment("web")
                    .container(web().readiness(Probe.tcp(PortRef.of(7070))).build())
                    .build())
        .doesNotThrowAnyException();
  }

  @Test
  void aServiceLeadsToAPortThatAContainerHas() {
    assertThat(problems(exposed(ServicePort.of("web", 80, PortRef.of("htp")))))
        .containsExactly(
            "workload 'web': The Service's port 80 leads to port 'htp'; the containers have 'http'"
                + " and 'admin'. Did you mean 'http'?");
    assertThat(problems(exposed(ServicePort.of(80, 8008))))
        .containsExactly(
            "workload 'web': The Service's port 80 leads to port 8008 (TCP), which no container"
                + " declares; they have 8080 (TCP) and 9090 (TCP). Correct the number, or declare"
                + " the port: the network policy opens those only.");
    assertThat(problems(exposed(ServicePort.of("http", 80).protocol("UDP"))))
        .containsExactly(
            "workload 'web': The Service's port 80 is UDP, and the containers' port 'http' is TCP."
                + " Give both the same protocol.");
  }

  @Test
  void aServiceMayLeadToASidecarButNotToAnInitContainer() {
    Container.Builder proxy = Container.builder("proxy", "proxy:1").port(Port.of("tls", 8443));
    Workload.Builder workload = exposed(ServicePort.of("tls", 443));

    assertThatCode(() -> workload.initContainer(proxy.sidecar().build()).build())
        .doesNotThrowAnyException();
    assertThat(
            problems(
                exposed(ServicePort.of("tls", 443))
                    .initContainer(
                        Container.builder("proxy", "proxy:1").port(Port.of("tls", 8443)).build())))
        .containsExactly(
            "workload 'web': The Service's port 443 leads to port 'tls'; the containers have 'http'"
                + " and 'admin'. Name one that there is, or declare it.");
  }

  @Test
  void aStatefulSetHasTheHeadlessServiceThatItNames() {
    Workload workload = Workload.statefulSet("db").container(web().build()).build();

    assertThat(Rendered.strict(workload).names()).contains("Service shop-db-headless");
    assertThat(Rendered.strict(workload).only("Service").mapping("spec").string("clusterIP"))
        .isEqualTo("None");
    assertThat(
            Rendered.strict(
                    workload.toBuilder()
                        .serviceName("peers")
                        .expose(Exposure.headless().name("peers").port("http", 80).build())
                        .build())
                .names())
        .containsOnlyOnce("Service peers")
        .doesNotContain("Service shop-db-headless");
    assertThat(Rendered.asGiven(workload).names()).doesNotContain("Service shop-db-headless");
  }

  @Test
  void anIngressLetsItsControllerToTheServiceThatItLeadsTo() {
    Workload workload =
        Workload.deployment("web")
            .container(web().build())
            .expose(Exposure.headless().name("peers").build())
            .expose(Exposure.clusterIp().port("http", 80).build())
            .ingress(Ingress.host("shop.example.com").tls("shop-tls").build())
            .build();

    assertThat(Rendered.strict(workload).only("NetworkPolicy").at("spec", "ingress"))
        .hasToString(
            "[{from: [{podSelector: {}}], ports: [{protocol: TCP, port: 8080}, {protocol: TCP,"
                + " port: 9090}]}, {from: [{namespaceSelector: {}}], ports: [{protocol: TCP, port:"
                + " 8080}]}]");
  }
}
