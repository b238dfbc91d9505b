package dev.slipway.cli;

/** The command line cannot be understood. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * What is wrong with the command line.
   *
   * @param remedy what to do about it; full sentences
   */
  UsageException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
