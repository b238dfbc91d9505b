package dev.slipway.testing.controlplane;

import dev.slipway.cluster.Allocatable;
import dev.slipway.cluster.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node as a cluster's owner would describe it; immutable.
 *
 * @param allocatable by resource name; a real node has what its machine has, whatever is declared
 */
public record DeclaredNode(
    String name, Map<String, String> labels, List<Taint> taints, Map<String, String> allocatable) {

  /** A taint; an empty value is none. */
  public record Taint(String key, String value, String effect) {}

  /** Declares a node with 4 CPUs, 16Gi of memory, 80Gi of disk and room for 110 pods. */
  public static DeclaredNode named(String name) {
    return new DeclaredNode(name, Map.of(), List.of(), Map.of())
        .cpu("4")
        .memory("16Gi")
        .ephemeralStorage("80Gi")
        .pods(110);
  }

  /**
   * A node of a model's cluster: its name, labels and taints, and what it has for pods once those
   * that the cluster itself runs there have theirs.
   */
  public static DeclaredNode of(Node node) {
    Allocatable free = node.available();
    Map<String, String> allocatable = new LinkedHashMap<>();
    allocatable.put("cpu", free.cpu().toString());
    allocatable.put("memory", free.memory().toString());
    allocatable.put("ephemeral-storage", free.ephemeralStorage().toString());
    allocatable.put("pods", Integer.toString(free.pods()));
    free.extended().forEach((device, count) -> allocatable.put(device, count.toString()));
    List<Taint> taints =
        node.taints().stream()
            .map(taint -> new Taint(taint.key(), taint.value(), taint.effect().kubernetes()))
            .toList();
    return new DeclaredNode(node.name(), node.labels(), taints, allocatable);
  }

  public DeclaredNode label(String key, String value) {
    return new DeclaredNode(name, with(labels, key, value), taints, allocatable);
  }

  public DeclaredNode taint(String key, String value, String effect) {
    List<Taint> more = new ArrayList<>(taints);
    more.add(new Taint(key, value, effect));
    return new DeclaredNode(name, labels, List.copyOf(more), allocatable);
  }

  public DeclaredNode cpu(String quantity) {
    return allocatable("cpu", quantity);
  }

  public DeclaredNode memory(String quantity) {
    return allocatable("memory", quantity);
  }

  public DeclaredNode ephemeralStorage(String quantity) {
    return allocatable("ephemeral-storage", quantity);
  }

  public DeclaredNode pods(int number) {
    return allocatable("pods", Integer.toString(number));
  }

  public DeclaredNode allocatable(String resource, String quantity) {
    return new DeclaredNode(name, labels, taints, with(allocatable, resource, quantity));
  }

  /** The Node object that kwok takes for one of its own. */
  String fakeManifest() {
    Map<String, String> allLabels = new LinkedHashMap<>();
    allLabels.put("kubernetes.io/hostname", name);
    allLabels.put("kubernetes.io/os", "linux");
    allLabels.put("kubernetes.io/arch", "amd64");
    allLabels.putAll(labels);
    return Json.write(
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Node",
            "metadata",
            Map.of(
                "name", name, "labels", allLabels, "annotations", KwokCluster.FAKE_NODE_ANNOTATION),
            "spec",
            Map.of("taints", taintObjects()),
            "status",
            Map.of("allocatable", allocatable, "capacity", allocatable)));
  }

  List<Map<String, String>> taintObjects() {
    return taints.stream()
        .map(taint -> Map.of("key", taint.key(), "value", taint.value(), "effect", taint.effect()))
        .toList();
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return java.util.Collections.unmodifiableMap(more);
  }
}
