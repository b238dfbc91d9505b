package dev.slipway.pulumi;

import static java.util.logging.Level.FINEST;
import static java.util.logging.Level.INFO;
import static java.util.logging.Level.OFF;
import static java.util.logging.Level.SEVERE;
import static java.util.logging.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunnerRestTest {
  private static final Logger LOGGER =
      Logger.getLogger("com.pulumi.deployment.internal.DeploymentImpl");

  private static final String TURN = "Remaining tasks [2]: {a=[b], c=[d]}";

  private final @Nullable Level level = LOGGER.getLevel();
  private final @Nullable Filter filter = LOGGER.getFilter();
  private final boolean echoed = LOGGER.getUseParentHandlers();
  private final List<String> heard = new ArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          heard.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listens() {
    LOGGER.setUseParentHandlers(false);
    LOGGER.setFilter(null);
    LOGGER.setLevel(SEVERE); // as the SDK does when a program starts
    listener.setLevel(Level.ALL);
    LOGGER.addHandler(listener);
  }

  @AfterEach
  void leavesAsFound() {
    LOGGER.removeHandler(listener);
    LOGGER.setLevel(level);
    LOGGER.setFilter(filter);
    LOGGER.setUseParentHandlers(echoed);
  }

  @Test
  void theRunnerRestsAtEachTurnAndNobodyHearsOfIt() {
    RunnerRest.begin();
    assertThat(taken(() -> LOGGER.log(FINEST, TURN))).isGreaterThan(Duration.ofMillis(9));
    assertThat(taken(() -> LOGGER.log(FINEST, TURN))).isGreaterThan(Duration.ofMillis(9));
    assertThat(heard).isEmpty();
  }

  @Test
  void nothingElseRests() {
    RunnerRest.begin();
    Duration taken =
        taken(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                LOGGER.log(FINEST, "Tasks not done: a");
              }
            });
    // With the shortest of rests at each it would be 100 s.
    assertThat(taken).isLessThan(Duration.ofSeconds(20));
    assertThat(heard).isEmpty();
  }

  @Test
  void whatWasHeardBeforeIsHeardStillAndNoMore() {
    LOGGER.setLevel(WARNING);
    RunnerRest.begin();
    RunnerRest.begin();
    LOGGER.info("told");
    LOGGER.warning("warned");
    LOGGER.severe("failed");
    assertThat(heard).containsExactly("warned", "failed");
  }

  @Test
  void aLoggerThatIsOffStaysSilent() {
    LOGGER.setLevel(OFF);
    RunnerRest.begin();
    LOGGER.severe("failed");
    LOGGER.log(OFF, "off");
    assertThat(heard).isEmpty();
  }

  @Test
  void aLevelThatIsInheritedIsThatOfTheLoggerAbove() {
    Logger above = LOGGER.getParent();
    @Nullable Level was = above.getLevel();
    LOGGER.setLevel(null);
    above.setLevel(INFO);
    try {
      RunnerRest.begin();
      above.setLevel(WARNING);
      LOGGER.info("told");
      LOGGER.warning("warned");
      assertThat(heard).containsExactly("warned");
    } finally {
      above.setLevel(was);
    }
  }

  @Test
  void aFilterOfTheUsersIsAskedStill() {
    LOGGER.setFilter(record -> !record.getMessage().contains("noise"));
    RunnerRest.begin();
    LOGGER.severe("noise");
    LOGGER.severe("failed");
    assertThat(heard).containsExactly("failed");
  }

  @Test
  void aLevelThatIsSetLaterCounts() {
    RunnerRest.begin();
    LOGGER.setLevel(FINEST);
    LOGGER.log(FINEST, "Tasks not done: a");
    assertThat(heard).containsExactly("Tasks not done: a");
  }

  @Test
  void aProgramThatStartsLaterRestsToo() {
    RunnerRest.begin();
    LOGGER.setLevel(WARNING);
    RunnerRest.begin();
    assertThat(taken(() -> LOGGER.log(FINEST, TURN))).isGreaterThan(Duration.ofMillis(9));
    LOGGER.info("told");
    LOGGER.warning("warned");
    assertThat(heard).containsExactly("warned");
  }

  @Test
  void whoLooksAtTheTurnsSeesThemAsTheyAre() {
    LOGGER.setLevel(FINEST);
    RunnerRest.begin();
    assertThat(LOGGER.getFilter()).isNull();
    LOGGER.log(FINEST, TURN);
    assertThat(heard).containsExactly(TURN);
  }

  @Test
  void anInterruptedThreadGoesOnAndStaysInterrupted() {
    RunnerRest.begin();
    Thread.currentThread().interrupt();
    LOGGER.log(FINEST, TURN);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(heard).isEmpty();
  }

  private static Duration taken(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
