package dev.slipway.cli;

import dev.slipway.cli.output.OutputFolder;
import dev.slipway.cli.output.OutputTree;
import dev.slipway.cli.output.Written;
import dev.slipway.files.EnvironmentFiles;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.render.Plan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the manifests of environments. */
final class Synth implements Verb {
  /** The first minor version whose own kubectl, and the one before it, have kustomize 5. */
  private static final int KUSTOMIZE_5 = 28;

  @Override
  public List<CommandOption> options() {
    return List.of(
        SynthArguments.FILE, SynthArguments.OUT, SynthArguments.IMAGE, SynthArguments.TODAY);
  }

  @Override
  public List<String> description() {
    return List.of(
        "Each environment has a folder of its own below DIR, which 'kubectl apply -k' takes as it"
            + " is: a file for each object, kustomization.yaml with the order in which a cluster"
            + " wants them, and beside them what a cloud must know (cloud/) and pages for people.",
        "Either everything is written or, where something is wrong, nothing. Files that would not"
            + " change are not touched, and only files that Slipway wrote are ever removed;"
            + " .slipway in each folder keeps account of them.");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("slipway synth", "Writes every environment in environments/ into dist/."),
        new Example(
            "slipway synth -f environments/prod.yaml -o - | kubectl diff -f -",
            "Shows what applying one environment would change."),
        new Example(
            "slipway synth -f prod.yaml --image forms=registry.example.com/forms:42",
            "Writes one environment with another image."));
  }

  @Override
  public int run(Arguments given, World world) throws IOException {
    SynthArguments asked = SynthArguments.of(given, world.today());
    List<Planned> planned = plan(asked, world);
    NoticeReport notices = NoticeReport.of(planned);
    world.tell(notices.text(world.errorStyle()));
    if (notices.blocks()) {
      return ExitCode.FINDINGS;
    }
    if (asked.out().isPresent()) {
      write(planned, world.directory().resolve(asked.out().get()), world);
    } else {
      print(planned, world);
    }
    return ExitCode.FINE;
  }

  private static void write(List<Planned> planned, Path out, World world) throws IOException {
    Problems problems = new Problems();
    List<OutputTree> trees = new ArrayList<>();
    for (Planned environment : planned) {
      @Nullable OutputTree tree =
          problems.collect(
              () ->
                  OutputTree.of(
                      environment.name(), environment.plan(), environment.takesKustomize5()));
      if (tree != null) {
        trees.add(tree);
      }
    }
    problems.throwIfAny();
    OutputFolder folder =
        new OutputFolder(
            world.disk(),
            out,
            () -> world.tell("Another run is writing to '" + out + "'; waiting for it.\n"));
    List<Written> written = folder.write(trees);
    world.print(WrittenTable.of(written, world.style()));
  }

  private static void print(List<Planned> planned, World world) throws IOException {
    if (planned.size() > 1) {
      throw new UsageException(
          "'-o -' prints one environment, and there are "
              + planned.size()
              + ": "
              + planned.stream().map(Planned::name).reduce((a, b) -> a + ", " + b).orElse("")
              + ".",
          "They are for different clusters; name the file of one with -f.");
    }
    Plan plan = planned.get(0).plan();
    ByteArrayOutputStream stream = new ByteArrayOutputStream(1 << 16);
    YamlWriter.write(plan.all(), stream);
    stream.writeTo(world.out());
    world.out().flush();
    world.tell(WrittenTable.ofStream(planned.get(0).name(), plan, stream.size()));
  }

  private static List<Planned> plan(SynthArguments asked, World world) {
    boolean named = !asked.files().isEmpty();
    List<String> files = named ? asked.files() : EnvironmentFiles.in(world.directory());
    Problems problems = new Problems();
    Map<String, String> fileOf = new LinkedHashMap<>();
    List<Planned> planned = new ArrayList<>();
    for (String file : files) {
      problems.collect(
          () -> {
            EnvironmentSource.Declared environment = world.environments().read(file).orElse(null);
            if (environment == null) {
              refuseIfNamed(file, named);
              return true;
            }
            refuseSecond(environment.name(), file, fileOf);
            planned.add(
                new Planned(
                    environment.name(),
                    environment.kubernetes().atLeast(KUSTOMIZE_5),
                    environment.plan(asked.today(), asked.images())));
            return true;
          });
    }
    problems.throwIfAny();
    if (planned.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
              "Every file in '" + EnvironmentFiles.FOLDER + "' is abstract.",
              "Add an environment that extends one of them, or name a file with -f."));
    }
    return planned;
  }

  private static void refuseIfNamed(String file, boolean named) {
    if (named) {
      throw new InvalidInputException(
          Problem.of(
              "'" + file + "' is abstract: a base for other environments, not one itself.",
              "Name a file that extends it."));
    }
  }

  /** Two environments of one name would be written to one folder. */
  private static void refuseSecond(String name, String file, Map<String, String> fileOf) {
    @Nullable String other = fileOf.putIfAbsent(name.toLowerCase(Locale.ROOT), file);
    if (other != null) {
      throw new InvalidInputException(
          Problem.of(
              other.equals(file)
                  ? "'" + file + "' is named twice."
                  : "'" + other + "' and '" + file + "' are both environment '" + name + "'.",
              other.equals(file) ? "Name it once." : "Give one of them another name."));
    }
  }

  /**
   * An environment and its plan.
   *
   * @param takesKustomize5 whether whoever applies to its cluster has kustomize 5 in kubectl
   */
  record Planned(String name, boolean takesKustomize5, Plan plan) {}
}
