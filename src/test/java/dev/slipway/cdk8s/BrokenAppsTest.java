package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.Cdk8sCli;
import dev.slipway.testing.Cdk8sCli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apps that must not be written, run by the real CLI as its users run it. */
class BrokenAppsTest {
  @TempDir Path folder;

  @Test
  void nothingWrongIsWritten() throws IOException {
    Ran ran = synth();

    assertThat(ran.exit()).as(ran.output()).isZero();
    assertThat(folder.resolve("out/theirs.k8s.yaml")).content().contains("name: settings");
  }

  @Test
  void aForeignDeploymentThatFitsOnNoNode() throws IOException {
    isRefused(
        synth("unknown-nodes"),
        """
          [ours/prod] theirs/web: node-selector: No node of cluster 'prod' has pool=platfrom; group 'platform' has pool=platform.
            Did you mean 'pool=platform'? Or a group lacks the label. Set it on the nodes themselves (kubectl label node, or the kubelet's --node-labels).
        """);
  }

  @Test
  void aForeignDeploymentThatDoesNotSchedule() throws IOException {
    isRefused(
        synth("too-big"),
        """
          [ours/prod] theirs/trainer: placement-as-declared: No node is found for 1 pod of it: 0/2 nodes are available: 2 Insufficient cpu. \
        """);
  }

  @Test
  void aForeignDeploymentWithoutTheRequestsThatTheClusterDemands() throws IOException {
    isRefused(
        synth("no-requests"),
        """
          [ours/prod] theirs/web: required-resources: Container 'web' requests no cpu, which the cluster demands of everybody.
            Set it in the container's resources, or give the namespace defaults: a LimitRange counts.
        """);
  }

  @Test
  void aForeignDeploymentThatItsNamespaceForbids() throws IOException {
    isRefused(
        synth("privileged"),
        """
          [ours/prod] theirs/agent: pod-security-level: Namespace 'shop' enforces baseline, which forbids this: \
        """);
  }

  @Test
  void aNetworkPolicyThatSelectsNothing() throws IOException {
    isRefused(
        synth("idle-policy"),
        """
          [ours/prod] theirs/idle: dangling-network-policy: NetworkPolicy 'idle' selects pods with app=wbe, and there are none.
            Give it the labels of the pods that it is for, or remove it.
        """);
  }

  @Test
  void anObjectThatIsThereTwice() throws IOException {
    isRefused(
        synth("duplicate"),
        """
          [ours/prod] theirs/settings and other/again: duplicate-object: ConfigMap settings is declared by each of these, and a cluster has only one.
            Rename one of them, or leave it out.
        """);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() throws IOException {
    Ran ran = synth("unknown-nodes", "idle-policy", "duplicate");

    assertThat(ran.exit()).isNotZero();
    assertThat(ran.output())
        .contains("theirs/web: node-selector: ")
        .contains("theirs/idle: dangling-network-policy: ")
        .contains("duplicate-object: ConfigMap settings");
  }

  private Ran synth(String... wrong) {
    return Cdk8sCli.trySynth(BrokenApp.class, folder.resolve("out"), wrong);
  }

  /** Says so, fails, and writes no file. The CLI empties its output folder before the app runs. */
  private void isRefused(Ran ran, String message) throws IOException {
    assertThat(ran.exit()).isNotZero();
    assertThat(ran.output()).contains(message);
    assertThat(filesWritten()).isZero();
  }

  private long filesWritten() throws IOException {
    Path out = folder.resolve("out");
    if (!Files.exists(out)) {
      return 0;
    }
    try (var all = Files.walk(out)) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}
