package dev.slipway.pulumi;

import com.pulumi.Context;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.UpdateOptions;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.resources.ComponentResourceOptions;
import dev.slipway.environment.Environment;
import dev.slipway.pulumi.EnvironmentComponent.EnvironmentArgs;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Deploys a whole environment from a Java program, without a project: Pulumi's CLI does the work,
 * and is told by Pulumi's Automation API what to do.
 *
 * <p>Nothing is thrown: what goes wrong is told in the {@link LaunchResult}, with an exit code.
 */
public final class Launch {
  private static final String PROJECT = "slipway";

  private static final Logger QUIET = Logger.getLogger(Launch.class.getName());

  /**
   * Where the SDK says once more what it tells the engine, which shows it. It sets this logger's
   * level with each program that starts, and takes no other.
   */
  private static final Logger ECHO =
      Logger.getLogger("com.pulumi.deployment.internal.DeploymentImpl");

  static {
    QUIET.setLevel(Level.OFF);
  }

  private final Environment environment;
  private final String stack;
  private final Map<String, ConfigValue> config;
  private final Map<String, String> variables;
  private final EnvironmentArgs args;
  private final Consumer<String> progress;
  private final @Nullable Path folder;

  private Launch(Builder builder) {
    environment = builder.environment;
    stack = builder.stack;
    config = new LinkedHashMap<>(builder.config);
    variables = Map.copyOf(builder.variables);
    args = builder.args;
    progress = builder.progress;
    folder = builder.folder;
  }

  /**
   * An environment, as a stack of Pulumi's.
   *
   * @param stack the stack's name; it is made where there is none
   */
  public static Builder of(Environment environment, String stack) {
    return new Builder(environment, stack);
  }

  /** Says what {@link #up} would do, and does nothing. */
  public LaunchResult preview() {
    return run(
        (it, progress) ->
            it.preview(told(PreviewOptions.builder(), progress).logger(QUIET).build()),
        false);
  }

  /** Makes the cluster what the environment says. */
  public LaunchResult up() {
    return run(
        (it, progress) -> it.up(told(UpOptions.builder(), progress).logger(QUIET).build()), true);
  }

  /** Removes from the cluster what the stack brought there. */
  public LaunchResult destroy() {
    return run(
        (it, progress) -> it.destroy(told(DestroyOptions.builder(), progress).build()), true);
  }

  private static <B extends UpdateOptions.Builder<B>> B told(B options, LaunchProgress progress) {
    return options.color("never").onEvent(progress);
  }

  private LaunchResult run(Step step, boolean done) {
    Slipway.letThePoolHaveThreads();
    LaunchProgress told = new LaunchProgress(progress, done, Secrets.of(environment));
    boolean echoed = ECHO.getUseParentHandlers();
    ECHO.setUseParentHandlers(false);
    try {
      WorkspaceStack workspace =
          LocalWorkspace.createOrSelectStack(PROJECT, stack, this::register, options());
      try {
        if (!config.isEmpty()) {
          workspace.setAllConfig(config);
        }
        step.run(workspace, told);
      } finally {
        close(workspace);
      }
      return told.succeeded();
    } catch (AutomationException e) {
      return told.failed(e);
    } finally {
      ECHO.setUseParentHandlers(echoed);
    }
  }

  /** Takes a temporary folder away; one that stays says nothing of what was asked. */
  private static void close(WorkspaceStack workspace) {
    try {
      workspace.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      QUIET.log(Level.FINE, "A folder stays.", e);
    }
  }

  private LocalWorkspaceOptions options() {
    LocalWorkspaceOptions.Builder options =
        LocalWorkspaceOptions.builder().environmentVariables(variables).logger(QUIET);
    if (folder != null) {
      options.workDir(folder);
    }
    return options.build();
  }

  private void register(Context context) {
    EnvironmentComponent component =
        new EnvironmentComponent(
            environment.name(), environment, args, ComponentResourceOptions.Empty);
    StackChecks.tell(context, component.gate());
  }

  /** What is asked of a stack. */
  @FunctionalInterface
  private interface Step {
    void run(WorkspaceStack stack, LaunchProgress progress) throws AutomationException;
  }

  /** Collects what a launch goes by. */
  public static final class Builder {
    private final Environment environment;
    private final String stack;
    private final Map<String, ConfigValue> config = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private EnvironmentArgs args =
        new EnvironmentArgs(Optional.of(LocalDate.now()), Map.of(), ResourceOptionsChange.NONE);
    private Consumer<String> progress = System.out::println;
    private @Nullable Path folder;

    private Builder(Environment environment, String stack) {
      this.environment = environment;
      this.stack = stack;
    }

    /** Config of the stack, such as {@code kubernetes:context}. */
    public Builder config(String key, String value) {
      config.put(key, new ConfigValue(value));
      return this;
    }

    /** Config of the stack that is kept encrypted. */
    public Builder secretConfig(String key, String value) {
      config.put(key, new ConfigValue(value, true));
      return this;
    }

    /**
     * An environment variable of Pulumi's CLI, such as {@code PULUMI_BACKEND_URL}; it has those of
     * this process besides.
     */
    public Builder variable(String name, String value) {
      variables.put(name, value);
      return this;
    }

    /** What goes with the environment; unless given, today's date and nothing else. */
    public Builder args(EnvironmentArgs what) {
      args = what;
      return this;
    }

    /** Who is told what happens, a line at a time; standard output unless given. */
    public Builder progress(Consumer<String> lines) {
      progress = lines;
      return this;
    }

    /** Where the stack's settings are kept between runs; a temporary folder unless given. */
    public Builder folder(Path where) {
      folder = where;
      return this;
    }

    public Launch build() {
      return new Launch(this);
    }
  }
}
