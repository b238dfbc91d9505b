package dev.slipway.pulumi;

import com.pulumi.exceptions.ResourceException;
import com.pulumi.resources.Resource;

/**
 * What a component or a resource declares does not fit together, or breaks a rule that no waiver
 * covers. The engine shows the message below the component, by its URN, and the program fails.
 */
public final class RefusedException extends ResourceException {
  private static final long serialVersionUID = 1L;

  RefusedException(String message, Resource component) {
    // Where in the program it was declared is no news; the message is meant to be read alone.
    super(message, component, true);
  }

  /** Of a resource that the engine has not heard of yet, so that the message must say which. */
  RefusedException(String message) {
    super(message, null, true);
  }
}
