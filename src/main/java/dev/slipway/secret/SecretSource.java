package dev.slipway.secret;

import dev.slipway.manifest.Text;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.target.Renderable;
import java.util.List;
import java.util.Optional;

/**
 * Where the values of one Kubernetes Secret come from. Consumers ask for what they need by a
 * logical key ({@code password}); the source says under which name and key it will stand in the
 * namespace.
 */
public interface SecretSource extends Renderable {

  /** The name of the Kubernetes Secret that the pods will see. */
  String name();

  /** The logical keys that it can give. */
  List<String> keys();

  /**
   * Where the value of a logical key will stand.
   *
   * @throws dev.slipway.manifest.InvalidInputException if this source has no such key
   */
  KeyRef key(String key);

  /**
   * What changes when the values change, so that pods can be rolled by it; empty where nothing in
   * the manifests can know, in which case a rotation does not restart the pods.
   */
  Optional<Text> revision();

  /** What a pod must mount for the Secret to be there at all; empty for most sources. */
  List<Mount> mounts();
}
