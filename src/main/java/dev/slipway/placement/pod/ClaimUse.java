package dev.slipway.placement.pod;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A persistent volume claim that a pod mounts, as far as it decides where the pod can stand.
 *
 * @param claim {@code namespace/name}
 * @param onePod whether only one pod at a time may use it ({@code ReadWriteOncePod})
 * @param nodes alternatives, of which a node must meet one for the volume to be reached from it
 * @param zones what the volume's own labels say about zone and region, by label
 */
public record ClaimUse(
    String claim, boolean onePod, Optional<List<NodeTerm>> nodes, Map<String, Set<String>> zones) {}
