package dev.slipway.placement;

import dev.slipway.manifest.Quantity;

/**
 * What is missing for a scenario to hold.
 *
 * @param cpu what the pods without a place request together, in cores
 * @param memory what they request together, in bytes
 * @param remedy the smallest change that was found to mend it; a full sentence
 */
public record Shortfall(Quantity cpu, Quantity memory, String remedy) {}
