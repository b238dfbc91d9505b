package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.check.Checks;
import dev.slipway.check.Waiver;
import dev.slipway.cli.output.DiskFiles;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.postrender.PostRenderer;
import dev.slipway.render.Plan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Runs the command in this process, in a folder of its own, on environments that are made up. */
final class Command {
  static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

  private final Path directory;
  private final Map<String, String> env = new HashMap<>();
  private final Map<String, Supplier<EnvironmentSource.Declared>> environments =
      new LinkedHashMap<>();
  private final Set<String> bases = new HashSet<>();
  private String in = "";
  private Optional<OutputStream> out = Optional.empty();

  Command(Path directory) {
    this.directory = directory;
  }

  Command env(String name, String value) {
    env.put(name, value);
    return this;
  }

  Command writingTo(OutputStream stream) {
    out = Optional.of(stream);
    return this;
  }

  /** A file that declares an environment on Kubernetes 1.34. */
  Command file(String file, String environment, Plan plan, Waiver... waivers) {
    return file(file, () -> new Made(environment, 34, plan, waivers));
  }

  /** What stands on standard input. */
  Command reading(String stream) {
    in = stream;
    return this;
  }

  Command file(String file, Supplier<EnvironmentSource.Declared> environment) {
    environments.put(file, environment);
    return this;
  }

  Command abstractFile(String file) {
    bases.add(file);
    return this;
  }

  Outcome run(String... args) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    World world =
        new World(
            new ByteArrayInputStream(in.getBytes(UTF_8)),
            out.orElse(printed),
            told,
            directory,
            env,
            () -> TODAY,
            new DiskFiles(),
            new MadeUp());
    int code = Main.run(args, world);
    return new Outcome(code, local(printed), local(told));
  }

  /** Paths as they are where the command runs in the folder. */
  private String local(ByteArrayOutputStream text) {
    return text.toString(UTF_8).replace(directory + "/", "");
  }

  /** How a run ended, what it printed, and what it said. */
  record Outcome(int code, String out, String err) {}

  /** An environment as it was asked for. */
  record Made(String name, int minor, Plan plan, List<Waiver> waivers, Map<String, String> asked)
      implements EnvironmentSource.Declared {
    Made(String name, int minor, Plan plan, Waiver... waivers) {
      this(name, minor, plan, List.of(waivers), new HashMap<>());
    }

    @Override
    public KubernetesVersion kubernetes() {
      return new KubernetesVersion(1, minor);
    }

    @Override
    public Plan plan(Supplier<LocalDate> today, Map<String, String> images) {
      asked.put("today", today.get().toString());
      asked.putAll(images);
      return plan;
    }

    @Override
    public Checks checks(Plan planned) {
      Cluster cluster = Cluster.builder("made").kubernetes(kubernetes()).build();
      return Checks.of(cluster, planned.declared(), waivers);
    }

    @Override
    public PostRenderer postRenderer() {
      return PostRenderer.on(Cluster.builder("made").kubernetes(kubernetes()).build(), List.of());
    }
  }

  private final class MadeUp implements EnvironmentSource {
    @Override
    public Set<String> systems() {
      return Set.of();
    }

    @Override
    public int objects() {
      return 0;
    }

    @Override
    public Optional<Declared> read(String file) {
      if (bases.contains(file)) {
        return Optional.empty();
      }
      Supplier<Declared> environment = environments.get(file);
      if (environment == null) {
        throw new InvalidInputException(
            Problem.of("There is no file '" + file + "'.", "Name one that exists."));
      }
      return Optional.of(environment.get());
    }

    @Override
    public String schema(boolean overlay) {
      return overlay ? "{\"overlay\": true}\n" : "{}\n";
    }
  }
}
