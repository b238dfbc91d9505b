package dev.slipway.cdk8s;

import dev.slipway.catalog.Catalog;
import dev.slipway.check.Report;
import dev.slipway.check.format.Ink;
import dev.slipway.check.format.TextFormat;
import dev.slipway.environment.Environment;
import dev.slipway.environment.Environments;
import dev.slipway.files.DiskInputs;
import dev.slipway.files.EnvironmentFiles;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.render.Plan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdk8s.App;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.JsiiException;

/**
 * A cdk8s app of environment files: {@code cdk8s synth} runs it with those that are named, or with
 * all in {@code environments/}; each that is there only to be extended is left out.
 *
 * <p>Ends with 0 where everything was written, 1 where a rule is broken, 2 where a file is wrong or
 * Node.js cannot be had, and then writes nothing.
 */
public final class EnvironmentsApp {
  private static final int FINDINGS = 1;
  private static final int BAD_INPUT = 2;

  private EnvironmentsApp() {}

  /** Synthesizes the files that are named into the folder that cdk8s names. */
  public static void main(String[] files) {
    System.exit(run(List.of(files), Path.of(""), System.getenv(), LocalDate.now()));
  }

  private static int run(
      List<String> files, Path directory, Map<String, String> env, LocalDate today) {
    Optional<String> unusable = NodeRuntime.problem(env);
    if (unusable.isPresent()) {
      System.err.println("slipway: " + unusable.get());
      return BAD_INPUT;
    }
    try {
      List<Environment> environments = read(files, directory, env);
      Map<Environment, Plan> plans = new LinkedHashMap<>();
      boolean blocked = false;
      for (Environment environment : environments) {
        Plan plan = environment.plan(Optional.of(today), Map.of());
        plans.put(environment, plan);
        blocked |= report(environment, plan);
      }
      if (blocked) {
        return FINDINGS;
      }
      App app = new App();
      // Nobody adds to these charts, so what was checked is what is written.
      plans.forEach(
          (environment, plan) -> new EnvironmentChart(app, environment, plan, CheckScope.NONE));
      app.synth();
      return 0;
    } catch (InvalidInputException e) {
      e.problems().forEach(problem -> System.err.println(shown(problem)));
      return BAD_INPUT;
    } catch (JsiiException e) {
      System.err.println(e.getMessage());
      return FINDINGS;
    }
  }

  /** Tells what there is to know of an environment, and whether it must not be written. */
  private static boolean report(Environment environment, Plan plan) {
    Report report = environment.check(plan);
    if (!report.findings().isEmpty()) {
      System.err.println(environment.name() + ":");
      System.err.print(TextFormat.of(report, Ink.PLAIN));
    }
    return report.blocks();
  }

  /** All files are read before anything is thrown, so that a run tells all that is wrong. */
  private static List<Environment> read(
      List<String> named, Path directory, Map<String, String> env) {
    DiskInputs inputs = new DiskInputs(directory, env);
    Environments reader = new Environments(Catalog.systems());
    List<String> files = named.isEmpty() ? EnvironmentFiles.in(directory) : named;
    Problems problems = new Problems();
    List<Environment> environments = new ArrayList<>();
    for (String file : files) {
      @Nullable Optional<Environment> read = problems.collect(() -> reader.read(file, inputs));
      if (read != null) {
        read.ifPresent(environments::add);
      }
    }
    problems.throwIfAny();
    return environments;
  }

  private static String shown(Problem problem) {
    String at = problem.at().map(position -> position + ": ").orElse("");
    return at
        + (problem.where().isEmpty() ? "" : problem.where() + ": ")
        + problem.message()
        + (problem.remedy().isEmpty() ? "" : "\n    " + problem.remedy());
  }
}
