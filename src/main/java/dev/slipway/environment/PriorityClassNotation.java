package dev.slipway.environment;

import dev.slipway.app.PriorityClass;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;

/** Priority classes, in an environment file. */
final class PriorityClassNotation {
  private static final Field<String> CLASS_NAME =
      Field.required("name", Type.name("priority class", Format.DNS_SUBDOMAIN), "The class's name.")
          .example("shop-critical");
  private static final Field<Integer> VALUE =
      Field.required(
              "value",
              Type.integer(Integer.MIN_VALUE, 1_000_000_000),
              "How important its pods are; those without a class have 0.")
          .example("100000");
  private static final Field<Boolean> PREEMPTS =
      Field.optional("preempts", Type.bool(), "Whether its pods may evict others to have room.")
          .byDefault(true)
          .example("false");
  private static final Field<String> DESCRIPTION =
      Field.optional("description", Type.string(), "What it is for.").example("\"the shop\"");
  private static final Definition<PriorityClass> PRIORITY_CLASS =
      Definition.of("priority class", "How important pods are that name it.")
          .fields(CLASS_NAME, VALUE, PREEMPTS, DESCRIPTION)
          .building(
              given ->
                  new PriorityClass(
                      given.get(CLASS_NAME),
                      given.get(VALUE),
                      given.get(PREEMPTS),
                      given.get(DESCRIPTION, "")));

  private PriorityClassNotation() {}

  static Type<PriorityClass> type() {
    return Type.object(PRIORITY_CLASS);
  }
}
