package dev.slipway.pulumi;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import java.util.function.Consumer;

/** Starts Pulumi programs whose Kubernetes resources are checked, whoever declares them. */
public final class Slipway {
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
    CheckedProgram checked = new CheckedProgram(program);
    Pulumi.withOptions(checked.options()).run(checked);
  }
}
