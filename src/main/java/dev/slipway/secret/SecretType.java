package dev.slipway.secret;

import dev.slipway.manifest.Problems;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The type of a Secret, and the keys that the API server demands of it.
 *
 * @param name as a manifest writes it: {@code Opaque}, {@code kubernetes.io/tls}
 * @param keys the keys that a Secret of this type must have; empty for any
 * @param oneIsEnough whether one of the keys suffices
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/secret/#secret-types">Types of
 *     Secret</a>
 */
public record SecretType(String name, List<String> keys, boolean oneIsEnough) {
  public static final String TLS_CERTIFICATE = "tls.crt";
  public static final String TLS_KEY = "tls.key";
  public static final String DOCKER_CONFIG_JSON = ".dockerconfigjson";

  public static final SecretType OPAQUE = new SecretType("Opaque", List.of(), false);
  public static final SecretType BASIC_AUTH =
      new SecretType("kubernetes.io/basic-auth", List.of("username", "password"), true);
  public static final SecretType TLS =
      new SecretType("kubernetes.io/tls", List.of(TLS_CERTIFICATE, TLS_KEY), false);
  public static final SecretType DOCKER_CONFIG =
      new SecretType("kubernetes.io/dockerconfigjson", List.of(DOCKER_CONFIG_JSON), false);
  public static final SecretType SSH_AUTH =
      new SecretType("kubernetes.io/ssh-auth", List.of("ssh-privatekey"), false);

  private static final List<SecretType> BUILT_IN =
      List.of(OPAQUE, BASIC_AUTH, TLS, DOCKER_CONFIG, SSH_AUTH);

  public SecretType {
    keys = List.copyOf(keys);
  }

  /** The type of a name: one that the API server knows, or one of somebody's own with any keys. */
  public static SecretType of(String name) {
    return BUILT_IN.stream()
        .filter(type -> type.name.equals(name))
        .findFirst()
        .orElseGet(() -> new SecretType(name, List.of(), false));
  }

  /** Collects a problem where a Secret with these keys would be refused. */
  void check(Set<String> present, Problems problems) {
    if (name.isBlank()) {
      problems.add("The type of the Secret is empty.", "Leave it out for an Opaque Secret.");
    }
    List<String> missing = keys.stream().filter(key -> !present.contains(key)).toList();
    if (missing.isEmpty() || (oneIsEnough && missing.size() < keys.size())) {
      return;
    }
    problems.add(
        "A Secret of type %s needs %s; %s missing."
            .formatted(
                name,
                (oneIsEnough ? "one of " : "") + KeyNames.quoted(keys),
                oneIsEnough
                    ? "all are"
                    : KeyNames.quoted(missing) + (missing.size() == 1 ? " is" : " are")),
        "Declare what is missing, or leave the type out for an Opaque Secret.");
  }

  @Override
  public String toString() {
    return name;
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretType type
        && name.equals(type.name)
        && keys.equals(type.keys)
        && oneIsEnough == type.oneIsEnough;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, keys, oneIsEnough);
  }
}
