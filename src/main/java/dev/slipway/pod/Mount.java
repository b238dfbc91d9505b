package dev.slipway.pod;

import dev.slipway.manifest.Mapping;
import java.util.Optional;

/**
 * A volume at a path of a container.
 *
 * @param path the absolute path in the container
 * @param subPath the file or folder of the volume to mount instead of all of it; such a mount does
 *     not see later changes of a ConfigMap or Secret
 */
public record Mount(Volume volume, String path, boolean readOnly, Optional<String> subPath) {

  public static Mount readOnly(Volume volume, String path) {
    return new Mount(volume, path, true, Optional.empty());
  }

  public static Mount writable(Volume volume, String path) {
    return new Mount(volume, path, false, Optional.empty());
  }

  /** The entry of the container's {@code volumeMounts}. */
  public Mapping toNode() {
    Mapping.Builder node = Mapping.builder().put("name", volume.name()).put("mountPath", path);
    if (readOnly) {
      node.put("readOnly", true);
    }
    if (subPath.isPresent()) {
      node.put("subPath", subPath.get());
    }
    return node.build();
  }
}
