package dev.slipway.placement;

/**
 * Pods of a workload that find no node.
 *
 * @param pods how many
 * @param reason of the first of them, in the scheduler's words or in those of who refuses it before
 */
public record Unplaced(String namespace, String workload, int pods, String reason) {}
