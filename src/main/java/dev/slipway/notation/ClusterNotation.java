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
              "nodeGroups",
              Type.listOf(Type.object(() -> NodeGroupNotation.definition())),
              "Its nodes.")
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
      Field.optional("aws", Type.later(() -> CloudNotation.aws()), "Where on AWS it is.")
          .example("{account: \"012345678901\", region: eu-west-1}");
  private static final Field<GcpProject> GCP =
      Field.optional("gcp", Type.later(() -> CloudNotation.gcp()), "Where on Google Cloud it is.")
          .example("{project: my-project}");
  private static final Field<AzureSubscription> AZURE =
      Field.optional("azure", Type.later(() -> CloudNotation.azure()), "Where on Azure it is.")
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
          .fields(NAME, CLOUD, DISTRIBUTION, KUBERNETES, INSTALLED, NODE_GROUPS)
          .fields(AWS, GCP, AZURE, POD_NETWORK, DNS_DOMAIN)
          .building(given -> cluster(given).build(), given -> cluster(given).unchecked());

  private ClusterNotation() {}

  /** Clusters; others refer to their node groups as "node group". */
  public static Type<Cluster> type() {
    return Type.object(DEFINITION);
  }

  static Definition<Cluster> definition() {
    return DEFINITION;
  }

  private static Cluster.Builder cluster(Given given) {
    Cluster.Builder cluster = Cluster.builder(given.get(NAME));
    if (given.has(CLOUD)) {
      cluster.cloud(given.get(CLOUD));
    }
    if (given.has(DISTRIBUTION)) {
      cluster.distribution(given.get(DISTRIBUTION));
    }
    if (given.has(KUBERNETES)) {
      cluster.kubernetes(given.get(KUBERNETES));
    }
    if (given.has(INSTALLED)) {
      cluster.installed(given.get(INSTALLED).toArray(new Api[0]));
    }
    if (given.has(NODE_GROUPS)) {
      cluster.nodeGroups(given.get(NODE_GROUPS));
    }
    if (given.has(AWS)) {
      cluster.aws(given.get(AWS));
    }
    if (given.has(GCP)) {
      cluster.gcp(given.get(GCP));
    }
    if (given.has(AZURE)) {
      cluster.azure(given.get(AZURE));
    }
    if (given.has(POD_NETWORK)) {
      cluster.podNetwork(given.get(POD_NETWORK));
    }
    if (given.has(DNS_DOMAIN)) {
      cluster.dnsDomain(given.get(DNS_DOMAIN));
    }
    return cluster;
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
