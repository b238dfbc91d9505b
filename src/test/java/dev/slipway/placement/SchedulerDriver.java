package dev.slipway.placement;

import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.YamlReader;
import dev.slipway.placement.state.PlacementNode;
import dev.slipway.testing.controlplane.Tools;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The real scheduler's own code, in a process of its own; see {@code tools/scheduler}. */
final class SchedulerDriver implements AutoCloseable {
  private final Process process;
  private final Writer in;
  private final BufferedReader out;

  SchedulerDriver() {
    try {
      process =
          new ProcessBuilder(Tools.binary("scheduler").toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    in =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** A pod to place; with a node, only there. One that is only asked about is not placed. */
  record Step(Mapping pod, String node, boolean ask) {}

  /** The node that was taken, or why there is none. */
  record Placed(String node, String message) {}

  List<Placed> answer(RandomCase made, List<Mapping> bound, List<Step> steps) {
    Mapping question =
        Mapping.builder()
            .put("id", "seed " + made.seed)
            .put("seed", made.seed)
            .put("nodes", Seq.from(made.nodes, SchedulerDriver::node))
            .put("namespaces", Seq.of(made.namespaces))
            .put("volumes", Seq.of(made.volumes))
            .put("claims", Seq.of(made.claims))
            .put("bound", Seq.of(bound))
            .put("steps", Seq.from(steps, SchedulerDriver::step))
            .build();
    try {
      in.write(JsonWriter.write(question).replace("\n", ""));
      in.write('\n');
      in.flush();
      @Nullable String line = out.readLine();
      if (line == null) {
        throw new IllegalStateException("The scheduler ended at seed " + made.seed + ".");
      }
      return outcomes(made, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Placed> outcomes(RandomCase made, String line) {
    Mapping answer = (Mapping) YamlReader.kubernetes(new Problems()).read("answer", line).toNode();
    if (answer.has("error")) {
      throw new IllegalStateException("Seed " + made.seed + ": " + answer.string("error"));
    }
    List<Placed> placed = new ArrayList<>();
    for (Node node : answer.seq("outcomes")) {
      Mapping outcome = (Mapping) node;
      placed.add(new Placed(or(outcome.string("node")), or(outcome.string("message"))));
    }
    return placed;
  }

  private static String or(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Mapping step(Step step) {
    // A node name in the spec would bypass the scheduler; only the step may name one.
    return Mapping.of("pod", step.pod(), "node", text(step.node()), "ask", Scalar.of(step.ask()));
  }

  private static Node text(String value) {
    return dev.slipway.manifest.Text.of(value);
  }

  private static Mapping node(PlacementNode node) {
    Mapping.Builder allocatable =
        Mapping.builder()
            .put("cpu", Quantity.milli(node.capacity().cpu()).toString())
            .put("memory", Long.toString(node.capacity().memory()))
            .put("ephemeral-storage", Long.toString(node.capacity().ephemeralStorage()))
            .put("pods", Integer.toString(node.pods()));
    node.capacity().extended().forEach((name, n) -> allocatable.put(name, Long.toString(n)));
    return Mapping.builder()
        .put(
            "metadata",
            Mapping.of("name", text(node.name()), "labels", Mapping.ofStrings(node.labels())))
        .put(
            "spec",
            Mapping.of(
                "taints",
                Seq.from(
                    node.taints(),
                    taint ->
                        Mapping.of(
                            "key",
                            text(taint.key()),
                            "value",
                            text(taint.value()),
                            "effect",
                            text(taint.effect().kubernetes())))))
        .put("status", Mapping.of("allocatable", allocatable.build()))
        .build();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
