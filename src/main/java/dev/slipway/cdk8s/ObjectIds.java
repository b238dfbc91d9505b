package dev.slipway.cdk8s;

import dev.slipway.manifest.ObjectRef;
import java.util.HashSet;
import java.util.Set;

/**
 * The ids of objects' constructs: {@code Deployment-platform}, the same as long as the object is
 * there, whatever comes beside it.
 */
final class ObjectIds {
  private final String home;
  private final Set<String> taken = new HashSet<>();

  /**
   * Ids of objects with the same parent.
   *
   * @param home the namespace that need not be said; empty if each is to be said
   */
  ObjectIds(String home) {
    this.home = home;
  }

  /** The id of one more object. */
  String next(ObjectRef ref) {
    String namespace = ref.namespace();
    String place = namespace.isEmpty() || namespace.equals(home) ? "" : namespace + "-";
    String id = ref.kind() + "-" + place + ref.name();
    // Two groups may have a kind of the same name.
    return taken.add(id) ? id : ref.kind() + "." + ref.type().group() + "-" + place + ref.name();
  }
}
