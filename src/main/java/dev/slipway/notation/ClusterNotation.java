package dev.slipway.notation;

import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.AzureSubscription;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.GcpProject;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.PodNetwork;
import dev.slipway.cluster.Taint;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A cluster and its node groups, in a file. */
public final class ClusterNotation {
  // machines by size
  private static final Field<Quantity> CPU =
      Field.required("cpu", Type.cpu(), "Cores.").example("8");
  private static final Field<Quantity> MEMORY =
      Field.required("memory", Type.bytes(), "Memory.").example("32Gi");
  private static final Field<Integer> PODS =
      Field.optional("pods", Type.integerFrom(1), "How many pods it can have.")
          .byDefaultIs("what the distribution allows")
          .example("58");
  private static final Definition<MachineType> SIZE =
      Definition.of("machine", "A machine by its size.")
          .fields(CPU, MEMORY, PODS)
          .building(
              given -> {
                String cpu = given.get(CPU).toString();
                String memory = given.get(MEMORY).toString();
                return given.has(PODS)
                    ? MachineType.of(cpu, memory, given.get(PODS))
                    : MachineType.of(cpu, memory);
              });

  // numbers of nodes
  private record Count(int min, int max) {}

  private static final Field<Integer> MIN =
      Field.required("min", Type.integerFrom(0), "The fewest nodes.").example("2");
  private static final Field<Integer> MAX =
      Field.required("max", Type.integerFrom(1), "The most nodes.").example("6");
  private static final Definition<Count> RANGE =
      Definition.of("node count", "Between which numbers an autoscaler decides.")
          .fields(MIN, MAX)
          .building(given -> new Count(given.get(MIN), given.get(MAX)));

  // taints
  private static final Field<String> TAINT_KEY =
      Field.required("key", Type.string().of(Format.LABEL_KEY), "The taint's key.")
          .example("dedicated");
  private static final Field<String> TAINT_VALUE =
      Field.optional("value", Type.string().of(Format.LABEL_VALUE).orEmpty(), "The taint's value.")
          .byDefault("")
          .example("trainer");
  private static final Field<Taint.Effect> EFFECT =
      Field.required(
              "effect",
              Type.oneOf(
                  Arrays.stream(Taint.Effect.values())
                      .map(effect -> Choice.of(effect.kubernetes(), effect, doc(effect)))
                      .toList()),
              "What it does to pods that do not tolerate it.")
          .example("NoSchedule");
  private static final Definition<Taint> TAINT =
      Definition.of("taint", "What keeps pods off a node unless they tolerate it.")
          .fields(TAINT_KEY, TAINT_VALUE, EFFECT)
          .building(
              given -> new Taint(given.get(TAINT_KEY), given.get(TAINT_VALUE), given.get(EFFECT)));

  // allocatable
  private static final Field<Quantity> ALLOCATABLE_CPU =
      Field.optional("cpu", Type.cpu(), "Cores.").byDefaultIs("derived").example("15890m");
  private static final Field<Quantity> ALLOCATABLE_MEMORY =
      Field.optional("memory", Type.bytes(), "Memory.").byDefaultIs("derived").example("58Gi");
  private static final Field<Quantity> EPHEMERAL =
      Field.optional("ephemeralStorage", Type.bytes(), "Disk for ephemeral volumes and logs.")
          .byDefaultIs("derived")
          .example("70Gi");
  private static final Definition<Given> ALLOCATABLE_PART =
      Definition.of("allocatable", "What pods can have of each node, instead of what is derived.")
          .fields(ALLOCATABLE_CPU, ALLOCATABLE_MEMORY, PODS, EPHEMERAL)
          .building(given -> given);

  // node groups
  private static final Field<String> GROUP_NAME =
      Field.required("name", Type.name("node group", Format.DNS_LABEL), "The node group's name.")
          .example("platform");
  private static final Field<Map<String, String>> LABELS =
      Field.optional(
              "labels",
              Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty()),
              "Labels of every node. A cloud's tag on the group is no label of its nodes.")
          .example("{hs-component: platform}");
  private static final Field<List<Taint>> TAINTS =
      Field.optional(
              "taints",
              Type.listOf(Type.object(() -> TAINT).or(Type.string().as(Taint::parse))),
              "Taints of every node.")
          .example("[{key: dedicated, value: trainer, effect: NoSchedule}]");
  private static final Field<MachineType> MACHINE =
      Field.optional(
              "machine",
              Type.string().<MachineType>as(MachineType::named).or(Type.object(() -> SIZE)),
              "What each node is: a machine type of the cloud, or a size.")
          .example("m5.2xlarge");
  private static final Field<Count> NODES =
      Field.required(
              "nodes",
              Type.integerFrom(0).<Count>as(n -> new Count(n, n)).or(Type.object(() -> RANGE)),
              "How many nodes there are.")
          .example("{min: 2, max: 6}");
  private static final Field<List<String>> ZONES =
      Field.optional(
              "zones",
              Type.listOf(Type.string().of(Format.LABEL_VALUE)),
              "Where the nodes stand: node i in zone i modulo their number.")
          .example("[eu-west-1a, eu-west-1b]");
  private static final Field<Given> ALLOCATABLE =
      Field.optional(
              "allocatable",
              Type.object(() -> ALLOCATABLE_PART),
              "What pods can have of each node, as kubectl describe node shows it.")
          .byDefaultIs("derived from machine and cloud")
          .example("{cpu: 15890m, memory: 58Gi, pods: 234}");
  private static final Field<Integer> MAX_PODS =
      Field.optional(
              "maxPods", Type.integerFrom(1), "How many pods a node takes, as it is configured.")
          .byDefaultIs("what the cloud allows")
          .example("110");
  private static final Field<Quantity> DISK =
      Field.optional("disk", Type.bytes(), "The disk for images, logs and ephemeral volumes.")
          .byDefaultIs("what is usual for the distribution")
          .example("100Gi");
  private static final Definition<NodeGroup> NODE_GROUP =
      Definition.of("node group", "Nodes of one shape, with the same labels and taints.")
          .fields(GROUP_NAME, LABELS, TAINTS, MACHINE, NODES, ZONES, ALLOCATABLE, MAX_PODS, DISK)
          .building(ClusterNotation::nodeGroup);

  // cloud accounts
  private static final Field<String> ACCOUNT =
      Field.required("account", Type.string(), "The account's 12 digits, in quotes.")
          .example("\"123456789012\"");
  private static final Field<String> REGION =
      Field.required("region", Type.string(), "The cluster's region.").example("eu-west-1");
  private static final Field<String> OIDC =
      Field.optional(
              "oidcProvider",
              Type.string(),
              "The cluster's OpenID Connect issuer, which IAM roles for service accounts trust.")
          .example("https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE");
  private static final Definition<AwsAccount> AWS_ACCOUNT =
      Definition.of("AWS account", "The AWS account that the cluster is in.")
          .fields(ACCOUNT, REGION, OIDC)
          .building(ClusterNotation::aws);
  private static final Field<String> PROJECT =
      Field.required("project", Type.string(), "The project's id.").example("my-project");
  private static final Field<String> PROJECT_NUMBER =
      Field.optional("number", Type.string(), "The project's number, in quotes.")
          .example("\"123456789012\"");
  private static final Definition<GcpProject> GCP_PROJECT =
      Definition.of("Google Cloud project", "The project that the cluster is in.")
          .fields(PROJECT, PROJECT_NUMBER)
          .building(ClusterNotation::gcp);
  private static final Field<String> SUBSCRIPTION =
      Field.required("subscription", Type.string(), "The subscription's id.")
          .example("11111111-2222-3333-4444-555555555555");
  private static final Field<String> RESOURCE_GROUP =
      Field.required("resourceGroup", Type.string(), "The resource group's name.")
          .example("shop-prod");
  private static final Field<String> TENANT =
      Field.required("tenant", Type.string(), "The id of the Microsoft Entra tenant.")
          .example("66666666-7777-8888-9999-000000000000");
  private static final Field<String> ISSUER =
      Field.optional("oidcIssuer", Type.string(), "The cluster's OIDC issuer URL.")
          .example("https://westeurope.oic.prod-aks.azure.com/t/i/");
  private static final Definition<AzureSubscription> AZURE_SUBSCRIPTION =
      Definition.of("Azure subscription", "The subscription that the cluster is in.")
          .fields(SUBSCRIPTION, RESOURCE_GROUP, TENANT, ISSUER)
          .building(ClusterNotation::azure);

  // the cluster
  private static final Field<String> NAME =
      Field.required("name", Type.string(), "The cluster's name, as its cloud knows it.")
          .example("prod");
  private static final Field<Cloud> CLOUD =
      Field.optional(
              "cloud",
              Type.oneOf(
                  Choice.of("aws", Cloud.AWS, "Amazon Web Services"),
                  Choice.of("gcp", Cloud.GCP, "Google Cloud"),
                  Choice.of("azure", Cloud.AZURE, "Microsoft Azure"),
                  Choice.of("none", Cloud.NONE, "machines of one's own")),
              "Whose machines it runs on.")
          .byDefault(Cloud.NONE)
          .example("aws");
  private static final Field<Distribution> DISTRIBUTION =
      Field.optional(
              "distribution",
              Type.oneOf(
                  Choice.of("eks", Distribution.EKS, "Amazon EKS"),
                  Choice.of("gke", Distribution.GKE, "Google Kubernetes Engine, Standard"),
                  Choice.of(
                      "gke-autopilot",
                      Distribution.GKE_AUTOPILOT,
                      "Google Kubernetes Engine, Autopilot"),
                  Choice.of("aks", Distribution.AKS, "Azure Kubernetes Service"),
                  Choice.of("openshift", Distribution.OPENSHIFT, "Red Hat OpenShift"),
                  Choice.of("rancher", Distribution.RANCHER, "Rancher"),
                  Choice.of("kubernetes", Distribution.KUBERNETES, "any other")),
              "Which Kubernetes it is.")
          .byDefault(Distribution.KUBERNETES)
          .example("eks");
  private static final Field<String> KUBERNETES =
      Field.required("kubernetes", Type.string(), "Its minor version, in quotes.")
          .example("\"1.34\"");
  private static final Field<List<String>> INSTALLED =
      Field.optional(
              "installed",
              Type.listOf(Type.string()),
              "Extensions that it has: external-secrets, cert-manager, …, or any API as"
                  + " group/version.")
          .example("[external-secrets, cert-manager]");
  private static final Field<PodNetwork> POD_NETWORK =
      Field.optional(
              "podNetwork",
              Type.oneOf(
                  Arrays.stream(PodNetwork.values())
                      .map(n -> Choice.of(n.id(), n, "pods have their addresses by " + n.id()))
                      .toList()),
              "How pods get their addresses on AKS, which decides how many a node takes.")
          .example("azure-cni-overlay");
  private static final Field<List<NodeGroup>> NODE_GROUPS =
      Field.optional("nodeGroups", Type.listOf(Type.object(() -> NODE_GROUP)), "Its node groups.")
          .example("[{name: platform, labels: {role: platform}, machine: m5.2xlarge, nodes: 2}]");
  private static final Field<AwsAccount> AWS =
      Field.optional("aws", Type.object(() -> AWS_ACCOUNT), "The AWS account that it is in.")
          .example("{account: \"123456789012\", region: eu-west-1}");
  private static final Field<GcpProject> GCP =
      Field.optional(
              "gcp", Type.object(() -> GCP_PROJECT), "The Google Cloud project that it is in.")
          .example("{project: my-project}");
  private static final Field<AzureSubscription> AZURE =
      Field.optional(
              "azure", Type.object(() -> AZURE_SUBSCRIPTION), "The subscription that it is in.")
          .example(
              "{subscription: 11111111-2222-3333-4444-555555555555, resourceGroup: shop, tenant:"
                  + " 66666666-7777-8888-9999-000000000000}");

  private static final Definition<Cluster> DEFINITION =
      Definition.of("cluster", "A cluster as its owner declares it.")
          .builder(NAME, Cluster::builder)
          .with(CLOUD, Cluster.Builder::cloud)
          .with(DISTRIBUTION, Cluster.Builder::distribution)
          .with(KUBERNETES, (builder, version) -> builder.kubernetes(version))
          .with(INSTALLED, (builder, apis) -> builder.installed(apis.toArray(new String[0])))
          .with(POD_NETWORK, Cluster.Builder::podNetwork)
          .with(AWS, Cluster.Builder::aws)
          .with(GCP, Cluster.Builder::gcp)
          .with(AZURE, Cluster.Builder::azure)
          .with(NODE_GROUPS, Cluster.Builder::nodeGroups)
          .building(Cluster.Builder::build);

  private ClusterNotation() {}

  public static Type<Cluster> type() {
    return Type.object(() -> DEFINITION);
  }

  private static String doc(Taint.Effect effect) {
    return switch (effect) {
      case NO_SCHEDULE -> "it keeps new ones away";
      case PREFER_NO_SCHEDULE -> "it keeps new ones away where that can be";
      case NO_EXECUTE -> "it keeps new ones away and evicts those that are there";
    };
  }

  private static NodeGroup nodeGroup(Given given) {
    NodeGroup.Builder group = NodeGroup.builder(given.get(GROUP_NAME));
    given.ifGiven(LABELS, group::labels);
    given.ifGiven(TAINTS, taints -> taints.forEach(group::taint));
    given.ifGiven(MACHINE, group::machine);
    Count count = given.get(NODES);
    group.nodes(count.min(), count.max());
    given.ifGiven(ZONES, group::zones);
    given.ifGiven(ALLOCATABLE, allocatable -> allocatable(allocatable, group));
    given.ifGiven(MAX_PODS, group::maxPods);
    given.ifGiven(DISK, size -> group.disk(size.toString()));
    return group.build();
  }

  private static void allocatable(Given given, NodeGroup.Builder group) {
    given.ifGiven(ALLOCATABLE_CPU, cpu -> group.allocatableCpu(cpu.toString()));
    given.ifGiven(ALLOCATABLE_MEMORY, memory -> group.allocatableMemory(memory.toString()));
    given.ifGiven(PODS, group::maxPods);
    given.ifGiven(EPHEMERAL, size -> group.allocatableEphemeralStorage(size.toString()));
  }

  private static AwsAccount aws(Given given) {
    AwsAccount account = AwsAccount.of(given.get(ACCOUNT), given.get(REGION));
    return given.has(OIDC) ? account.withOidcProvider(given.get(OIDC)) : account;
  }

  private static GcpProject gcp(Given given) {
    GcpProject project = GcpProject.of(given.get(PROJECT));
    return given.has(PROJECT_NUMBER) ? project.withNumber(given.get(PROJECT_NUMBER)) : project;
  }

  private static AzureSubscription azure(Given given) {
    AzureSubscription subscription =
        AzureSubscription.of(given.get(SUBSCRIPTION), given.get(RESOURCE_GROUP), given.get(TENANT));
    return given.has(ISSUER) ? subscription.withOidcIssuer(given.get(ISSUER)) : subscription;
  }
}
