package dev.slipway.environment;

import dev.slipway.check.Waiver;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Type;
import java.util.Optional;

/** Findings that are known and accepted, in an environment file. */
final class WaiverNotation {
  private static final Field<String> RULE =
      Field.required("rule", Type.string(), "The rule's id.").example("literal-secret");
  private static final Field<String> KIND =
      Field.optional("kind", Type.string(), "The kind of the object.")
          .byDefaultIs("what is about no single object")
          .example("Secret");
  private static final Field<String> OBJECT =
      Field.optional("name", Type.string(), "The name of the object; * for every one of the kind.")
          .byDefault("*")
          .example("shop-db");
  private static final Field<String> OBJECT_NAMESPACE =
      Field.optional("namespace", Type.string(), "The namespace of the object.")
          .byDefaultIs("every namespace")
          .example("shop");
  private static final Field<String> REASON =
      Field.required("reason", Type.string(), "Why; it is printed in every report.")
          .example("\"a demo database without data of value\"");
  private static final Definition<Waiver> WAIVER =
      Definition.of("waiver", "A rule that is not to be applied to an object, and why.")
          .fields(RULE, KIND, OBJECT, OBJECT_NAMESPACE, REASON)
          .building(
              given ->
                  new Waiver(
                      given.get(RULE),
                      given.find(KIND),
                      given.find(OBJECT_NAMESPACE),
                      given.get(OBJECT),
                      given.get(REASON),
                      Optional.of(given.position())));

  private WaiverNotation() {}

  static Type<Waiver> type() {
    return Type.object(WAIVER);
  }
}
