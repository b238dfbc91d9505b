package dev.slipway.notation;

import dev.slipway.app.PodAffinity;
import dev.slipway.app.Spread;
import dev.slipway.app.Toleration;
import dev.slipway.cluster.Taint;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.manifest.Mapping;
import dev.slipway.network.Selectors;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;

/** Which taints pods stand, and with or apart from which others they are, in a file. */
final class AffinityNotation {
  private static final Field<String> KEY =
      Field.required("key", Type.string().of(Format.LABEL_KEY), "The taint's key.")
          .example("dedicated");
  private static final Field<String> VALUE =
      Field.optional("value", Type.string().of(Format.LABEL_VALUE).orEmpty(), "The taint's value.")
          .byDefaultIs("any")
          .example("shop");
  private static final Field<Taint.Effect> EFFECT =
      Field.optional(
              "effect",
              Type.oneOf(
                  Arrays.stream(Taint.Effect.values())
                      .map(e -> Choice.of(e.kubernetes(), e, "taints with that effect"))
                      .toList()),
              "The taint's effect.")
          .byDefaultIs("any")
          .example("NoSchedule");
  private static final Definition<Toleration> TOLERATION =
      Definition.of("toleration", "A taint that the pods stand.")
          .fields(KEY, VALUE, EFFECT)
          .building(given -> new Toleration(given.get(KEY), given.find(VALUE), given.find(EFFECT)));

  private static final Field<Map<String, String>> APART =
      Field.required("apart", labels(), "Labels of the pods to be apart from.")
          .example("{app: shop}");
  private static final Field<Map<String, String>> WITH =
      Field.required("with", labels(), "Labels of the pods to be with.").example("{app: cache}");
  private static final Field<String> OVER =
      Field.optional(
              "over",
              Type.string(),
              "What the places are: host, zone, or the values of a node label.")
          .byDefault("host")
          .example("zone");
  private static final Field<Integer> WEIGHT =
      Field.optional("weight", Type.integer(1, 100), "How much the wish counts.")
          .byDefaultIs("it is a demand: a pod that would break it stays pending")
          .example("100");
  private static final Definition<PodAffinity> BEING_APART =
      Definition.of("anti-affinity", "Other pods to be apart from.")
          .fields(APART, OVER, WEIGHT)
          .building(given -> affinity(given, true, given.get(APART)));
  private static final Definition<PodAffinity> BEING_WITH =
      Definition.of("affinity", "Other pods to be with.")
          .fields(WITH, OVER, WEIGHT)
          .building(given -> affinity(given, false, given.get(WITH)));

  private AffinityNotation() {}

  static Type<Toleration> toleration() {
    return Type.object(TOLERATION);
  }

  static Type<PodAffinity> podAffinity() {
    return Type.variant(
        "pod affinity", Variant.of("apart", BEING_APART), Variant.of("with", BEING_WITH));
  }

  private static PodAffinity affinity(Given given, boolean apart, Map<String, String> labels) {
    OptionalInt weight =
        given.has(WEIGHT) ? OptionalInt.of(given.get(WEIGHT)) : OptionalInt.empty();
    Mapping selector = Selectors.matchLabels(labels);
    return new PodAffinity(apart, weight, topologyKey(given.get(OVER)), selector);
  }

  /** The node label that a word means, or the word itself. */
  static String topologyKey(String over) {
    return switch (over) {
      case "host" -> Spread.HOST;
      case "zone" -> Spread.ZONE;
      default -> over;
    };
  }

  private static Type<Map<String, String>> labels() {
    return Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty());
  }
}
