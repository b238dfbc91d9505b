package dev.slipway.cli;

import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.placement.Judgement;
import dev.slipway.placement.Placed;
import dev.slipway.placement.ScenarioResult;
import dev.slipway.placement.Unplaced;
import java.util.ArrayList;
import java.util.List;

/** Where pods go, for other programs. */
final class PlacementJson {
  private PlacementJson() {}

  /** The scenarios, the declared state first; head-room is no pod, and has no placement. */
  static String of(Judgement judgement) {
    return JsonWriter.write(
        Mapping.of("scenarios", Seq.from(judgement.scenarios(), PlacementJson::json)));
  }

  private static Mapping json(ScenarioResult scenario) {
    List<Placed> pods =
        scenario.placements().stream().filter(placed -> !placed.isHeadroom()).toList();
    List<Unplaced> unplaced = new ArrayList<>();
    scenario.events().forEach(event -> unplaced.addAll(event.unplaced()));
    return Mapping.builder()
        .put("name", scenario.name())
        .put("verdict", scenario.verdict().id())
        .put("dependsOnOrder", Scalar.of(scenario.dependsOnOrder()))
        .put("placements", Seq.from(pods, PlacementJson::json))
        .put("unplaced", Seq.from(unplaced, PlacementJson::json))
        .build();
  }

  private static Mapping json(Placed placed) {
    return Mapping.builder()
        .put("namespace", placed.namespace())
        .put("workload", placed.workload())
        .put("pod", placed.pod())
        .put("node", placed.node())
        .put("nodeGroup", placed.nodeGroup())
        .build();
  }

  private static Mapping json(Unplaced unplaced) {
    return Mapping.builder()
        .put("namespace", unplaced.namespace())
        .put("workload", unplaced.workload())
        .put("pods", Scalar.of(unplaced.pods()))
        .put("reason", unplaced.reason())
        .build();
  }
}
