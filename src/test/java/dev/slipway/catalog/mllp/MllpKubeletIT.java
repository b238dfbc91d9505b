package dev.slipway.catalog.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.app.Replicas;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.environment.Environment;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.manifest.patch.JsonPatch;
import dev.slipway.manifest.patch.JsonPointer;
import dev.slipway.manifest.patch.PatchTarget;
import dev.slipway.manifest.patch.TargetedPatch;
import dev.slipway.pod.Resources;
import dev.slipway.secret.SecretSource;
import dev.slipway.testing.controlplane.Await;
import dev.slipway.testing.controlplane.DeclaredNode;
import dev.slipway.testing.controlplane.EnvironmentCluster;
import dev.slipway.testing.controlplane.Kubectl;
import dev.slipway.testing.controlplane.LiveObject;
import dev.slipway.testing.controlplane.Pods;
import dev.slipway.testing.controlplane.RealKubelet;
import dev.slipway.testing.controlplane.Running;
import dev.slipway.testing.controlplane.StandIn;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The MLLP server with TLS, with pods that run and clients that are connected to them. */
class MllpKubeletIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int PORT = 2575;
  private static final Duration DELAY = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration GRACE = DELAY.plus(TIMEOUT).plusSeconds(10);

  private static final Environment DECLARED =
      Environment.of(
          Cluster.builder("healthcare")
              .kubernetes("1.34")
              .nodeGroup(
                  NodeGroup.builder("apps").machine(MachineType.of("2", "4Gi")).nodes(1).build())
              .build(),
          Servers.strict()
              .replicas(Replicas.fixed(2))
              .resources(Resources.requests("10m", "16Mi").limits("500m", "64Mi"))
              .preShutdownDelay(DELAY)
              .shutdownTimeout(TIMEOUT)
              .tls(
                  Tls.of(
                      SecretSource.existing("mllp-tls")
                          .keys("tls.crt", "tls.key")
                          .revision("1")
                          .build()))
              .build()
              .application());

  @Order(1)
  @RegisterExtension
  static final Running<EnvironmentCluster> CLUSTER =
      Running.forClass(
          () -> {
            EnvironmentCluster cluster = EnvironmentCluster.startEmpty(DECLARED);
            cluster.kubectl().run("create", "namespace", cluster.namespace()).orFail();
            cluster
                .kubectl()
                .in(cluster.namespace())
                .run(
                    "create",
                    "secret",
                    "generic",
                    "mllp-tls",
                    "--from-literal=tls.crt=certificate",
                    "--from-literal=tls.key=key")
                .orFail();
            return cluster;
          });

  @Order(2)
  @RegisterExtension
  static final Running<RealKubelet> NODE =
      Running.forClass(
          () ->
              RealKubelet.join(
                  CLUSTER.get().controlPlane(),
                  DeclaredNode.of(DECLARED.cluster().nodes().get(0)),
                  StandIn.of(Servers.IMAGE)
                      .tcp("${MLLP_ADDR}")
                      .needsVariables(
                          "POD_NAME", "POD_NAMESPACE", "MLLP_MAX_CONNECTIONS", "LOG_LEVEL")
                      .needsFiles("${TLS_CERT_FILE}", "${TLS_KEY_FILE}")
                      .cannotWriteTo("/")
                      .preShutdown("${PRE_SHUTDOWN_DELAY}")
                      .shutdown("${SHUTDOWN_TIMEOUT}")));

  private final EnvironmentCluster cluster = CLUSTER.get();
  private final Kubectl kubectl = cluster.kubectl().in(cluster.namespace());
  private final Pods pods = cluster.pods();

  /** How a pod ended, from the moment it was deleted. */
  private record Ending(Duration accepting, boolean heldUntilThen, Duration gone) {

    void isGraceful() {
      assertThat(accepting).as("accepting new connections").isGreaterThanOrEqualTo(DELAY);
      assertThat(heldUntilThen).as("the client that was connected is still").isTrue();
      assertThat(gone).as("gone").isLessThan(GRACE);
    }
  }

  private Ending deleteAPod(Environment environment) throws IOException {
    cluster.kubectl().apply(YamlWriter.write(environment.plan().all())).orFail();
    kubectl.run("rollout", "status", "deployment/mllp-server", "--timeout=90s").orFail();
    LiveObject pod = pods.awaitReady(2, LIMIT).get(0);
    String address = pod.text("status", "podIP").orElseThrow();
    try (Socket client = connect(address)) {
      long start = System.nanoTime();
      kubectl.run("delete", "pod", pod.name(), "--wait=false").orFail();
      Await.until(LIMIT, () -> "a pod that accepts no more", () -> !accepts(address));
      Duration accepting = Duration.ofNanos(System.nanoTime() - start);
      boolean held = isOpen(client);
      Await.until(
          LIMIT, () -> "pod gone: " + pod.name(), () -> kubectl.find("pod", pod.name()).isEmpty());
      return new Ending(accepting, held, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static Socket connect(String address) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(address, PORT), 1000);
    return socket;
  }

  private static boolean accepts(String address) {
    try (Socket socket = connect(address)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isOpen(Socket client) {
    try {
      client.setSoTimeout(200);
      return client.getInputStream().read() >= 0;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aDeletedPodServesThroughTheDelayAndIsGoneBeforeItsGraceEnds() throws IOException {
    deleteAPod(DECLARED).isGraceful();
  }

  @Test
  void aGraceThatIsTooShortIsFoundOut() throws IOException {
    TargetedPatch tooShort =
        new TargetedPatch(
            PatchTarget.of("Deployment", "mllp-server"),
            new JsonPatch(
                List.of(
                    new JsonPatch.Replace(
                        JsonPointer.parse("/spec/template/spec/terminationGracePeriodSeconds"),
                        Scalar.of(1)))),
            Origin.of("this test"));

    Ending ending = deleteAPod(DECLARED.patched(List.of(tooShort)));

    // It is killed in the middle of the delay, and its client with it.
    assertThatThrownBy(ending::isGraceful).isInstanceOf(AssertionError.class);
    assertThat(ending.heldUntilThen()).isFalse();
  }
}
