package dev.slipway.render;

import dev.slipway.app.Application;
import dev.slipway.app.Workload;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.patch.Absent;
import dev.slipway.manifest.patch.PatchTarget;
import dev.slipway.manifest.patch.Patches;
import dev.slipway.manifest.patch.TargetedPatch;
import java.util.ArrayList;
import java.util.List;

/**
 * What a user changes in what is rendered: by patches, in their order, and then the images. A
 * namespace is changed after all else, for its labels follow from the pods as they are then.
 */
final class Changes implements Absent {
  private static final String NAMESPACE = "Namespace";

  private final List<TargetedPatch> patches;
  private final ImageOverrides images;
  private final List<Application> failed;
  private final Problems problems;

  /**
   * The changes to be made.
   *
   * @param failed the applications that could not be rendered, or not all of them
   * @param problems where changes are told that cannot be made
   */
  Changes(
      List<TargetedPatch> patches,
      ImageOverrides images,
      List<Application> failed,
      Problems problems) {
    this.patches = patches;
    this.images = images;
    this.failed = failed;
    this.problems = problems;
  }

  boolean arePatches() {
    return !patches.isEmpty();
  }

  /** The objects, all but the namespaces as they are wanted. */
  ManifestSet toObjects(ManifestSet objects) {
    return images.apply(patched(objects, false), failed.isEmpty(), problems);
  }

  /** The objects, of which the namespaces are as they are wanted now. */
  ManifestSet toNamespaces(ManifestSet objects) {
    return patched(objects, true);
  }

  private ManifestSet patched(ManifestSet objects, boolean namespaces) {
    List<TargetedPatch> due = new ArrayList<>();
    for (TargetedPatch patch : patches) {
      if (patch.target().kind().equals(NAMESPACE) == namespaces) {
        due.add(patch);
      }
    }
    return Patches.apply(objects, due, this, problems);
  }

  /**
   * What could not be rendered may have any name in its namespace, but for one that is most likely
   * another's; the names of workloads are known.
   */
  @Override
  public boolean mayHave(PatchTarget target, boolean misspelt) {
    return failed.stream()
        .filter(application -> target.namespace().map(application.namespace()::equals).orElse(true))
        .anyMatch(application -> !misspelt || names(application, target.name()));
  }

  private static boolean names(Application application, String name) {
    return application.workloads().stream()
        .map(Workload::name)
        .map(application.naming()::of)
        .anyMatch(name::startsWith);
  }
}
