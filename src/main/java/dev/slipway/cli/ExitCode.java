package dev.slipway.cli;

/** How a run ended, for scripts. */
final class ExitCode {
  static final int FINE = 0;

  /** The input was understood, and something in it must not stay as it is. */
  static final int FINDINGS = 1;

  /** The input, the arguments or the machine are such that nothing could be done. */
  static final int BAD_INPUT = 2;

  /** Slipway failed at something that it should be able to do. */
  static final int OUR_FAULT = 3;

  private ExitCode() {}
}
