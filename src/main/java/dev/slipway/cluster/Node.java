package dev.slipway.cluster;

import dev.slipway.manifest.Copies;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node as a cluster declares it.
 *
 * @param name {@code <group>-<i>}, counted from 0
 * @param group the node group it belongs to
 * @param labels those that the kubelet and the cloud put on it, then the group's own, which win
 * @param allocatable what it has for pods, those that the cluster itself runs there included
 * @param systemPods the allowance for those
 */
public record Node(
    String name,
    String group,
    Map<String, String> labels,
    List<Taint> taints,
    Allocatable allocatable,
    SystemPods systemPods) {
  public static final String HOSTNAME = "kubernetes.io/hostname";
  public static final String ARCH = "kubernetes.io/arch";
  public static final String OS = "kubernetes.io/os";
  public static final String INSTANCE_TYPE = "node.kubernetes.io/instance-type";
  public static final String REGION = "topology.kubernetes.io/region";
  public static final String ZONE = "topology.kubernetes.io/zone";

  public Node {
    labels = Copies.inOrder(labels);
    taints = List.copyOf(taints);
  }

  /** What it has for pods when the cluster's own have theirs. */
  public Allocatable available() {
    return allocatable.less(systemPods);
  }

  /** The zone it stands in, if its group declares any. */
  public Optional<String> zone() {
    return Optional.ofNullable(labels.get(ZONE));
  }

  /** Whether it carries every one of the labels. */
  public boolean matches(Map<String, String> selector) {
    return selector.entrySet().stream()
        .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
  }
}
