package dev.slipway.cluster;

import static dev.slipway.cluster.Distribution.AKS;
import static dev.slipway.cluster.Distribution.EKS;
import static dev.slipway.cluster.Distribution.GKE;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Clusters and groups that tests start from, and the problems of wrong ones. */
final class Clusters {
  private Clusters() {}

  static Cluster eks(NodeGroup... groups) {
    return cluster(EKS, groups);
  }

  static Cluster gke(NodeGroup... groups) {
    return cluster(GKE, groups);
  }

  static Cluster aks(NodeGroup... groups) {
    return cluster(AKS, groups);
  }

  static Cluster cluster(Distribution distribution, NodeGroup... groups) {
    return Cluster.builder("prod")
        .distribution(distribution)
        .kubernetes("1.32")
        .nodeGroups(List.of(groups))
        .build();
  }

  static NodeGroup.Builder group(String name) {
    return NodeGroup.builder(name).nodes(1);
  }

  static NodeGroup of(String machine) {
    return group("platform").machine(machine).build();
  }

  /** Every problem of what fails, each as "where: message remedy". */
  static List<String> problemsOf(ThrowingCallable failing) {
    InvalidInputException thrown =
        Assertions.catchThrowableOfType(InvalidInputException.class, failing);
    Assertions.assertThat(thrown).isNotNull();
    return thrown.problems().stream().map(Problem::toString).toList();
  }
}
