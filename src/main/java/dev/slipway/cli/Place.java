package dev.slipway.cli;

import dev.slipway.check.Finding;
import dev.slipway.check.Schedule;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Problem;
import dev.slipway.placement.Judgement;
import dev.slipway.placement.Placement;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Shows on which declared nodes pods go, and what becomes of them when something changes. */
final class Place implements Verb {
  private static final CommandOption FILE =
      CommandOption.once(
          "f",
          "file",
          "FILE",
          "The environment file with the cluster. Without it, the one in environments/.");
  private static final CommandOption FORMAT =
      CommandOption.once("", "format", "text|json", "How to print it; text without it.");

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
        "Goes by the scheduler's own filters, with what every node has and every pod requests, and"
            + " needs no cluster. The environment file may have no applications; a MANIFEST is a"
            + " file of Kubernetes objects, a folder of such, or - for standard input. What the"
            + " environment itself renders is placed beside them.",
        "Below the nodes stand the scenarios: what is declared, one node drained, a zone lost, a"
            + " rolling update, autoscalers and node groups at their maximum, two trainers. Each"
            + " has one of four verdicts: schedules; fits-if-repacked, where the scheduler may miss"
            + " the placement that there is; impossible, which is proved; undecided.",
        "A scenario that must hold and does not makes it exit with 1, unless it is waived."
            + " 'scenarios' in the environment file says which must.");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("slipway place -f environments/prod.yaml", "Places what synth would write."),
        new Example(
            "helm template shop ./chart | slipway place -f environments/prod.yaml -",
            "Places what another tool renders beside it."),
        new Example(
            "slipway place -f environments/prod.yaml --format json", "Tells it to a program."));
  }

  @Override
  public int run(Arguments given, World world) throws IOException {
    boolean json = Check.isJson(given.value(FORMAT).orElse("text"));
    List<String> files = given.value(FILE).map(List::of).orElse(List.of());
    Supplier<LocalDate> today = SynthArguments.today(given, world.today());
    try {
      List<Manifest> theirs =
          given.rest().isEmpty() ? List.of() : ManifestFiles.given(given.rest(), world).manifests();
      List<Planned> environments = Planned.all(files, today, Map.of(), world);
      if (environments.size() > 1 && (json || !theirs.isEmpty())) {
        throw new UsageException(
            "There are " + environments.size() + " environments to place it in.",
            "Name the file of one with -f.");
      }
      List<Placing> placings = new ArrayList<>();
      for (Planned environment : environments) {
        placings.add(place(environment, theirs));
      }
      StringBuilder text = new StringBuilder();
      boolean fails = false;
      for (Placing placing : placings) {
        text.append(
            json
                ? PlacementJson.of(placing.judgement())
                : PlacementTable.of(placing, world.style()));
        fails |= placing.fails();
      }
      world.print(text.toString());
      return fails ? ExitCode.FINDINGS : ExitCode.FINE;
    } catch (InvalidInputException e) {
      world.tell(ProblemReport.of(e.problems(), "nothing was placed", world.errorStyle()));
      return ExitCode.BAD_INPUT;
    }
  }

  private static Placing place(Planned environment, List<Manifest> theirs) {
    Cluster cluster = environment.checks().cluster().orElseThrow();
    if (cluster.nodeGroups().isEmpty() || cluster.distribution().choosesNodes()) {
      throw new InvalidInputException(
          Problem.of(
              "Nothing can be placed on cluster '%s': %s."
                  .formatted(
                      cluster.name(),
                      cluster.nodeGroups().isEmpty()
                          ? "it declares no node group"
                          : "it chooses its nodes itself"),
              "Declare node groups; docs/environment-file.md#node-group has an example."));
    }
    List<Manifest> all = environment.beside(theirs);
    Judgement judgement =
        Placement.of(cluster, environment.checks().scenarios())
            .judge(ManifestSet.of(all), environment.checks().declarations());
    return new Placing(
        environment.name(),
        cluster,
        judgement,
        judgement.failures().isEmpty() ? List.of() : findings(environment, all));
  }

  private static List<Finding> findings(Planned environment, List<Manifest> all) {
    return environment.checks().run(all, List.of()).findings().stream()
        .filter(finding -> finding.rule().startsWith(Schedule.RULES))
        .toList();
  }

  /**
   * What became of an environment's pods.
   *
   * @param findings what the rules make of it, where a scenario that must hold does not
   */
  record Placing(String name, Cluster cluster, Judgement judgement, List<Finding> findings) {

    /** Whether a scenario does not hold that must, and that is not accepted. */
    boolean fails() {
      return !judgement.failures().isEmpty()
          && (findings.isEmpty() || findings.stream().anyMatch(finding -> !finding.isWaived()));
    }
  }
}
