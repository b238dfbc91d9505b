package dev.slipway.catalog.mllp;

import dev.slipway.app.Replicas;
import dev.slipway.manifest.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What makes a server one that cannot work. */
final class MllpChecks {
  private MllpChecks() {}

  /**
   * Adds everything that is wrong with a server.
   *
   * @param more the names of the variables that were given by themselves
   */
  static void check(MllpServer server, Set<String> more, Problems problems) {
    if (server.image().isBlank()) {
      problems.add("It has no image.", "Give the image of the server; its page names none.");
    }
    if (server.port() < 1024) {
      problems.add(
          "It listens on port " + server.port() + ", and has no capability to open one below 1024.",
          "Give the container a port from 1024 up; a Service can still be reached at any.");
    }
    checkEnd(server, problems);
    checkOutbox(server, problems);
    List<String> taken = server.keys().all();
    more.stream()
        .filter(taken::contains)
        .forEach(
            key ->
                problems.add(
                    "The setting '" + key + "' has a field of its own.",
                    "Give it by that field, so that it is checked."));
  }

  private static void checkEnd(MllpServer server, Problems problems) {
    Duration delay = server.preShutdownDelay();
    Duration timeout = server.shutdownTimeout();
    Duration ending = server.ending();
    for (Duration given : List.of(delay, timeout, server.grace())) {
      if (given.isNegative() || given.toNanosPart() != 0) {
        problems.add(
            "A time is " + given + ", which is negative or has parts of a second.",
            "Give whole seconds: the grace period has them.");
      }
    }
    if (server.grace().compareTo(ending) <= 0) {
      problems.add(
          "The pods are killed %s s after SIGTERM, and may take %s s to end: %s s of pre-shutdown delay and %s s of shutdown timeout."
              .formatted(
                  server.grace().toSeconds(),
                  ending.toSeconds(),
                  delay.toSeconds(),
                  timeout.toSeconds()),
          "Give a grace period above %s s, or leave it out for %s s."
              .formatted(ending.toSeconds(), ending.plus(MllpServer.MARGIN).toSeconds()));
    }
  }

  private static void checkOutbox(MllpServer server, Problems problems) {
    Replicas replicas = server.replicas();
    if (server.outbox().isEmpty() || (replicas instanceof Replicas.Fixed && replicas.max() == 1)) {
      return;
    }
    problems.add(
        "It keeps its outbox on a volume, and %s."
            .formatted(
                replicas instanceof Replicas.Autoscaled
                    ? "an autoscaler may start %s pods".formatted(replicas.max())
                    : "has %s replicas".formatted(replicas.max())),
        "Give it one replica and no autoscaler: one process locks outbox.db, and one node at a"
            + " time can attach its volume. For more throughput, install a second server under"
            + " another name, with an outbox of its own.");
  }
}
