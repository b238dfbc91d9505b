package dev.slipway.cluster;

import static dev.slipway.cluster.Clusters.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeGroupTest {

  @Test
  void aGroupIsWhatItWasSaidToBe() {
    NodeGroup group =
        NodeGroup.builder("trainer")
            .label("hs-component", "trainer")
            .taint("dedicated=trainer:NoSchedule")
            .machine("m5.4xlarge")
            .nodes(1, 3)
            .zones("eu-west-1a", "eu-west-1b")
            .build();

    assertThat(group.name()).isEqualTo("trainer");
    assertThat(group.labels()).isEqualTo(Map.of("hs-component", "trainer"));
    assertThat(group.taints())
        .containsExactly(Taint.of("dedicated", "trainer", Taint.Effect.NO_SCHEDULE));
    assertThat(group.machine()).contains(MachineType.named("m5.4xlarge"));
    assertThat(group.count()).isEqualTo(NodeCount.between(1, 3));
    assertThat(group.zones()).containsExactly("eu-west-1a", "eu-west-1b");
    assertThat(group.overrides()).isEqualTo(AllocatableOverrides.NONE);
  }

  @Test
  void labelsKeepTheirOrder() {
    NodeGroup group =
        Clusters.group("platform")
            .machine("m5.large")
            .label("z", "1")
            .label("a", "2")
            .label("m", "3")
            .build();

    assertThat(group.labels().keySet()).containsExactly("z", "a", "m");
  }

  @Test
  void twoGroupsSaidTheSameAreTheSame() {
    assertThat(Clusters.group("a").machine("m5.large").label("x", "1").build())
        .isEqualTo(Clusters.group("a").machine("m5.large").label("x", "1").build());
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    assertThat(
            problemsOf(
                () ->
                    NodeGroup.builder("Platform_1")
                        .label("hs component", "platform")
                        .label("tier", "gold!")
                        .label("tier", "silver")
                        .label("kubernetes.io/hostname", "one")
                        .taint("dedicated=trainer")
                        .taint("gpu=a:NoShedule")
                        .taint("x=1:NoSchedule")
                        .taint("x=2:NoSchedule")
                        .machine("m5.2xlrge")
                        .nodes(3, 2)
                        .maxPods(0)
                        .disk("-1Gi")
                        .zones("eu-west-1a", "eu-west-1a")
                        .build()))
        .containsExactly(
            "node group 'Platform_1': Label 'tier' is given twice, as 'gold!' and as 'silver'."
                + " Give it once.",
            "node group 'Platform_1': Taint 'dedicated=trainer' has no effect. Write"
                + " key=value:effect, such as dedicated=trainer:NoSchedule.",
            "node group 'Platform_1': 'NoShedule' is no taint effect Slipway knows; it knows"
                + " 'NoSchedule', 'PreferNoSchedule' and 'NoExecute'. Did you mean 'NoSchedule'?",
            "node group 'Platform_1': 'm5.2xlrge' is no machine type that Slipway knows. Did you"
                + " mean 'm5.2xlarge'? If not, give its size instead, such as {cpu: 8, memory:"
                + " 32Gi, pods: 58}.",
            "node group 'Platform_1': Its disk is -1Gi. Give a positive quantity, such as 100Gi.",
            "node group 'Platform_1': The name 'Platform_1' may only have lower-case letters,"
                + " digits and '-', beginning and ending with a letter or digit. Its nodes are"
                + " named after it, as '<group>-0', and a node's name is a DNS label.",
            "node group 'Platform_1': Label key 'hs component' may only have letters, digits, '-',"
                + " '_' and '.', beginning and ending with a letter or digit. Write it as"
                + " Kubernetes does, such as hs-component or example.com/pool.",
            "node group 'Platform_1': The value 'gold!' of label 'tier' may only have letters,"
                + " digits, '-', '_' and '.', beginning and ending with a letter or digit. Write a"
                + " value that Kubernetes takes.",
            "node group 'Platform_1': Label 'kubernetes.io/hostname' is given to a whole group."
                + " Leave it out: each node has its own.",
            "node group 'Platform_1': There are two taints with key 'x' and effect NoSchedule. Keep"
                + " one: a node has one taint for a key and an effect.",
            "node group 'Platform_1': A node takes 0 pods. Give at least 1.",
            "node group 'Platform_1': It has 3 to 2 nodes. Give a least number of 0 or more, and a"
                + " most of at least 1 that is not below it.",
            "node group 'Platform_1': Zone 'eu-west-1a' is given twice. Give it once.");
  }

  @Test
  void aGroupNeedsASizeAndANumber() {
    assertThat(problemsOf(() -> NodeGroup.builder("platform").build()))
        .containsExactly(
            "node group 'platform': Nothing says what its nodes have. Give a machine type such as"
                + " m5.2xlarge, a size such as {cpu: 8, memory: 32Gi, pods: 58}, or allocatable CPU"
                + " and memory.",
            "node group 'platform': Nothing says how many nodes it has. Give a number, or a least"
                + " and most.");
  }

  @Test
  void aNameLeavesRoomForTheNumbersOfItsNodes() {
    String longest = "g".repeat(57);

    assertThat(Clusters.group(longest).machine("m5.large").build().name()).isEqualTo(longest);
    assertThat(problemsOf(() -> Clusters.group(longest + "g").machine("m5.large").build()))
        .singleElement()
        .asString()
        .contains("is 58 characters long; at most 57 may be");
  }

  @Test
  void aGroupMayBeScaledFromNothing() {
    assertThat(NodeGroup.builder("gpu").machine("g5.xlarge").nodes(0, 4).build().count())
        .hasToString("0 to 4");
  }

  @Test
  void taintsAreWrittenAsKubectlDoes() {
    assertThat(Taint.parse("dedicated=trainer:NoSchedule"))
        .isEqualTo(Taint.of("dedicated", "trainer", Taint.Effect.NO_SCHEDULE))
        .hasToString("dedicated=trainer:NoSchedule");
    assertThat(Taint.parse("nvidia.com/gpu:NoExecute"))
        .isEqualTo(Taint.of("nvidia.com/gpu", "", Taint.Effect.NO_EXECUTE))
        .hasToString("nvidia.com/gpu:NoExecute");
  }

  @Test
  void taintsThatKubernetesWouldRefuseAreRefused() {
    assertThat(problemsOf(() -> Taint.parse("de dicated=a b:PreferNoSchedule")))
        .containsExactly(
            "The key of taint 'de dicated=a b:PreferNoSchedule' may only have letters, digits, '-',"
                + " '_' and '.', beginning and ending with a letter or digit. Write the key as you"
                + " would a label's.",
            "The value of taint 'de dicated=a b:PreferNoSchedule' may only have letters, digits,"
                + " '-', '_' and '.', beginning and ending with a letter or digit. Write the value"
                + " as you would a label's.");
  }

  @Test
  void theChoicesHaveTheNamesThatUsersWrite() {
    assertThat(Cloud.ids()).isEqualTo(List.of("aws", "gcp", "azure", "none"));
    assertThat(Distribution.ids())
        .isEqualTo(
            List.of("eks", "gke", "gke-autopilot", "aks", "openshift", "rancher", "kubernetes"));
    assertThat(PodNetwork.ids()).isEqualTo(List.of("azure-cni", "azure-cni-overlay", "kubenet"));
    assertThat(Architecture.ids()).isEqualTo(List.of("amd64", "arm64"));
    assertThat(Taint.Effect.ids())
        .isEqualTo(List.of("NoSchedule", "PreferNoSchedule", "NoExecute"));
    assertThat(Distribution.of("gke-autopilot")).isEqualTo(Distribution.GKE_AUTOPILOT);
    assertThat(problemsOf(() -> Cloud.of("asw")))
        .containsExactly(
            "'asw' is no cloud Slipway knows; it knows 'aws', 'gcp', 'azure' and 'none'. Did you"
                + " mean 'aws'?");
  }
}
