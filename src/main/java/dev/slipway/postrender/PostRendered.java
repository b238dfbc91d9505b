package dev.slipway.postrender;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a stream.
 *
 * @param stream what came in
 * @param manifests its objects as they are now, in their order
 * @param rules the names of the rules that spoke of each of them
 */
public record PostRendered(
    ManifestStream stream, List<Manifest> manifests, List<List<String>> rules) {
  public PostRendered {
    manifests = List.copyOf(manifests);
    rules = List.copyOf(rules);
  }

  /** Whether everything in it is applied by Helm at a moment of its own: the rest comes apart. */
  public boolean isHooksOnly() {
    return !stream.objects().isEmpty()
        && stream.objects().stream().allMatch(StreamedObject::isHook);
  }

  /** How many objects are not as they came. */
  public int changed() {
    int changed = 0;
    for (int i = 0; i < manifests.size(); i++) {
      boolean same = stream.objects().get(i).manifest().body().equals(manifests.get(i).body());
      changed += same ? 0 : 1;
    }
    return changed;
  }

  /**
   * The stream to pass on.
   *
   * @throws dev.slipway.manifest.InvalidInputException with every text that no manifest may hold
   */
  public byte[] bytes() {
    List<Mapping> bodies = new ArrayList<>(manifests.size());
    for (Manifest manifest : manifests) {
      bodies.add(manifest.body());
    }
    return stream.with(bodies);
  }
}
