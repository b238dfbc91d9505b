package dev.slipway.environment;

import dev.slipway.definition.Definition;
import dev.slipway.definition.JsonSchema;
import dev.slipway.definition.Reading;
import dev.slipway.definition.ReferencePage;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.notation.SystemNotation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads environment files, given the systems that their applications can be. */
public final class Environments {
  private static final String REFERENCE_PAGE = "docs/environment-file.md";

  private final List<SystemNotation> systems;
  private @Nullable Definition<Environment> definition;

  public Environments(List<SystemNotation> systems) {
    this.systems = List.copyOf(systems);
  }

  /**
   * What a file and those it extends declare; nothing where the file is only there to be extended.
   *
   * @param file its name, as the user gave it
   * @throws dev.slipway.manifest.InvalidInputException with every problem, each with its place
   */
  public Optional<Environment> read(String file, Inputs inputs) {
    Layers.Merged merged = Layers.read(file, inputs);
    if (merged.isAbstract()) {
      return Optional.empty();
    }
    Reading reading = Reading.with(new Substitution(inputs)).explainedOn(REFERENCE_PAGE);
    return Optional.of(definition().read(merged.root(), reading, Environments::problemsOfPlan));
  }

  /** Where something is wrong in the file, what does not fit together is told in the same run. */
  private static List<Problem> problemsOfPlan(Environment environment) {
    Problems problems = new Problems();
    problems.collect(environment::plan);
    return problems.all();
  }

  /** The JSON Schema of environment files, in which a file that extends another is an overlay. */
  public Mapping schema() {
    return JsonSchema.fullOrOverlay(definition(), List.of("extends", "abstract"));
  }

  /** The JSON Schema of files that extend another: nothing is required. */
  public Mapping overlaySchema() {
    return JsonSchema.overlay(definition());
  }

  /** The reference page of the environment file, in Markdown. */
  public String referencePage() {
    return ReferencePage.write(
        "The environment file",
        "Everything that can stand in an environment file. Values may be `${env:NAME}` or"
            + " `${file:path}` where it says so; a file may extend others (`extends: base.yaml`)"
            + " or be there only to be extended (`abstract: true`).",
        definition());
  }

  private Definition<Environment> definition() {
    Definition<Environment> known = definition;
    if (known == null) {
      known = EnvironmentNotation.of(systems);
      definition = known;
    }
    return known;
  }
}
