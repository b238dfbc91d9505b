package dev.slipway.catalog.hyperbytedb;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problems;
import dev.slipway.secret.ExternalSecret;
import dev.slipway.secret.LiteralSecret;
import dev.slipway.secret.SealedSecret;
import dev.slipway.secret.SecretSource;
import dev.slipway.secret.SecretType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the Secrets come from that the spec names.
 *
 * @param sources by what they are for; a Secret without a source is one that is there already
 */
record Credentials(Map<Role, SecretSource> sources) {
  static final Credentials NONE = new Credentials(Map.of());

  Credentials {
    Map<Role, SecretSource> ordered = new EnumMap<>(Role.class);
    ordered.putAll(sources);
    sources = java.util.Collections.unmodifiableMap(ordered);
  }

  /** What the members need a Secret for. */
  enum Role {
    S3(
        "s3",
        Storage.S3_CREDENTIALS_SECRET_NAME,
        Storage.S3_BUCKET,
        List.of("access_key_id", "secret_access_key")),
    AUTH("auth", Auth.CREDENTIALS_SECRET_NAME, Auth.ENABLED, List.of()),
    SERVER_TLS("serverTls", Server.TLS.secretName, Server.TLS.enabled, tlsKeys()),
    PEER_TLS("clusterTls", Peers.TLS.secretName, Peers.TLS.enabled, tlsKeys());

    private final String word;
    private final Setting<String> setting;
    private final Setting<?> needed;
    private final List<String> keys;

    Role(String word, Setting<String> setting, Setting<?> needed, List<String> keys) {
      this.word = word;
      this.setting = setting;
      this.needed = needed;
      this.keys = keys;
    }

    /** What a file calls it. */
    String word() {
      return word;
    }

    /** The setting that names the Secret. */
    Setting<String> setting() {
      return setting;
    }

    /** The keys that the operator looks for, under these names. */
    List<String> keys() {
      return keys;
    }

    boolean isTls() {
      return this == SERVER_TLS || this == PEER_TLS;
    }

    private static List<String> tlsKeys() {
      return List.of(SecretType.TLS_CERTIFICATE, SecretType.TLS_KEY);
    }
  }

  /** Names in the settings the Secrets that have a source. */
  void nameIn(Map<Setting<?>, Node> settings) {
    sources.forEach(
        (role, source) -> settings.putIfAbsent(role.setting, role.setting.node(source.name())));
  }

  void check(Mapping spec, Problems problems) {
    sources.forEach((role, source) -> check(role, source, spec, problems));
  }

  private static void check(Role role, SecretSource source, Mapping spec, Problems problems) {
    String named = role.setting.text(spec);
    if (!named.equals(source.name())) {
      problems.add(
          "'%s' is '%s', and the secret '%s' is called '%s'."
              .formatted(role.setting, named, role.word, source.name()),
          "Leave '%s' out, or name the secret so.".formatted(role.setting));
    }
    if (!role.needed.isGiven(spec)) {
      problems.add(
          "There is a secret '%s', and '%s' is not set.".formatted(role.word, role.needed),
          "Set it, or leave the secret out.");
    }
    for (String key : role.keys) {
      if (!source.keys().contains(key) || !source.key(key).key().equals(key)) {
        problems.add(
            "The Secret '%s' has no key '%s'.".formatted(source.name(), key),
            "Declare %s under these names: the operator looks for no others."
                .formatted(String.join(" and ", role.keys)));
      }
    }
    if (role.isTls()) {
      type(source)
          .filter(type -> !type.equals(SecretType.TLS))
          .ifPresent(
              type ->
                  problems.add(
                      "The Secret '%s' of '%s' is of the type %s."
                          .formatted(source.name(), role.setting, type),
                      "Give it the type kubernetes.io/tls."));
    }
  }

  /** The type of the Secret, where its source decides that. */
  private static Optional<SecretType> type(SecretSource source) {
    if (source instanceof LiteralSecret literal) {
      return Optional.of(literal.type());
    }
    if (source instanceof ExternalSecret external) {
      return Optional.of(external.type());
    }
    return source instanceof SealedSecret sealed ? Optional.of(sealed.type()) : Optional.empty();
  }
}
