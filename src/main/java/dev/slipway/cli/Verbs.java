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
          new Summary("post-render", "Puts what a chart renders on node groups, and checks it."),
          new Summary("diff", "Shows what synth would change, by object and field."),
          new Summary("images", "Lists the images to copy, and the repositories they go to."),
          new Summary("explain", "Tells what a rule is about, with examples."),
          new Summary("schema", "Prints the JSON Schema of the environment file."),
          new Summary("init", "Makes a project of your own, with environments to begin with."),
          new Summary("completion", "Prints what completes the command in a shell."));

  private Verbs() {}

  static Optional<Verb> named(String name) {
    return switch (name) {
      case "synth" -> Optional.of(new Synth());
      case "check" -> Optional.of(new Check());
      case "place" -> Optional.of(new Place());
      case "post-render" -> Optional.of(new PostRender());
      case "diff" -> Optional.of(new Diff());
      case "images" -> Optional.of(new Images());
      case "init" -> Optional.of(new Init());
      case "completion" -> Optional.of(new Completion());
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
