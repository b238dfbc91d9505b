package dev.slipway.secret;

import dev.slipway.cluster.Api;
import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Secret whose values are encrypted for one cluster, to be decrypted there by the Sealed Secrets
 * controller. What is encrypted may be read by anybody.
 *
 * @param encryptedData what {@code kubeseal} made of the value of each of the Secret's own keys
 * @see <a href="https://github.com/bitnami-labs/sealed-secrets#scopes">Sealed Secrets</a>
 */
public record SealedSecret(
    String name, KeyNames keyNames, Map<String, String> encryptedData, Scope scope, SecretType type)
    implements SecretSource {
  private static final GroupVersionKind TYPE =
      GroupVersionKind.of("bitnami.com/v1alpha1", "SealedSecret");

  /** AES-GCM's tag, which ends every ciphertext. */
  private static final int TAG_BYTES = 16;

  /**
   * The Secret of a name.
   *
   * @throws dev.slipway.manifest.InvalidInputException if Kubernetes would refuse a part of it, or
   *     a value is not what {@code kubeseal} makes
   */
  public SealedSecret {
    encryptedData = Copies.inOrder(encryptedData);
    Problems problems = new Problems();
    keyNames.check(name, problems);
    type.check(keyNames.actual(), problems);
    encryptedData.forEach(
        (key, value) -> {
          if (!isSealed(value)) {
            // The value is not quoted: somebody may have given the secret itself.
            problems.add(
                "The value of key '" + key + "' is not encrypted.",
                "Give what kubeseal makes of it (kubeseal --raw), in base64.");
          }
        });
    problems.throwIfAny(KeyNames.part(name));
  }

  @Override
  public List<String> keys() {
    return keyNames.logical();
  }

  @Override
  public KeyRef key(String key) {
    return keyNames.in(name, key);
  }

  /** A digest of what is encrypted, which is different each time that a value is sealed. */
  @Override
  public Optional<Text> revision(Target target) {
    StringBuilder all = new StringBuilder();
    new TreeMap<>(encryptedData)
        .forEach((key, value) -> all.append(key).append('=').append(value).append('\n'));
    return Optional.of(Text.of(Derivation.SHA256.apply(all.toString())));
  }

  @Override
  public List<Mount> mounts() {
    return List.of();
  }

  @Override
  public void render(Target target, Sink out) {
    SecretPlace place = new SecretPlace(target, name);
    place.require(Api.SEALED_SECRETS, out);
    out.object(
        place.object(TYPE, scope.annotations(), Mapping.of("spec", spec(target.namespace()))));
    out.declare(place.comesFromElsewhere(keyNames.actual()));
  }

  private Mapping spec(String namespace) {
    Mapping.Builder metadata =
        Mapping.builder()
            .put("name", name)
            .put("namespace", namespace)
            .putUnlessEmpty("annotations", Mapping.ofStrings(scope.annotations()));
    return Mapping.of(
        "encryptedData",
        Mapping.ofStrings(encryptedData),
        "template",
        Mapping.of("metadata", metadata.build(), "type", Text.of(type.name())));
  }

  /**
   * Whether a value has the shape of a sealed one: the length of the encrypted session key in two
   * bytes, that key, and a ciphertext with its tag.
   */
  private static boolean isSealed(String value) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(value);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (bytes.length < 2) {
      return false;
    }
    int sessionKey = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    return sessionKey > 0 && bytes.length >= 2 + sessionKey + TAG_BYTES;
  }

  /** Where a sealed value may be unsealed. */
  public enum Scope {
    /** Under the one name and namespace that it was sealed for. */
    STRICT(""),
    /** Under any name of the namespace that it was sealed for. */
    NAMESPACE_WIDE("sealedsecrets.bitnami.com/namespace-wide"),
    /** Under any name of any namespace. */
    CLUSTER_WIDE("sealedsecrets.bitnami.com/cluster-wide");

    private final String annotation;

    Scope(String annotation) {
      this.annotation = annotation;
    }

    Map<String, String> annotations() {
      return annotation.isEmpty() ? Map.of() : Map.of(annotation, "true");
    }
  }

  /** Collects the encrypted values. */
  public static final class Builder {
    private final String name;
    private final KeyNames.Builder keys;
    private final Map<String, String> encryptedData = new LinkedHashMap<>();
    private Scope scope = Scope.STRICT;
    private SecretType type = SecretType.OPAQUE;

    Builder(String name) {
      this.name = name;
      keys = new KeyNames.Builder(name);
    }

    /** A key and its encrypted value in base64. */
    public Builder encrypted(String key, String value) {
      return encrypted(key, key, value);
    }

    /**
     * A key and its encrypted value in base64.
     *
     * @param logical the name by which it is asked for: {@code password}
     * @param actual its name in the Secret: {@code db-pass}
     */
    public Builder encrypted(String logical, String actual, String value) {
      keys.put(logical, actual, encryptedData, value.replaceAll("\\s", ""));
      return this;
    }

    /** Where the values may be unsealed, as they were sealed; {@link Scope#STRICT} unless given. */
    public Builder scope(Scope scope) {
      this.scope = scope;
      return this;
    }

    /** The type of the Secret; Opaque unless given. */
    public Builder type(SecretType type) {
      this.type = type;
      return this;
    }

    /**
     * The source.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong
     */
    public SealedSecret build() {
      return keys.build(names -> new SealedSecret(name, names, encryptedData, scope, type));
    }
  }
}
