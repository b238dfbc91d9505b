package dev.slipway.notation;

import dev.slipway.cluster.Api;
import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.AzureSubscription;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.GcpProject;
import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.PodNetwork;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import java.util.List;

/** Clusters, in a file. */
public final class ClusterNotation {
  private static final Format VERSION =
      Format.of(
          "Kubernetes version", "v?[0-9]{1,3}\\.[0-9]{1,3}(\\..*)?", "is no Kubernetes version");

  private static final Field<String> ACCOUNT =
      Field.required("account", Type.string(), "The account's id, 12 digits.")
          .example("\"012345678901\"");
  private static final Field<String> AWS_REGION =
      Field.required("region", Type.string(), "The region's code.").example("eu-west-1");
  private static final Field<String> OIDC_PROVIDER =
      Field.optional(
              "oidcProvider",
              Type.string(),
              "The cluster's OpenID Connect issuer, as 'aws eks describe-cluster' tells it."
                  + " Identities of the kind eksIrsa need it.")
          .example("oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE");
  private static final Definition<AwsAccount> AWS_ACCOUNT =
      Definition.of("AWS account", "Where on AWS the cluster is.")
          .fields(ACCOUNT, AWS_REGION, OIDC_PROVIDER)
          .building(ClusterNotation::aws);

  private static final Field<String> PROJECT =
      Field.required("project", Type.string(), "The project's id, which is not its name.")
          .example("my-project");
  private static final Field<String> PROJECT_NUMBER =
      Field.optional(
              "number",
              Type.string(),
              "The project's number, as 'gcloud projects describe' tells it.")
          .example("\"123456789012\"");
  private static final Definition<GcpProject> GCP_PROJECT =
      Definition.of("Google Cloud project", "The Google Cloud project that the cluster is in.")
          .fields(PROJECT, PROJECT_NUMBER)
          .building(ClusterNotation::gcp);

  private static final Field<String> SUBSCRIPTION =
      Field.required("subscription", Type.string(), "The subscription's id, a UUID.")
          .example("00000000-0000-0000-0000-000000000001");
  private static final Field<String> RESOURCE_GROUP =
      Field.required(
              "resourceGroup",
              Type.string(),
              "The resource group of what the applications use: storage accounts, servers, vaults.")
          .example("shop");
  private static final Field<String> TENANT =
      Field.required("tenant", Type.string(), "The Microsoft Entra tenant's id, a UUID.")
          .example("00000000-0000-0000-0000-000000000002");
  private static final Field<String> AZURE_REGION =
      Field.optional("region", Type.string(), "The region, as nodes have it.")
          .example("westeurope");
  private static final Field<String> OIDC_ISSUER =
      Field.optional(
              "oidcIssuer",
              Type.string(),
              "The cluster's OpenID Connect issuer, as 'az aks show' tells it. Azure identities"
                  + " need it.")
          .example("https://westeurope.oic.prod-aks.azure.com/tenant/cluster/");
  private static final Definition<AzureSubscription> AZURE_SUBSCRIPTION =
      Definition.of("Azure subscription", "Where on Azure the cluster is.")
          .fields(SUBSCRIPTION, RESOURCE_GROUP, TENANT, AZURE_REGION, OIDC_ISSUER)
          .building(ClusterNotation::azure);

  private static final Field<String> NAME =
      Field.required("name", Type.string(), "The cluster's name.").example("prod");
  private static final Field<Cloud> CLOUD =
      Field.optional(
              "cloud",
              Type.oneOf(
                  cloud(Cloud.AWS, "Amazon Web Services"),
                  cloud(Cloud.GCP, "Google Cloud"),
                  cloud(Cloud.AZURE, "Microsoft Azure"),
                  cloud(Cloud.NONE, "machines of one's own, or any other cloud")),
              "Whose machines it runs on.")
          .byDefaultIs("that of the distribution, else none")
          .example("aws");
  private static final Field<Distribution> DISTRIBUTION =
      Field.optional(
              "distribution",
              Type.oneOf(
                  distribution(Distribution.EKS, "Amazon Elastic Kubernetes Service"),
                  distribution(Distribution.GKE, "Google Kubernetes Engine, Standard"),
                  distribution(Distribution.GKE_AUTOPILOT, "Google Kubernetes Engine, Autopilot"),
                  distribution(Distribution.AKS, "Azure Kubernetes Service"),
                  distribution(Distribution.OPENSHIFT, "Red Hat OpenShift"),
                  distribution(Distribution.RANCHER, "Rancher (RKE, RKE2)"),
                  distribution(Distribution.KUBERNETES, "any other")),
              "Which Kubernetes it is.")
          .byDefaultIs("kubernetes, on machines of one's own")
          .example("eks");
  private static final Field<KubernetesVersion> KUBERNETES =
      Field.required(
              "kubernetes",
              Type.string().of(VERSION).as(KubernetesVersion::of),
              "The version of Kubernetes, in quotes; the patch release does not matter.")
          .example("\"1.34\"");
  private static final Field<List<Api>> INSTALLED =
      Field.optional(
              "installed",
              Type.listOf(Type.string().as(Api::of)),
              "What is installed beyond Kubernetes' own APIs: any of "
                  + String.join(", ", Api.ids())
                  + ", or an API version such as example.com/v1.")
          .byDefaultIs("what comes with the distribution")
          .example("[external-secrets, cert-manager]");
  private static final Field<List<NodeGroup>> NODE_GROUPS =
      Field.optional(
              "nodeGroups", Type.listOf(Type.object(NodeGroupNotation::definition)), "Its nodes.")
          .byDefaultIs("nothing is known of its nodes")
          .example(
              """
              - name: platform
                machine: m5.2xlarge
                nodes: 2
              - name: trainer
                machine: m5.4xlarge
                nodes: 1\
              """);
  private static final Field<AwsAccount> AWS =
      Field.optional("aws", Type.object(() -> AWS_ACCOUNT), "Where on AWS it is.")
          .example("{account: \"012345678901\", region: eu-west-1}");
  private static final Field<GcpProject> GCP =
      Field.optional("gcp", Type.object(() -> GCP_PROJECT), "Where on Google Cloud it is.")
          .example("{project: my-project}");
  private static final Field<AzureSubscription> AZURE =
      Field.optional("azure", Type.object(() -> AZURE_SUBSCRIPTION), "Where on Azure it is.")
          .example(
              "{subscription: 00000000-0000-0000-0000-000000000001, resourceGroup: shop, tenant:"
                  + " 00000000-0000-0000-0000-000000000002}");
  private static final Field<PodNetwork> POD_NETWORK =
      Field.optional(
              "podNetwork",
              Type.oneOf(
                  network(PodNetwork.AZURE_CNI, "the nodes' subnet"),
                  network(PodNetwork.AZURE_CNI_OVERLAY, "Azure CNI Overlay"),
                  network(PodNetwork.KUBENET, "kubenet")),
              "Where the pods of an AKS cluster get their addresses from, which decides how many of"
                  + " them a node takes.")
          .example("azure-cni-overlay");
  private static final Field<String> DNS_DOMAIN =
      Field.optional(
              "dnsDomain",
              Type.string().of(Format.DNS_SUBDOMAIN),
              "What the names of Services end with.")
          .byDefault("cluster.local")
          .example("cluster.local");

  private static final Definition<Cluster> DEFINITION =
      Definition.of("cluster", "The cluster that applications are launched onto.")
          .hint("kubernetes: \"1.34\"", "version", "k8s")
          .hint(
              "nodeGroups: [{name: platform, machine: m5.2xlarge, nodes: 2}]",
              "nodes",
              "pools",
              "nodePool",
              "nodePools")
          .hint("aws: {account: \"012345678901\", region: eu-west-1}", "account", "region")
          .hint("gcp: {project: my-project}", "project")
          .hint("distribution: eks", "provider", "type")
          .builder(NAME, Cluster::builder)
          .with(CLOUD, Cluster.Builder::cloud)
          .with(DISTRIBUTION, Cluster.Builder::distribution)
          .with(KUBERNETES, Cluster.Builder::kubernetes)
          .with(INSTALLED, (cluster, apis) -> cluster.installed(apis.toArray(new Api[0])))
          .with(NODE_GROUPS, Cluster.Builder::nodeGroups)
          .with(AWS, Cluster.Builder::aws)
          .with(GCP, Cluster.Builder::gcp)
          .with(AZURE, Cluster.Builder::azure)
          .with(POD_NETWORK, Cluster.Builder::podNetwork)
          .with(DNS_DOMAIN, Cluster.Builder::dnsDomain)
          .building(Cluster.Builder::build, Cluster.Builder::unchecked);

  private ClusterNotation() {}

  /** Clusters; others refer to their node groups as "node group". */
  public static Type<Cluster> type() {
    return Type.object(() -> DEFINITION);
  }

  static Definition<Cluster> definition() {
    return DEFINITION;
  }

  private static AwsAccount aws(Given given) {
    AwsAccount account = AwsAccount.of(given.get(ACCOUNT), given.get(AWS_REGION));
    return given.find(OIDC_PROVIDER).map(account::withOidcProvider).orElse(account);
  }

  private static GcpProject gcp(Given given) {
    GcpProject project = GcpProject.of(given.get(PROJECT));
    return given.find(PROJECT_NUMBER).map(project::withNumber).orElse(project);
  }

  private static AzureSubscription azure(Given given) {
    AzureSubscription plain =
        AzureSubscription.of(given.get(SUBSCRIPTION), given.get(RESOURCE_GROUP), given.get(TENANT));
    AzureSubscription placed = given.find(AZURE_REGION).map(plain::inRegion).orElse(plain);
    return given.find(OIDC_ISSUER).map(placed::withOidcIssuer).orElse(placed);
  }

  private static Choice<Cloud> cloud(Cloud cloud, String doc) {
    return Choice.of(cloud.id(), cloud, doc);
  }

  private static Choice<Distribution> distribution(Distribution distribution, String doc) {
    return Choice.of(distribution.id(), distribution, doc);
  }

  private static Choice<PodNetwork> network(PodNetwork network, String doc) {
    return Choice.of(network.id(), network, doc);
  }
}
