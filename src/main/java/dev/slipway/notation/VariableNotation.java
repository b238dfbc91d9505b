package dev.slipway.notation;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.pod.EnvFrom;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.KeyRef;
import java.util.function.Function;

/** Environment variables whose values stand elsewhere, in a file. */
final class VariableNotation {
  // one variable
  private static final Field<String> SECRET =
      Field.required("secret", Type.string(), "The Secret that has the value.").example("shop-db");
  private static final Field<String> CONFIG =
      Field.required("config", Type.string(), "The ConfigMap that has the value.")
          .example("shop-config");
  private static final Field<String> KEY =
      Field.required("key", Type.string().of(Format.DATA_KEY), "The key that it stands at.")
          .example("url");
  private static final Field<String> POD_FIELD =
      Field.required("field", Type.string(), "A field of the pod.").example("metadata.name");
  private static final Field<String> RESOURCE =
      Field.required("resource", Type.string(), "A resource of the container.")
          .example("limits.memory");
  private static final Definition<Function<String, EnvVar>> FROM_SECRET =
      Definition.of("value from a Secret", "A value that stands in a Secret.")
          .fields(SECRET, KEY)
          .building(g -> name -> EnvVar.secret(name, new KeyRef(g.get(SECRET), g.get(KEY))));
  private static final Definition<Function<String, EnvVar>> FROM_CONFIG =
      Definition.of("value from a ConfigMap", "A value that stands in a ConfigMap.")
          .fields(CONFIG, KEY)
          .building(g -> name -> EnvVar.config(name, g.get(CONFIG), g.get(KEY)));
  private static final Definition<Function<String, EnvVar>> FROM_FIELD =
      Definition.of("value of the pod", "What the pod is told about itself.")
          .fields(POD_FIELD)
          .building(g -> name -> EnvVar.field(name, g.get(POD_FIELD)));
  private static final Definition<Function<String, EnvVar>> FROM_RESOURCE =
      Definition.of("value of the container", "What the container is told about its resources.")
          .fields(RESOURCE)
          .building(g -> name -> EnvVar.resource(name, g.get(RESOURCE)));

  // variables that have the names of keys
  private static final Field<String> WHOLE_CONFIG =
      Field.required("config", Type.string(), "The ConfigMap.").example("shop-config");
  private static final Field<String> WHOLE_SECRET =
      Field.required("secret", Type.string(), "The Secret.").example("shop-secrets");
  private static final Definition<EnvFrom> FROM_WHOLE_CONFIG =
      Definition.of("variables from a ConfigMap", "Every key of a ConfigMap.")
          .fields(WHOLE_CONFIG)
          .building(g -> EnvFrom.config(g.get(WHOLE_CONFIG)));
  private static final Definition<EnvFrom> FROM_WHOLE_SECRET =
      Definition.of("variables from a Secret", "Every key of a Secret.")
          .fields(WHOLE_SECRET)
          .building(g -> EnvFrom.secret(g.get(WHOLE_SECRET)));

  private VariableNotation() {}

  /** What a variable becomes once it has its name, which is its key in a map of these. */
  static Type<Function<String, EnvVar>> elsewhere() {
    return Type.variant(
        "value",
        Variant.of("secret", FROM_SECRET),
        Variant.of("config", FROM_CONFIG),
        Variant.of("field", FROM_FIELD),
        Variant.of("resource", FROM_RESOURCE));
  }

  /** ConfigMaps and Secrets all of whose keys become variables. */
  static Type<EnvFrom> whole() {
    return Type.variant(
        "source of variables",
        Variant.of("config", FROM_WHOLE_CONFIG),
        Variant.of("secret", FROM_WHOLE_SECRET));
  }
}
