package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a long run is at, on a line of the terminal that is gone when it ends. Where standard error
 * is no terminal, nothing is ever shown, and no thread is started.
 */
public final class Progress {
  /** Runs that are over sooner show nothing. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** Back to the line's beginning, and away with what stands there. */
  static final String ERASE = "\r\u001b[K";

  private final OutputStream terminal;
  private final boolean shown;
  private final Duration patience;
  private String step = "";
  private boolean visible;
  private @Nullable Thread showing;

  Progress(OutputStream terminal, boolean shown, Duration patience) {
    this.terminal = terminal;
    this.shown = shown;
    this.patience = patience;
  }

  /** Progress on standard error. */
  static Progress on(OutputStream err, Map<String, String> env) {
    return new Progress(err, Style.isTerminal(env, '2'), PATIENCE);
  }

  /**
   * Says what is done from now on.
   *
   * @param what such as {@code Checking}
   * @param which such as an environment's name
   * @param number of which things this is the how manieth, from 1
   */
  void step(String what, String which, int number, int of) {
    if (!shown) {
      return;
    }
    String count = of > 1 ? " (" + number + " of " + of + ")" : "";
    synchronized (this) {
      step = what + " " + which + count + "...";
      if (visible) {
        write(ERASE + step);
      }
      if (showing == null) {
        showing = new Thread(this::show, "progress");
        showing.setDaemon(true);
        showing.start();
      }
    }
  }

  /** Makes room for something else on the terminal; what is done next is shown again. */
  synchronized void hide() {
    if (visible) {
      write(ERASE);
      visible = false;
    }
    step = "";
    if (showing != null) {
      showing.interrupt();
      showing = null;
    }
  }

  private void show() {
    try {
      Thread.sleep(patience.toMillis());
    } catch (InterruptedException e) {
      return;
    }
    synchronized (this) {
      if (showing == Thread.currentThread() && !step.isEmpty()) {
        visible = true;
        write(step);
      }
    }
  }

  private void write(String text) {
    try {
      terminal.write(text.getBytes(UTF_8));
      terminal.flush();
    } catch (IOException e) {
      // Nobody looks at it.
    }
  }
}
