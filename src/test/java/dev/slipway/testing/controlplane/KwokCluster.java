package dev.slipway.testing.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The processes of a control plane, started by kwokctl in a guarded folder. */
final class KwokCluster implements AutoCloseable {

  /** Nodes without it are somebody's who runs pods for real. */
  static final Map<String, String> FAKE_NODE_ANNOTATION = Map.of("kwok.x-k8s.io/node", "fake");

  private static final String NAME = "slipway";
  private static final Duration START = Duration.ofMinutes(3);
  private static final int ATTEMPTS = 3;
  private static final int PORT_ATTEMPTS = 1000;
  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 30_000;

  private final Guard guard;

  private KwokCluster(Guard guard) {
    this.guard = guard;
  }

  /** Options and per-component arguments, in the words of a KwokctlConfiguration. */
  record Configuration(Map<String, Object> options, Map<String, Map<String, String>> arguments) {}

  /** Starts one; another process may take a free port before kwokctl does, so it is tried again. */
  static KwokCluster start(Configuration configuration) {
    List<AssertionError> failures = new ArrayList<>();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Guard guard = Guard.ofNewFolder("control-plane");
      try {
        KwokCluster cluster = new KwokCluster(guard);
        cluster.create(configuration);
        return cluster;
      } catch (AssertionError e) {
        failures.add(e);
        guard.close();
      } catch (RuntimeException e) {
        guard.close();
        throw e;
      }
    }
    AssertionError last = failures.remove(failures.size() - 1);
    failures.forEach(last::addSuppressed);
    throw last;
  }

  Kubectl kubectl() {
    Map<String, String> environment = new LinkedHashMap<>(guard.mark());
    environment.put("KUBECACHEDIR", folder().resolve("kubectl-cache").toString());
    return Kubectl.administrator(kubeconfig(), environment);
  }

  Path kubeconfig() {
    return folder().resolve("kubeconfig");
  }

  Path folder() {
    return guard.folder();
  }

  /** The end of each component's log, for messages. */
  String logs() {
    try (Stream<Path> walk = Files.walk(folder())) {
      StringBuilder text = new StringBuilder();
      for (Path log : walk.filter(file -> file.toString().endsWith(".log")).toList()) {
        text.append("== ").append(log.getFileName()).append('\n').append(LogFile.end(log));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    guard.close();
  }

  private void create(Configuration configuration) {
    Map<String, String> environment = new LinkedHashMap<>(guard.mark());
    environment.put("KWOK_WORKDIR", folder().resolve("kwok").toString());
    Outcome outcome =
        Command.of(
                Tools.binary("kwokctl").toString(),
                "--config=" + write(configuration),
                "--name=" + NAME,
                "create",
                "cluster",
                "--kubeconfig=" + kubeconfig(),
                "--wait=120s")
            .environment(environment)
            .timeout(START)
            .run();
    if (!outcome.succeeded()) {
      throw new AssertionError(outcome + logs());
    }
  }

  private Path write(Configuration configuration) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("runtime", "binary");
    options.put("bindAddress", "127.0.0.1");
    options.put("etcdBinary", Tools.binary("etcd").toString());
    options.put("kubectlBinary", Tools.binary("kubectl").toString());
    options.put("kwokControllerBinary", Tools.binary("kwok").toString());
    // kwokctl itself counts down from a fixed port, so two at a time meet.
    List.of(
            "etcdPort",
            "etcdPeerPort",
            "kubeApiserverPort",
            "kubeControllerManagerPort",
            "kubeSchedulerPort",
            "kwokControllerPort")
        .forEach(port -> options.put(port, freePort()));
    options.putAll(configuration.options());

    Map<String, Map<String, String>> arguments = new LinkedHashMap<>(configuration.arguments());
    arguments.put("etcd", Map.of("unsafe-no-fsync", "true"));
    arguments.put(
        "kwok-controller",
        Map.of(
            "manage-all-nodes",
            "false",
            "manage-nodes-with-annotation-selector",
            "kwok.x-k8s.io/node=fake"));
    Map<String, Object> document =
        Map.of(
            "apiVersion",
            "config.kwok.x-k8s.io/v1alpha1",
            "kind",
            "KwokctlConfiguration",
            "options",
            options,
            "componentsPatches",
            arguments.entrySet().stream().map(KwokCluster::patch).toList());
    try {
      return Files.writeString(folder().resolve("kwok.yaml"), Json.write(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Arguments are appended, and the last of a name counts. */
  private static Map<String, Object> patch(Map.Entry<String, Map<String, String>> component) {
    List<Map<String, String>> arguments =
        component.getValue().entrySet().stream()
            .map(argument -> Map.of("key", argument.getKey(), "value", argument.getValue()))
            .toList();
    return Map.of("name", component.getKey(), "extraArgs", arguments);
  }

  /**
   * A port that nobody listens on, below those that systems give to outgoing connections (from
   * 32768 on Linux, from 49152 elsewhere): of these, one that is free now may be taken in a moment.
   */
  static int freePort() {
    for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Somebody listens there.
      }
    }
    throw new AssertionError("No port from " + FIRST_PORT + " to " + LAST_PORT + " is free.");
  }
}
