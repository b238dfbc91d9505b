package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the pods of an AKS cluster get their addresses from, which decides how many of them a node
 * takes unless the node pool says otherwise.
 *
 * @see <a href="https://learn.microsoft.com/azure/aks/concepts-network-ip-address-planning">IP
 *     address planning for AKS</a>
 */
public enum PodNetwork {
  /** Azure CNI with pods in the nodes' subnet: 30 pods a node. */
  AZURE_CNI("azure-cni", 30),
  /** Azure CNI Overlay: 250 pods a node. */
  AZURE_CNI_OVERLAY("azure-cni-overlay", 250),
  /** Kubenet: 110 pods a node. */
  KUBENET("kubenet", 110);

  private final String id;
  private final int maxPods;

  PodNetwork(String id, int maxPods) {
    this.id = id;
    this.maxPods = maxPods;
  }

  /** What a user calls it: {@code azure-cni-overlay}. */
  public String id() {
    return id;
  }

  /** What users call each of them. */
  public static List<String> ids() {
    return Stream.of(values()).map(PodNetwork::id).toList();
  }

  /**
   * The network that a user names.
   *
   * @throws InvalidInputException if Slipway knows none of that name
   */
  public static PodNetwork of(String id) {
    return Choices.of("pod network", id, List.of(values()), PodNetwork::id);
  }

  /** How many pods a node takes unless its node pool says otherwise. */
  public int maxPods() {
    return maxPods;
  }
}
