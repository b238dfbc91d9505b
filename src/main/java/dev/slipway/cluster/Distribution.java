package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which Kubernetes a cluster is. */
public enum Distribution {
  /** Amazon Elastic Kubernetes Service. */
  EKS("eks", Cloud.AWS),
  /** Google Kubernetes Engine, Standard mode. */
  GKE("gke", Cloud.GCP),
  /** Google Kubernetes Engine, Autopilot mode: Google chooses the nodes. */
  GKE_AUTOPILOT("gke-autopilot", Cloud.GCP),
  /** Azure Kubernetes Service. */
  AKS("aks", Cloud.AZURE),
  /** Red Hat OpenShift, on any cloud or none. */
  OPENSHIFT("openshift", null),
  /** Rancher (RKE, RKE2), on any cloud or none. */
  RANCHER("rancher", null),
  /** Any other conformant Kubernetes, on any cloud or none. */
  KUBERNETES("kubernetes", null);

  private final String id;
  private final @Nullable Cloud cloud;

  Distribution(String id, @Nullable Cloud cloud) {
    this.id = id;
    this.cloud = cloud;
  }

  /** What a user calls it: {@code gke-autopilot}. */
  public String id() {
    return id;
  }

  /** What users call each of them. */
  public static List<String> ids() {
    return Stream.of(values()).map(Distribution::id).toList();
  }

  /**
   * The distribution that a user names.
   *
   * @throws InvalidInputException if Slipway knows none of that name
   */
  public static Distribution of(String id) {
    return Choices.of("distribution", id, List.of(values()), Distribution::id);
  }

  /** The only cloud that has it; empty for one that runs anywhere. */
  public Optional<Cloud> cloud() {
    return Optional.ofNullable(cloud);
  }

  /** Whether the provider, not the owner of the cluster, decides which nodes there are. */
  public boolean choosesNodes() {
    return this == GKE_AUTOPILOT;
  }

  /**
   * How the nodes of a group get a label, where it is easily taken for something else: a full
   * sentence, for the remedy of everything that found no node with a label.
   *
   * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html">EKS
   *     tags</a>
   * @see <a
   *     href="https://cloud.google.com/kubernetes-engine/docs/how-to/creating-managing-labels">GKE
   *     cluster and node pool labels</a>
   * @see <a href="https://learn.microsoft.com/azure/aks/use-labels">AKS labels</a>
   */
  public String howToLabelNodes() {
    return switch (this) {
      case EKS ->
          "Set it among the node group's Kubernetes labels: an AWS tag on a node group is not put"
              + " on its nodes as a label.";
      case GKE, GKE_AUTOPILOT ->
          "Set it among the node pool's Kubernetes labels (gcloud: --node-labels): a resource label"
              + " of the cluster or node pool (gcloud: --labels) is not a label of its nodes.";
      case AKS ->
          "Set it among the node pool's labels (az aks nodepool: --labels): an Azure tag (--tags)"
              + " is not put on its nodes as a label.";
      case OPENSHIFT ->
          "Set it under spec.template.spec.metadata.labels of the group's MachineSet: a label of"
              + " the MachineSet itself is not put on its nodes.";
      case RANCHER ->
          "Set it among the machine pool's node labels: a label of the pool itself is not put on"
              + " its nodes.";
      case KUBERNETES ->
          "Set it on the nodes themselves (kubectl label node, or the kubelet's --node-labels).";
    };
  }
}
