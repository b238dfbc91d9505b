package dev.slipway.testing.controlplane;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what a cluster does in its own time. */
public final class Await {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private Await() {}

  /**
   * Returns the first value there is.
   *
   * @param what what is waited for, and where the cluster's state is told; read once time is up
   * @throws AssertionError when there is none in time
   */
  public static <T> T value(Duration limit, Supplier<String> what, Supplier<Optional<T>> attempt) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> value = attempt.get();
      if (value.isPresent()) {
        return value.get();
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + limit.toSeconds() + " s: " + what.get());
      }
      pause();
    }
  }

  /** Returns once the condition holds; like {@link #value}. */
  public static void until(Duration limit, Supplier<String> what, BooleanSupplier condition) {
    value(limit, what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting", e);
    }
  }
}
