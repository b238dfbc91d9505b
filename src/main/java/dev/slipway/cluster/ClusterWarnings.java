package dev.slipway.cluster;

import dev.slipway.manifest.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What is allowed in a cluster and yet will surprise somebody. */
final class ClusterWarnings {
  private final Cluster cluster;
  private final List<ClusterWarning> found = new ArrayList<>();

  ClusterWarnings(Cluster cluster) {
    this.cluster = cluster;
  }

  List<ClusterWarning> all() {
    indistinguishableGroups();
    chosenNodes();
    guessedPods();
    unknownVersion();
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
          add(
              "indistinguishable-node-groups",
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
      add(
          "chosen-nodes",
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
        add(
            "assumed-pod-network",
            Problem.of(
                "How many pods a node of %s takes depends on the cluster's pod network, which is"
                        .formatted(Choices.quoted(guessed))
                    + " not declared; %s are assumed.".formatted(PodNetwork.AZURE_CNI.maxPods()),
                "Declare the pod network (%s), or the groups' maximum of pods."
                    .formatted(String.join(", ", PodNetwork.ids()))));
      }
    }
  }

  private void unknownVersion() {
    KubernetesVersion newest = KubernetesVersion.NEWEST;
    if (cluster.version().compareTo(newest) > 0) {
      add(
          "unknown-kubernetes-version",
          Problem.of(
              "Cluster '%s' is Kubernetes %s, and Slipway has no facts of versions after %s: it takes it for one that has all that %s has, and nothing else."
                  .formatted(cluster.name(), cluster.version(), newest, newest),
              "Read that version's notes on removed APIs and changed defaults, or use a newer"
                  + " Slipway."));
    }
  }

  private void add(String rule, Problem problem) {
    found.add(new ClusterWarning(rule, problem));
  }
}
