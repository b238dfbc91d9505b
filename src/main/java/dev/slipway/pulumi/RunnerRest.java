package dev.slipway.pulumi;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has Pulumi's runner rest between two looks at what is under way.
 *
 * <p>From a program's start to its end the SDK's runner asks every future whether it is done, over
 * and over and without a pause, and at each turn puts all of them into words for a logger that
 * nearly always drops them ({@code DefaultRunner.checkForTasks} of com.pulumi:pulumi 1.36.1; <a
 * href="https://github.com/pulumi/pulumi-java/issues/2270">pulumi-java issue 2270</a> is about the
 * same loop). One processor does nothing else, which the engine and the program would need. Nobody
 * waits for a turn but the program's end and the report of an error, so that a short rest costs
 * them that rest and no more.
 *
 * <p>The logger is the one place where a turn can be noticed without reaching into the SDK. So this
 * is a filter of it, which rests at the record that begins a turn, and lets through what would have
 * been let through without it. Should the SDK say something else there, or nothing, the runner
 * polls as ever.
 */
final class RunnerRest implements Filter {
  private static final RunnerRest INSTANCE = new RunnerRest();

  /** Held here: what nobody holds, the log manager forgets, with its filter. */
  private static final Logger LOGGER =
      Logger.getLogger("com.pulumi.deployment.internal.DeploymentImpl");

  private static final String TURN = "Remaining tasks [";

  /** A level of its own, so that one which somebody sets later is told from it. */
  private static final Level EVERYTHING = new Everything();

  /** How much longer than a turn the rest after it is: the loop gets a fifth of a processor. */
  private static final long TURNS = 4;

  private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(50);

  private volatile @Nullable Level before;
  private volatile @Nullable Filter next;
  private volatile long woke;

  private RunnerRest() {}

  /**
   * Has the runner of the program that runs now rest. To be called within it: the SDK sets the
   * logger's level when a program starts. Where the level asks for every turn, to look at them,
   * nothing changes.
   */
  static void begin() {
    synchronized (INSTANCE) {
      INSTANCE.install();
    }
  }

  private void install() {
    if (LOGGER.getLevel() != EVERYTHING) {
      if (LOGGER.isLoggable(Level.FINEST)) {
        return;
      }
      before = LOGGER.getLevel();
    }
    if (LOGGER.getFilter() != this) {
      next = LOGGER.getFilter();
      LOGGER.setFilter(this);
    }
    // Last, so that nothing gets by before the filter is there.
    LOGGER.setLevel(EVERYTHING);
  }

  @Override
  public boolean isLoggable(LogRecord record) {
    @Nullable String message = record.getMessage();
    if (message != null && message.startsWith(TURN)) {
      rest();
    }
    @Nullable Filter theirs = next;
    return isAskedFor(record.getLevel()) && (theirs == null || theirs.isLoggable(record));
  }

  /** Whether a record would have come as far as to a filter. */
  private boolean isAskedFor(Level level) {
    @Nullable Level least = LOGGER.getLevel();
    if (least != EVERYTHING) {
      return true;
    }
    least = before;
    for (@Nullable Logger above = LOGGER.getParent();
        least == null && above != null;
        above = above.getParent()) {
      least = above.getLevel();
    }
    int value = (least == null ? Level.INFO : least).intValue();
    return level.intValue() >= value && value != Level.OFF.intValue();
  }

  private void rest() {
    long turn = System.nanoTime() - woke;
    long pause = Math.max(SHORTEST, Math.min(LONGEST, TURNS * turn));
    try {
      // So that the pool puts another thread in this one's place meanwhile.
      ForkJoinPool.managedBlock(new Pause(pause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RejectedExecutionException e) {
      // It may have no further thread: then nothing is held up.
    }
    woke = System.nanoTime();
  }

  private static final class Pause implements ForkJoinPool.ManagedBlocker {
    private final long nanos;
    private boolean over;

    Pause(long nanos) {
      this.nanos = nanos;
    }

    @Override
    public boolean block() throws InterruptedException {
      TimeUnit.NANOSECONDS.sleep(nanos);
      over = true;
      return true;
    }

    @Override
    public boolean isReleasable() {
      return over;
    }
  }

  private static final class Everything extends Level {
    private static final long serialVersionUID = 1;

    Everything() {
      super("EVERYTHING", FINEST.intValue());
    }
  }
}
