package dev.slipway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Quantity;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.Container;
import dev.slipway.pod.Mount;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import dev.slipway.pod.Resources;
import dev.slipway.pod.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ImpossibleWorkloadTest {
  private static final Container PLAIN = Container.builder("it", "it:1").build();
  private static final Container WRITER =
      Container.builder("it", "it:1")
          .mount(Mount.writable(Volume.claim(ClaimSpec.of("data", Quantity.of("1Gi"))), "/data"))
          .build();

  private static List<String> problems(ThrowingCallable building) {
    InvalidInputException thrown = catchThrowableOfType(InvalidInputException.class, building);
    assertThat(thrown).isNotNull();
    return thrown.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void anExclusiveVolumeUnderAnAutoscaler() {
    assertThat(
            problems(
                () ->
                    Workload.deployment("it")
                        .container(WRITER)
                        .replicas(Replicas.autoscaled(2, 10).atCpu(70))
                        .build()))
        .containsExactly(
            "workload 'it': The volume 'data' is ReadWriteOnce, and the workload has an autoscaler."
                + " Give it one replica, or a volume that is ReadWriteMany.");
  }

  @Test
  void anExclusiveVolumeOfSeveralReplicasThatRollsInOneMessageEach() {
    assertThat(
            problems(
                () ->
                    Workload.deployment("it")
                        .container(WRITER)
                        .replicas(2)
                        .rollout(Rollout.rolling("1", "0"))
                        .build()))
        .containsExactly(
            "workload 'it': The volume 'data' is ReadWriteOnce, and the workload has 2 replicas."
                + " Give it one replica, a volume that is ReadWriteMany, or make it a StatefulSet"
                + " with a volume for each pod.",
            "workload 'it': The volume 'data' is ReadWriteOnce, and the rollout starts new pods"
                + " before the old ones end. Use Rollout.recreate(): the new pod could not attach"
                + " the volume.");
  }

  @Test
  void aBudgetThatLetsNobodyGo() {
    assertThat(
            problems(
                () ->
                    Workload.deployment("it")
                        .container(PLAIN)
                        .replicas(1)
                        .disruption(Disruption.minAvailable(1))
                        .build()))
        .containsExactly(
            "workload 'it': The disruption budget keeps 1 pods, and there may be only 1: no node"
                + " with one of them could be drained. Keep at most 0, or have more replicas.");
  }

  @Test
  void aGraceThatIsTooShort() {
    assertThat(
            problems(
                () ->
                    Workload.deployment("it")
                        .container(PLAIN)
                        .shutdown(Duration.ofSeconds(35))
                        .grace(Duration.ofSeconds(35))
                        .build()))
        .containsExactly(
            "workload 'it': Its process may take 35 s to end and is killed after 35 s."
                + " Give a grace period above 35 s.");
  }

  @Test
  void aRequestAboveItsLimit() {
    assertThat(problems(() -> Resources.requests("2", "2Gi").limits("1", "1Gi")))
        .containsExactly(
            "The request of cpu (2) is above its limit (1). Raise the limit or lower the request.",
            "The request of memory (2Gi) is above its limit (1Gi). Raise the limit or lower the"
                + " request.");
  }

  @Test
  void aProbeWithCredentials() {
    assertThat(
            problems(
                () ->
                    Probe.http(
                        "/health",
                        PortRef.of(8080),
                        false,
                        Map.of("Authorization", "Bearer $(TOKEN)"))))
        .containsExactly(
            "The probe of /health sends the header 'Authorization'. The kubelet sends it as it"
                + " stands in the manifest, readable by everybody who may read pods. Use a probe"
                + " that needs no credentials, such as tcpSocket.");
  }

  @Test
  void aNodeGroupThatTheClusterDoesNotHave() {
    Workload workload = Workload.deployment("it").container(PLAIN).onNodeGroup("train").build();

    assertThat(problems(() -> Rendered.strict(workload)))
        .containsExactly(
            "application 'shop' › workload 'it': There is no node group 'train'; cluster 'test' has"
                + " 'platform' and 'trainer'. Did you mean 'trainer'?");
  }

  @Test
  void aRolloutThatItsControllerDoesNotHave() {
    assertThat(
            problems(
                () ->
                    Workload.statefulSet("it")
                        .container(PLAIN)
                        .rollout(Rollout.rolling("1", "0"))
                        .build()))
        .containsExactly(
            "workload 'it': Its rollout has a surge of 1, and a StatefulSet has none. Leave it out:"
                + " a pod's name is free again only when the old one is gone.");
    assertThat(
            problems(
                () ->
                    Workload.daemonSet("it").container(PLAIN).rollout(Rollout.recreate()).build()))
        .containsExactly(
            "workload 'it': Its rollout ends the old pods before new ones start, which a DaemonSet"
                + " cannot. Leave it out: a DaemonSet ends a pod before it starts the one in its"
                + " place.");
    assertThat(
            problems(
                () ->
                    Workload.deployment("it")
                        .container(PLAIN)
                        .rollout(Rollout.partition(1))
                        .build()))
        .containsExactly(
            "workload 'it': Its rollout has a partition, and a Deployment has none. Only a"
                + " StatefulSet has; leave it out.");
    assertThat(
            problems(
                () ->
                    Workload.deployment("it").container(PLAIN).rollout(Rollout.onDelete()).build()))
        .containsExactly(
            "workload 'it': Its rollout waits until somebody deletes a pod, which a Deployment"
                + " cannot. Only a StatefulSet and a DaemonSet can; use a rolling one.");
  }

  @Test
  void aSpreadOfMinimumDomainsThatIsOnlyAWish() {
    assertThat(problems(() -> Spread.preferred(Spread.ZONE).minDomains(3)))
        .containsExactly(
            "A spread that is a wish has minDomains 3. Require the spread, or leave minDomains"
                + " out.");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(
            problems(
                () ->
                    Workload.job("It", Controller.Job.once())
                        .replicas(2)
                        .podLabel("a b", "c d")
                        .build()))
        .containsExactly(
            "workload 'It': It has no container. Give it at least one.",
            "workload 'It': It has replicas, and a Job has none. Leave them out; give completions.",
            "workload 'It': The pod label 'a b' may only have letters, digits, '-', '_' and '.',"
                + " beginning and ending with a letter or digit. Mend it.",
            "workload 'It': The value 'c d' of the pod label 'a b' may only have letters, digits,"
                + " '-', '_' and '.', beginning and ending with a letter or digit. Mend it.",
            "workload 'It': The name 'It' may only have lower-case letters, digits and '-',"
                + " beginning and ending with a letter or digit. Rename it.");
  }
}
