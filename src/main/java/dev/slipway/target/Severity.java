package dev.slipway.target;

import java.util.Locale;

/** How bad something is that is found, the worst first. */
public enum Severity {
  /** It will not work, or is not safe: nothing is written unless it is waived. */
  ERROR,
  /** It will surprise somebody. */
  WARNING,
  /** Worth knowing. */
  INFO;

  /** As reports write it: {@code error}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
