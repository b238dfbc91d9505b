package dev.slipway.notation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.slipway.cluster.Architecture;
import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.AzureSubscription;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.GcpProject;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.PodNetwork;
import dev.slipway.cluster.SystemPods;
import dev.slipway.definition.Examples;
import dev.slipway.definition.JsonSchema;
import dev.slipway.manifest.Failures;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterNotationTest {
  private static final com.networknt.schema.JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V7)
          .getSchema(
              JsonWriter.write(JsonSchema.full(ClusterNotation.definition())), InputFormat.JSON);

  private static final String PROD =
      """
      name: prod
      cloud: aws                   # aws | gcp | azure | none
      distribution: eks            # eks | gke | aks | openshift | rancher | kubernetes
      kubernetes: "1.32"
      installed: [external-secrets, cert-manager]
      nodeGroups:
        - name: platform
          labels: {hs-component: platform}
          machine: m5.2xlarge      # or {cpu: 8, memory: 32Gi, pods: 58}
          nodes: 2                 # or {min: 2, max: 6}
          zones: [eu-west-1a, eu-west-1b]
        - name: trainer
          labels: {hs-component: trainer}
          taints: [{key: dedicated, value: trainer, effect: NoSchedule}]
          machine: m5.4xlarge
          allocatable: {cpu: 15890m, memory: 58Gi, pods: 234}
          nodes: 1
      """;

  @Test
  void aClusterIsReadAsJavaBuildsIt() {
    assertThat(read(PROD))
        .isEqualTo(
            Cluster.builder("prod")
                .cloud(Cloud.AWS)
                .distribution(Distribution.EKS)
                .kubernetes("1.32")
                .installed("external-secrets", "cert-manager")
                .nodeGroup(
                    NodeGroup.builder("platform")
                        .label("hs-component", "platform")
                        .machine("m5.2xlarge")
                        .nodes(2)
                        .zones("eu-west-1a", "eu-west-1b")
                        .build())
                .nodeGroup(
                    NodeGroup.builder("trainer")
                        .label("hs-component", "trainer")
                        .taint("dedicated=trainer:NoSchedule")
                        .machine("m5.4xlarge")
                        .allocatable("15890m", "58Gi", 234)
                        .nodes(1)
                        .build())
                .build());
    assertThat(fits(PROD)).isTrue();
  }

  @Test
  void everyFieldIsHandedOn() {
    String yaml =
        """
        name: lab
        distribution: aks
        kubernetes: v1.33.2
        podNetwork: azure-cni-overlay
        dnsDomain: lab.example.com
        azure:
          subscription: 00000000-0000-0000-0000-000000000001
          resourceGroup: shop
          tenant: 00000000-0000-0000-0000-000000000002
          region: westeurope
          oidcIssuer: https://westeurope.oic.prod-aks.azure.com/t/c/
        nodeGroups:
          - name: gpu
            machine:
              {cpu: 8, memory: 32Gi, pods: 58, architecture: arm64, devices: {nvidia.com/gpu: 2}}
            nodes: {min: 0, max: 6}
            taints: [gpu:NoExecute]
            allocatable: {ephemeralStorage: 70Gi, extended: {nvidia.com/gpu: 1}}
            disk: 100Gi
            systemPods: {cpu: 300m, memory: 400Mi, pods: 6}
        """;

    assertThat(read(yaml))
        .isEqualTo(
            Cluster.builder("lab")
                .distribution(Distribution.AKS)
                .kubernetes("1.33")
                .podNetwork(PodNetwork.AZURE_CNI_OVERLAY)
                .dnsDomain("lab.example.com")
                .azure(
                    AzureSubscription.of(
                            "00000000-0000-0000-0000-000000000001",
                            "shop",
                            "00000000-0000-0000-0000-000000000002")
                        .inRegion("westeurope")
                        .withOidcIssuer("https://westeurope.oic.prod-aks.azure.com/t/c/"))
                .nodeGroup(
                    NodeGroup.builder("gpu")
                        .machine(
                            MachineType.of("8", "32Gi", 58)
                                .with(Architecture.ARM64)
                                .withDevices("nvidia.com/gpu", 2))
                        .nodes(0, 6)
                        .taint("gpu:NoExecute")
                        .allocatableEphemeralStorage("70Gi")
                        .allocatableExtended("nvidia.com/gpu", "1")
                        .disk("100Gi")
                        .systemPods(SystemPods.of("300m", "400Mi", 6))
                        .build())
                .build());
    assertThat(fits(yaml)).isTrue();
  }

  @Test
  void theCloudsOwnPlacesAreHandedOn() {
    String aws =
        """
        name: a
        distribution: eks
        kubernetes: "1.34"
        aws: {account: "012345678901", region: eu-west-1, oidcProvider: oidc.eks.eu-west-1.amazonaws.com/id/E1}
        """;
    assertThat(read(aws).aws())
        .contains(
            AwsAccount.of("012345678901", "eu-west-1")
                .withOidcProvider("oidc.eks.eu-west-1.amazonaws.com/id/E1"));

    String gcp =
        "name: g\ndistribution: gke\nkubernetes: '1.34'\n"
            + "gcp: {project: my-project, number: '123456789012'}\n";
    assertThat(read(gcp).gcp()).contains(GcpProject.of("my-project").withNumber("123456789012"));
  }

  @Test
  void mistakesAreSaidWithTheirPlaces() {
    assertThat(
            problems(
                """
                name: prod
                cloud: awz
                kubernetes: 1.32
                installed: [external-secret]
                nodeGroups:
                  - name: platform
                    machine: m5.2xlarge
                    nodes: 0
                    lables: {a: b}
                  - name: platform
                    machine: {cpu: 8, memory: 32}
                  - name: trainer
                    nodes: {min: 3, max: 2}
                    taints: [dedicated=trainer]
                """))
        .containsExactly(
            "f:2:8: 'cloud' must be 'aws', 'gcp', 'azure' or 'none', but is 'awz'. Did you mean"
                + " 'aws'?",
            "f:3:13: 'kubernetes' must be a Kubernetes version, but is 1.32. Put it in quotes.",
            "f:4:13: 'external-secret' is no API that Slipway knows; it knows 'external-secrets',"
                + " 'cert-manager', 'secrets-store-csi', 'sealed-secrets', 'prometheus-operator',"
                + " 'metrics-server', 'custom-metrics', 'gateway-api', 'volume-snapshots',"
                + " 'vertical-pod-autoscaler' and 'keda'. Did you mean 'external-secrets'? For any"
                + " other, write its API version, such as example.com/v1.",
            "f:8:12: 'nodes' must be an integer of 1 or more, but is 0. Write, for example, 'nodes:"
                + " 3'.",
            "f:9:5: A node group has no field 'lables'. Did you mean 'labels'?",
            "f:10:11: There is a node group 'platform' already, at f:6:11. Give each node group a"
                + " name of its own.",
            "f:11:31: 'memory' must be a size with its unit such as '512Mi' or '1.5Gi', but is 32."
                + " Write, for example, 'memory: 32Gi'.",
            "f:10:5: This node group has no 'nodes'. Add it, for example 'nodes: {min: 2, max:"
                + " 6}'.",
            "f:14:14: Taint 'dedicated=trainer' has no effect. Write key=value:effect, such as"
                + " dedicated=trainer:NoSchedule.",
            "f:12:5: node group 'trainer': Nothing says what its nodes have. Give a machine type"
                + " such as m5.2xlarge, a size such as {cpu: 8, memory: 32Gi, pods: 58}, or"
                + " allocatable CPU and memory.",
            "f:13:26: node group 'trainer': It has 3 to 2 nodes. Give a least number of 0 or more,"
                + " and a most of at least 1 that is not below it.");
  }

  @Test
  void whatTheModelFindsStandsAtTheFieldThatCausedIt() {
    assertThat(
            problems(
                """
                name: prod
                kubernetes: "1.34"
                nodeGroups:
                  - name: trainer
                    nodes: {min: 3, max: 2}
                """))
        .containsExactly(
            "f:4:5: node group 'trainer': Nothing says what its nodes have. Give a machine type"
                + " such as m5.2xlarge, a size such as {cpu: 8, memory: 32Gi, pods: 58}, or"
                + " allocatable CPU and memory.",
            "f:5:26: node group 'trainer': It has 3 to 2 nodes. Give a least number of 0 or more,"
                + " and a most of at least 1 that is not below it.");
    assertThat(problems("name: prod\ncloud: aws\nkubernetes: '1.34'\n"))
        .containsExactly(
            "f:2:8: cluster 'prod': Nothing says which Kubernetes it is on aws. Give a"
                + " distribution: eks, gke, gke-autopilot, aks, openshift, rancher, kubernetes.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubernetes: '1.34'",
        "name: prod",
        "name: prod\nkubernetes: 1.34",
        "name: prod\nkubernetes: latest",
        "name: prod\nkubernetes: '1.34'\ncloud: amazon",
        "name: prod\nkubernetes: '1.34'\ndistribution: k3s",
        "name: prod\nkubernetes: '1.34'\nregion: eu",
        "name: prod\nkubernetes: '1.34'\ninstalled: cert-manager",
        "name: prod\nkubernetes: '1.34'\nnodeGroups: [{name: a, machine: m5.large}]",
        "name: prod\nkubernetes: '1.34'\nnodeGroups: [{machine: m5.large, nodes: 1}]",
        "name: prod\nkubernetes: '1.34'\nnodeGroups: [{name: A, machine: m5.large, nodes: 1}]",
        "name: prod\nkubernetes: '1.34'\nnodeGroups: [{name: a, machine: 5, nodes: 1}]",
        "name: prod\nkubernetes: '1.34'\nnodeGroups: [{name: a, machine: m5.large, nodes: '1'}]",
        "name: prod\n"
            + "kubernetes: '1.34'\n"
            + "nodeGroups: [{name: a, machine: m5.large, nodes: {min: 1}}]",
        "name: prod\nkubernetes: '1.34'\nnodeGroups: [{name: a, machine: {cpu: 8}, nodes: 1}]",
        "name: prod\nkubernetes: '1.34'\n"
            + "nodeGroups: [{name: a, machine: m5.large, nodes: 1, labels: {a: 1}}]",
        "name: prod\nkubernetes: '1.34'\n"
            + "nodeGroups: [{name: a, machine: m5.large, nodes: 1, taints: [{key: a}]}]",
        "name: prod\nkubernetes: '1.34'\n"
            + "nodeGroups: [{name: a, machine: m5.large, nodes: 1, disk: 100}]",
        "name: prod\nkubernetes: '1.34'\npodNetwork: calico",
        "name: prod\nkubernetes: '1.34'\naws: {account: 12345}",
      })
  void whatTheReaderRefusesForItsShapeTheSchemaRefusesToo(String yaml) {
    assertThat(isRead(yaml)).as("the reader takes it").isFalse();
    assertThat(fits(yaml)).as("the schema takes it").isFalse();
  }

  @Test
  void examplesAndDefaultsAreRight() {
    Examples.areRight(ClusterNotation.definition());
  }

  private static Cluster read(String yaml) {
    return ClusterNotation.definition().read(YamlReader.core().read("f", yaml));
  }

  private static List<String> problems(String yaml) {
    return Failures.of(() -> read(yaml));
  }

  private static boolean isRead(String yaml) {
    try {
      read(yaml);
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private static boolean fits(String yaml) {
    String json = JsonWriter.write(YamlReader.core().read("f", yaml).toNode());
    return SCHEMA.validate(json, InputFormat.JSON).isEmpty();
  }
}
