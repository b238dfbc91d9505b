package dev.slipway.notation;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Quantity;
import dev.slipway.pod.Resources;
import java.util.Map;

/** What a container requests and may not exceed, in a file. */
public final class ResourcesNotation {
  private static final Field<Map<String, Quantity>> REQUESTS =
      Field.optional(
              "requests",
              Type.mapOf(Format.LABEL_KEY, Type.quantity()),
              "What the scheduler keeps free for the container, by resource.")
          .example("{cpu: 100m, memory: 128Mi}");

  private static final Field<Map<String, Quantity>> LIMITS =
      Field.optional(
              "limits",
              Type.mapOf(Format.LABEL_KEY, Type.quantity()),
              "What the container may not exceed, by resource.")
          .example("{memory: 256Mi}");

  public static final Definition<Resources> DEFINITION =
      Definition.of("resources", "What a container requests of its node, and may not exceed.")
          .fields(REQUESTS, LIMITS)
          .building(
              given -> new Resources(given.get(REQUESTS, Map.of()), given.get(LIMITS, Map.of())));

  private ResourcesNotation() {}

  public static Type<Resources> type() {
    return Type.object(DEFINITION);
  }
}
