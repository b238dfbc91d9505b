package dev.slipway.pulumi;

import com.pulumi.Context;
import com.pulumi.resources.StackOptions;
import java.util.function.Consumer;

/**
 * What {@link Slipway#run} starts a program with, for engines of tests that start it themselves.
 */
public final class CheckedPrograms {
  private CheckedPrograms() {}

  public static Checked of(Consumer<Context> program) {
    CheckedProgram checked = new CheckedProgram(program);
    return new Checked(checked, checked.options());
  }

  /** A program and the options of its stack. */
  public record Checked(Consumer<Context> program, StackOptions options) {}
}
