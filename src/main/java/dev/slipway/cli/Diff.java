package dev.slipway.cli;

import dev.slipway.cli.compare.Masking;
import dev.slipway.cli.compare.ObjectChanges;
import dev.slipway.cli.output.OutputFolder;
import dev.slipway.cli.output.OutputTree;
import dev.slipway.cli.output.Written;
import dev.slipway.manifest.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Shows what {@code synth} would change. */
final class Diff implements Verb {
  private static final CommandOption FOLDER =
      CommandOption.once(
          "o", "out", "DIR", "The folder that synth would write to; dist without it.");

  @Override
  public List<CommandOption> options() {
    return List.of(SynthArguments.FILE, FOLDER, SynthArguments.IMAGE, SynthArguments.TODAY);
  }

  @Override
  public List<String> description() {
    return List.of(
        "What is rendered is compared with the files that are there, object by object and field by"
            + " field: + is new, - goes, ~ changes. Things in lists are told apart by their names"
            + " where they have any. Nothing is written, and no cluster is asked: 'kubectl diff -k'"
            + " on the written folder tells what is different there.",
        "Secrets are masked, also those that a file holds in plain text, as far as a name or a form"
            + " gives them away.",
        "It exits as 'kubectl diff' does: with 0 where nothing would change, with 1 where something"
            + " would, with more where it could not be told. The rules are not asked; 'check' does"
            + " that, and where it finds an error, synth writes nothing.");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("slipway diff", "Compares all environments with dist/."),
        new Example(
            "slipway diff -f prod.yaml --image forms=registry.example.com/forms:43",
            "Shows what another image would change in one of them."),
        new Example(
            "slipway diff || exit 1", "Ends a CI job where somebody has not written dist/ anew."));
  }

  @Override
  public int run(Arguments given, World world) throws IOException {
    SynthArguments asked = SynthArguments.of("diff", given, world.today());
    Path out =
        world
            .directory()
            .resolve(
                asked
                    .out()
                    .orElseThrow(
                        () ->
                            new UsageException(
                                "'diff' compares with a folder, and '-' is none.",
                                "Name the folder that synth writes to.")));
    try {
      List<Planned> planned = Planned.all(asked.files(), asked.today(), asked.images(), world);
      return compare(planned, out, world);
    } catch (InvalidInputException e) {
      world.tell(ProblemReport.of(e.problems(), "nothing was compared", world.errorStyle()));
      return ExitCode.BAD_INPUT;
    }
  }

  private static int compare(List<Planned> planned, Path out, World world) throws IOException {
    List<OutputTree> trees = Planned.trees(planned);
    OutputFolder output = new OutputFolder(world.disk(), out, () -> {});
    List<Written> written = output.preview(trees);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < trees.size(); i++) {
      Planned environment = planned.get(i);
      world.progress().step("Comparing", environment.name(), i + 1, trees.size());
      Path folder = written.get(i).folder();
      ObjectChanges changes =
          ObjectChanges.of(
              trees.get(i),
              written.get(i),
              Masking.of(environment.plan().all()),
              path -> output.read(folder.resolve(path)));
      text.append(DiffText.of(folder.toString(), changes, world.style()));
    }
    if (text.isEmpty()) {
      world.print("Nothing would change.\n");
      return ExitCode.FINE;
    }
    world.print(text.toString());
    return ExitCode.FINDINGS;
  }
}
