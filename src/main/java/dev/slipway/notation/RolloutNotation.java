package dev.slipway.notation;

import dev.slipway.app.Rollout;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;
import java.util.OptionalInt;

/** How pods are replaced when they change, in a file. */
final class RolloutNotation {
  private RolloutNotation() {}

  static Type<Rollout> type() {
    Format amount = Format.of("number or percentage", "[0-9]+%?", "is neither a number nor N%");
    Type<String> intOrPercent =
        Type.integerFrom(0).as(String::valueOf).or(Type.string().of(amount));
    Field<String> surge =
        Field.optional("surge", intOrPercent, "How many pods there may be beyond the replicas.")
            .byDefaultIs("25%")
            .example("1");
    Field<String> unavailable =
        Field.optional("unavailable", intOrPercent, "How many pods may be missing.")
            .byDefaultIs("25%")
            .example("0");
    Definition<Rollout> rolling =
        Definition.of("rolling update", "A few pods at a time.")
            .fields(surge, unavailable)
            .building(
                given ->
                    new Rollout.Rolling(
                        given.find(surge), given.find(unavailable), OptionalInt.empty()));
    return Type.object(() -> rolling)
        .<Rollout>as(how -> how)
        .or(
            Type.oneOf(
                Choice.of("recreate", Rollout.recreate(), "the old pods end before new ones start"),
                Choice.of("onDelete", Rollout.onDelete(), "each when somebody deletes it")));
  }
}
