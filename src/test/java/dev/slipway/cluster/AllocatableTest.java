package dev.slipway.cluster;

import static dev.slipway.cluster.Clusters.aks;
import static dev.slipway.cluster.Clusters.cluster;
import static dev.slipway.cluster.Clusters.eks;
import static dev.slipway.cluster.Clusters.gke;
import static dev.slipway.cluster.Clusters.group;
import static dev.slipway.cluster.Clusters.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Quantity;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every figure is worked out by hand in the comments, from the formulas that the providers publish.
 *
 * <p>The capacity that all of the clouds' figures start from: 32 GiB are 32768 MiB, less 7.5 %
 * (2457.6, rounded up 2458) 30310 MiB; 64 GiB are 65536 MiB, less 7.5 % (4915.2, up 4916) 60620
 * MiB.
 *
 * <p>CPU of EKS and GKE: 8 cores reserve 60 + 10 + 2 × 5 + 4 × 2.5 = 90 thousandths, 16 cores 60 +
 * 10 + 10 + 12 × 2.5 = 110.
 */
class AllocatableTest {

  @Test
  void m52xlargeOnEks() {
    Allocatable node = allocatable(eks(of("m5.2xlarge")));

    assertThat(node.cpu()).hasToString("7910m"); // 8000 - 90
    assertThat(node.pods()).isEqualTo(58); // 4 interfaces × (15 addresses - 1) + 2
    assertThat(node.memory()).hasToString("29317Mi"); // 30310 - (255 + 11 × 58 = 893) - 100
    assertThat(node.ephemeralStorage()).hasToString("71Gi"); // 80 - 1 - 80 / 10
    assertThat(node.extended()).isEmpty();
  }

  @Test
  void m54xlargeOnEks() {
    Allocatable node = allocatable(eks(of("m5.4xlarge")));

    assertThat(node.cpu()).hasToString("15890m"); // 16000 - 110
    assertThat(node.pods()).isEqualTo(234); // 8 × (30 - 1) + 2
    assertThat(node.memory()).hasToString("57691Mi"); // 60620 - (255 + 11 × 234 = 2829) - 100
  }

  @Test
  void n4Standard8OnGke() {
    Allocatable node = allocatable(gke(of("n4-standard-8")));

    assertThat(node.cpu()).hasToString("7910m"); // 8000 - 90
    assertThat(node.pods()).isEqualTo(110);
    // 25 % of 4096 = 1024; 20 % of 4096 = 819.2; 10 % of 8192 = 819.2;
    // 6 % of 30310 - 16384 = 13926: 835.56; together 3497.96.
    // 30310 - 3497.96 - 100 = 26712.04
    assertThat(node.memory()).hasToString("26712Mi");
    // 100 GiB less min(50, 6 + 35, 100) = 41, less 10
    assertThat(node.ephemeralStorage()).hasToString("49Gi");
  }

  @Test
  void n4Standard16OnGke() {
    Allocatable node = allocatable(gke(of("n4-standard-16")));

    assertThat(node.cpu()).hasToString("15890m"); // 16000 - 110
    // 1024 + 819.2 + 819.2 + 6 % of (60620 - 16384 = 44236) 2654.16 = 5316.56
    // 60620 - 5316.56 - 100 = 55203.44
    assertThat(node.memory()).hasToString("55203Mi");
  }

  @Test
  void sharedCoresOfGkeKeepMoreForThemselves() {
    Allocatable node = allocatable(gke(of("e2-medium")));

    assertThat(node.cpu()).hasToString("940m"); // 2000 - 1060
    // 4096 - 7.5 % (307.2, up 308) = 3788; 25 % of it 947; 3788 - 947 - 100
    assertThat(node.memory()).hasToString("2741Mi");
  }

  @Test
  void standardD8sV5OnAks() {
    Allocatable node = allocatable(aks(of("Standard_D8s_v5")));

    assertThat(node.cpu()).hasToString("7820m"); // 8000 - 180
    assertThat(node.pods()).isEqualTo(30); // Azure CNI
    assertThat(node.memory()).hasToString("29560Mi"); // 30310 - (20 × 30 + 50 = 650) - 100
    // 128 GiB = 137438953472 bytes, less a tenth (13743895347.2, up 13743895348)
    assertThat(node.ephemeralStorage().value()).isEqualTo(123_695_058_124L);
  }

  @Test
  void standardD16sV5OnAks() {
    Allocatable node = allocatable(aks(of("Standard_D16s_v5")));

    assertThat(node.cpu()).hasToString("15740m"); // 16000 - 260
    assertThat(node.memory()).hasToString("59870Mi"); // 60620 - 650 - 100
  }

  @Test
  void overlayOnAksTakesMorePodsAndLeavesLessMemory() {
    Cluster overlay =
        Cluster.builder("prod")
            .distribution(Distribution.AKS)
            .kubernetes("1.32")
            .podNetwork(PodNetwork.AZURE_CNI_OVERLAY)
            .nodeGroup(of("Standard_D8s_v5"))
            .build();

    assertThat(allocatable(overlay).pods()).isEqualTo(250);
    // 30310 - min(20 × 250 + 50 = 5050, a quarter 7577.5) - 100
    assertThat(allocatable(overlay).memory()).hasToString("25160Mi");
  }

  @Test
  void aQuarterOfTheMemoryIsTheMostThatAksReserves() {
    Cluster small = aks(group("small").machine("Standard_B2s").maxPods(110).build());

    // 4096 - 308 = 3788; 20 × 110 + 50 = 2250 is more than a quarter, 947; 3788 - 947 - 100
    assertThat(allocatable(small).memory()).hasToString("2741Mi");
  }

  @Test
  void aksBefore129ReservesAsGkeDoesAndEvictsAt750Mebibytes() {
    Cluster old =
        Cluster.builder("prod")
            .distribution(Distribution.AKS)
            .kubernetes("1.28")
            .nodeGroup(of("Standard_D8s_v5"))
            .build();

    // 30310 - 3497.96 (as n4-standard-8) - 750 = 26062.04
    assertThat(allocatable(old).memory()).hasToString("26062Mi");
  }

  @Test
  void betweenTwoSizesOfItsTableAksReservesInAStraightLine() {
    // 16 cores 260, 32 cores 420: 20 cores 260 + 4 × 10
    assertThat(allocatable(aks(of("Standard_E20s_v5"))).cpu()).hasToString("19700m");
    // 32 cores 420, 64 cores 740: 96 cores 740 + 32 × 10
    assertThat(allocatable(aks(of("Standard_D96s_v5"))).cpu()).hasToString("94940m");
  }

  @Test
  void openShiftReservesHalfACoreAndAGibibyte() {
    Allocatable node =
        allocatable(
            cluster(
                Distribution.OPENSHIFT,
                group("platform").machine(MachineType.of("8", "32Gi")).build()));

    assertThat(node.cpu()).hasToString("7500m");
    assertThat(node.memory()).hasToString("31644Mi"); // 32768 - 1024 - 100
    assertThat(node.pods()).isEqualTo(250);
    assertThat(node.ephemeralStorage()).hasToString("107Gi"); // 120 - 1 - 12
  }

  @Test
  void onlyEksIsLimitedByTheAddressesOfAnEc2Instance() {
    Cluster openShiftOnAws =
        Cluster.builder("prod")
            .cloud(Cloud.AWS)
            .distribution(Distribution.OPENSHIFT)
            .kubernetes("1.32")
            .nodeGroup(of("m5.2xlarge"))
            .build();

    assertThat(allocatable(openShiftOnAws).pods()).isEqualTo(250);
    assertThat(allocatable(openShiftOnAws).memory()).hasToString("29186Mi"); // 30310 - 1024 - 100
  }

  @Test
  void elsewhereThereIsWhatWasGivenLessWhatTheKubeletEvictsAt() {
    Allocatable node =
        allocatable(
            cluster(
                Distribution.KUBERNETES,
                group("platform").machine(MachineType.of("8", "32Gi", 58)).disk("200Gi").build()));

    assertThat(node.cpu()).hasToString("8");
    assertThat(node.memory()).hasToString("32668Mi"); // 32768 - 100
    assertThat(node.pods()).isEqualTo(58);
    assertThat(node.ephemeralStorage()).hasToString("180Gi");
  }

  @Test
  void aSizeOnACloudIsReckonedLikeTheMachineOfThatSize() {
    Cluster sized = eks(group("platform").machine(MachineType.of("8", "32Gi", 58)).build());

    assertThat(allocatable(sized)).isEqualTo(allocatable(eks(of("m5.2xlarge"))));
  }

  @Test
  void maximumPodsDecideWhatEksReserves() {
    Cluster prefixes = eks(group("platform").machine("m5.2xlarge").maxPods(110).build());

    assertThat(allocatable(prefixes).pods()).isEqualTo(110);
    // 30310 - (255 + 11 × 110 = 1465) - 100
    assertThat(allocatable(prefixes).memory()).hasToString("28745Mi");
  }

  @Test
  void everyFigureCanBeGiven() {
    NodeGroup given =
        group("trainer")
            .machine("m5.4xlarge")
            .allocatable("15890m", "58Gi", 234)
            .allocatableEphemeralStorage("70Gi")
            .allocatableExtended("nvidia.com/gpu", "2")
            .build();

    assertThat(allocatable(eks(given)))
        .isEqualTo(
            new Allocatable(
                Quantity.of("15890m"),
                Quantity.of("58Gi"),
                Quantity.of("70Gi"),
                234,
                Map.of("nvidia.com/gpu", Quantity.of("2"))));
  }

  @Test
  void withCpuAndMemoryGivenNoMachineIsNeeded() {
    Allocatable node =
        allocatable(gke(group("any").allocatableCpu("3920m").allocatableMemory("12Gi").build()));

    assertThat(node.cpu()).hasToString("3920m");
    assertThat(node.memory()).hasToString("12Gi");
    assertThat(node.pods()).isEqualTo(110);
  }

  @Test
  void gpusCanBeAskedFor() {
    assertThat(allocatable(eks(of("g5.12xlarge"))).extended())
        .isEqualTo(Map.of("nvidia.com/gpu", Quantity.of(4)));
  }

  @Test
  void systemPodsTakeFromWhatIsAllocatable() {
    NodeGroup group =
        group("platform")
            .machine("m5.2xlarge")
            .systemPods(SystemPods.of("250m", "317Mi", 8))
            .build();
    Cluster cluster = eks(group);

    Allocatable available = cluster.nodes().get(0).available();

    assertThat(available.cpu()).hasToString("7660m"); // 7910 - 250
    assertThat(available.memory()).hasToString("29000Mi"); // 29317 - 317
    assertThat(available.pods()).isEqualTo(50); // 58 - 8
  }

  @Test
  void systemPodsAreAllowedForUnlessGiven() {
    Node node = eks(of("m5.2xlarge")).nodes().get(0);

    assertThat(node.systemPods()).isEqualTo(SystemPods.of("300m", "400Mi", 6));
    assertThat(node.available().cpu()).hasToString("7610m");
  }

  private static Allocatable allocatable(Cluster cluster) {
    return cluster.allocatable(cluster.nodeGroups().get(0));
  }
}
