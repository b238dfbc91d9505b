package dev.slipway.catalog.hyperscience;

import static dev.slipway.catalog.hyperscience.Installations.notices;
import static dev.slipway.catalog.hyperscience.Installations.plan;
import static dev.slipway.catalog.hyperscience.Installations.platformGroup;
import static dev.slipway.catalog.hyperscience.Installations.trainerGroup;
import static dev.slipway.catalog.hyperscience.Installations.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backing.ObjectStore;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.GcpProject;
import dev.slipway.cluster.NodeGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeRequirementsTest {
  private static final String MINIMUM = "hyperscience-node-minimum";
  private static final String LABEL = "hyperscience-node-label";

  private static Cluster aws(NodeGroup platform, NodeGroup trainer) {
    return Cluster.builder("prod")
        .cloud(Cloud.AWS)
        .distribution(Distribution.EKS)
        .kubernetes("1.32")
        .nodeGroups(List.of(platform, trainer))
        .build();
  }

  @Test
  void theMachinesThatThePageNamesAreEnough() {
    assertThat(notices(plan(Installations.eks("1.32").build(), whole()), MINIMUM)).isEmpty();
    Cluster google =
        Cluster.builder("prod")
            .cloud(Cloud.GCP)
            .distribution(Distribution.GKE)
            .kubernetes("1.32")
            .nodeGroups(
                List.of(platformGroup("n4-standard-8", 2), trainerGroup("n4-standard-16", 1)))
            .build();

    assertThat(NodeRequirements.PLATFORM.judge(google, "platform")).isEmpty();
    assertThat(NodeRequirements.TRAINER.judge(google, "trainer")).isEmpty();
  }

  @Test
  void gigabytesAreThoseOfThePage() {
    Cluster own = Installations.ofOnesOwn(Distribution.KUBERNETES, "1.32");

    assertThat(NodeRequirements.PLATFORM.judge(own, "platform")).isEmpty();
    assertThat(NodeRequirements.TRAINER.judge(own, "trainer")).isEmpty();
  }

  @Test
  void smallerMachinesAreErrors() {
    Cluster small = aws(platformGroup("m5.xlarge", 2), trainerGroup("m5.2xlarge", 1));

    assertThat(notices(plan(small, whole().trainer(smallTrainer())), MINIMUM))
        .containsExactly(
            "ERROR: A node of group 'platform' has 4 vCPUs and 16Gi of memory, and Hyperscience"
                + " asks for 8 and 32G. Take a larger machine, such as m5.2xlarge or"
                + " n4-standard-8.",
            "ERROR: A node of group 'trainer' has 8 vCPUs and 32Gi of memory, and Hyperscience"
                + " asks for 16 and 64G. Take a larger machine, such as m5.4xlarge or"
                + " n4-standard-16.");
  }

  private static Trainer smallTrainer() {
    return Trainer.of("trainer:41.0.0").version("41");
  }

  @Test
  void onePlatformNodeIsTooFewEvenWhereMoreMayCome() {
    NodeGroup one =
        NodeGroup.builder("platform")
            .label("hs-component", "platform")
            .machine("m5.2xlarge")
            .nodes(1, 6)
            .build();

    assertThat(notices(plan(aws(one, trainerGroup("m5.4xlarge", 1)), whole()), MINIMUM))
        .containsExactly(
            "ERROR: The node group 'platform' has 1 node at times, and Hyperscience asks for 2."
                + " Give it at least 2 nodes.");
  }

  @Test
  void aGroupWithoutTheLabelIsToldFromATag() {
    NodeGroup unlabelled =
        NodeGroup.builder("platform")
            .label("role", "platform")
            .machine("m5.2xlarge")
            .nodes(2)
            .build();

    assertThat(notices(plan(aws(unlabelled, trainerGroup("m5.4xlarge", 1)), whole()), LABEL))
        .containsExactly(
            "ERROR: The nodes of group 'platform' do not carry the label hs-component=platform, by"
                + " which Hyperscience and the blocks it starts find them. Add the label to the"
                + " node group. A cloud tag on the group or its machines is no label of its"
                + " nodes.");
  }

  @Test
  void autopilotIsAnError() {
    Cluster autopilot =
        Cluster.builder("prod")
            .cloud(Cloud.GCP)
            .distribution(Distribution.GKE_AUTOPILOT)
            .kubernetes("1.32")
            .gcp(GcpProject.of("my-project"))
            .nodeGroups(
                List.of(platformGroup("n4-standard-8", 2), trainerGroup("n4-standard-16", 1)))
            .build();

    assertThat(
            notices(
                plan(
                    autopilot,
                    whole().fileStore(ObjectStore.gcs("hs-files").build()).identity(google())),
                "hyperscience-autopilot"))
        .containsExactly(
            "ERROR: Cluster 'prod' is a GKE Autopilot cluster, which has no node groups of one's"
                + " own. Use a Standard cluster: Hyperscience needs nodes for the platform and"
                + " others for the trainer.");
  }

  private static dev.slipway.identity.Identity google() {
    return dev.slipway.identity.Identity.gke("hs@my-project.iam.gserviceaccount.com");
  }
}
