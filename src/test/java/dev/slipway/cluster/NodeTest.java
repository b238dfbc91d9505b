package dev.slipway.cluster;

import static dev.slipway.cluster.Clusters.cluster;
import static dev.slipway.cluster.Clusters.eks;
import static dev.slipway.cluster.Clusters.gke;
import static dev.slipway.cluster.Clusters.group;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeTest {

  @Test
  void nodesAreNumberedAndStandInTheZonesInTurn() {
    List<Node> nodes =
        eks(NodeGroup.builder("platform")
                .machine("m5.2xlarge")
                .nodes(3)
                .zones("eu-west-1a", "eu-west-1b")
                .build())
            .nodes();

    assertThat(nodes)
        .extracting(Node::name)
        .containsExactly("platform-0", "platform-1", "platform-2");
    assertThat(nodes)
        .extracting(node -> node.zone().orElseThrow())
        .containsExactly("eu-west-1a", "eu-west-1b", "eu-west-1a");
  }

  @Test
  void aNodeOfEksHasTheLabelsOfARealOne() {
    Node node =
        eks(group("platform")
                .machine("m6g.large")
                .label("hs-component", "platform")
                .zones("eu-west-1b")
                .build())
            .nodes()
            .get(0);

    assertThat(node.labels())
        .containsExactly(
            Map.entry("kubernetes.io/hostname", "platform-0"),
            Map.entry("kubernetes.io/arch", "arm64"),
            Map.entry("kubernetes.io/os", "linux"),
            Map.entry("node.kubernetes.io/instance-type", "m6g.large"),
            Map.entry("topology.kubernetes.io/region", "eu-west-1"),
            Map.entry("topology.kubernetes.io/zone", "eu-west-1b"),
            Map.entry("eks.amazonaws.com/nodegroup", "platform"),
            Map.entry("hs-component", "platform"));
  }

  @Test
  void aNodeOfGkeHasItsPoolAndRegion() {
    Node node =
        gke(group("platform").machine("n4-standard-8").zones("europe-west1-b").build())
            .nodes()
            .get(0);

    assertThat(node.labels())
        .containsEntry("topology.kubernetes.io/region", "europe-west1")
        .containsEntry("topology.kubernetes.io/zone", "europe-west1-b")
        .containsEntry("cloud.google.com/gke-nodepool", "platform");
  }

  @Test
  void aZoneOfAzureCarriesItsRegion() {
    Cluster numbered =
        Cluster.builder("prod")
            .distribution(Distribution.AKS)
            .kubernetes("1.32")
            .azure(
                AzureSubscription.of(
                        "11111111-2222-3333-4444-555555555555",
                        "data",
                        "66666666-7777-8888-9999-000000000000")
                    .inRegion("westeurope"))
            .nodeGroup(group("platform").machine("Standard_D8s_v5").zones("2").build())
            .build();

    assertThat(numbered.nodes().get(0).labels())
        .containsEntry("topology.kubernetes.io/region", "westeurope")
        .containsEntry("topology.kubernetes.io/zone", "westeurope-2")
        .containsEntry("kubernetes.azure.com/agentpool", "platform")
        .containsEntry("agentpool", "platform");
  }

  @Test
  void localZonesAreOfTheirRegion() {
    assertThat(Zones.region(Cloud.AWS, "us-west-2-lax-1a")).contains("us-west-2");
    assertThat(Zones.region(Cloud.AWS, "us-gov-west-1b")).contains("us-gov-west-1");
    assertThat(Zones.region(Cloud.GCP, "northamerica-northeast1-a"))
        .contains("northamerica-northeast1");
  }

  @Test
  void withoutCloudAndZonesANodeHasWhatTheKubeletKnows() {
    Node node =
        cluster(
                Distribution.KUBERNETES,
                group("platform").machine(MachineType.of("8", "32Gi")).label("rack", "r1").build())
            .nodes()
            .get(0);

    assertThat(node.labels())
        .containsExactly(
            Map.entry("kubernetes.io/hostname", "platform-0"),
            Map.entry("kubernetes.io/arch", "amd64"),
            Map.entry("kubernetes.io/os", "linux"),
            Map.entry("rack", "r1"));
  }

  @Test
  void aGroupsOwnLabelWinsOverADerivedOne() {
    Node node =
        eks(group("windows").machine("m5.large").label("kubernetes.io/os", "windows").build())
            .nodes()
            .get(0);

    assertThat(node.labels()).containsEntry("kubernetes.io/os", "windows");
  }

  @Test
  void anAutoscaledGroupHasItsLeastAndItsMostNodes() {
    Cluster cluster = eks(NodeGroup.builder("platform").machine("m5.large").nodes(1, 3).build());

    assertThat(cluster.nodes()).hasSize(1);
    assertThat(cluster.nodesAtMost()).hasSize(3);
  }

  @Test
  void nodesCarryTheTaintsOfTheirGroup() {
    Cluster cluster =
        eks(group("trainer").machine("m5.large").taint("dedicated=trainer:NoSchedule").build());

    assertThat(cluster.nodes().get(0).taints())
        .containsExactly(Taint.parse("dedicated=trainer:NoSchedule"));
  }
}
