package dev.slipway.cli;

import dev.slipway.check.Schedule;
import dev.slipway.cluster.Allocatable;
import dev.slipway.cluster.Node;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.placement.Placed;
import dev.slipway.placement.ScenarioResult;
import dev.slipway.placement.Unplaced;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows nodes with what is on them, and the scenarios. */
final class PlacementTable {
  /** With more nodes than this, those of a group are shown together. */
  private static final int MOST_NODES = 40;

  private static final int BAR = 10;
  private static final double GIB = 1L << 30;

  private final Place.Placing placing;
  private final Style style;
  private final StringBuilder text = new StringBuilder();

  private PlacementTable(Place.Placing placing, Style style) {
    this.placing = placing;
    this.style = style;
  }

  static String of(Place.Placing placing, Style style) {
    PlacementTable table = new PlacementTable(placing, style);
    table.nodes();
    table.scenarios();
    return table.text.toString();
  }

  /** What nodes have, and what of it is taken. */
  private static final class Load {
    private final String name;
    private double cpu;
    private double memory;
    private long pods;
    private double cpuTaken;
    private double memoryTaken;
    private long podsTaken;
    private final Map<String, Integer> workloads = new LinkedHashMap<>();

    Load(String name) {
      this.name = name;
    }

    void add(Allocatable node) {
      cpu += node.cpu().milliValue() / 1000.0;
      memory += node.memory().value() / GIB;
      pods += node.pods();
    }

    void add(Placed pod) {
      cpuTaken += pod.cpu().milliValue() / 1000.0;
      memoryTaken += pod.memory().value() / GIB;
      podsTaken++;
      workloads.merge(pod.workload(), 1, Integer::sum);
    }
  }

  private void nodes() {
    List<Node> nodes = placing.cluster().nodes();
    boolean each = nodes.size() <= MOST_NODES;
    Map<String, Load> loads = new LinkedHashMap<>();
    for (Node node : nodes) {
      String name = each ? node.name() : node.group();
      loads.computeIfAbsent(name, Load::new).add(node.available());
    }
    List<Placed> placed = placing.judgement().asDeclared().placements();
    for (Placed pod : placed) {
      loads.computeIfAbsent(each ? pod.node() : pod.nodeGroup(), Load::new).add(pod);
    }
    long pods = placed.stream().filter(pod -> !pod.isHeadroom()).count();
    text.append(style.strong(placing.name()))
        .append(": %s on %s\n".formatted(counted(pods, "pod"), counted(nodes.size(), "node")));
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {each ? "NODE" : "NODE GROUP", "CPU", "MEMORY", "PODS", ""});
    loads.values().forEach(load -> rows.add(row(load, each)));
    append(rows);
    for (NodeGroup group : placing.cluster().nodeGroups()) {
      if (!group.count().isFixed()) {
        text.append(
            style.faint(
                "  Group '%s' may grow to %s.\n"
                    .formatted(group.name(), counted(group.count().max(), "node"))));
      }
    }
  }

  private static String[] row(Load load, boolean each) {
    List<String> workloads = new ArrayList<>();
    load.workloads.forEach((name, pods) -> workloads.add(pods == 1 ? name : name + " x" + pods));
    return new String[] {
      load.name,
      bar(load.cpuTaken, load.cpu)
          + String.format(Locale.ROOT, " %.1f/%.1f", load.cpuTaken, load.cpu),
      bar(load.memoryTaken, load.memory)
          + String.format(Locale.ROOT, " %.1f/%.1fGi", load.memoryTaken, load.memory),
      bar(load.podsTaken, load.pods) + " %d/%d".formatted(load.podsTaken, load.pods),
      each ? String.join(", ", workloads) : ""
    };
  }

  /** As much of a bar as is taken, rounded up: only what is empty looks so. */
  private static String bar(double taken, double there) {
    int full =
        there <= 0 ? (taken > 0 ? BAR : 0) : (int) Math.min(BAR, Math.ceil(taken / there * BAR));
    return "#".repeat(full) + ".".repeat(BAR - full);
  }

  private void scenarios() {
    text.append('\n');
    for (ScenarioResult scenario : placing.judgement().scenarios()) {
      text.append("  %-24s%s".formatted(scenario.name(), painted(scenario)));
      if (scenario.dependsOnOrder()) {
        text.append(", depending on the order in which pods come");
      }
      text.append(scenario.fails() ? "; it must hold" : "").append('\n');
      scenario.events().forEach(this::event);
      placing.findings().stream()
          .filter(finding -> finding.rule().equals(Schedule.RULES + scenario.name()))
          .flatMap(
              finding ->
                  finding.waived().stream()
                      .map(
                          why ->
                              finding.object().map(Object::toString).orElse("The environment")
                                  + ": "
                                  + why))
          .distinct()
          .forEach(why -> text.append("    waived for ").append(why).append('\n'));
    }
  }

  private String painted(ScenarioResult scenario) {
    String verdict = scenario.verdict().id();
    return scenario.holds()
        ? style.good(verdict)
        : scenario.fails() ? style.bad(verdict) : style.warning(verdict);
  }

  private void event(ScenarioResult event) {
    if (!event.detail().isEmpty()) {
      text.append("    ").append(event.detail()).append('\n');
    }
    for (Unplaced pods : event.unplaced()) {
      text.append(
          "    %s%s, %s: %s\n"
              .formatted(
                  pods.workload(),
                  pods.namespace().isEmpty() ? "" : " in " + pods.namespace(),
                  counted(pods.pods(), "pod"),
                  pods.reason()));
    }
    event
        .shortfall()
        .ifPresent(
            missing ->
                text.append(
                    "    Missing: %s cpu, %s memory. %s\n"
                        .formatted(missing.cpu(), missing.memory(), missing.remedy())));
  }

  private static String counted(long number, String thing) {
    return number + " " + (number == 1 ? thing : thing + "s");
  }

  private void append(List<String[]> rows) {
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append("  ").append(row[i]).append(" ".repeat(widths[i] - row[i].length()));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
