package dev.slipway.cli;

import dev.slipway.check.Checks;
import dev.slipway.check.Report;
import dev.slipway.cli.output.OutputTree;
import dev.slipway.files.EnvironmentFiles;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.render.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An environment and its plan.
 *
 * @param file the file that declares it
 * @param takesKustomize5 whether whoever applies to its cluster has kustomize 5 in kubectl
 * @param checks how its manifests are checked
 * @param declared the environment as its file declares it
 */
record Planned(
    String name,
    String file,
    boolean takesKustomize5,
    Plan plan,
    Checks checks,
    EnvironmentSource.Declared declared) {
  /** The first minor version whose own kubectl, and the one before it, have kustomize 5. */
  private static final int KUSTOMIZE_5 = 28;

  /** Whether nothing comes of it, as of one without applications. */
  boolean isEmpty() {
    return plan.all().asList().isEmpty();
  }

  /** What the rules and the model have to say of it. */
  Report report() {
    return checks.run(plan.everything(), plan.notices());
  }

  /** Manifests of others, and what the environment has beside them. */
  List<Manifest> beside(List<Manifest> theirs) {
    Set<ObjectRef.Key> given = new HashSet<>();
    theirs.forEach(manifest -> given.add(manifest.ref().key()));
    List<Manifest> all = new ArrayList<>(theirs);
    for (Manifest own : plan.everything()) {
      if (!given.contains(own.ref().key())) {
        all.add(own);
      }
    }
    return all;
  }

  /** The same, checked for what strict defaults would add as well. */
  Planned withLeftOut() {
    Plan more = plan.withLeftOut();
    return new Planned(name, file, takesKustomize5, more, declared.checks(more), declared);
  }

  /**
   * The environments of some files.
   *
   * @param files their names; where there are none, every file in the usual folder that is not
   *     abstract
   * @throws InvalidInputException with every problem of all of them
   */
  static List<Planned> all(
      List<String> files, Supplier<LocalDate> today, Map<String, String> images, World world) {
    boolean named = !files.isEmpty();
    Problems problems = new Problems();
    Map<String, String> fileOf = new LinkedHashMap<>();
    List<Planned> planned = new ArrayList<>();
    List<String> all = named ? files : EnvironmentFiles.in(world.directory());
    for (String file : all) {
      world.progress().step("Reading", file, all.indexOf(file) + 1, all.size());
      problems.collect(
          () -> {
            EnvironmentSource.Declared environment = world.environments().read(file).orElse(null);
            if (environment == null) {
              refuseIfNamed(file, named);
              return true;
            }
            refuseSecond(environment.name(), file, fileOf);
            Plan plan = environment.plan(today, images);
            planned.add(
                new Planned(
                    environment.name(),
                    file,
                    environment.kubernetes().atLeast(KUSTOMIZE_5),
                    plan,
                    environment.checks(plan),
                    environment));
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

  /**
   * What is to be written of environments.
   *
   * @throws InvalidInputException with everything that no file may hold
   */
  static List<OutputTree> trees(List<Planned> environments) {
    Problems problems = new Problems();
    List<OutputTree> trees = new ArrayList<>();
    for (Planned environment : environments) {
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
    return trees;
  }

  private static void refuseIfNamed(String file, boolean named) {
    if (named) {
      throw new InvalidInputException(
          Problem.at(
              new Position(file, 1, 1),
              "The file is abstract: a base for other environments, not one itself.",
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
}
