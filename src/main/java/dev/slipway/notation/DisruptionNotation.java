package dev.slipway.notation;

import dev.slipway.app.Disruption;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;

/** Disruption budgets, in a file. */
public final class DisruptionNotation {
  private static final Type<Disruption> TYPE = written();

  private DisruptionNotation() {}

  /** How many pods must stay, how many may be away, or that there is no budget. */
  public static Type<Disruption> type() {
    return TYPE;
  }

  private static Type<Disruption> written() {
    Field<Integer> stay =
        Field.required("minAvailable", Type.integerFrom(0), "How many pods must stay.")
            .example("2");
    Field<Integer> away =
        Field.required("maxUnavailable", Type.integerFrom(1), "How many pods may be away.")
            .example("1");
    Definition<Disruption> staying =
        Definition.of("budget of pods that stay", "How many pods must stay.")
            .fields(stay)
            .building(given -> Disruption.minAvailable(given.get(stay)));
    Definition<Disruption> going =
        Definition.of("budget of pods that may go", "How many pods may be away.")
            .fields(away)
            .building(given -> Disruption.maxUnavailable(given.get(away)));
    return Type.variant(
            "disruption budget",
            Variant.of("minAvailable", () -> staying),
            Variant.of("maxUnavailable", () -> going))
        .<Disruption>as(budget -> budget)
        .or(Type.oneOf(Choice.of("unbounded", Disruption.unbounded(), "there is no budget")));
  }
}
