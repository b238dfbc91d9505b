package dev.slipway.notation;

import dev.slipway.app.Replicas;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;

/** How many pods a workload has, in a file. */
public final class ReplicasNotation {
  private static final Field<Integer> MIN =
      Field.required("min", Type.integerFrom(1), "The fewest pods.").example("2");
  private static final Field<Integer> MAX =
      Field.required("max", Type.integerFrom(1), "The most pods.").example("10");
  private static final Field<Integer> CPU =
      Field.optional(
              "cpu",
              Type.integer(1, 1000),
              "The average CPU use to aim at, in percent of what the pods request.")
          .example("70");
  private static final Field<Integer> MEMORY =
      Field.optional(
              "memory",
              Type.integer(1, 1000),
              "The average memory use to aim at, in percent of what the pods request.")
          .example("80");
  private static final Definition<Replicas> AUTOSCALER =
      Definition.of("autoscaler", "Between which numbers an autoscaler decides, and by what.")
          .fields(MIN, MAX, CPU, MEMORY)
          .building(ReplicasNotation::autoscaled);

  private ReplicasNotation() {}

  /** A fixed number of pods, or the numbers between which an autoscaler decides. */
  public static Type<Replicas> type() {
    return from(0);
  }

  /** As {@link #type()}, where there must be so many pods at least. */
  public static Type<Replicas> from(int fewest) {
    return Type.integerFrom(fewest).<Replicas>as(Replicas::fixed).or(Type.object(AUTOSCALER));
  }

  private static Replicas autoscaled(Given given) {
    Replicas.Autoscaled replicas = Replicas.autoscaled(given.get(MIN), given.get(MAX));
    if (given.has(CPU)) {
      replicas = replicas.atCpu(given.get(CPU));
    }
    return given.has(MEMORY) ? replicas.atMemory(given.get(MEMORY)) : replicas;
  }
}
