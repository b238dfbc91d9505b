package dev.slipway.cli;

/**
 * An option of a verb, for the parser and for the help alike.
 *
 * @param letter its short name; empty if it has none
 * @param name its long name
 * @param value what its value stands for; empty if it takes none
 * @param repeatable whether it may be given several times
 * @param description what it does; full sentences
 */
record CommandOption(
    String letter, String name, String value, boolean repeatable, String description) {
  static final CommandOption HELP = flag("h", "help", "Shows this.");

  static CommandOption flag(String letter, String name, String description) {
    return new CommandOption(letter, name, "", false, description);
  }

  static CommandOption once(String letter, String name, String value, String description) {
    return new CommandOption(letter, name, value, false, description);
  }

  static CommandOption repeated(String letter, String name, String value, String description) {
    return new CommandOption(letter, name, value, true, description);
  }

  /** How the option is written where it is spoken of: {@code --file}. */
  String shown() {
    return "--" + name;
  }

  /** The option in a synopsis: {@code [-f FILE]...}. */
  String synopsis() {
    String key = letter.isEmpty() ? "--" + name : "-" + letter;
    return "[" + key + (value.isEmpty() ? "" : " " + value) + "]" + (repeatable ? "..." : "");
  }

  /** The option in a list: {@code -f, --file FILE}. */
  String heading() {
    return (letter.isEmpty() ? "    " : "-" + letter + ", ")
        + "--"
        + name
        + (value.isEmpty() ? "" : " " + value);
  }
}
