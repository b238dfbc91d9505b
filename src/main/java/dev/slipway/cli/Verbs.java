package dev.slipway.cli;

import java.util.List;
import java.util.Optional;

/** What the command can be asked to do; no more of it is loaded than the verb at hand. */
final class Verbs {
  static final List<Summary> ALL =
      List.of(
          new Summary("synth", "Writes the manifests of environments."),
          new Summary(
              "check", "Holds manifests against the rules: an environment's, or anybody's."),
          new Summary("place", "Shows on which declared nodes pods go, and which find none."),
          new Summary("explain", "Tells what a rule is about, with examples."),
          new Summary("schema", "Prints the JSON Schema of the environment file."));

  private Verbs() {}

  static Optional<Verb> named(String name) {
    return switch (name) {
      case "synth" -> Optional.of(new Synth());
      case "check" -> Optional.of(new Check());
      case "place" -> Optional.of(new Place());
      case "explain" -> Optional.of(new Explain());
      case "schema" -> Optional.of(new Schema());
      default -> Optional.empty();
    };
  }

  static List<String> names() {
    return ALL.stream().map(Summary::name).toList();
  }

  /** A verb's name, and what it does; one sentence. */
  record Summary(String name, String text) {}
}
