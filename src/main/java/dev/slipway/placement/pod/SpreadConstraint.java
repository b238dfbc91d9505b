package dev.slipway.placement.pod;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How evenly pods must stand; only of those constraints that forbid ({@code DoNotSchedule}).
 *
 * @param minDomains how many domains there must be for the emptiest to count
 * @param honorsAffinity whether only the nodes that the pod selects count
 * @param honorsTaints whether only the nodes that the pod tolerates count
 */
public record SpreadConstraint(
    int maxSkew,
    String topologyKey,
    LabelSelector selector,
    int minDomains,
    boolean honorsAffinity,
    boolean honorsTaints) {

  static List<SpreadConstraint> list(Seq written, Map<String, String> labels) {
    List<SpreadConstraint> constraints = new ArrayList<>(written.size());
    for (Mapping one : Fields.mappings(written)) {
      if (Fields.string(one, "whenUnsatisfiable").equals("ScheduleAnyway")) {
        continue;
      }
      constraints.add(
          new SpreadConstraint(
              Fields.integer(one, "maxSkew", 1),
              Fields.string(one, "topologyKey"),
              LabelSelector.of(one.get("labelSelector"))
                  .and(AffinityTerm.ofOwn(labels, one.seq("matchLabelKeys"), "In")),
              Fields.integer(one, "minDomains", 1),
              !Fields.string(one, "nodeAffinityPolicy").equals("Ignore"),
              Fields.string(one, "nodeTaintsPolicy").equals("Honor")));
    }
    return List.copyOf(constraints);
  }

  SpreadConstraint with(LabelSelector other) {
    return new SpreadConstraint(
        maxSkew, topologyKey, other, minDomains, honorsAffinity, honorsTaints);
  }
}
