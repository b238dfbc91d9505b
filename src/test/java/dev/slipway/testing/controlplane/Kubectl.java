package dev.slipway.testing.controlplane;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real kubectl against one control plane; immutable. */
public final class Kubectl {

  private final Path kubeconfig;
  private final Map<String, String> environment;
  private final List<String> options;

  private Kubectl(Path kubeconfig, Map<String, String> environment, List<String> options) {
    this.kubeconfig = kubeconfig;
    this.environment = environment;
    this.options = options;
  }

  static Kubectl administrator(Path kubeconfig, Map<String, String> environment) {
    return new Kubectl(kubeconfig, environment, List.of());
  }

  /** The same in a namespace. */
  public Kubectl in(String namespace) {
    return with("--namespace=" + namespace);
  }

  /** The same, impersonating a user. */
  public Kubectl as(String user) {
    return with("--as=" + user);
  }

  /** The same as a workload's service account; admission then judges what that account may do. */
  public Kubectl asServiceAccount(String namespace, String name) {
    return as("system:serviceaccount:" + namespace + ":" + name)
        .with("--as-group=system:serviceaccounts")
        .with("--as-group=system:serviceaccounts:" + namespace)
        .with("--as-group=system:authenticated");
  }

  /** Runs kubectl with these arguments. */
  public Outcome run(String... arguments) {
    return send("", arguments);
  }

  /** Runs kubectl with the text as its standard input. */
  public Outcome send(String input, String... arguments) {
    return Command.of(words(arguments))
        .environment(environment)
        .input(input)
        .timeout(Duration.ofMinutes(5))
        .run();
  }

  /**
   * Applies manifests under strict field validation, with further flags such as {@code
   * --server-side}.
   */
  public Outcome apply(String manifests, String... flags) {
    List<String> arguments = new ArrayList<>(List.of("apply", "--validate=strict", "-f", "-"));
    arguments.addAll(List.of(flags));
    return send(manifests, arguments.toArray(String[]::new));
  }

  /** Compares manifests with the cluster: exit code 0 without difference, 1 with. */
  public Outcome diff(String manifests) {
    return send(manifests, "diff", "-f", "-");
  }

  /**
   * Waits until the API server serves the kinds that definitions define. Just after they are
   * created they have no conditions yet, and kubectl takes that for an error.
   *
   * @param definitions which, as kubectl's arguments name them
   */
  public void awaitEstablished(String... definitions) {
    List<String> arguments =
        new ArrayList<>(List.of("wait", "--for=condition=Established", "--timeout=60s"));
    arguments.addAll(List.of(definitions));
    Outcome[] last = new Outcome[1];
    Await.until(
        Duration.ofSeconds(60),
        () -> last[0].toString(),
        () -> {
          last[0] = run(arguments.toArray(new String[0]));
          return last[0].succeeded();
        });
  }

  /** Reads an object; empty where there is none. */
  public Optional<LiveObject> find(String kind, String name) {
    Outcome outcome = run("get", kind, name, "--ignore-not-found", "-o", "json").orFail();
    return outcome.out().isBlank()
        ? Optional.empty()
        : Optional.of(new LiveObject(Json.object(outcome.out())));
  }

  /** Reads an object that must exist. */
  public LiveObject get(String kind, String name) {
    return find(kind, name).orElseThrow(() -> new AssertionError("No " + kind + " " + name));
  }

  /**
   * Reads all objects of a kind in this namespace, with {@code --all-namespaces} or a selector as
   * flags.
   */
  public List<LiveObject> list(String kind, String... flags) {
    List<String> arguments = new ArrayList<>(List.of("get", kind, "-o", "json"));
    arguments.addAll(List.of(flags));
    Outcome outcome = run(arguments.toArray(String[]::new)).orFail();
    return new LiveObject(Json.object(outcome.out())).list("items");
  }

  /** Starts kubectl for its output as it comes; the caller ends it. */
  ProcessBuilder start(String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(words(arguments));
    builder.environment().putAll(environment);
    return builder;
  }

  private Kubectl with(String option) {
    List<String> more = new ArrayList<>(options);
    more.add(option);
    return new Kubectl(kubeconfig, environment, List.copyOf(more));
  }

  private List<String> words(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Tools.binary("kubectl").toString());
    words.add("--kubeconfig=" + kubeconfig);
    words.addAll(options);
    words.addAll(List.of(arguments));
    return words;
  }
}
