package dev.slipway.cli;

import dev.slipway.check.Baseline;
import dev.slipway.check.BaselineText;
import dev.slipway.check.Checks;
import dev.slipway.check.Report;
import dev.slipway.check.format.JsonFormat;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.target.Notice.Severity;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Holds manifests against the rules. */
final class Check implements Verb {
  private static final CommandOption FILE =
      CommandOption.once(
          "f",
          "file",
          "FILE",
          "The environment file with the cluster that the manifests are for, and the waivers.");
  private static final CommandOption FORMAT =
      CommandOption.once(
          "", "format", "text|json|sarif", "How to print what is found; text without it.");
  private static final CommandOption FAIL_ON =
      CommandOption.once(
          "",
          "fail-on",
          "error|warning|info|never",
          "How bad a finding must be to make it exit with 1; error without it.");
  private static final CommandOption BASELINE =
      CommandOption.once(
          "", "baseline", "FILE", "A file of findings that fail nothing, so that only others do.");
  private static final CommandOption WRITE_BASELINE =
      CommandOption.once(
          "",
          "write-baseline",
          "FILE",
          "Writes what is found to a file, for --baseline, and exits with 0.");
  private static final CommandOption SCOPE =
      CommandOption.once(
          "",
          "scope",
          "own|all",
          "Whose objects to tell of where manifests are given: own, without it, or all.");

  @Override
  public List<CommandOption> options() {
    return List.of(FILE, FORMAT, FAIL_ON, BASELINE, WRITE_BASELINE, SCOPE, SynthArguments.TODAY);
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
            + " as present. Without it, what depends on the cluster is not judged. Told is what is"
            + " found of the objects that are given, less those that Kubernetes keeps for itself in"
            + " a live cluster (kube-system and its like); with '--scope all' everything.",
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
        new Example("slipway check --format json manifests/", "Checks a folder, for a program."),
        new Example(
            "kubectl get deployments,services,pdb,hpa -A -o yaml | slipway check -",
            "Checks what runs in a cluster."),
        new Example(
            "slipway check --baseline known.yaml --format sarif manifests/ > slipway.sarif",
            "In CI: fails on what is not known yet, and shows the rest beside its lines."));
  }

  @Override
  public int run(Arguments given, World world) throws IOException {
    String format = oneOf(FORMAT, given, "text");
    String failOn = oneOf(FAIL_ON, given, "error");
    boolean all = oneOf(SCOPE, given, "own").equals("all");
    if (given.has(BASELINE) && given.has(WRITE_BASELINE)) {
      throw new UsageException(
          "'--baseline' and '--write-baseline' are given both.",
          "Give --write-baseline alone: it replaces the file.");
    }
    List<String> files = given.value(FILE).map(List::of).orElse(List.of());
    Supplier<LocalDate> today = SynthArguments.today(given, world.today());
    try {
      Reports reports =
          given.rest().isEmpty()
              ? Reports.of(
                  Planned.all(files, today, Map.of(), world).stream()
                      .map(Planned::withLeftOut)
                      .toList(),
                  world.progress())
              : foreign(given.rest(), files, today, all, world);
      if (given.has(WRITE_BASELINE)) {
        return write(given.value(WRITE_BASELINE).orElseThrow(), reports, world);
      }
      if (given.has(BASELINE)) {
        reports = since(given.value(BASELINE).orElseThrow(), reports, world);
      }
      world.print(printed(reports, format, given.has(BASELINE), world));
      return fails(reports, failOn) ? ExitCode.FINDINGS : ExitCode.FINE;
    } catch (InvalidInputException e) {
      world.tell(ProblemReport.of(e.problems(), "nothing was checked", world.errorStyle()));
      return ExitCode.BAD_INPUT;
    }
  }

  private static String printed(Reports reports, String format, boolean compared, World world) {
    return switch (format) {
      case "json" -> JsonFormat.of(reports.findings());
      case "sarif" -> Sarif.of(reports, compared);
      default -> reports.fullText(world.style());
    };
  }

  private static boolean fails(Reports reports, String failOn) {
    return switch (failOn) {
      case "never" -> false;
      case "info" -> reports.has(Severity.INFO);
      case "warning" -> reports.has(Severity.WARNING);
      default -> reports.has(Severity.ERROR);
    };
  }

  private static Reports since(String file, Reports reports, World world) {
    BaselineText known = BaselineFile.read(file, world);
    Reports since = reports.since(known.baseline());
    world.tell(ProblemReport.lines(known.stale(since.stale()), world.errorStyle()));
    return since;
  }

  private static int write(String file, Reports reports, World world) throws IOException {
    Baseline baseline = reports.baseline();
    BaselineFile.write(file, baseline, world);
    int findings = baseline.entries().values().stream().mapToInt(Integer::intValue).sum();
    world.print("'%s' has %s finding%s now.\n".formatted(file, findings, findings == 1 ? "" : "s"));
    return ExitCode.FINE;
  }

  /** The word that an option is given, which must be one of those that it takes. */
  private static String oneOf(CommandOption option, Arguments given, String otherwise) {
    String word = given.value(option).orElse(otherwise);
    List<String> words = List.of(option.value().split("\\|"));
    if (!words.contains(word)) {
      throw new UsageException(
          "'" + option.shown() + " " + word + "' is none that there is.",
          "There are "
              + String.join(", ", words.subList(0, words.size() - 1))
              + " and "
              + words.get(words.size() - 1)
              + ".");
    }
    return word;
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

  private static Reports foreign(
      List<String> names, List<String> files, Supplier<LocalDate> today, boolean all, World world) {
    ManifestFiles read = ManifestFiles.given(names, world);
    List<Manifest> theirs = read.manifests();
    List<Manifest> own = theirs.stream().filter(manifest -> !isOfKubernetes(manifest)).toList();
    if (files.isEmpty()) {
      Report report = Checks.ofManifestsAlone().located(read).run(theirs, List.of());
      return Reports.of(all || own.size() == theirs.size() ? report : report.about(own));
    }
    Planned environment = Planned.all(files, today, Map.of(), world).get(0).withLeftOut();
    Report report =
        environment
            .checks()
            .located(read.or(environment.checks().locator()))
            .run(environment.beside(theirs), environment.plan().notices());
    return Reports.of(all ? report : report.about(own));
  }

  /** Whether it was read from a cluster's namespaces that are not for its users. */
  private static boolean isOfKubernetes(Manifest manifest) {
    return manifest.metadata().has("uid") && manifest.ref().namespace().startsWith("kube-");
  }
}
