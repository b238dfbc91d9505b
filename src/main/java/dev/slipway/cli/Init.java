package dev.slipway.cli;

import dev.slipway.catalog.Catalog;
import dev.slipway.cli.init.ProjectFiles;
import dev.slipway.cli.output.NewFiles;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Suggestions;
import dev.slipway.notation.SystemNotation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a new project of the user's own. */
final class Init implements Verb {
  private static final CommandOption SYSTEM =
      CommandOption.once(
          "",
          "system",
          "SYSTEM",
          "The system whose environments the project begins with; without it, an application of"
              + " the project's own.");

  @Override
  public List<CommandOption> options() {
    return List.of(SYSTEM);
  }

  @Override
  public String operands() {
    return "DIR";
  }

  @Override
  public List<String> description() {
    return List.of(
        "The project has environments, a program in Java that takes them to manifests, to charts of"
            + " a cdk8s app or to resources of Pulumi, and a test that holds them against the"
            + " rules. Maven builds it; for the environments alone, and this command, its Java is"
            + " not needed.",
        "DIR is made where it is not there. Files that are there are never replaced: where one is"
            + " in the way, nothing is written.",
        "The systems are: " + String.join(", ", systems()) + ".");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("slipway init shop", "Makes a project in the folder shop."),
        new Example(
            "slipway init --system mllp-server interfaces",
            "Makes one with the environments of a system, to be changed to one's own."));
  }

  @Override
  public int run(Arguments given, World world) throws IOException {
    if (given.rest().size() != 1) {
      throw new UsageException("'init' takes one folder.", "Name it: 'slipway init shop'.");
    }
    Path folder = world.directory().resolve(given.rest().get(0));
    @Nullable Path last = folder.toAbsolutePath().normalize().getFileName();
    String name = ProjectFiles.name(last == null ? "" : last.toString());
    Map<String, String> files =
        new LinkedHashMap<>(
            given
                .value(SYSTEM)
                .map(system -> ofSystem(name, system))
                .orElseGet(() -> ProjectFiles.of(name)));
    files.put("schema/slipway.schema.json", world.environments().schema(false));
    try {
      NewFiles.write(world.disk(), folder, files);
    } catch (InvalidInputException e) {
      world.tell(ProblemReport.of(e.problems(), world.errorStyle()));
      return ExitCode.BAD_INPUT;
    }
    StringBuilder text = new StringBuilder(world.style().strong(given.rest().get(0))).append('\n');
    files.keySet().forEach(file -> text.append("  ").append(file).append('\n'));
    text.append(
        "Change environments/ to what you have; README.md tells what can be done with them.\n");
    world.print(text.toString());
    return ExitCode.FINE;
  }

  private static Map<String, String> ofSystem(String name, String system) {
    return ProjectFiles.ofSystem(name, system)
        .orElseThrow(
            () ->
                new UsageException(
                    "There is no system '" + system + "'.",
                    Suggestions.closest(system, systems())
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("There are: " + String.join(", ", systems()) + ".")));
  }

  private static List<String> systems() {
    return Catalog.systems().stream().map(SystemNotation::id).toList();
  }
}
