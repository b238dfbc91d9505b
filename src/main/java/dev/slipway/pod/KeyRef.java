package dev.slipway.pod;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key of a Kubernetes Secret in the pod's own namespace. */
public record KeyRef(String secret, String key) {
  @Override
  public String toString() {
    return secret + "/" + key;
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyRef ref && secret.equals(ref.secret) && key.equals(ref.key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(secret, key);
  }
}
