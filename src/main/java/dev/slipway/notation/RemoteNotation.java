package dev.slipway.notation;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Text;
import dev.slipway.secret.RemoteValue;
import java.util.Optional;

/** Values in a secret store outside of the cluster, in a file. */
final class RemoteNotation {
  /** A value, and the key that it gets in the Secret. */
  record Remote(Optional<String> key, RemoteValue value) {
    /** The key, where no other is given than the name by which it is asked for. */
    String keyOr(String logical) {
      return key.orElse(logical);
    }
  }

  private static final Field<Text> REMOTE =
      Field.required("remote", Type.openText(), "The secret's name or path in the store.")
          .example("prod/shop/db");
  private static final Field<String> PROPERTY =
      Field.optional(
              "property", Type.string(), "The field to take, of a secret that is a JSON object.")
          .example("password");
  private static final Field<String> VERSION =
      Field.optional("version", Type.string(), "The version to take, as the store names it.")
          .byDefaultIs("the latest")
          .example("AWSPREVIOUS");
  private static final Field<String> KEY =
      Field.optional(
              "key", Type.string().of(Format.DATA_KEY), "The key that it gets in the Secret.")
          .byDefaultIs("the name by which it is asked for")
          .example("db-pass");
  private static final Definition<Remote> REMOTE_VALUE =
      Definition.of("remote value", "A value in a secret store.")
          .fields(REMOTE, PROPERTY, VERSION, KEY)
          .building(
              given -> {
                RemoteValue value = RemoteValue.of(given.get(REMOTE));
                if (given.has(PROPERTY)) {
                  value = value.property(given.get(PROPERTY));
                }
                if (given.has(VERSION)) {
                  value = value.version(given.get(VERSION));
                }
                return new Remote(given.find(KEY), value);
              });

  private RemoteNotation() {}

  static Type<Remote> type() {
    return Type.object(REMOTE_VALUE);
  }
}
