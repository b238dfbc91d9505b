package dev.slipway.notation;

import dev.slipway.app.Replicas;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Type;

/** How many pods a workload has, in a file. */
public final class ReplicasNotation {
  private static final Type<Replicas> TYPE =
      Type.integerFrom(0).<Replicas>as(Replicas::fixed).or(autoscaled());

  private ReplicasNotation() {}

  /** A number, or the numbers between which an autoscaler decides. */
  public static Type<Replicas> type() {
    return TYPE;
  }

  private static Type<Replicas> autoscaled() {
    Field<Integer> min =
        Field.required("min", Type.integerFrom(1), "The fewest pods.").example("2");
    Field<Integer> max = Field.required("max", Type.integerFrom(1), "The most pods.").example("10");
    Field<Integer> cpu =
        Field.optional(
                "cpu",
                Type.integer(1, 1000),
                "The average CPU use to aim at, in percent of what the pods request.")
            .example("70");
    Field<Integer> memory =
        Field.optional(
                "memory",
                Type.integer(1, 1000),
                "The average memory use to aim at, in percent of what the pods request.")
            .example("80");
    Definition<Replicas> definition =
        Definition.of("autoscaler", "Between which numbers an autoscaler decides, and by what.")
            .fields(min, max, cpu, memory)
            .building(
                given -> {
                  Replicas.Autoscaled replicas =
                      Replicas.autoscaled(given.get(min), given.get(max));
                  if (given.has(cpu)) {
                    replicas = replicas.atCpu(given.get(cpu));
                  }
                  return given.has(memory) ? replicas.atMemory(given.get(memory)) : replicas;
                });
    return Type.object(() -> definition);
  }
}
