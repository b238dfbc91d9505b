package dev.slipway.testing.controlplane;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How few pods of each group were Ready at a time while this watched, a group being the pods with
 * the same value of a label. A pod that is being deleted does not count.
 */
public final class Availability implements AutoCloseable {

  private static final String READY = ".status.conditions[?(@.type==\"Ready\")].status";

  private final Process watch;
  private final Map<String, Integer> expected;
  private final Map<String, PodState> pods = new HashMap<>();
  private final Map<String, Integer> lowest = new TreeMap<>();

  private record PodState(String group, boolean ready) {}

  private Availability(Process watch, Map<String, Integer> expected) {
    this.watch = watch;
    this.expected = expected;
  }

  static Availability watch(Kubectl kubectl, String label, Map<String, Integer> readyNow) {
    String columns =
        String.join(
            ",",
            "NAME:.metadata.name",
            "GROUP:.metadata.labels." + label.replace(".", "\\."),
            "READY:" + READY,
            "DELETED:.metadata.deletionTimestamp");
    try {
      Process watch =
          kubectl
              .start("get", "pods", "--watch", "--no-headers", "--output=custom-columns=" + columns)
              .redirectErrorStream(true)
              .start();
      Availability availability = new Availability(watch, readyNow);
      Thread thread = new Thread(availability::follow, "availability");
      thread.setDaemon(true);
      thread.start();
      return availability.started();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The smallest number of Ready pods so far, by the label's value. */
  public synchronized Map<String, Integer> lowest() {
    return new TreeMap<>(lowest);
  }

  @Override
  public void close() {
    watch.destroy();
  }

  private Availability started() {
    Await.until(
        Duration.ofSeconds(30),
        () -> "the pods that are Ready: " + expected,
        () -> lowest().keySet().containsAll(expected.keySet()));
    return this;
  }

  private void follow() {
    try (BufferedReader lines = watch.inputReader()) {
      lines.lines().forEach(this::note);
    } catch (IOException | UncheckedIOException e) {
      // The watch was ended.
    }
  }

  private synchronized void note(String line) {
    String[] words = line.trim().split("\\s+", -1);
    if (words.length != 4) {
      return;
    }
    boolean ready = words[2].equals("True") && words[3].equals("<none>");
    pods.put(words[0], new PodState(words[1], ready));
    int now = readyOf(words[1]);
    // The watch begins by listing what there is: until that is through, too few are known.
    if (lowest.containsKey(words[1]) || now >= expected.getOrDefault(words[1], 0)) {
      lowest.merge(words[1], now, Math::min);
    }
  }

  private int readyOf(String group) {
    return (int)
        pods.values().stream().filter(pod -> pod.ready() && pod.group().equals(group)).count();
  }

  /** Counts the Ready pods by a label's value. */
  static Map<String, Integer> count(Iterable<LiveObject> pods, String label) {
    Map<String, Integer> counts = new TreeMap<>();
    for (LiveObject pod : pods) {
      if (pod.is("Ready")) {
        pod.text("metadata", "labels", label)
            .ifPresent(group -> counts.merge(group, 1, Integer::sum));
      }
    }
    return counts;
  }
}
