package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  private static final Map<String, String> TERMINAL =
      Map.of("SLIPWAY_TERMINAL", "2", "TERM", "xterm");

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  private void waitFor(String text) throws InterruptedException {
    while (!terminal.toString(UTF_8).endsWith(text)) {
      Thread.sleep(5);
    }
  }

  @Test
  @Timeout(30)
  void aLongRunShowsWhatItIsAtOnOneLineThatIsGoneAtItsEnd() throws InterruptedException {
    Progress progress = new Progress(terminal, true, Duration.ZERO);

    progress.step("Checking", "dev", 1, 2);
    waitFor("Checking dev (1 of 2)...");
    progress.step("Checking", "prod", 2, 2);
    waitFor("\r\u001b[KChecking prod (2 of 2)...");
    progress.hide();

    assertThat(terminal.toString(UTF_8)).endsWith("\r\u001b[K");
  }

  @Test
  @Timeout(30)
  void whatIsPrintedInBetweenHasTheLineForItself() throws InterruptedException {
    Progress progress = new Progress(terminal, true, Duration.ZERO);

    progress.step("Reading", "a.yaml", 1, 1);
    waitFor("Reading a.yaml...");
    progress.hide();
    progress.step("Writing to", "dist", 1, 1);
    waitFor("\r\u001b[KWriting to dist...");
    progress.hide();
  }

  @Test
  void aShortRunShowsNothing() {
    Progress progress = new Progress(terminal, true, Duration.ofMinutes(1));

    progress.step("Reading", "a.yaml", 1, 1);
    progress.hide();

    assertThat(terminal.size()).isZero();
  }

  @Test
  void aPipeIsNoTerminalAndNeitherIsOneThatCanOnlyPrint() {
    assertThat(Style.isTerminal(TERMINAL, '2')).isTrue();
    assertThat(Style.isTerminal(Map.of("SLIPWAY_TERMINAL", "1", "TERM", "xterm"), '2')).isFalse();
    assertThat(Style.isTerminal(Map.of("SLIPWAY_TERMINAL", "2", "TERM", "dumb"), '2')).isFalse();
    assertThat(Style.isTerminal(Map.of(), '2')).isFalse();
  }

  @Test
  void whereThereIsNoTerminalNoThreadIsStarted() {
    Progress progress = new Progress(terminal, false, Duration.ZERO);

    progress.step("Reading", "a.yaml", 1, 1);

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("progress");
    assertThat(terminal.size()).isZero();
  }

  @Test
  void theVerbsSayNothingOfTheirProgressInAPipe(@TempDir Path directory) throws Exception {
    Files.createDirectories(directory.resolve("environments"));
    Files.copy(
        Path.of("environments/hypercache.yaml"), directory.resolve("environments/hypercache.yaml"));

    assertThat(Shipped.run(directory, Map.of(), "diff").err()).isEmpty();
  }
}
