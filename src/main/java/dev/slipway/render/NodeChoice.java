package dev.slipway.render;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Node;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.Taint;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which node groups a pod may go on, by its selector, its required node affinity and its taints.
 */
final class NodeChoice {
  /** A node of each group for each zone: the others of the group are like one of them. */
  private final Map<NodeGroup, List<Node>> nodes = new LinkedHashMap<>();

  NodeChoice(Cluster cluster) {
    for (NodeGroup group : cluster.nodeGroups()) {
      int zones = Math.max(1, group.zones().size());
      nodes.put(group, cluster.nodes(group, Math.min(group.count().max(), zones)));
    }
  }

  List<NodeGroup> groupsOf(Mapping pod) {
    List<NodeGroup> groups = new ArrayList<>();
    nodes.forEach(
        (group, some) -> {
          if (some.stream().anyMatch(node -> allows(pod, node))) {
            groups.add(group);
          }
        });
    return groups;
  }

  private static boolean allows(Mapping pod, Node node) {
    Seq terms =
        pod.mapping("affinity")
            .mapping("nodeAffinity")
            .mapping("requiredDuringSchedulingIgnoredDuringExecution")
            .seq("nodeSelectorTerms");
    return selects(pod.mapping("nodeSelector"), node)
        && (terms.isEmpty()
            || terms.asList().stream()
                .anyMatch(term -> term instanceof Mapping t && matches(t, node)))
        && node.taints().stream().allMatch(taint -> goesWith(pod, taint));
  }

  private static boolean selects(Mapping selector, Node node) {
    return selector.keys().stream()
        .allMatch(
            key -> {
              @Nullable String wanted = selector.string(key);
              return wanted != null && wanted.equals(node.labels().get(key));
            });
  }

  private static boolean matches(Mapping term, Node node) {
    return term.seq("matchExpressions").asList().stream()
        .allMatch(item -> item instanceof Mapping expression && holds(expression, node));
  }

  /** What is not understood here is taken to hold, so that nothing is refused for it. */
  private static boolean holds(Mapping expression, Node node) {
    @Nullable String key = expression.string("key");
    @Nullable String operator = expression.string("operator");
    if (key == null || operator == null) {
      return true;
    }
    @Nullable String label = node.labels().get(key);
    List<String> values =
        expression.seq("values").asList().stream()
            .map(value -> value instanceof Text text && text.value() != null ? text.value() : "")
            .toList();
    return switch (operator) {
      case "In" -> label != null && values.contains(label);
      case "NotIn" -> label == null || !values.contains(label);
      case "Exists" -> label != null;
      case "DoesNotExist" -> label == null;
      default -> true;
    };
  }

  private static boolean goesWith(Mapping pod, Taint taint) {
    return taint.effect() == Taint.Effect.PREFER_NO_SCHEDULE
        || pod.seq("tolerations").asList().stream()
            .anyMatch(item -> item instanceof Mapping toleration && tolerates(toleration, taint));
  }

  private static boolean tolerates(Mapping toleration, Taint taint) {
    @Nullable String key = toleration.string("key");
    @Nullable String effect = toleration.string("effect");
    boolean any = "Exists".equals(toleration.string("operator"));
    boolean sameKey = key == null || key.isEmpty() ? any : key.equals(taint.key());
    @Nullable String value = toleration.string("value");
    return sameKey
        && (any || taint.value().equals(value == null ? "" : value))
        && (effect == null || effect.isEmpty() || effect.equals(taint.effect().kubernetes()));
  }
}
