package dev.slipway.cli;

import dev.slipway.check.Checks;
import dev.slipway.check.Locator;
import dev.slipway.check.Report;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.postrender.ManifestStream;
import dev.slipway.postrender.PostRendered;
import java.io.IOException;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does to what a chart or another tool rendered what an environment says, and passes it on. */
final class PostRender implements Verb {
  private static final String STANDARD_INPUT = "-";
  private static final CommandOption FILE =
      CommandOption.once(
          "f",
          "file",
          "FILE",
          "The environment file with the cluster and the rules. Without it, the one in"
              + " environments/.");

  @Override
  public List<CommandOption> options() {
    return List.of(FILE, SynthArguments.TODAY);
  }

  @Override
  public List<String> description() {
    return List.of(
        "Reads manifests from standard input, as Helm gives them to a post-renderer, does to them"
            + " what 'postRender' in the environment file says, checks the result as 'slipway"
            + " check' does, and prints it: the same objects in the same order, and those that no"
            + " rule changes byte for byte as they came. docs/post-render.md shows how.",
        "Where something is wrong nothing is printed, so that whoever called it stops: it exits"
            + " with 1 for an error that no waiver covers, and with 2 for input that cannot be"
            + " worked with, a rule that matches nothing, or rules that contradict each other.");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "helm install shop ./chart --post-renderer slipway --post-renderer-args post-render"
                + " --post-renderer-args -f --post-renderer-args prod.yaml",
            "Installs a chart with what prod.yaml says of it (Helm 3)."),
        new Example(
            "kustomize build overlay | slipway post-render -f prod.yaml | kubectl apply -f -",
            "The same for any other tool."));
  }

  @Override
  public int run(Arguments given, World world) throws IOException {
    if (!given.rest().isEmpty()) {
      throw new UsageException(
          "'post-render' takes no '" + given.rest().get(0) + "'.",
          "It reads standard input; an environment file is named by -f.");
    }
    try {
      Problems problems = new Problems();
      @Nullable ManifestStream stream = problems.collect(() -> read(world));
      @Nullable Planned environment = problems.collect(() -> environment(given, world));
      problems.throwIfAny();
      if (stream == null || environment == null) {
        throw new IllegalStateException("There is neither a stream nor a problem.");
      }
      PostRendered rendered =
          environment.declared().postRenderer().render(stream, environment.plan().everything());
      return passOn(rendered, environment, world);
    } catch (InvalidInputException e) {
      world.tell(ProblemReport.of(e.problems(), "nothing was passed on", world.errorStyle()));
      return ExitCode.BAD_INPUT;
    }
  }

  private static ManifestStream read(World world) {
    byte[] content;
    try {
      content = world.in().readAllBytes();
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of("Standard input cannot be read: " + e.getMessage() + ".", "Try it again."));
    }
    Problems doubled = new Problems();
    ManifestStream stream = ManifestStream.read(STANDARD_INPUT, content, doubled);
    world.tell(ProblemReport.lines(doubled.all(), world.errorStyle()));
    return stream;
  }

  private static Planned environment(Arguments given, World world) {
    Supplier<LocalDate> today = SynthArguments.today(given, world.today());
    List<Planned> all =
        Planned.all(given.value(FILE).map(List::of).orElse(List.of()), today, Map.of(), world);
    if (all.size() > 1) {
      throw new UsageException(
          "There are " + all.size() + " environments.", "Name the file of one with -f.");
    }
    return all.get(0);
  }

  private static int passOn(PostRendered rendered, Planned environment, World world)
      throws IOException {
    Report report = report(rendered, environment);
    Reports reports = Reports.of(report);
    if (reports.blocks()) {
      world.tell(reports.fullText(world.errorStyle()) + "Nothing was passed on.\n");
      return ExitCode.FINDINGS;
    }
    byte[] bytes = rendered.bytes();
    world.tell(reports.text(world.errorStyle()));
    world.progress().hide();
    world.out().write(bytes);
    world.out().flush();
    return ExitCode.FINE;
  }

  /** Hooks that come by themselves name what comes with the rest of the release. */
  private static Report report(PostRendered rendered, Planned environment) {
    Checks checks = environment.checks().located(new Places(rendered));
    List<Manifest> theirs = rendered.manifests();
    List<Manifest> all = environment.beside(theirs);
    Report report =
        rendered.isHooksOnly()
            ? checks.runPart(all)
            : checks.run(all, environment.plan().notices());
    return report.about(theirs);
  }

  /** Where fields stood before anything was changed. */
  private static final class Places implements Locator {
    private final Map<Manifest, YamlMapping> sources = new IdentityHashMap<>();

    Places(PostRendered rendered) {
      for (int i = 0; i < rendered.manifests().size(); i++) {
        sources.put(rendered.manifests().get(i), rendered.stream().objects().get(i).source());
      }
    }

    @Override
    public Optional<Position> find(Manifest manifest, FieldPath path) {
      @Nullable YamlMapping source = sources.get(manifest);
      return source == null
          ? manifest.origin().at()
          : Optional.of(ManifestFiles.place(source, path));
    }
  }
}
