package dev.slipway.cli;

import dev.slipway.check.Checks;
import dev.slipway.check.Report;
import dev.slipway.check.format.JsonFormat;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Holds manifests against the rules. */
final class Check implements Verb {
  private static final CommandOption FILE =
      CommandOption.once(
          "f",
          "file",
          "FILE",
          "The environment file with the cluster that the manifests are for, and the waivers.");
  private static final CommandOption FORMAT =
      CommandOption.once("", "format", "text|json", "How to print what is found; text without it.");

  @Override
  public List<CommandOption> options() {
    return List.of(FILE, FORMAT, SynthArguments.TODAY);
  }

  @Override
  public String operands() {
    return "[MANIFEST|-]...";
  }

  @Override
  public List<String> description() {
    return List.of(
        "A MANIFEST is a file of Kubernetes objects, a folder of such, or - for standard input."
            + " Without one, what 'synth' would write is checked: of the environment that -f names,"
            + " or of every one in environments/.",
        "With -f, manifests are held against that environment's cluster, and its own objects count"
            + " as present. Without it, what depends on the cluster is not judged.",
        "An error that no waiver covers makes it exit with 1. Waivers stand in the environment file"
            + " or, as 'slipway.dev/waive.RULE: reason', among the annotations of an object.");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("slipway check -f environments/prod.yaml", "Checks what synth would write."),
        new Example(
            "helm template shop ./chart | slipway check -f environments/prod.yaml -",
            "Checks what another tool renders, for the cluster of an environment."),
        new Example("slipway check --format json manifests/", "Checks a folder, for a program."));
  }

  @Override
  public int run(Arguments given, World world) throws IOException {
    boolean json = isJson(given.value(FORMAT).orElse("text"));
    List<String> files = given.value(FILE).map(List::of).orElse(List.of());
    LocalDate today = SynthArguments.today(given, world.today());
    try {
      Reports reports =
          given.rest().isEmpty()
              ? Reports.of(Planned.all(files, today, Map.of(), world), world.progress())
              : Reports.of(foreign(given.rest(), files, today, world));
      world.print(json ? JsonFormat.of(reports.findings()) : reports.fullText(world.style()));
      return reports.blocks() ? ExitCode.FINDINGS : ExitCode.FINE;
    } catch (InvalidInputException e) {
      world.tell(ProblemReport.of(e.problems(), "nothing was checked", world.errorStyle()));
      return ExitCode.BAD_INPUT;
    }
  }

  static boolean isJson(String format) {
    return switch (format) {
      case "json" -> true;
      case "text" -> false;
      default ->
          throw new UsageException(
              "'--format " + format + "' is none that there is.", "There are text and json.");
    };
  }

  private static Report foreign(
      List<String> names, List<String> files, LocalDate today, World world) {
    ManifestFiles read = ManifestFiles.given(names, world);
    List<Manifest> theirs = read.manifests();
    if (files.isEmpty()) {
      return Checks.ofManifestsAlone().located(read).run(theirs, List.of());
    }
    Planned environment = Planned.all(files, today, Map.of(), world).get(0);
    return environment
        .checks()
        .located(read)
        .run(environment.beside(theirs), environment.plan().notices())
        .about(theirs);
  }
}
