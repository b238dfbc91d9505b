package dev.slipway.testing.controlplane;

import java.util.List;

/** How a command ended, and what it wrote. */
public record Outcome(List<String> command, int exit, String out, String err) {

  public boolean succeeded() {
    return exit == 0;
  }

  /**
   * Returns this outcome.
   *
   * @throws AssertionError with all that the command wrote, when it failed
   */
  public Outcome orFail() {
    if (!succeeded()) {
      throw new AssertionError(toString());
    }
    return this;
  }

  /** What was written to either stream, for messages that programs send now here, now there. */
  public String text() {
    return out + err;
  }

  @Override
  public String toString() {
    return String.join(" ", command) + "\nended with " + exit + "\n" + out + err;
  }
}
