package dev.slipway.pulumi;

import com.pulumi.core.Output;
import dev.slipway.manifest.Text;
import java.util.Optional;

/** Takes values of a Pulumi program into the model. */
public final class Texts {
  private Texts() {}

  /**
   * A value that Pulumi tells during the update.
   *
   * @param label what a person calls it, for messages
   */
  public static Text of(String label, Output<String> output) {
    return Text.deferred(new OutputDeferred(label, output, false, Optional.empty()));
  }

  /** A value that Pulumi tells during the update, and masks. */
  public static Text secret(String label, Output<String> output) {
    return Text.deferred(new OutputDeferred(label, output.asSecret(), true, Optional.empty()));
  }
}
