package dev.slipway.placement.pod;

import dev.slipway.cluster.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A persistent volume claim that a pod mounts, as far as it decides where the pod can stand.
 *
 * @param claim {@code namespace/name}
 * @param onePod whether only one pod at a time may use it ({@code ReadWriteOncePod})
 * @param nodes alternatives, of which a node must meet one for the volume to be reached from it
 * @param zones what the volume's own labels say about zone and region, by label
 * @param reach from where the volume will be reached that is not made yet
 */
public record ClaimUse(
    String claim,
    boolean onePod,
    Optional<List<NodeTerm>> nodes,
    Map<String, Set<String>> zones,
    Reach reach) {

  /** The same claim once its volume was made for a pod on a node. */
  ClaimUse madeOn(Place node) {
    @Nullable String zone = node.labels().get(Node.ZONE);
    return switch (reach) {
      case ANYWHERE -> this;
      case ZONE -> zone == null ? this : within(Requirement.in(Node.ZONE, zone));
      case NODE -> {
        @Nullable String host = node.labels().get(Node.HOSTNAME);
        yield within(Requirement.in(Node.HOSTNAME, host == null ? node.name() : host));
      }
    };
  }

  private ClaimUse within(Requirement where) {
    NodeTerm term = new NodeTerm(List.of(where), List.of());
    return new ClaimUse(claim, onePod, Optional.of(List.of(term)), zones, Reach.ANYWHERE);
  }
}
