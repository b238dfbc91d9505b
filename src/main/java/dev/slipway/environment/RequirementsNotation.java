package dev.slipway.environment;

import dev.slipway.check.Requirements;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;
import java.util.List;

/** What a cluster demands of everybody's workloads, in an environment file. */
final class RequirementsNotation {
  private static final Field<List<String>> REQUESTS =
      Field.optional(
              "requests",
              Type.listOf(Type.string()),
              "Resources that every container must request.")
          .example("[cpu, memory]");
  private static final Field<List<String>> LIMITS =
      Field.optional(
              "limits", Type.listOf(Type.string()), "Resources that every container must limit.")
          .example("[memory]");
  private static final Field<List<String>> REQUIRED_LABELS =
      Field.optional(
              "labels",
              Type.listOf(Type.string().of(Format.LABEL_KEY)),
              "Labels that every workload and its pods must carry.")
          .example("[team]");
  private static final Definition<Requirements> REQUIREMENTS =
      Definition.of("requirements", "What the cluster demands of everybody's workloads.")
          .fields(REQUESTS, LIMITS, REQUIRED_LABELS)
          .building(
              given ->
                  new Requirements(
                      given.get(REQUESTS, List.of()),
                      given.get(LIMITS, List.of()),
                      given.get(REQUIRED_LABELS, List.of())));

  private RequirementsNotation() {}

  static Type<Requirements> type() {
    return Type.object(REQUIREMENTS);
  }
}
