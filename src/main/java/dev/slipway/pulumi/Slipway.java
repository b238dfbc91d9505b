package dev.slipway.pulumi;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import dev.slipway.environment.Environment;
import java.util.function.Consumer;

/** Starts Pulumi programs whose Kubernetes resources are checked, whoever declares them. */
public final class Slipway {
  private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private Slipway() {}

  /**
   * Runs a program as {@link Pulumi#run} does, and checks every Kubernetes resource that goes
   * through it, in previews and before each is registered: by itself at once, and beside all others
   * when the program has declared them. A rule that is broken fails the run, with the resource's
   * URN, the rule and the remedy.
   *
   * <p>A program that is handed to the Automation API cannot be started so; there Slipway's own
   * components are checked and nothing else.
   */
  public static void run(Consumer<Context> program) {
    letThePoolHaveThreads();
    CheckedProgram checked = new CheckedProgram(program);
    Pulumi.withOptions(checked.options()).run(checked);
  }

  /**
   * Pulumi's runner polls on a thread of the common pool. On two processors that pool has one
   * thread, and since JDK 25 all that is asynchronous runs on it: the program would never end. What
   * the user set stays.
   */
  static void letThePoolHaveThreads() {
    if (System.getProperty(PARALLELISM) == null && Runtime.getRuntime().availableProcessors() < 4) {
      System.setProperty(PARALLELISM, "4");
    }
  }

  /**
   * Makes a cluster what an environment says, by Pulumi's CLI, which must be installed, and tells
   * on standard output what happens. The stack is made where there is none; its state goes where
   * the CLI is logged in. {@link Launch} has the rest: previews, config, other providers.
   *
   * @param stack the stack's name
   */
  public static LaunchResult up(Environment environment, String stack) {
    return Launch.of(environment, stack).build().up();
  }
}
