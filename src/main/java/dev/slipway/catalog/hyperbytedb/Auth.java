package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;

/** Who may use the HTTP API: {@code spec.auth}. */
public final class Auth {
  private static final Part PART = Part.SPEC.under("auth");

  /** {@code auth.enabled}: whether the HTTP API asks who calls; false unless set. */
  public static final Setting<Boolean> ENABLED =
      PART.setting(
          Field.optional("enabled", Type.bool(), "Whether the HTTP API asks who calls.")
              .byDefault(false)
              .example("true"));

  /** {@code auth.credentialsSecretName}: the Secret with the credentials. */
  public static final Setting<String> CREDENTIALS_SECRET_NAME =
      PART.setting(
          Field.optional(
                  "credentialsSecretName",
                  Type.string().of(Format.DNS_SUBDOMAIN),
                  "The Secret with the credentials.")
              .example("hyperbytedb-auth"));

  private Auth() {}
}
