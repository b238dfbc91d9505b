package dev.slipway.testing.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A node that runs its pods: kubelet 1.34, containerd and runc on this machine, joined to a control
 * plane. Needs root.
 *
 * <p>The pods are on a bridge that the API server, the tests and the probes reach; there is no
 * kube-proxy, no DNS and no enforcement of network policies. The node offers the machine's own CPUs
 * and memory, so requests have to be scaled down to it. Each node has containerd, mounts and
 * process IDs of its own: several may join.
 */
public final class RealKubelet implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration PACKAGES = Duration.ofMinutes(10);

  private final String name;
  private final ControlPlane controlPlane;
  private final Guard guard;
  private final NodeFiles files;

  private RealKubelet(String name, ControlPlane controlPlane, Guard guard) {
    this.name = name;
    this.controlPlane = controlPlane;
    this.guard = guard;
    this.files = new NodeFiles(guard.folder());
  }

  /**
   * Joins a node of the declared name, labels and taints, with these images, and waits until it is
   * Ready.
   */
  public static RealKubelet join(ControlPlane controlPlane, DeclaredNode node, StandIn... images) {
    requireRoot();
    Command.of(Tools.projectFolder().resolve("tools/kubelet-packages.sh").toString())
        .timeout(PACKAGES)
        .run()
        .orFail();
    Tools.binaries("kubelet", "stand-in", "stand-in-image");
    Guard guard = Guard.ofNewFolder("node");
    RealKubelet kubelet = new RealKubelet(node.name(), controlPlane, guard);
    try {
      kubelet.start(node);
      kubelet.load(images);
      controlPlane.awaitReady(node.name());
      return kubelet;
    } catch (RuntimeException | AssertionError e) {
      e.addSuppressed(new AssertionError(kubelet.logs()));
      guard.close();
      throw e;
    }
  }

  /** The node's name. */
  public String name() {
    return name;
  }

  /** Makes images available to the node's pods. */
  public void load(StandIn... images) {
    List<Object> descriptions = new ArrayList<>();
    descriptions.add(StandIn.of(NodeFiles.SANDBOX_IMAGE).image());
    List.of(images).forEach(image -> descriptions.add(image.image()));
    Path archive = guard.folder().resolve("images.tar");
    Command.of(
            Tools.binary("stand-in-image").toString(),
            "-binary=" + Tools.binary("stand-in"),
            "-o=" + archive)
        .input(Json.write(descriptions))
        .run()
        .orFail();
    // A node that has just been started does not answer yet.
    Await.value(
        START,
        () -> "images in containerd\n" + logs(),
        () -> Optional.of(ctr("images", "import", archive.toString())).filter(Outcome::succeeded));
  }

  /** What the node's own processes have to say, for messages. */
  public String logs() {
    return Stream.of("node", "containerd", "kubelet")
        .map(process -> guard.folder().resolve("logs").resolve(process + ".log"))
        .map(file -> "== " + file.getFileName() + "\n" + LogFile.end(file))
        .collect(Collectors.joining());
  }

  /** Ends the node with all its pods and removes it from the control plane. */
  @Override
  public void close() {
    guard.close();
    controlPlane.kubectl().run("delete", "node", name, "--wait=false");
  }

  Path folder() {
    return guard.folder();
  }

  String bridge() {
    return files.bridge();
  }

  private Outcome ctr(String... arguments) {
    List<String> words = new ArrayList<>(List.of("ctr", "--address"));
    words.add(guard.folder().resolve("containerd.sock").toString());
    words.addAll(List.of("--namespace", "k8s.io"));
    words.addAll(List.of(arguments));
    return Command.of(words).environment(guard.mark()).run();
  }

  private static void requireRoot() {
    String user = ProcessHandle.current().info().user().orElse("unknown");
    if (!user.equals("root")) {
      throw new IllegalStateException(
          "A real kubelet needs root: it mounts and makes cgroups; this is user '" + user + "'.");
    }
  }

  private void start(DeclaredNode node) {
    files.write(node);
    guard.removesCgroup(files.cgroup());
    files.makeCgroup();
    guard.removesInterface(files.bridge());
    files.makeBridge();
    try {
      Files.createDirectories(guard.folder().resolve("logs"));
      ProcessBuilder builder =
          new ProcessBuilder(command(node))
              .redirectErrorStream(true)
              .redirectOutput(guard.folder().resolve("logs/node.log").toFile());
      builder.environment().putAll(guard.mark());
      builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(DeclaredNode node) {
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of("unshare", "--mount", "--pid", "--fork", "--kill-child=SIGKILL", "--mount-proc"));
    words.add("bash");
    words.addAll(List.of("-c", Guard.resource("real-node.sh"), "real-node.sh"));
    words.add(guard.folder().toString());
    words.add(Tools.binary("kubelet").toString());
    words.add("--config=" + files.kubeletConfiguration());
    words.add("--kubeconfig=" + controlPlane.cluster().kubeconfig());
    words.add("--root-dir=" + guard.folder().resolve("kubelet"));
    words.add("--hostname-override=" + node.name());
    words.add("--node-ip=" + files.gateway());
    words.add("--node-labels=" + labels(node));
    return words;
  }

  private static String labels(DeclaredNode node) {
    return node.labels().entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(","));
  }
}
