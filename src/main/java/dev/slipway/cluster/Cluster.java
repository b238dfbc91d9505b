package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Suggestions;
import java.util.List;
import java.util.stream.Collectors;

/** A cluster as its owner declares it: what it is, which version, and which node groups it has. */
public record Cluster(
    String name,
    Cloud cloud,
    Distribution distribution,
    KubernetesVersion version,
    List<NodeGroup> nodeGroups) {

  /**
   * The node group of a name.
   *
   * @throws InvalidInputException if the cluster has none
   */
  public NodeGroup nodeGroup(String group) {
    return nodeGroups.stream()
        .filter(candidate -> candidate.name().equals(group))
        .findFirst()
        .orElseThrow(() -> unknown(group));
  }

  private InvalidInputException unknown(String group) {
    List<String> names = nodeGroups.stream().map(NodeGroup::name).toList();
    return new InvalidInputException(
        Problem.of(
            "There is no node group '%s'; cluster '%s' has %s."
                .formatted(
                    group,
                    name,
                    names.stream().map(n -> "'" + n + "'").collect(Collectors.joining(" and "))),
            Suggestions.didYouMean(group, names)));
  }
}
