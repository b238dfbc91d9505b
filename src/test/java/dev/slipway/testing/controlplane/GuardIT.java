package dev.slipway.testing.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing outlives what a test started. */
class GuardIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void closedControlPlaneLeavesNothing() throws IOException {
    ControlPlane cluster = ControlPlane.start(DeclaredNode.named("a"));
    Path folder = cluster.cluster().folder();
    assertThat(processesOf(folder)).isNotEmpty();

    cluster.close();

    assertThat(processesOf(folder)).isEmpty();
    assertThat(folder).doesNotExist();
  }

  @Test
  void closedNodeLeavesNothing() throws IOException {
    try (ControlPlane cluster = ControlPlane.start()) {
      RealKubelet node =
          RealKubelet.join(cluster, DeclaredNode.named("real"), StandIn.of("x.y/z:1"));
      String namespace = cluster.newNamespace("test");
      cluster.kubectl().in(namespace).apply(POD).orFail();
      cluster.pods(namespace).awaitReady(1, LIMIT);
      Path folder = node.folder();
      String bridge = node.bridge();
      assertThat(processesOf(folder)).isNotEmpty();
      assertThat(cgroupsOf(folder)).isNotEmpty();
      assertThat(Path.of("/sys/class/net", bridge)).exists();

      node.close();

      assertThat(processesOf(folder)).isEmpty();
      assertThat(cgroupsOf(folder)).isEmpty();
      assertThat(Path.of("/sys/class/net", bridge)).doesNotExist();
      assertThat(Files.readString(Path.of("/proc/self/mountinfo")))
          .doesNotContain(folder.toString());
      assertThat(folder).doesNotExist();
    }
  }

  @Test
  void killedJvmLeavesNothing() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartsAndSleeps.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Path folder = Path.of(jvm.inputReader().readLine());
    assertThat(processesOf(folder)).isNotEmpty();

    jvm.destroyForcibly();

    Await.until(LIMIT, () -> "end of " + processesOf(folder), () -> !Files.exists(folder));
    assertThat(processesOf(folder)).isEmpty();
  }

  /** A test run that does not get to its end. */
  static final class StartsAndSleeps {
    public static void main(String[] arguments) throws InterruptedException {
      System.out.println(ControlPlane.start().cluster().folder());
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }

  /**
   * Every process with the folder in its command line, which all of a control plane's and a node's
   * have.
   */
  private static List<String> processesOf(Path folder) {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(line -> line.contains(folder.toString()))
        .toList();
  }

  private static List<Path> cgroupsOf(Path folder) throws IOException {
    try (Stream<Path> found =
        Files.find(
            Path.of("/sys/fs/cgroup"),
            2,
            (path, attributes) -> path.endsWith(folder.getFileName()))) {
      return found.toList();
    }
  }

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
          - name: web
            image: x.y/z:1
            volumeMounts: [{name: scratch, mountPath: /scratch}]
        volumes: [{name: scratch, emptyDir: {medium: Memory}}]
      """;
}
