package dev.slipway.testing.controlplane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pods of a namespace, read anew at each call; pods that are being deleted do not count. */
public final class Pods {

  private final Kubectl kubectl;

  Pods(Kubectl kubectl) {
    this.kubectl = kubectl;
  }

  /** All of them, with selectors and the like as flags. */
  public List<LiveObject> all(String... flags) {
    return kubectl.list("pods", flags).stream()
        .filter(pod -> pod.text("metadata", "deletionTimestamp").isEmpty())
        .toList();
  }

  /** Names of the pods on each node that has any; those without a node are left out. */
  public Map<String, List<String>> byNode(String... flags) {
    Map<String, List<String>> names = new TreeMap<>();
    for (LiveObject pod : all(flags)) {
      pod.text("spec", "nodeName")
          .ifPresent(node -> names.computeIfAbsent(node, n -> new ArrayList<>()).add(pod.name()));
    }
    return names;
  }

  /** Pods without a node, with the scheduler's reason; empty text before it has tried. */
  public Map<String, String> unscheduled(String... flags) {
    return all(flags).stream()
        .filter(pod -> pod.text("spec", "nodeName").isEmpty())
        .collect(
            Collectors.toMap(LiveObject::name, Pods::schedulerMessage, (a, b) -> a, TreeMap::new));
  }

  /** Waits until there are exactly so many pods and each has a node; returns them. */
  public List<LiveObject> awaitScheduled(int number, Duration limit, String... flags) {
    return await(
        number, limit, "scheduled", pod -> pod.text("spec", "nodeName").isPresent(), flags);
  }

  /** Waits until there are exactly so many pods and each is Ready; returns them. */
  public List<LiveObject> awaitReady(int number, Duration limit, String... flags) {
    return await(number, limit, "Ready", pod -> pod.is("Ready"), flags);
  }

  /** Waits for the scheduler's reason why a pod has no node. */
  public String awaitUnschedulable(String name, Duration limit) {
    return Await.value(
        limit,
        () -> "a reason why pod " + name + " has no node; " + describe(),
        () ->
            kubectl
                .find("pod", name)
                .map(Pods::schedulerMessage)
                .filter(message -> !message.isEmpty()));
  }

  /**
   * Waits until a container of the pod waits for this reason, such as CreateContainerConfigError;
   * returns the message.
   */
  public String awaitWaiting(String name, String reason, Duration limit) {
    return Await.value(
        limit,
        () -> "pod " + name + " waiting because of " + reason + "; " + describe(),
        () -> kubectl.find("pod", name).flatMap(pod -> waitingMessage(pod, reason)));
  }

  /** Begins to watch how few pods with the same value of this label are Ready at a time. */
  public Availability watchAvailability(String label) {
    return Availability.watch(kubectl, label, Availability.count(all(), label));
  }

  /** The pods and the events about them, for messages. */
  public String describe() {
    return kubectl.run("get", "pods", "-o", "wide").text()
        + kubectl.run("get", "events", "--sort-by=.lastTimestamp").text();
  }

  private List<LiveObject> await(
      int number,
      Duration limit,
      String state,
      java.util.function.Predicate<LiveObject> condition,
      String... flags) {
    return Await.value(
        limit,
        () -> number + " pods " + state + "\n" + describe(),
        () ->
            Optional.of(all(flags))
                .filter(pods -> pods.size() == number && pods.stream().allMatch(condition)));
  }

  private static String schedulerMessage(LiveObject pod) {
    return pod.condition("PodScheduled")
        .filter(condition -> !pod.is("PodScheduled"))
        .flatMap(condition -> condition.text("message"))
        .orElse("");
  }

  private static Optional<String> waitingMessage(LiveObject pod, String reason) {
    List<LiveObject> statuses = new ArrayList<>(pod.list("status", "initContainerStatuses"));
    statuses.addAll(pod.list("status", "containerStatuses"));
    return statuses.stream()
        .filter(status -> status.text("state", "waiting", "reason").equals(Optional.of(reason)))
        .map(status -> status.text("state", "waiting", "message").orElse(""))
        .findFirst();
  }
}
