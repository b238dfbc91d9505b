package dev.slipway.cluster;

import static dev.slipway.cluster.Clusters.cluster;
import static dev.slipway.cluster.Clusters.eks;
import static dev.slipway.cluster.Clusters.group;
import static dev.slipway.cluster.Clusters.of;
import static dev.slipway.cluster.Clusters.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterTest {

  @Test
  void aClusterIsWhatItWasSaidToBe() {
    NodeGroup platform = group("platform").machine("m5.2xlarge").build();

    Cluster cluster =
        Cluster.builder("prod")
            .cloud(Cloud.AWS)
            .distribution(Distribution.EKS)
            .kubernetes("v1.32.4-eks-036c24b")
            .installed(Api.EXTERNAL_SECRETS)
            .installed("cert-manager", "hyperbytedb.hyperbyte.cloud/v1alpha1")
            .nodeGroup(platform)
            .aws(AwsAccount.of("123456789012", "eu-west-1"))
            .build();

    assertThat(cluster.name()).isEqualTo("prod");
    assertThat(cluster.cloud()).isEqualTo(Cloud.AWS);
    assertThat(cluster.distribution()).isEqualTo(Distribution.EKS);
    assertThat(cluster.version()).isEqualTo(new KubernetesVersion(1, 32));
    assertThat(cluster.nodeGroups()).containsExactly(platform);
    assertThat(cluster.nodeGroup("platform")).isEqualTo(platform);
    assertThat(cluster.region()).contains("eu-west-1");
    assertThat(cluster.dnsDomain()).isEqualTo("cluster.local");
    assertThat(cluster.has(Api.EXTERNAL_SECRETS)).isTrue();
    assertThat(cluster.has(Api.of("hyperbytedb.hyperbyte.cloud/v1alpha1"))).isTrue();
    assertThat(cluster.has(Api.METRICS_SERVER)).isFalse();
    assertThat(cluster.warnings()).isEmpty();
  }

  @Test
  void theDistributionTellsTheCloud() {
    assertThat(cluster(Distribution.GKE_AUTOPILOT).cloud()).isEqualTo(Cloud.GCP);
    assertThat(cluster(Distribution.AKS).cloud()).isEqualTo(Cloud.AZURE);
    assertThat(Cluster.builder("own").kubernetes("1.34").build().cloud()).isEqualTo(Cloud.NONE);
  }

  @Test
  void someApisComeWithTheDistribution() {
    assertThat(cluster(Distribution.GKE).has(Api.METRICS_SERVER)).isTrue();
    assertThat(cluster(Distribution.OPENSHIFT).has(Api.PROMETHEUS_OPERATOR)).isTrue();
    assertThat(cluster(Distribution.OPENSHIFT).apis())
        .containsExactly(Api.METRICS_SERVER, Api.PROMETHEUS_OPERATOR, Api.VOLUME_SNAPSHOTS);
    assertThat(cluster(Distribution.KUBERNETES).has(Api.METRICS_SERVER)).isFalse();
  }

  @Test
  void anApiIsFoundByTheGroupThatItServes() {
    assertThat(Api.serving("monitoring.coreos.com")).contains(Api.PROMETHEUS_OPERATOR);
    assertThat(Api.serving("acme.cert-manager.io")).contains(Api.CERT_MANAGER);
    assertThat(Api.serving("cert-manager")).isEmpty();
    assertThat(problemsOf(() -> Api.of("cert-manger")))
        .containsExactly(
            "'cert-manger' is no API that Slipway knows; it knows 'external-secrets',"
                + " 'cert-manager', 'secrets-store-csi', 'sealed-secrets', 'prometheus-operator',"
                + " 'metrics-server', 'custom-metrics', 'gateway-api', 'volume-snapshots',"
                + " 'vertical-pod-autoscaler' and 'keda'. Did you mean 'cert-manager'? For any"
                + " other, write its API version, such as example.com/v1.");
  }

  @Test
  void everythingContradictoryIsSaidAtOnce() {
    assertThat(
            problemsOf(
                () ->
                    Cluster.builder("my cluster")
                        .cloud(Cloud.GCP)
                        .distribution(Distribution.EKS)
                        .kubernetes("latest")
                        .installed("cert_manager")
                        .aws(AwsAccount.of("123456789012", "eu-west-1"))
                        .podNetwork(PodNetwork.KUBENET)
                        .dnsDomain(".local")
                        .nodeGroup(group("a").machine("m5.large").zones("eu-west-1a").build())
                        .nodeGroup(group("a").machine("n4-standard-2").build())
                        .build()))
        .containsExactly(
            "cluster 'my cluster': 'latest' is no Kubernetes version. Write major and minor"
                + " version, in quotes where it stands in YAML: \"1.34\".",
            "cluster 'my cluster': 'cert_manager' is no API that Slipway knows; it knows"
                + " 'external-secrets', 'cert-manager', 'secrets-store-csi', 'sealed-secrets',"
                + " 'prometheus-operator', 'metrics-server', 'custom-metrics', 'gateway-api',"
                + " 'volume-snapshots', 'vertical-pod-autoscaler' and 'keda'. Did you mean"
                + " 'cert-manager'? For any other, write its API version, such as example.com/v1.",
            "cluster 'my cluster': 'my cluster' is no name of a cluster. Write 1 to 100 letters,"
                + " digits, '-' and '_', beginning with a letter or digit.",
            "cluster 'my cluster': The DNS domain '.local' may only have lower-case letters,"
                + " digits, '-' and '.', each part beginning and ending with a letter or digit."
                + " Write it without dots at its ends, such as cluster.local.",
            "cluster 'my cluster': There are two node groups 'a'. Give each a name of its own.",
            "cluster 'my cluster': Distribution eks runs on aws, and the cloud is gcp. Change the"
                + " one or the other.",
            "cluster 'my cluster': It is given an AWS account, and its cloud is gcp. Leave that"
                + " out, or give cloud: aws.",
            "cluster 'my cluster': Pod network kubenet is one of AKS, and the distribution is eks."
                + " Leave it out; where it limits the pods of a node, give the node group's"
                + " maximum.",
            "cluster 'my cluster' › node group 'a': Machine type 'm5.large' is one of aws, and the"
                + " cluster's cloud is gcp. Give a machine type of the cluster's cloud, or a size"
                + " such as {cpu: 8, memory: 32Gi, pods: 58}.",
            "cluster 'my cluster' › node group 'a': Zone 'eu-west-1a' is no zone of Google Cloud,"
                + " which calls them like europe-west1-b. Write the zone's full name.");
  }

  @Test
  void zonesMustBeOfTheClustersRegion() {
    assertThat(
            problemsOf(
                () ->
                    Cluster.builder("prod")
                        .distribution(Distribution.EKS)
                        .kubernetes("1.32")
                        .aws(AwsAccount.of("123456789012", "eu-west-1"))
                        .nodeGroup(
                            group("a")
                                .machine("m5.large")
                                .zones("eu-west-1a", "us-east-1b")
                                .build())
                        .build()))
        .containsExactly(
            "cluster 'prod' › node group 'a': Zone 'us-east-1b' is in region us-east-1, and the"
                + " cluster is in eu-west-1. Give zones of the cluster's region.");
  }

  @Test
  void aBareZoneOfAzureNeedsARegion() {
    assertThat(
            problemsOf(
                () -> Clusters.aks(group("a").machine("Standard_D8s_v5").zones("1").build())))
        .containsExactly(
            "cluster 'prod' › node group 'a': Zone '1' is of no region that is declared. Write it"
                + " with its region, such as westeurope-1, or declare the region.");
  }

  @Test
  void aCloudNeedsADistributionAndEveryClusterAVersion() {
    assertThat(problemsOf(() -> Cluster.builder("prod").cloud(Cloud.AWS).build()))
        .containsExactly(
            "cluster 'prod': Nothing says which version of Kubernetes it is. Give it, in quotes"
                + " where it stands in YAML: \"1.34\".",
            "cluster 'prod': Nothing says which Kubernetes it is on aws. Give a distribution: eks,"
                + " gke, gke-autopilot, aks, openshift, rancher, kubernetes.");
  }

  @Test
  void anUnknownNodeGroupIsToldWhichThereAre() {
    Cluster cluster =
        eks(
            group("platform").machine("m5.large").label("x", "1").build(),
            group("trainer").machine("m5.large").build());

    assertThat(problemsOf(() -> cluster.nodeGroup("train")))
        .containsExactly(
            "There is no node group 'train'; cluster 'prod' has 'platform' and 'trainer'. Did you"
                + " mean 'trainer'?");
    assertThat(problemsOf(() -> cluster.nodeGroup("database")))
        .containsExactly(
            "There is no node group 'database'; cluster 'prod' has 'platform' and 'trainer'."
                + " Declare it, or name one that there is.");
  }

  @Test
  void groupsAreFoundByTheLabelsOfTheirNodes() {
    NodeGroup platform =
        group("platform").machine("m5.large").label("hs-component", "platform").build();
    NodeGroup trainer =
        NodeGroup.builder("trainer")
            .machine("c6g.large")
            .nodes(0, 2)
            .label("hs-component", "trainer")
            .zones("eu-west-1a", "eu-west-1b")
            .build();
    Cluster cluster = eks(platform, trainer);

    assertThat(cluster.groupsMatching(Map.of("hs-component", "trainer"))).containsExactly(trainer);
    assertThat(cluster.groupsMatching(Map.of("kubernetes.io/arch", "amd64")))
        .containsExactly(platform);
    assertThat(cluster.groupsMatching(Map.of("topology.kubernetes.io/zone", "eu-west-1b")))
        .containsExactly(trainer);
    assertThat(cluster.groupsMatching(Map.of())).containsExactly(platform, trainer);
    assertThat(cluster.groupsMatching(Map.of("hs-component", "db"))).isEmpty();
  }

  @Test
  void aSelectorThatMatchesNoGroupIsToldWhatEksDoesNotDoWithTags() {
    Cluster cluster =
        eks(
            group("platform").machine("m5.large").label("hs-component", "platform").build(),
            group("trainer").machine("m5.large").build());

    Problem problem = cluster.noGroupMatches(Map.of("hs-component", "trainer"));

    assertThat(problem.message())
        .isEqualTo(
            "No node of cluster 'prod' has hs-component=trainer; group 'platform' has"
                + " hs-component=platform, 'trainer' has no labels.");
    assertThat(problem.remedy())
        .isEqualTo(
            "Set it among the node group's Kubernetes labels: an AWS tag on a node group is not put"
                + " on its nodes as a label.");
  }

  @Test
  void aMisspeltSelectorIsToldWhatWasMeant() {
    Cluster cluster =
        eks(group("platform").machine("m5.large").label("hs-component", "platform").build());

    assertThat(cluster.noGroupMatches(Map.of("hs-componnet", "platform")).remedy())
        .isEqualTo(
            "Did you mean 'hs-component=platform'? Or a group lacks the label. Set it among the"
                + " node group's Kubernetes labels: an AWS tag on a node group is not put on its"
                + " nodes as a label.");
  }

  @Test
  void groupsThatNothingTellsApartAreAWarning() {
    Cluster cluster =
        eks(
            group("a").machine("m5.large").label("tier", "x").build(),
            group("b").machine("m5.4xlarge").label("tier", "x").build(),
            group("c").machine("m5.large").label("tier", "x").taint("c:NoSchedule").build());

    assertThat(cluster.warnings())
        .extracting(warning -> warning.problem().toString())
        .containsExactly(
            "Node groups 'a' and 'b' have the same labels and taints, so nothing can be put on one"
                + " of them alone. Give one of them a label of its own. Set it among the node"
                + " group's Kubernetes labels: an AWS tag on a node group is not put on its nodes"
                + " as a label.");
  }

  @Test
  void nodeGroupsOfAutopilotAreAWarning() {
    assertThat(cluster(Distribution.GKE_AUTOPILOT, of("n4-standard-8")).warnings())
        .extracting(warning -> warning.problem().toString())
        .containsExactly(
            "Cluster 'prod' declares node groups, and in GKE Autopilot Google chooses the nodes."
                + " Leave the groups out, or declare distribution gke if it is a Standard"
                + " cluster.");
  }

  @Test
  void podsOfAksThatRestOnAGuessAreAWarning() {
    assertThat(Clusters.aks(of("Standard_D8s_v5")).warnings())
        .extracting(warning -> warning.problem().toString())
        .containsExactly(
            "How many pods a node of 'platform' takes depends on the cluster's pod network, which"
                + " is not declared; 30 are assumed. Declare the pod network (azure-cni,"
                + " azure-cni-overlay, kubenet), or the groups' maximum of pods.");
    assertThat(Clusters.aks(group("a").machine("Standard_D8s_v5").maxPods(110).build()).warnings())
        .isEmpty();
  }

  @Test
  void aVersionThatIsTooNewIsAWarningAndOneThatIsTooOldAProblem() {
    assertThat(Cluster.builder("lab").kubernetes("1.36").build().warnings()).isEmpty();
    assertThat(Cluster.builder("lab").kubernetes("1.37").build().warnings())
        .containsExactly(
            new ClusterWarning(
                "unknown-kubernetes-version",
                Problem.of(
                    "Cluster 'lab' is Kubernetes 1.37, and Slipway has no facts of versions after"
                        + " 1.36: it takes it for one that has all that 1.36 has, and nothing"
                        + " else.",
                    "Read that version's notes on removed APIs and changed defaults, or use a"
                        + " newer Slipway.")));
    assertThat(Cluster.builder("lab").kubernetes("1.24").build().warnings()).isEmpty();
    assertThatThrownBy(() -> Cluster.builder("lab").kubernetes("1.23").build())
        .hasMessageContaining(
            "cluster 'lab': It is Kubernetes 1.23, and Slipway knows none before 1.24. Upgrade the"
                + " cluster.");
  }

  @Test
  void aClusterWithoutGroupsIsOne() {
    assertThat(eks().nodes()).isEmpty();
    assertThat(eks().noGroupMatches(Map.of("a", "b")).message())
        .isEqualTo("No node of cluster 'prod' has a=b.");
  }

  @Test
  void placesAreCheckedWhereTheyAreGiven() {
    assertThat(problemsOf(() -> AwsAccount.of("12345", "Ireland")))
        .containsExactly(
            "'12345' is no AWS account id. Write its 12 digits, in quotes where it stands in YAML:"
                + " \"012345678901\".",
            "'Ireland' is no AWS region. Write its code, such as eu-west-1.");
    assertThat(problemsOf(() -> AwsAccount.of("123456789012", "eu-west-1").withOidcProvider("a b")))
        .hasSize(1);
    assertThat(problemsOf(() -> GcpProject.of("My Project"))).hasSize(1);
    assertThat(problemsOf(() -> GcpProject.of("my-project").withNumber("my-project"))).hasSize(1);
    assertThat(problemsOf(() -> AzureSubscription.of("sub", "rg.", "tenant"))).hasSize(3);
  }

  @Test
  void theIssuerIsKnownWithoutItsScheme() {
    assertThat(
            AwsAccount.of("123456789012", "eu-west-1")
                .withOidcProvider("https://oidc.eks.eu-west-1.amazonaws.com/id/ABC")
                .oidcProvider())
        .contains("oidc.eks.eu-west-1.amazonaws.com/id/ABC");
  }

  @Test
  void theRegionTellsThePartition() {
    assertThat(AwsAccount.of("123456789012", "eu-west-1").partition()).isEqualTo("aws");
    assertThat(AwsAccount.of("123456789012", "cn-north-1").partition()).isEqualTo("aws-cn");
    assertThat(AwsAccount.of("123456789012", "us-gov-west-1").partition()).isEqualTo("aws-us-gov");
  }
}
