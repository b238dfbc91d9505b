package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What an {@link InvalidInputException} said. */
public final class Failures {
  private Failures() {}

  /** The lines of the problems that {@code step} must throw. */
  public static List<String> of(ThrowingCallable step) {
    InvalidInputException thrown = catchThrowableOfType(InvalidInputException.class, step);
    if (thrown == null) {
      throw new AssertionError("Nothing was found wrong.");
    }
    return thrown.problems().stream().map(Problem::toString).toList();
  }
}
