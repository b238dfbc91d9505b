package dev.slipway.cluster;

import static dev.slipway.cluster.Clusters.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Quantity;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MachineTypeTest {

  // From https://docs.aws.amazon.com/ec2/latest/instancetypes/ and eni-max-pods.txt.
  @ParameterizedTest
  @CsvSource({
    "m5.large,          2,    8, amd64,   29",
    "m5.2xlarge,        8,   32, amd64,   58",
    "m5.4xlarge,       16,   64, amd64,  234",
    "m5.24xlarge,      96,  384, amd64,  737",
    "m5.metal,         96,  384, amd64,  737",
    "m6a.48xlarge,    192,  768, amd64,  737",
    "m6in.32xlarge,   128,  512, amd64,  394",
    "m7g.medium,        1,    4, arm64,    8",
    "m7i-flex.xlarge,   4,   16, amd64,   58",
    "m7i.metal-24xl,   96,  384, amd64,  737",
    "m8a.12xlarge,     48,  192, amd64,  758",
    "m8i.96xlarge,    384, 1536, amd64, 1514",
    "c5.9xlarge,       36,   72, amd64,  234",
    "c5n.large,         2, 5.25, amd64,   29",
    "c5n.18xlarge,     72,  192, amd64,  737",
    "c6g.metal,        64,  128, arm64,  737",
    "c8gn.24xlarge,    96,  192, arm64, 1178",
    "r4.8xlarge,       32,  244, amd64,  234",
    "r5.large,          2,   16, amd64,   29",
    "r7iz.metal-16xl,  64,  512, amd64,  737",
    "x2iedn.32xlarge, 128, 4096, amd64,  737",
    "z1d.3xlarge,      12,   96, amd64,  234",
    "i3en.3xlarge,     12,   96, amd64,   58",
    "i4i.24xlarge,     96,  768, amd64,  437",
    "t3.small,          2,    2, amd64,   11",
    "t3a.small,         2,    2, amd64,    8",
    "t4g.2xlarge,       8,   32, arm64,   58",
  })
  void amazonMachines(String name, int cpu, String gib, String architecture, int pods) {
    MachineType machine = MachineType.named(name);

    assertSize(machine, name, cpu, gib, architecture);
    assertThat(machine.cloud()).contains(Cloud.AWS);
    assertThat(machine.pods()).hasValue(pods);
  }

  // From https://cloud.google.com/compute/docs/general-purpose-machines and its neighbours.
  @ParameterizedTest
  @CsvSource({
    "n4-standard-8,         8,   32, amd64",
    "n4-standard-16,       16,   64, amd64",
    "n1-standard-1,         1, 3.75, amd64",
    "n1-highcpu-2,          2,  1.8, amd64",
    "n2-highmem-128,      128,  864, amd64",
    "e2-medium,             2,    4, amd64",
    "e2-highcpu-32,        32,   32, amd64",
    "c3-standard-22,       22,   88, amd64",
    "c3-standard-8-lssd,    8,   32, amd64",
    "c4-standard-2,         2,    7, amd64",
    "c4-standard-48,       48,  180, amd64",
    "c4-highmem-8,          8,   62, amd64",
    "c4a-highcpu-72,       72,  144, arm64",
    "c4d-standard-8,        8,   31, amd64",
    "c4d-highmem-384,     384, 3024, amd64",
    "c4d-highcpu-4,         4,    7, amd64",
    "n4d-highcpu-48,       48,   90, amd64",
    "t2a-standard-16,      16,   64, arm64",
    "c2-standard-60,       60,  240, amd64",
    "m3-ultramem-128,     128, 3904, amd64",
    "n2-custom-6-20480,     6,   20, amd64",
    "custom-4-30720-ext,    4,   30, amd64",
  })
  void googleMachines(String name, int cpu, String gib, String architecture) {
    MachineType machine = MachineType.named(name);

    assertSize(machine, name, cpu, gib, architecture);
    assertThat(machine.cloud()).contains(Cloud.GCP);
    assertThat(machine.pods()).isEmpty();
  }

  // From https://learn.microsoft.com/azure/virtual-machines/sizes/overview.
  @ParameterizedTest
  @CsvSource({
    "Standard_D8s_v5,      8,  32, amd64",
    "Standard_D16s_v5,    16,  64, amd64",
    "Standard_D96ads_v5,  96, 384, amd64",
    "Standard_D4ps_v5,     4,  16, arm64",
    "Standard_D64ps_v5,   64, 208, arm64",
    "Standard_D8ls_v5,     8,  16, amd64",
    "Standard_D128ds_v6, 128, 512, amd64",
    "Standard_DS3_v2,      4,  14, amd64",
    "Standard_D1_v2,       1, 3.5, amd64",
    "Standard_B2s,         2,   4, amd64",
    "Standard_B2ms,        2,   8, amd64",
    "Standard_E64s_v3,    64, 432, amd64",
    "Standard_E20ds_v5,   20, 160, amd64",
    "Standard_E96as_v5,   96, 672, amd64",
    "Standard_F72s_v2,    72, 144, amd64",
    "Standard_L8s_v3,      8,  64, amd64",
  })
  void azureMachines(String name, int cpu, String gib, String architecture) {
    MachineType machine = MachineType.named(name);

    assertSize(machine, name, cpu, gib, architecture);
    assertThat(machine.cloud()).contains(Cloud.AZURE);
    assertThat(machine.pods()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "g5.xlarge,                nvidia.com/gpu,        1",
    "g4ad.16xlarge,            amd.com/gpu,           4",
    "p4d.24xlarge,             nvidia.com/gpu,        8",
    "inf2.48xlarge,            aws.amazon.com/neuron, 12",
    "g2-standard-24,           nvidia.com/gpu,        2",
    "a2-highgpu-1g,            nvidia.com/gpu,        1",
    "Standard_NC4as_T4_v3,     nvidia.com/gpu,        1",
    "Standard_ND96isr_H100_v5, nvidia.com/gpu,        8",
  })
  void devices(String name, String device, int count) {
    assertThat(MachineType.named(name).devices()).isEqualTo(Map.of(device, count));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyMachineOfATableIsFoundByItsName(Cloud cloud) {
    assertThat(MachineCatalogue.all(cloud))
        .hasSizeGreaterThan(100)
        .allSatisfy(machine -> assertThat(MachineType.named(machine.name())).isEqualTo(machine));
  }

  @Test
  void noNameStandsForTwoMachines() {
    assertThat(
            Stream.of(Cloud.AWS, Cloud.GCP, Cloud.AZURE)
                .flatMap(cloud -> MachineCatalogue.all(cloud).stream())
                .map(MachineType::name))
        .doesNotHaveDuplicates();
  }

  @Test
  void aMisspeltMachineIsToldWhatWasMeant() {
    assertThat(problemsOf(() -> MachineType.named("m5.2xlrge")))
        .containsExactly(
            "'m5.2xlrge' is no machine type that Slipway knows. Did you mean 'm5.2xlarge'? If not,"
                + " give its size instead, such as {cpu: 8, memory: 32Gi, pods: 58}.");
    assertThat(problemsOf(() -> MachineType.named("D8s_v5")))
        .containsExactly(
            "'D8s_v5' is no machine type that Slipway knows. Did you mean 'Standard_D8s_v5'? If"
                + " not, give its size instead, such as {cpu: 8, memory: 32Gi, pods: 58}.");
  }

  @Test
  void anUnknownMachineIsToldToGiveItsSize() {
    assertThat(problemsOf(() -> MachineType.named("bespoke")))
        .containsExactly(
            "'bespoke' is no machine type that Slipway knows. Give its size instead, such as {cpu:"
                + " 8, memory: 32Gi, pods: 58}.");
  }

  @ParameterizedTest
  @CsvSource({"Standard_", "'.'", "'-'", "m5.", ".large", "Standard_Ds_v5", "c5.8xlarge", "''"})
  void fragmentsOfNamesAreNoMachines(String fragment) {
    assertThat(problemsOf(() -> MachineType.named(fragment)))
        .singleElement()
        .asString()
        .contains("is no machine type that Slipway knows");
  }

  @Test
  void aSizeMustBePositive() {
    assertThat(problemsOf(() -> MachineType.of("0", "lots", 0)))
        .containsExactly(
            "A machine has CPU 0. Give a positive quantity, such as 8.",
            "'lots' is no quantity. Write a number with an optional unit, such as 500m, 2, 512Mi"
                + " or 1.5Gi.",
            "A machine has 0 pods. Give at least 1, or leave it out.");
  }

  private static void assertSize(
      MachineType machine, String name, int cpu, String gib, String architecture) {
    assertThat(machine.name()).isEqualTo(name);
    assertThat(machine.cpu()).isEqualTo(Quantity.of(cpu));
    long bytes = Quantity.of(gib + "Gi").value();
    assertThat(machine.memory().value()).isBetween(bytes - 1, bytes);
    assertThat(machine.architecture().id()).isEqualTo(architecture);
  }
}
