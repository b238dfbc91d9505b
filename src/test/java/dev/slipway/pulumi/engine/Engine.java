package dev.slipway.pulumi.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.Context;
import com.pulumi.resources.StackOptions;
import dev.slipway.testing.controlplane.Kubectl;
import dev.slipway.testing.controlplane.Tools;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Pulumi CLI of a pinned version, with a stack that lives in a folder. */
final class Engine implements AutoCloseable {
  private static final String STACK = "test";

  private final Path folder;
  private final Path binary = Tools.binary("pulumi");
  private final InlineLanguage language = new InlineLanguage();
  private final KubectlProvider provider;
  private final Server languages;
  private final Server providers;
  private int runs;

  private Engine(Path folder, Kubectl kubectl) throws IOException {
    this.folder = folder;
    provider = new KubectlProvider(kubectl);
    languages = ServerBuilder.forPort(0).addService(language).build().start();
    providers =
        ServerBuilder.forPort(0)
            .addService(provider)
            .maxInboundMessageSize(64 << 20)
            .build()
            .start();
    Files.createDirectories(folder.resolve("state"));
    Files.createDirectories(folder.resolve("project"));
    Path plugins = Files.createDirectories(folder.resolve("bin"));
    // A provider says its port and stays until the engine ends it; this one lives in the test.
    Path plugin = plugins.resolve("pulumi-resource-kubernetes");
    Files.writeString(plugin, "#!/bin/sh\necho " + providers.getPort() + "\nexec sleep 3600\n");
    Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("project/Pulumi.yaml"), "name: slipway\nruntime: java\n");
  }

  /** An engine with an empty stack. */
  static Engine in(Path folder, Kubectl kubectl) {
    try {
      Engine engine = new Engine(folder, kubectl);
      engine.command("stack", "init", STACK).orFail();
      return engine;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  KubectlProvider provider() {
    return provider;
  }

  Run preview(Consumer<Context> program) {
    return preview(program, StackOptions.Empty);
  }

  Run preview(Consumer<Context> program, StackOptions options) {
    language.run(program, options);
    return command("preview", "--diff", client());
  }

  Run up(Consumer<Context> program) {
    return up(program, StackOptions.Empty);
  }

  Run up(Consumer<Context> program, StackOptions options) {
    language.run(program, options);
    return command("up", "--yes", "--skip-preview", client());
  }

  Run destroy() {
    return command("destroy", "--yes", "--skip-preview");
  }

  /** Forgets the stack, and leaves its objects where they are. */
  void forget() {
    command("stack", "rm", STACK, "--force", "--yes").orFail();
    command("stack", "init", STACK).orFail();
  }

  void secretConfig(String key, String value) {
    command("config", "set", "--secret", key, value).orFail();
  }

  /** The resources in the stack's state, by URN. */
  Map<String, JsonObject> resources() {
    Map<String, JsonObject> resources = new TreeMap<>();
    JsonObject state = JsonParser.parseString(export()).getAsJsonObject();
    JsonElement all = state.getAsJsonObject("deployment").get("resources");
    if (all != null) {
      all.getAsJsonArray()
          .forEach(
              resource ->
                  resources.put(
                      resource.getAsJsonObject().get("urn").getAsString(),
                      resource.getAsJsonObject()));
    }
    return resources;
  }

  String export() {
    return command("stack", "export").orFail().out();
  }

  /**
   * Everything that the engine wrote: state, its backups and history, event logs, what it said.
   *
   * <p>Of event logs, what programs tell for debugging is left out: Pulumi's Java SDK sends every
   * request there, with what is secret in it, and leaves no way to keep it from doing so. The
   * engine shows it with {@code --debug} only.
   */
  Map<Path, String> written() {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, ISO_8859_1);
        boolean events = file.getFileName().toString().endsWith(".events");
        files.put(file, events ? withoutDebugging(content) : content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String withoutDebugging(String events) {
    return events
        .lines()
        .filter(line -> !line.contains("\"severity\":\"debug\""))
        .collect(Collectors.joining("\n"));
  }

  /** Asks the running command to stop, as Ctrl-C does. */
  void interrupt() {
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(binary.toString()::equals).isPresent())
        .forEach(
            child -> {
              try {
                new ProcessBuilder("kill", "-INT", String.valueOf(child.pid())).start();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private String client() {
    return "--client=127.0.0.1:" + languages.getPort();
  }

  private Run command(String... words) {
    List<String> command = new ArrayList<>(List.of(binary.toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("--non-interactive", "--color=never"));
    boolean operates = List.of("preview", "up", "destroy").contains(words[0]);
    String name = ++runs + "-" + words[0];
    Path events = folder.resolve(name + ".events");
    if (operates) {
      command.addAll(List.of("--event-log=" + events, "--stack=" + STACK));
    }
    Path out = folder.resolve(name + ".out");
    Path err = folder.resolve(name + ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.resolve("project").toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(variables());
      Process process = builder.start();
      if (!process.waitFor(4, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
      return new Run(
          String.join(" ", words),
          process.exitValue(),
          Files.readString(out, UTF_8),
          Files.readString(err, UTF_8),
          Files.exists(events) ? Files.readString(events, UTF_8) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The environment variables that the CLI runs with. */
  Map<String, String> variables() {
    Map<String, String> env = new TreeMap<>();
    env.put("PATH", folder.resolve("bin") + ":" + binary.getParent() + ":" + System.getenv("PATH"));
    env.put("PULUMI_HOME", folder.resolve("home").toString());
    env.put("PULUMI_BACKEND_URL", "file://" + folder.resolve("state"));
    env.put("PULUMI_CONFIG_PASSPHRASE", "a passphrase of the test");
    env.put("PULUMI_SKIP_UPDATE_CHECK", "true");
    // Or it knows no event logs.
    env.put("PULUMI_DEBUG_COMMANDS", "true");
    env.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
    env.put("PULUMI_DISABLE_REGISTRY_RESOLVE", "true");
    return env;
  }

  @Override
  public void close() {
    languages.shutdownNow();
    providers.shutdownNow();
  }

  /** A command that has ended. */
  record Run(String command, int exit, String out, String err, String events) {
    Run orFail() {
      if (exit != 0) {
        throw new AssertionError(this);
      }
      return this;
    }

    /** How many resources were created, updated, left the same and so on. */
    Map<String, Integer> changes() {
      Map<String, Integer> changes = new TreeMap<>();
      for (JsonObject event : eventsOf("summaryEvent")) {
        event
            .getAsJsonObject("resourceChanges")
            .entrySet()
            .forEach(entry -> changes.put(entry.getKey(), entry.getValue().getAsInt()));
      }
      return changes;
    }

    /** The errors that were shown, each after the URN that it was shown below. */
    List<String> errors() {
      return eventsOf("diagnosticEvent").stream()
          .filter(event -> event.get("severity").getAsString().equals("error"))
          .map(
              event ->
                  (event.has("urn") ? event.get("urn").getAsString() : "")
                      + " "
                      + event.get("message").getAsString())
          .toList();
    }

    private List<JsonObject> eventsOf(String kind) {
      return events
          .lines()
          .map(line -> JsonParser.parseString(line).getAsJsonObject())
          .filter(event -> event.has(kind))
          .map(event -> event.getAsJsonObject(kind))
          .toList();
    }

    @Override
    public String toString() {
      return "pulumi " + command + " ended with " + exit + ":\n" + out + "\n" + err;
    }
  }
}
