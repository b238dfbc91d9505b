package dev.slipway.notation;

import dev.slipway.app.Placement;
import dev.slipway.app.PodAffinity;
import dev.slipway.app.Spread;
import dev.slipway.app.Toleration;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import java.util.List;
import java.util.Map;

/** Where a workload's pods may stand, in a file: fields of the workload, or of a system. */
public final class PlacementNotation {
  private static final Field<List<String>> NODE_GROUPS =
      Field.optional(
              "nodeGroups",
              Type.oneOrMany(Type.reference("node group")),
              "The node groups whose nodes the pods may go on; they tolerate the groups' taints.")
          .byDefaultIs("any node without a taint")
          .example("platform");
  private static final Field<String> PREFERRED_GROUP =
      Field.optional(
              "preferredNodeGroup",
              Type.reference("node group"),
              "The node group whose nodes are better than others.")
          .example("platform");
  private static final Field<Map<String, String>> NODE_SELECTOR =
      Field.optional(
              "nodeSelector",
              Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty()),
              "Labels that a node must carry, beside those of the node groups.")
          .example("{kubernetes.io/arch: arm64}");
  private static final Field<List<Toleration>> TOLERATIONS =
      Field.optional(
              "tolerations",
              Type.someOf(Type.later(() -> AffinityNotation.toleration())),
              "Taints that the pods stand, beside those of the node groups.")
          .example("[{key: dedicated, value: shop}]");
  public static final Field<List<PodAffinity>> AFFINITY =
      Field.optional(
              "affinity",
              Type.listOf(Type.later(() -> AffinityNotation.podAffinity())),
              "Wishes and demands to stand with or apart from other pods; [] for none.")
          .example("[{apart: {app: shop}, over: host, weight: 100}]");
  private static final Field<List<Spread>> SPREAD =
      Field.optional(
              "spread",
              Type.listOf(Type.object(() -> SpreadNotation.definition())),
              "How evenly the pods stand over hosts or zones; [] for not at all.")
          .byDefaultIs("over hosts and zones where that can be, under strict defaults")
          .example("[{over: zone, required: true}]");

  // what stays as it is where nothing is said, for pods that somebody else describes
  private static final String AS_IT_CAME = "as it came";
  private static final Field<List<String>> THEIR_GROUPS = NODE_GROUPS.byDefaultIs(AS_IT_CAME);
  private static final Field<List<Spread>> THEIR_SPREAD =
      Field.optional(
              "spread",
              Type.listOf(Type.object(() -> SpreadNotation.definition())),
              "How evenly the pods stand over hosts or zones, in place of what they came with; []"
                  + " for not at all.")
          .byDefaultIs(AS_IT_CAME)
          .example("[{over: zone, required: true}]");

  private PlacementNotation() {}

  /** The fields that {@link #theirPlacement} reads, for the definition that has them. */
  public static Field<?>[] fieldsForOthers() {
    return new Field<?>[] {
      THEIR_GROUPS, PREFERRED_GROUP, NODE_SELECTOR, TOLERATIONS, AFFINITY, THEIR_SPREAD
    };
  }

  /** Where pods may stand that somebody else describes, as the fields say. */
  public static Placement theirPlacement(Given given) {
    return placement(given, THEIR_GROUPS, THEIR_SPREAD);
  }

  /** The fields that {@link #placement} reads, for the definition that has them. */
  public static Field<?>[] fields() {
    return new Field<?>[] {
      NODE_GROUPS, PREFERRED_GROUP, NODE_SELECTOR, TOLERATIONS, AFFINITY, SPREAD
    };
  }

  /** Where a workload's pods may stand, as the fields say. */
  public static Placement placement(Given given) {
    return placement(given, NODE_GROUPS, SPREAD);
  }

  private static Placement placement(
      Given given, Field<List<String>> groups, Field<List<Spread>> spread) {
    Placement placement = Placement.ANYWHERE.withGroups(given.get(groups, List.of()));
    if (given.has(PREFERRED_GROUP)) {
      placement = placement.preferring(given.get(PREFERRED_GROUP));
    }
    placement =
        placement
            .selecting(given.get(NODE_SELECTOR, Map.of()))
            .tolerating(given.get(TOLERATIONS, List.of()).toArray(new Toleration[0]));
    for (PodAffinity affinity : given.get(AFFINITY, List.of())) {
      placement = placement.affinity(affinity);
    }
    return given.has(spread)
        ? placement.spread(given.get(spread).toArray(new Spread[0]))
        : placement;
  }
}
