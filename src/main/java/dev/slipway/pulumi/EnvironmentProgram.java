package dev.slipway.pulumi;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.resources.ComponentResourceOptions;
import dev.slipway.catalog.Catalog;
import dev.slipway.environment.Environment;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Inputs;
import dev.slipway.files.DiskInputs;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Problem;
import dev.slipway.pulumi.EnvironmentComponent.EnvironmentArgs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Pulumi program of one environment file, which the stack's config names.
 *
 * <ul>
 *   <li>{@code environment}: the file, from the folder of {@code Pulumi.yaml}.
 *   <li>{@code adopt}: whether the objects are in the cluster already and are to be imported.
 *   <li>any other key: what {@code ${env:KEY}} in the file stands for, before the environment
 *       variable of that name.
 * </ul>
 */
public final class EnvironmentProgram implements Consumer<Context> {
  private final Inputs machine;
  private final LocalDate today;

  /**
   * A program that takes what is not config from a machine.
   *
   * @param today the day that support calendars are held against
   */
  EnvironmentProgram(Inputs machine, LocalDate today) {
    this.machine = machine;
    this.today = today;
  }

  /** Runs for the engine that started it. */
  public static void main(String[] none) {
    Inputs machine = new DiskInputs(Path.of(""), System.getenv());
    Slipway.run(new EnvironmentProgram(machine, LocalDate.now()));
  }

  @Override
  public void accept(Context context) {
    Config config = context.config();
    Environment environment = read(config.require("environment"), config);
    ResourceOptionsChange options =
        config.getBoolean("adopt").orElse(false)
            ? (object, asked) -> asked.importId(id(object))
            : ResourceOptionsChange.NONE;
    new EnvironmentComponent(
        environment.name(),
        environment,
        new EnvironmentArgs(Optional.of(today), Map.of(), options),
        ComponentResourceOptions.Empty);
  }

  private Environment read(String file, Config config) {
    try {
      return new Environments(Catalog.systems())
          .read(file, new ConfigInputs(config, machine))
          .orElseThrow(
              () ->
                  new InvalidInputException(
                      Problem.of(
                          "'"
                              + file
                              + "' is abstract: a base for other environments, not one itself.",
                          "Name a file that extends it.")));
    } catch (InvalidInputException e) {
      throw new RefusedException(Refusal.of("The environment of config 'environment'", e));
    }
  }

  /** How the provider names an object that is there. */
  private static String id(ObjectRef object) {
    return (object.namespace().isEmpty() ? "" : object.namespace() + "/") + object.name();
  }

  /** Files of a machine; variables of a stack's config first. */
  private record ConfigInputs(Config config, Inputs machine) implements Inputs {
    @Override
    public byte[] read(String name, int atMost) throws IOException {
      return machine.read(name, atMost);
    }

    @Override
    public Optional<String> variable(String name) {
      return config.get(name).or(() -> machine.variable(name));
    }
  }
}
