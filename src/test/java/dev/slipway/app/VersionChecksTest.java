package dev.slipway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Quantity;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Hook;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.target.Notice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions are those of the feature-gate page at which a feature is on by default. */
class VersionChecksTest {
  private static Container.Builder it() {
    return Container.builder("it", "it:1");
  }

  private static Workload.Builder web(Container container) {
    return Workload.deployment("web").container(container);
  }

  static Stream<Arguments> features() {
    ClaimSpec claim =
        ClaimSpec.of("data", Quantity.of("1Gi"))
            .accessMode(ClaimSpec.AccessMode.READ_WRITE_ONCE_POD);
    Controller.CronJob nightly =
        new Controller.CronJob(
            "0 3 * * *", Optional.of("Europe/Berlin"), Optional.empty(), Controller.Job.once());
    return Stream.of(
        arguments(
            24,
            25,
            Workload.cronJob("web", nightly).container(it().build()).build(),
            "It has the time zone Europe/Berlin, which Kubernetes has from 1.25 on, and cluster"
                + " 'test' is 1.24. Write the schedule in the control plane's own time zone,"
                + " usually UTC. Or upgrade the cluster."),
        arguments(
            26,
            27,
            web(it().build())
                .placement(Placement.ANYWHERE.spread(Spread.required(Spread.ZONE).minDomains(3)))
                .build(),
            "The spread over topology.kubernetes.io/zone has minDomains 3, which Kubernetes has"
                + " from 1.27 on, and cluster 'test' is 1.26. Leave it out; a required"
                + " anti-affinity keeps pods apart as well. Or upgrade the cluster."),
        arguments(
            26,
            27,
            web(it().mount(Mount.writable(Volume.claim(claim), "/data")).build()).build(),
            "The volume 'data' is ReadWriteOncePod, which Kubernetes has from 1.27 on, and cluster"
                + " 'test' is 1.26. Ask for ReadWriteOnce, with one replica that is replaced, not"
                + " rolled. Or upgrade the cluster."),
        arguments(
            28,
            29,
            web(it().build())
                .initContainer(Container.builder("proxy", "proxy:1").sidecar().build())
                .build(),
            "The container 'proxy' is a sidecar, which Kubernetes has from 1.29 on, and cluster"
                + " 'test' is 1.28. Make it one of the containers: it then starts and ends with"
                + " the others. Or upgrade the cluster."),
        arguments(
            28,
            29,
            web(it().env(EnvVar.field("IPS", "status.hostIPs")).build()).build(),
            "The container 'it' reads status.hostIPs, which Kubernetes has from 1.29 on, and"
                + " cluster 'test' is 1.28. Read status.hostIP, which is one address. Or upgrade"
                + " the cluster."),
        arguments(
            29,
            30,
            web(it().preStop(Hook.sleep(5)).build()).build(),
            "The container 'it' sleeps before it is stopped, which Kubernetes has from 1.30 on,"
                + " and cluster 'test' is 1.29. Run sleep by a command, if the image has one. Or"
                + " upgrade the cluster."),
        arguments(
            36,
            37,
            Workload.statefulSet("web")
                .container(it().build())
                .rollout(
                    new Rollout.Rolling(Optional.empty(), Optional.of("2"), OptionalInt.empty()))
                .build(),
            "Its rollout lets 2 pods be away at a time, which Kubernetes has from 1.37 on, and"
                + " cluster 'test' is 1.36. Leave it out: its pods are then replaced one at a"
                + " time. Or upgrade the cluster."));
  }

  @ParameterizedTest(name = "{1}: {3}")
  @MethodSource("features")
  void aFeatureIsRefusedUntilTheVersionThatHasIt(
      int last, int first, Workload workload, String message) {
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> Rendered.on("1." + last, workload));

    assertThat(refused.problems())
        .extracting(Problem::toString)
        .containsExactly("application 'shop' › workload 'web': " + message);
    assertThatCode(() -> Rendered.on("1." + first, workload)).doesNotThrowAnyException();
  }

  @Test
  void whatStrictnessAddsIsLeftOutWhereTheClusterDoesNotHaveIt() {
    Workload two = web(it().build()).replicas(2).build();

    assertThat(spread(Rendered.on("1.26", two)).has("matchLabelKeys")).isFalse();
    assertThat(spread(Rendered.on("1.27", two)).has("matchLabelKeys")).isTrue();
    assertThat(budget(Rendered.on("1.26", two)).has("unhealthyPodEvictionPolicy")).isFalse();
    assertThat(budget(Rendered.on("1.27", two)).has("unhealthyPodEvictionPolicy")).isTrue();
  }

  @Test
  void aRequiredSpreadThatCannotLeaveDrainedNodesOutSaysSo() {
    Workload apart =
        web(it().build())
            .replicas(2)
            .placement(Placement.ANYWHERE.spread(Spread.required(Spread.HOST)))
            .build();

    Rendered before = Rendered.on("1.25", apart);
    assertThat(spread(before).has("nodeTaintsPolicy")).isFalse();
    assertThat(before.beside().notices())
        .extracting(Notice::rule)
        .containsExactly("spread-counts-drained-nodes");
    Rendered after = Rendered.on("1.26", apart);
    assertThat(spread(after).string("nodeTaintsPolicy")).isEqualTo("Honor");
    assertThat(after.beside().notices()).isEmpty();
  }

  @Test
  void everyFeatureThatIsMissingIsSaidAtOnce() {
    Workload both =
        web(it().preStop(Hook.sleep(5)).build())
            .initContainer(Container.builder("proxy", "proxy:1").sidecar().build())
            .onNodeGroup("train")
            .build();

    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> Rendered.on("1.28", both));

    assertThat(refused.problems()).hasSize(3);
  }

  private static Mapping spread(Rendered rendered) {
    List<Node> ways = rendered.pod().mapping("spec").seq("topologySpreadConstraints").asList();
    return (Mapping) ways.get(0);
  }

  private static Mapping budget(Rendered rendered) {
    return rendered.only("PodDisruptionBudget").mapping("spec");
  }
}
