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
    NodeStart node = NodeStart.begin(env);
    try {
      Map<Environment, Plan> plans = new LinkedHashMap<>();
      Map<Environment, Report> reports = new LinkedHashMap<>();
      for (Environment environment : read(files, directory, env)) {
        Plan plan = environment.plan(Optional.of(today), Map.of());
        plans.put(environment, plan);
        reports.put(environment, environment.check(plan));
      }
      if (isUnusable(node)) {
        return BAD_INPUT;
      }
      reports.forEach(EnvironmentsApp::print);
      if (reports.values().stream().anyMatch(Report::blocks)) {
        return FINDINGS;
      }
      node.await();
      App app = new App();
      // Nobody adds to these charts, so what was checked is what is written.
      plans.forEach(
          (environment, plan) -> new EnvironmentChart(app, environment, plan, CheckScope.NONE));
      app.synth();
      return 0;
    } catch (InvalidInputException e) {
      if (isUnusable(node)) {
        return BAD_INPUT;
      }
      e.problems().forEach(problem -> System.err.println(shown(problem)));
      return BAD_INPUT;
    } catch (JsiiException e) {
      System.err.println(e.getMessage());
      return FINDINGS;
    }
  }

  /** Says so if cdk8s cannot run here: then nothing else is said. */
  private static boolean isUnusable(NodeStart node) {
    Optional<String> problem = node.problem();
    problem.ifPresent(message -> System.err.println("slipway: " + message));
    return problem.isPresent();
  }

  /** Tells what there is to know of an environment. */
  private static void print(Environment environment, Report report) {
    if (!report.findings().isEmpty()) {
      System.err.println(environment.name() + ":");
      System.err.print(TextFormat.of(report, Ink.PLAIN));
    }
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
