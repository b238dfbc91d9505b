package dev.slipway.placement.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the scheduler says of a pod that no node takes: how many nodes there are, and how many have
 * which reason, in the order of the lines as strings; a full stop at the end.
 */
final class FitMessage {
  private final int nodes;
  private final Map<String, Integer> counts = new TreeMap<>();

  FitMessage(int nodes) {
    this.nodes = nodes;
  }

  void add(Refusal refusal) {
    refusal.reasons().forEach(reason -> counts.merge(reason, 1, Integer::sum));
  }

  /** For a pod that is refused before any node is looked at. */
  String rejected(String reason) {
    return nodes == 0 ? toString() : "0/%s nodes are available: %s.".formatted(nodes, reason);
  }

  @Override
  public String toString() {
    if (nodes == 0) {
      return "no nodes available to schedule pods";
    }
    List<String> lines = new ArrayList<>();
    counts.forEach((reason, count) -> lines.add(count + " " + reason));
    lines.sort(null);
    return "0/%s nodes are available:%s"
        .formatted(nodes, lines.isEmpty() ? "" : " " + String.join(", ", lines) + ".");
  }
}
