package dev.slipway.pulumi;

import com.pulumi.core.Output;
import dev.slipway.manifest.Deferred;
import java.util.Optional;

/**
 * A Pulumi Output in the model's hands.
 *
 * @param side what tells it, if that is to hear what becomes of the value
 */
record OutputDeferred(String label, Output<String> output, boolean secret, Optional<CloudSide> side)
    implements Deferred {
  @Override
  public String toString() {
    return label;
  }
}
