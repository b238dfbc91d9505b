package dev.slipway.cdk8s;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import java.util.LinkedHashMap;
import java.util.Map;
import software.constructs.Construct;

/** Opens the package's door to the skeleton. */
public final class SkeletonConstruct {
  private SkeletonConstruct() {}

  public static void add(Construct scope, ManifestSet objects) {
    Map<String, Manifest> added = new LinkedHashMap<>();
    objects.forEach(
        manifest -> added.put(manifest.ref().kind() + "-" + manifest.ref().name(), manifest));
    TreeSide.add(scope, added);
  }
}
