package dev.slipway.cli;

/** Whether a verb prints for people or for programs. */
final class OutputFormat {
  static final CommandOption OPTION =
      CommandOption.once("", "format", "text|json", "How to print it; text without it.");

  private OutputFormat() {}

  /**
   * Whether JSON is asked for.
   *
   * @throws UsageException if something else than text and JSON is
   */
  static boolean isJson(Arguments given) {
    String format = given.value(OPTION).orElse("text");
    return switch (format) {
      case "json" -> true;
      case "text" -> false;
      default ->
          throw new UsageException(
              "'--format " + format + "' is none that there is.", "There are text and json.");
    };
  }
}
