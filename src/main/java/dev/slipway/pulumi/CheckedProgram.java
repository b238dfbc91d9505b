package dev.slipway.pulumi;

import com.pulumi.Context;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.resources.StackOptions;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A program with its checks. Pulumi takes transformations of a whole stack when it starts and never
 * later; which stack it is, the program is told only then.
 */
final class CheckedProgram implements Consumer<Context>, ResourceTransformation {
  private final Consumer<Context> program;
  private volatile @Nullable StackChecks checks;

  CheckedProgram(Consumer<Context> program) {
    this.program = program;
  }

  StackOptions options() {
    return StackOptions.builder().resourceTransformations(this).build();
  }

  @Override
  public void accept(Context context) {
    StackChecks started = new StackChecks(context.projectName(), context.stackName());
    checks = started;
    RunnerRest.begin();
    program.accept(context);
    started.finish(context);
  }

  @Override
  public Optional<Result> apply(Args resource) {
    @Nullable StackChecks started = checks;
    return started == null ? Optional.empty() : started.apply(resource);
  }
}
