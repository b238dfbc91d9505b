package dev.slipway.check;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * A container of a pod.
 *
 * @param name empty where it has none
 * @param path where it stands in its manifest
 * @param list the list that it is in: {@code containers}, {@code initContainers} or {@code
 *     ephemeralContainers}
 */
public record Container(String name, Mapping body, FieldPath path, String list) {

  /** The reference to its image, if it is known. */
  public @Nullable String image() {
    return body.string("image");
  }

  /** Whether it runs as long as the pod does: also an init container that is a sidecar. */
  public boolean runsAlong() {
    return list.equals("containers")
        || (list.equals("initContainers") && "Always".equals(body.string("restartPolicy")));
  }
}
