package dev.slipway.catalog.hyperscience;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;
import java.util.Map;

/** What is known of the vendor's chart, in an environment file. */
final class VendorChartNotation {
  private static final Field<Map<String, String>> PLATFORM_PODS =
      Field.optional(
              "platformPods",
              Type.mapOf(Format.LABEL_KEY, Type.string()),
              "Labels that the platform's pods carry, and no others do.")
          .byDefaultIs("not known: what is for the platform's pods is for every pod")
          .example("{app: forms}");
  private static final Field<Map<String, String>> TRAINER_PODS =
      Field.optional(
              "trainerPods",
              Type.mapOf(Format.LABEL_KEY, Type.string()),
              "The one label that the trainer's pods carry, and no others do.")
          .byDefaultIs("not known: they reach all that the platform's do, and a warning says so")
          .example("{app: trainer}");
  private static final Field<Map<String, String>> INGRESS_FROM =
      Field.optional(
              "ingressFrom",
              Type.mapOf(Format.LABEL_KEY, Type.string()),
              "Labels of the namespace of the ingress controller that the chart's Ingress is for.")
          .byDefaultIs("nobody is let in from outside of the namespace")
          .example("{kubernetes.io/metadata.name: traefik}");

  static final Definition<VendorChart> DEFINITION =
      Definition.of(
              "Hyperscience chart",
              "What is known of the vendor's chart, so that network policies fit its pods.")
          .fields(PLATFORM_PODS, TRAINER_PODS, INGRESS_FROM)
          .building(
              given ->
                  new VendorChart(
                      given.get(PLATFORM_PODS, Map.of()),
                      given.get(TRAINER_PODS, Map.of()),
                      given.find(INGRESS_FROM)));

  private VendorChartNotation() {}
}
