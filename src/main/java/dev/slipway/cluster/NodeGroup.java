package dev.slipway.cluster;

import java.util.List;
import java.util.Map;

/** Nodes of one shape, with the same labels and taints. */
public record NodeGroup(String name, Map<String, String> labels, List<Taint> taints) {}
