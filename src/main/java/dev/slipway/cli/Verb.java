package dev.slipway.cli;

import java.io.IOException;
import java.util.List;

/** Something that the command can be asked to do. */
interface Verb {

  /** What it takes, but for {@code --help}. */
  List<CommandOption> options();

  /** What it takes beside its options, for the synopsis: {@code [FILE]...}. */
  default String operands() {
    return "";
  }

  /** What it does, beyond its summary: paragraphs for the help. */
  List<String> description();

  /** Uses to learn from. */
  List<Example> examples();

  /**
   * Does it.
   *
   * @return an {@link ExitCode}
   * @throws dev.slipway.manifest.InvalidInputException if the input cannot be worked with
   * @throws UsageException if the arguments contradict each other
   * @throws IOException if standard output takes no more
   */
  int run(Arguments given, World world) throws IOException;

  /** A use, and what it does. */
  record Example(String command, String what) {}
}
