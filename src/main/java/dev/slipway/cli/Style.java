package dev.slipway.cli;

import dev.slipway.check.format.Ink;
import java.util.Map;

/**
 * Colours where a terminal shows them, nothing elsewhere.
 *
 * <p>Java cannot tell which of its streams is a terminal; whoever starts it can, and says so in
 * {@code SLIPWAY_TERMINAL}: a {@code 1} for standard output, a {@code 2} for standard error.
 *
 * @see <a href="https://no-color.org/">NO_COLOR</a>
 */
final class Style implements Ink {
  private static final Style PLAIN = new Style(false);
  private static final Style COLOURED = new Style(true);

  private final boolean coloured;

  private Style(boolean coloured) {
    this.coloured = coloured;
  }

  static Style of(Map<String, String> env, char stream) {
    boolean wanted = env.getOrDefault("NO_COLOR", "").isEmpty();
    return isTerminal(env, stream) && wanted ? COLOURED : PLAIN;
  }

  /** Whether a stream is shown by a terminal that can do more than print. */
  static boolean isTerminal(Map<String, String> env, char stream) {
    return env.getOrDefault("SLIPWAY_TERMINAL", "").indexOf(stream) >= 0
        && !env.getOrDefault("TERM", "dumb").equals("dumb");
  }

  @Override
  public String strong(String text) {
    return paint("1", text);
  }

  @Override
  public String bad(String text) {
    return paint("1;31", text);
  }

  @Override
  public String warning(String text) {
    return paint("33", text);
  }

  String good(String text) {
    return paint("32", text);
  }

  @Override
  public String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
