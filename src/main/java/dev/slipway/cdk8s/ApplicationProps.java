package dev.slipway.cdk8s;

import dev.slipway.manifest.patch.TargetedPatch;
import java.util.List;

/**
 * What goes with an application in a construct tree.
 *
 * @param patches changes to its objects, by kind and name, in order
 */
public record ApplicationProps(List<TargetedPatch> patches) {
  public static final ApplicationProps NONE = new ApplicationProps(List.of());

  public ApplicationProps {
    patches = List.copyOf(patches);
  }

  /** Patches on the application's objects, in order. */
  public static ApplicationProps patched(TargetedPatch... patches) {
    return new ApplicationProps(List.of(patches));
  }
}
