package dev.slipway.manifest.patch;

import dev.slipway.manifest.Origin;

/**
 * A patch, the objects that it is for, and where it was declared.
 *
 * @param origin where it was declared, for messages
 */
public record TargetedPatch(PatchTarget target, Patch patch, Origin origin) {}
