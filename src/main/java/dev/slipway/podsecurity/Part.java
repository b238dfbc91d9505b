package dev.slipway.podsecurity;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can have a security context: a pod as a whole, or one of its containers.
 *
 * @param container the container's name; empty for the pod
 * @param body the pod's spec, or the container
 */
record Part(Optional<String> container, Mapping body, FieldPath path) {

  Mapping securityContext() {
    return body.mapping("securityContext");
  }

  /** The value of a field of the security context, or null where it is absent or null. */
  @Nullable Node setting(String field) {
    return Fields.present(securityContext(), field);
  }

  /** The path of a field below the security context. */
  FieldPath at(String... fields) {
    FieldPath below = path.key("securityContext");
    for (String field : fields) {
      below = below.key(field);
    }
    return below;
  }
}
