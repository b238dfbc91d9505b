package dev.slipway.cdk8s;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import software.constructs.Construct;

/** Opens the package's door to the skeleton. */
public final class SkeletonConstruct {
  private SkeletonConstruct() {}

  public static void add(Construct scope, ManifestSet objects) {
    for (Manifest manifest : objects) {
      ManifestObject.add(
          scope, manifest.ref().kind() + "-" + manifest.ref().name(), manifest, false);
    }
  }
}
