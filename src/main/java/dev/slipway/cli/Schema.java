package dev.slipway.cli;

import java.io.IOException;
import java.util.List;

/** Prints the JSON Schema of the environment file. */
final class Schema implements Verb {
  private static final CommandOption OVERLAY =
      CommandOption.flag(
          "",
          "overlay",
          "The schema of a file that extends another: the same fields, none of them required.");

  @Override
  public List<CommandOption> options() {
    return List.of(OVERLAY);
  }

  @Override
  public List<String> description() {
    return List.of(
        "With the schema an editor completes environment files and marks mistakes in them. Editors"
            + " that use the YAML language server find it by a comment at the top of a file, which"
            + " begins with 'yaml-language-server: $schema=' and names the schema's file.");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("slipway schema > slipway.schema.json", "Keeps the schema for editors."),
        new Example(
            "slipway schema --overlay > slipway-overlay.schema.json",
            "The same for files that say 'extends'."));
  }

  @Override
  public int run(Arguments given, World world) throws IOException {
    if (!given.rest().isEmpty()) {
      throw new UsageException("'schema' takes no '" + given.rest().get(0) + "'.", "");
    }
    world.print(world.environments().schema(given.has(OVERLAY)));
    return ExitCode.FINE;
  }
}
