package dev.slipway.pulumi;

import com.pulumi.core.Output;
import dev.slipway.manifest.Deferred;

/** A Pulumi Output in the model's hands. */
record OutputDeferred(String label, Output<String> output, boolean secret) implements Deferred {
  @Override
  public String toString() {
    return label;
  }
}
