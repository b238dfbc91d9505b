package dev.slipway.cli;

import dev.slipway.cli.output.OutputFolder;
import dev.slipway.cli.output.OutputTree;
import dev.slipway.cli.output.Written;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.render.Plan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the manifests of environments. */
final class Synth implements Verb {
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
    SynthArguments asked = SynthArguments.of("synth", given, world.today());
    List<Planned> planned = Planned.all(asked.files(), asked.today(), asked.images(), world);
    planned.stream().filter(Planned::isEmpty).forEach(empty -> tellOfNothing(empty, world));
    Reports reports = Reports.of(planned, world.progress());
    world.tell(reports.text(world.errorStyle()));
    if (reports.blocks()) {
      world.tell("Nothing was written.\n");
      return ExitCode.FINDINGS;
    }
    if (asked.out().isPresent()) {
      write(planned, world.directory().resolve(asked.out().get()), world);
    } else {
      print(planned, world);
    }
    return ExitCode.FINE;
  }

  /** An environment may have no applications, to check other tools' manifests with. */
  private static void tellOfNothing(Planned environment, World world) {
    world.tell(
        world.errorStyle().warning("warning")
            + " Environment '"
            + environment.name()
            + "' has no applications, so nothing is rendered.\n"
            + "    Add applications; docs/environment-file.md#environment has an example. To check"
            + " other manifests with it, use 'slipway check'.\n");
  }

  private static void write(List<Planned> planned, Path out, World world) throws IOException {
    List<OutputTree> trees = Planned.trees(planned);
    OutputFolder folder =
        new OutputFolder(
            world.disk(),
            out,
            () -> world.tell("Another run is writing to '" + out + "'; waiting for it.\n"));
    world.progress().step("Writing to", out.toString(), 1, 1);
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
    world.progress().hide();
    stream.writeTo(world.out());
    world.out().flush();
    world.tell(WrittenTable.ofStream(planned.get(0).name(), plan, stream.size()));
  }
}
