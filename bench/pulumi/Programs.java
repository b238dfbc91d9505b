import com.pulumi.Context;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.WorkspaceStack;
import java.util.function.Consumer;

/**
 * Runs one of the two programs by Pulumi's CLI. Usage: Programs ours|hand preview|up OBJECTS, with
 * an empty place for state in the environment.
 */
public final class Programs {
  public static void main(String[] args) throws Exception {
    int applications = Integer.parseInt(args[2]) / 2;
    Consumer<Context> program =
        args[0].equals("ours")
            ? context -> OurProgram.register(applications)
            : context -> HandWrittenProgram.register(applications);
    WorkspaceStack stack = LocalWorkspace.createOrSelectStack("bench", "bench", program);
    if (args[1].equals("preview")) {
      stack.preview(PreviewOptions.builder().color("never").build());
    } else {
      stack.up(UpOptions.builder().color("never").build());
    }
    stack.close();
    System.exit(0);
  }
}
