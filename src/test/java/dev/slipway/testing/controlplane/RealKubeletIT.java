package dev.slipway.testing.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.controlplane.StandIn.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RealKubeletIT {

  private static final Duration LIMIT = Duration.ofSeconds(40);

  private static final String PINNED =
      "registry.example.com/trainer@sha256:" + "0123456789abcdef".repeat(4);

  @Order(1)
  @RegisterExtension
  static final Running<ControlPlane> CLUSTER =
      Running.forClass(() -> ControlPlane.start(DeclaredNode.named("fake-0")));

  @Order(2)
  @RegisterExtension
  static final Running<RealKubelet> NODE =
      Running.forClass(
          () ->
              RealKubelet.join(
                  CLUSTER.get(),
                  DeclaredNode.named("real-0").label("hs-component", "platform"),
                  StandIn.of("registry.example.com/web:1")
                      .http("${PORT}", Answer.ok("/healthz"))
                      .needsVariables("PASSWORD")
                      .needsFiles("/etc/web/settings")
                      .writesTo("/data", "/scratch")
                      .cannotWriteTo("/", "/tmp")
                      .shutdown("1s"),
                  StandIn.of("registry.example.com/guarded:1")
                      .http(
                          "8080",
                          Answer.ok("/health").requires("Authorization", "Bearer ${PASSWORD}"))));

  @Order(3)
  @RegisterExtension
  static final Running<RealKubelet> OTHER_NODE =
      Running.forClass(
          () ->
              RealKubelet.join(
                  CLUSTER.get(),
                  DeclaredNode.named("real-1")
                      .label("hs-component", "trainer")
                      .taint("dedicated", "trainer", "NoSchedule"),
                  StandIn.of(PINNED).user(1001).command("/app/serve").tcp("9000")));

  private final ControlPlane cluster = CLUSTER.get();
  private String namespace = "";
  private Kubectl kubectl = cluster.kubectl();

  @BeforeEach
  void newNamespace() {
    namespace = cluster.newNamespace("test");
    kubectl = cluster.kubectl().in(namespace);
    cluster
        .kubectl()
        .run("label", "namespace", namespace, "pod-security.kubernetes.io/enforce=restricted")
        .orFail();
  }

  @AfterEach
  void deleteNamespace() {
    cluster.delete(namespace);
  }

  @Test
  void restrictedPodWithEverythingItNeedsBecomesReady() {
    kubectl.apply(SETTINGS + PASSWORD + WEB).orFail();

    LiveObject pod = cluster.pods(namespace).awaitReady(1, LIMIT).get(0);

    assertThat(pod.text("spec", "nodeName")).contains("real-0");
    assertThat(kubectl.run("logs", "web-0").orFail().out())
        .contains("uid=1000 gid=1000 groups=1000,2000 bounding= noNewPrivileges=1 seccomp=2")
        .contains("GET /healthz 200");
  }

  @Test
  void missingSecretKeepsTheContainerFromBeingMade() {
    kubectl.apply(SETTINGS + WEB).orFail();

    String message =
        cluster.pods(namespace).awaitWaiting("web-0", "CreateContainerConfigError", LIMIT);

    assertThat(message).isEqualTo("secret \"web\" not found");
  }

  @Test
  void probeOnAWrongPortNeverSucceeds() {
    kubectl.apply(SETTINGS + PASSWORD + WEB.replace("port: http", "port: 8081")).orFail();

    awaitEvent("Readiness probe failed");

    assertThat(cluster.pods(namespace).all()).noneMatch(pod -> pod.is("Ready"));
  }

  @Test
  void wrongPortInTheEnvironmentIsFoundOut() {
    kubectl.apply(SETTINGS + PASSWORD + WEB.replace("value: \"8080\"", "value: \"9090\"")).orFail();

    awaitEvent("Readiness probe failed");
  }

  @Test
  void missingMountStopsTheContainer() {
    String unwritable = WEB.replace("mountPath: /scratch", "mountPath: /elsewhere");
    kubectl.apply(SETTINGS + PASSWORD + unwritable).orFail();

    cluster.pods(namespace).awaitWaiting("web-0", "CrashLoopBackOff", LIMIT);

    assertThat(kubectl.run("logs", "web-0", "--previous").orFail().out())
        .contains("/scratch is not writable");
  }

  @Test
  void imageThatNobodyBroughtIsNotPulled() {
    kubectl.apply(SETTINGS + PASSWORD + WEB.replace("/web:1", "/web:2")).orFail();

    cluster.pods(namespace).awaitWaiting("web-0", "ErrImageNeverPull", LIMIT);
  }

  @Test
  void probeWithoutTheTokenIsRefused() {
    kubectl.apply(PASSWORD + GUARDED).orFail();

    awaitEvent("Readiness probe failed: HTTP probe failed with statuscode: 401");
  }

  @Test
  void fakeNodesKeepTheirPods() {
    String elsewhere = WEB.replace("hs-component: platform", "kubernetes.io/hostname: fake-0");
    kubectl.apply(SETTINGS + elsewhere).orFail();

    LiveObject pod = cluster.pods(namespace).awaitReady(1, LIMIT).get(0);

    assertThat(pod.text("spec", "nodeName")).contains("fake-0");
  }

  private void awaitEvent(String text) {
    Await.until(
        LIMIT,
        () -> text + "\n" + cluster.pods(namespace).describe(),
        () -> events().stream().anyMatch(message -> message.contains(text)));
  }

  private List<String> events() {
    return kubectl.list("events").stream().map(event -> event.text("message").orElse("")).toList();
  }

  @Test
  void anotherNodeRunsItsOwnPods() {
    kubectl.apply(TRAINER).orFail();

    LiveObject pod = cluster.pods(namespace).awaitReady(1, LIMIT).get(0);

    assertThat(pod.text("spec", "nodeName")).contains("real-1");
    assertThat(kubectl.run("logs", "trainer").orFail().out()).contains("uid=1001 ");
  }

  private static final String SETTINGS =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web}
      data: {settings: "a=b"}
      ---
      """;

  private static final String PASSWORD =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: web}
      stringData: {password: open-sesame}
      ---
      """;

  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: web}
      spec:
        serviceName: web
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            nodeSelector: {hs-component: platform}
            automountServiceAccountToken: false
            terminationGracePeriodSeconds: 5
            securityContext:
              runAsNonRoot: true
              runAsUser: 1000
              runAsGroup: 1000
              fsGroup: 2000
              seccompProfile: {type: RuntimeDefault}
            containers:
              - name: web
                image: registry.example.com/web:1
                imagePullPolicy: Never
                env:
                  - {name: PORT, value: "8080"}
                  - {name: PASSWORD, valueFrom: {secretKeyRef: {name: web, key: password}}}
                ports: [{name: http, containerPort: 8080}]
                readinessProbe: {httpGet: {path: /healthz, port: http}, periodSeconds: 1}
                livenessProbe: {httpGet: {path: /healthz, port: http}}
                resources: {requests: {cpu: 10m, memory: 16Mi}}
                securityContext:
                  allowPrivilegeEscalation: false
                  readOnlyRootFilesystem: true
                  capabilities: {drop: [ALL]}
                volumeMounts:
                  - {name: settings, mountPath: /etc/web}
                  - {name: data, mountPath: /data}
                  - {name: scratch, mountPath: /scratch}
            volumes:
              - {name: settings, configMap: {name: web}}
              - {name: scratch, emptyDir: {}}
        volumeClaimTemplates:
          - metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      """;

  private static final String GUARDED =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: guarded}
      spec:
        nodeSelector: {hs-component: platform}
        terminationGracePeriodSeconds: 5
        securityContext: {runAsNonRoot: true, runAsUser: 1000, seccompProfile: {type: RuntimeDefault}}
        containers:
          - name: guarded
            image: registry.example.com/guarded:1
            env:
              - {name: PASSWORD, valueFrom: {secretKeyRef: {name: web, key: password}}}
            readinessProbe: {httpGet: {path: /health, port: 8080}, periodSeconds: 1}
            securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
      """;

  /** An image by its digest, whose own user counts, started by the application's command. */
  private static final String TRAINER =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: trainer}
      spec:
        nodeSelector: {hs-component: trainer}
        tolerations: [{key: dedicated, operator: Exists}]
        securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
        containers:
          - name: trainer
            image: %s
            command: [/app/serve, --fast]
            readinessProbe: {tcpSocket: {port: 9000}, periodSeconds: 1}
            securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
      """
          .formatted(PINNED);
}
