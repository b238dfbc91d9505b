package dev.slipway.cluster;

import dev.slipway.manifest.Problem;

/**
 * Something about a cluster that is allowed and will surprise somebody.
 *
 * @param rule a stable id in kebab case, by which it can be waived
 */
public record ClusterWarning(String rule, Problem problem) {}
