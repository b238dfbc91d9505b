package dev.slipway.notation;

import dev.slipway.app.Spread;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Type;
import java.util.OptionalInt;

/** How evenly pods stand over hosts or zones, in a file. */
final class SpreadNotation {
  private static final Field<String> OVER =
      Field.required(
              "over",
              Type.string(),
              "What the domains are: host, zone, or the values of a node label.")
          .example("zone");
  private static final Field<Boolean> REQUIRED =
      Field.optional("required", Type.bool(), "Whether a pod that would break it stays pending.")
          .byDefault(false)
          .example("true");
  private static final Field<Integer> MAX_SKEW =
      Field.optional(
              "maxSkew",
              Type.integerFrom(1),
              "By how many pods the fullest domain may exceed the emptiest.")
          .byDefault(1)
          .example("2");
  private static final Field<Integer> MIN_DOMAINS =
      Field.optional(
              "minDomains", Type.integerFrom(1), "Up to how many missing domains count as empty.")
          .example("3");

  private static final Definition<Spread> DEFINITION =
      Definition.of("spread", "How evenly the pods stand over hosts or zones.")
          .fields(OVER, REQUIRED, MAX_SKEW, MIN_DOMAINS)
          .building(
              given ->
                  new Spread(
                      AffinityNotation.topologyKey(given.get(OVER)),
                      given.get(MAX_SKEW),
                      given.get(REQUIRED),
                      given.get(REQUIRED),
                      given.has(MIN_DOMAINS)
                          ? OptionalInt.of(given.get(MIN_DOMAINS))
                          : OptionalInt.empty()));

  private SpreadNotation() {}

  static Definition<Spread> definition() {
    return DEFINITION;
  }
}
