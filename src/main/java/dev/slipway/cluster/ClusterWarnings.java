package dev.slipway.cluster;

import dev.slipway.manifest.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What is allowed in a cluster and yet will surprise somebody. */
final class ClusterWarnings {
  private final Cluster cluster;
  private final List<Problem> found = new ArrayList<>();

  ClusterWarnings(Cluster cluster) {
    this.cluster = cluster;
  }

  List<Problem> all() {
    indistinguishableGroups();
    chosenNodes();
    guessedPods();
    return List.copyOf(found);
  }

  private void indistinguishableGroups() {
    List<NodeGroup> groups = cluster.nodeGroups();
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        NodeGroup one = groups.get(i);
        NodeGroup other = groups.get(j);
        if (one.labels().equals(other.labels())
            && new HashSet<>(one.taints()).equals(new HashSet<>(other.taints()))) {
          found.add(
              Problem.of(
                  "Node groups '%s' and '%s' have the same labels and taints, so nothing can be"
                          .formatted(one.name(), other.name())
                      + " put on one of them alone.",
                  "Give one of them a label of its own. "
                      + cluster.distribution().howToLabelNodes()));
        }
      }
    }
  }

  private void chosenNodes() {
    if (cluster.distribution().choosesNodes() && !cluster.nodeGroups().isEmpty()) {
      found.add(
          Problem.of(
              "Cluster '%s' declares node groups, and in GKE Autopilot Google chooses the nodes."
                  .formatted(cluster.name()),
              "Leave the groups out, or declare distribution gke if it is a Standard cluster."));
    }
  }

  private void guessedPods() {
    if (cluster.distribution() == Distribution.AKS && cluster.podNetwork().isEmpty()) {
      List<String> guessed =
          cluster.nodeGroups().stream()
              .filter(group -> group.overrides().pods().isEmpty())
              .filter(group -> group.machine().filter(m -> m.pods().isPresent()).isEmpty())
              .map(NodeGroup::name)
              .toList();
      if (!guessed.isEmpty()) {
        found.add(
            Problem.of(
                "How many pods a node of %s takes depends on the cluster's pod network, which is"
                        .formatted(Choices.quoted(guessed))
                    + " not declared; %s are assumed.".formatted(PodNetwork.AZURE_CNI.maxPods()),
                "Declare the pod network (%s), or the groups' maximum of pods."
                    .formatted(String.join(", ", PodNetwork.ids()))));
      }
    }
  }
}
