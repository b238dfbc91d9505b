package dev.slipway.pulumi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupTaintArgs;
import com.pulumi.aws.eks.inputs.NodeGroupUpdateConfigArgs;
import com.pulumi.core.Output;
import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.pulumi.RecordedRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pulumirpc.Resource.RegisterResourceRequest;

class EksNodeGroupsTest {
  private static final String NODES = "arn:aws:iam::123456789012:role/nodes";

  /** The two groups that Hyperscience asks for. */
  private static final NodeGroup PLATFORM =
      NodeGroup.builder("platform")
          .label("hs-component", "platform")
          .machine("m5.2xlarge")
          .nodes(2, 6)
          .zones("eu-west-1a", "eu-west-1b")
          .build();

  private static final NodeGroup TRAINER =
      NodeGroup.builder("trainer")
          .label("hs-component", "trainer")
          .taint("dedicated=trainer:NoSchedule")
          .taint("spot:PreferNoSchedule")
          .taint("burst:NoExecute")
          .machine("m5.4xlarge")
          .disk("200Gi")
          .nodes(1)
          .zones("eu-west-1a")
          .build();

  @Test
  void aGroupIsAskedForWithWhatPlacementWasDecidedBy() {
    AwsRun run = AwsRun.of(context -> new EksNodeGroups("prod", eks(PLATFORM, TRAINER), args()));

    run.asksAs(
        "NodeGroup",
        "prod/platform",
        () ->
            new com.pulumi.aws.eks.NodeGroup(
                "expected",
                NodeGroupArgs.builder()
                    .clusterName("hyperscience-prod")
                    .nodeGroupName("platform")
                    .nodeRoleArn(NODES)
                    .subnetIds("subnet-a", "subnet-b")
                    .instanceTypes("m5.2xlarge")
                    .amiType("AL2023_x86_64_STANDARD")
                    // What eksctl gives, by which allocatable storage is derived; EKS itself: 20.
                    .diskSize(80)
                    .labels(Map.of("hs-component", "platform"))
                    .scalingConfig(
                        NodeGroupScalingConfigArgs.builder()
                            .minSize(2)
                            .desiredSize(2)
                            .maxSize(6)
                            .build())
                    .updateConfig(NodeGroupUpdateConfigArgs.builder().maxUnavailable(1).build())
                    .build()));
    run.asksAs(
        "NodeGroup",
        "prod/trainer",
        () ->
            new com.pulumi.aws.eks.NodeGroup(
                "expected",
                NodeGroupArgs.builder()
                    .clusterName("hyperscience-prod")
                    .nodeGroupName("trainer")
                    .nodeRoleArn(NODES)
                    .subnetIds("subnet-a")
                    .instanceTypes("m5.4xlarge")
                    .amiType("AL2023_x86_64_STANDARD")
                    .diskSize(200)
                    .labels(Map.of("hs-component", "trainer"))
                    .taints(
                        NodeGroupTaintArgs.builder()
                            .key("dedicated")
                            .value("trainer")
                            .effect("NO_SCHEDULE")
                            .build(),
                        NodeGroupTaintArgs.builder()
                            .key("spot")
                            .effect("PREFER_NO_SCHEDULE")
                            .build(),
                        NodeGroupTaintArgs.builder().key("burst").effect("NO_EXECUTE").build())
                    .scalingConfig(
                        NodeGroupScalingConfigArgs.builder()
                            .minSize(1)
                            .desiredSize(1)
                            .maxSize(1)
                            .build())
                    .updateConfig(NodeGroupUpdateConfigArgs.builder().maxUnavailable(1).build())
                    .build()));
  }

  @Test
  void howManyNodesThereAreIsTheAutoscalersWhereThereIsOne() {
    AwsRun run = AwsRun.of(context -> new EksNodeGroups("prod", eks(PLATFORM, TRAINER), args()));

    assertThat(run.request("NodeGroup", "prod/platform").getIgnoreChangesList())
        .containsExactly("scalingConfig.desiredSize");
    assertThat(run.request("NodeGroup", "prod/trainer").getIgnoreChangesList()).isEmpty();
  }

  @Test
  void noGroupIsTakenAwayBeforeAnotherOneIsThere() {
    RegisterResourceRequest group =
        AwsRun.of(context -> new EksNodeGroups("prod", eks(PLATFORM), args()))
            .request("NodeGroup", "prod/platform");

    assertThat(group.getDeleteBeforeReplaceDefined()).isTrue();
    assertThat(group.getDeleteBeforeReplace()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "m5.2xlarge, AL2023_x86_64_STANDARD",
    "m6g.2xlarge, AL2023_ARM_64_STANDARD",
    "g5.2xlarge, AL2023_x86_64_NVIDIA",
    "g5g.2xlarge, AL2023_ARM_64_NVIDIA"
  })
  void theImageIsForTheMachine(String machine, String amiType) {
    NodeGroup group = NodeGroup.builder("general").machine(machine).nodes(1).build();
    AwsRun run = AwsRun.of(context -> new EksNodeGroups("prod", eks(group), args()));

    assertThat(
            run.request("NodeGroup", "prod/general")
                .getObject()
                .getFieldsOrThrow("amiType")
                .getStringValue())
        .isEqualTo(amiType);
  }

  @Test
  void whatIsNotDeclaredCanBeSaidAndEverythingChanged() {
    EksNodeGroupsArgs args =
        EksNodeGroupsArgs.nodeRole(Output.of(NODES))
            .subnet("eu-west-1a", "subnet-a")
            .amiType("trainer", "BOTTLEROCKET_x86_64")
            .updatedAtOnce(2)
            .tag("team", "forms")
            .change((group, asked) -> asked.capacityType("SPOT"))
            .build();
    AwsRun run = AwsRun.of(context -> new EksNodeGroups("prod", eks(TRAINER), args));

    var asked = run.request("NodeGroup", "prod/trainer").getObject().getFieldsMap();
    assertThat(asked.get("amiType").getStringValue()).isEqualTo("BOTTLEROCKET_x86_64");
    assertThat(asked.get("capacityType").getStringValue()).isEqualTo("SPOT");
    assertThat(asked.get("updateConfig").getStructValue().getFieldsOrThrow("maxUnavailable"))
        .extracting(value -> value.getNumberValue())
        .isEqualTo(2.0);
    assertThat(asked.get("tags").getStructValue().getFieldsMap()).containsOnlyKeys("team");
  }

  @Test
  void whatEksWouldMakeOtherNodesOfIsRefusedAllAtOnce() {
    NodeGroup sized =
        NodeGroup.builder("sized").machine(MachineType.of("8", "32Gi")).nodes(1).build();
    NodeGroup elsewhere =
        NodeGroup.builder("elsewhere")
            .machine("m5.large")
            .disk("80G")
            .nodes(1)
            .zones("eu-west-1c")
            .build();
    RecordedRun run =
        RecordedRun.of(
            context ->
                new EksNodeGroups(
                    "prod",
                    eks(sized, elsewhere),
                    EksNodeGroupsArgs.nodeRole(Output.of(NODES))
                        .subnet("eu-west-1a", "subnet-a")
                        .amiType("sizde", "CUSTOM")
                        .updatedAtOnce(0)
                        .build()));

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith("Node groups 'prod' does not fit together")
        .contains("Node group 'sized' is declared by its size")
        .contains("'elsewhere' stands in zone eu-west-1c, for which no subnet is given")
        .contains("there are those of eu-west-1a")
        .contains("has a disk of 80G, and EKS gives whole GiB")
        .contains("no node group 'sizde'; it has sized, elsewhere. Did you mean 'sized'?")
        .contains("0 nodes are to be updated at once")
        .doesNotContain("\tat ");
    assertThat(run.requests("aws:")).isEmpty();
  }

  @Test
  void otherClustersHaveNoSuchGroups() {
    Cluster cluster =
        Cluster.builder("prod")
            .kubernetes("1.34")
            .nodeGroup(NodeGroup.builder("a").machine(MachineType.of("8", "32Gi")).nodes(1).build())
            .build();

    assertThat(RecordedRun.of(context -> new EksNodeGroups("prod", cluster, args())).errors())
        .singleElement()
        .asString()
        .contains("Cluster 'prod' is kubernetes, and only EKS has such node groups.");
  }

  private static EksNodeGroupsArgs args() {
    return EksNodeGroupsArgs.nodeRole(Output.of(NODES))
        .subnet("eu-west-1a", "subnet-a")
        .subnet("eu-west-1b", "subnet-b")
        .build();
  }

  static Cluster eks(NodeGroup... groups) {
    return Cluster.builder("hyperscience-prod")
        .distribution(Distribution.EKS)
        .kubernetes("1.34")
        .aws(AwsAccount.of("123456789012", "eu-west-1"))
        .nodeGroups(List.of(groups))
        .build();
  }
}
