package dev.slipway.environment;

import dev.slipway.app.LimitRangeItem;
import dev.slipway.app.Namespace;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Namespaces, in an environment file. */
final class NamespaceNotation {
  private static final Field<String> NAMESPACE_NAME =
      Field.required("name", Type.name("namespace", Format.DNS_LABEL), "The namespace's name.")
          .example("shop");
  private static final Field<Boolean> CREATED =
      Field.optional(
              "existing", Type.bool(), "Whether it is there already, and its labels its owner's.")
          .byDefault(false)
          .example("true");
  private static final Field<Map<String, String>> LABELS =
      Field.optional(
              "labels",
              Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty()),
              "More labels; they win over those that Slipway sets.")
          .example("{team: shop}");
  private static final Field<Map<String, String>> ANNOTATIONS =
      Field.optional(
              "annotations", Type.mapOf(Format.LABEL_KEY, Type.string().orEmpty()), "Annotations.")
          .example("{example.com/owner: shop}");
  private static final Field<Map<String, Quantity>> QUOTA =
      Field.optional(
              "quota",
              Type.mapOf(Format.ANY_KEY, Type.quantity()),
              "What everything in it together may ask for, by resource.")
          .example("{requests.cpu: 20, requests.memory: 64Gi, pods: 50}");
  private static final Field<Map<String, Quantity>> DEFAULT_REQUESTS =
      Field.optional(
              "defaultRequests",
              Type.mapOf(Format.LABEL_KEY, Type.quantity()),
              "What containers request that say nothing.")
          .example("{cpu: 100m, memory: 128Mi}");
  private static final Field<Map<String, Quantity>> DEFAULT_LIMITS =
      Field.optional(
              "defaultLimits",
              Type.mapOf(Format.LABEL_KEY, Type.quantity()),
              "What containers are limited to that say nothing.")
          .example("{memory: 256Mi}");
  private static final Definition<Namespace> NAMESPACE =
      Definition.of("namespace", "A namespace of the environment; applications may share one.")
          .fields(NAMESPACE_NAME, CREATED, LABELS, ANNOTATIONS, QUOTA, DEFAULT_REQUESTS)
          .fields(DEFAULT_LIMITS)
          .building(NamespaceNotation::namespace);

  private NamespaceNotation() {}

  static Type<Namespace> type() {
    return Type.object(NAMESPACE);
  }

  private static Namespace namespace(Given given) {
    boolean limited = given.has(DEFAULT_REQUESTS) || given.has(DEFAULT_LIMITS);
    List<LimitRangeItem> limits =
        limited
            ? List.of(
                LimitRangeItem.containerDefaults(
                    new HashMap<>(given.get(DEFAULT_REQUESTS, Map.of())),
                    new HashMap<>(given.get(DEFAULT_LIMITS, Map.of()))))
            : List.of();
    return new Namespace(
        given.get(NAMESPACE_NAME),
        !given.get(CREATED),
        given.get(LABELS, Map.of()),
        given.get(ANNOTATIONS, Map.of()),
        given.get(QUOTA, Map.of()),
        limits);
  }
}
