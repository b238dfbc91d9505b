package dev.slipway.secret;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A Secret whose values are given here, and so stand in the manifests, for anybody to read who can
 * read those. Values that are known only later stay out of files.
 *
 * <p>The values are written as {@code data}, in base64, and not as {@code stringData}: that field
 * is write-only, so a server never gives it back, a comparison with it never comes out equal, and a
 * key that is taken out of it stays in the cluster.
 *
 * @param values the values by the Secret's own keys, in order; all are masked
 * @param immutable whether the API server is to refuse every change of the values
 * @param labels labels of the Secret, which every consumer must give alike
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/secret/">Secrets</a>
 */
public record LiteralSecret(
    String name,
    SecretType type,
    KeyNames keyNames,
    Map<String, Text> values,
    boolean immutable,
    Map<String, String> labels)
    implements SecretSource {
  /** What the API server allows all values of a Secret together, in bytes. */
  private static final int LARGEST = 1024 * 1024;

  /**
   * The Secret of a name.
   *
   * @throws dev.slipway.manifest.InvalidInputException if Kubernetes would refuse a part of it
   */
  public LiteralSecret {
    Map<String, Text> masked = new LinkedHashMap<>();
    values.forEach((key, value) -> masked.put(key, masked(value)));
    values = Collections.unmodifiableMap(masked);
    labels = Copies.inOrder(labels);
    Problems problems = new Problems();
    keyNames.check(name, problems);
    type.check(keyNames.actual(), problems);
    int bytes = values.values().stream().mapToInt(LiteralSecret::bytes).sum();
    if (bytes > LARGEST) {
      problems.add(
          "The values are %s bytes together; a Secret may hold %s.".formatted(bytes, LARGEST),
          "Divide them among several Secrets.");
    }
    if (type.equals(SecretType.TLS)) {
      Pem.check(values, problems);
    }
    problems.throwIfAny(KeyNames.part(name));
  }

  /**
   * A certificate and its private key, as an Ingress or a server takes them.
   *
   * @param certificate the certificate and its chain, in PEM
   * @param privateKey the private key, in PEM and not encrypted
   * @throws dev.slipway.manifest.InvalidInputException if either is known and no PEM of its kind
   */
  public static LiteralSecret tls(String name, Text certificate, Text privateKey) {
    return new Builder(name)
        .type(SecretType.TLS)
        .value(SecretType.TLS_CERTIFICATE, certificate)
        .value(SecretType.TLS_KEY, privateKey)
        .build();
  }

  /** Users of image registries, as {@code imagePullSecrets} names them. */
  public static LiteralSecret registryCredentials(String name, RegistryLogin... logins) {
    return new Builder(name)
        .type(SecretType.DOCKER_CONFIG)
        .value(SecretType.DOCKER_CONFIG_JSON, RegistryLogin.dockerConfig(List.of(logins)))
        .build();
  }

  @Override
  public List<String> keys() {
    return keyNames.logical();
  }

  @Override
  public KeyRef key(String key) {
    return keyNames.in(name, key);
  }

  /**
   * A digest of the values together with the namespace and the name, so that the same value in two
   * places does not show. Who can read it can still try guesses against it: use values that nobody
   * guesses. Pods that must be as somebody else gives them have no digest.
   */
  @Override
  public Optional<Text> revision(Target target) {
    if (!target.strict()) {
      return Optional.empty();
    }
    List<Text> parts = new ArrayList<>();
    parts.add(Text.of(target.namespace() + "/" + name + "\n"));
    new TreeMap<>(values)
        .forEach(
            (key, value) -> {
              parts.add(Text.of(key + "="));
              parts.add(value.derive(Derivation.JSON_STRING));
              parts.add(Text.of("\n"));
            });
    return Optional.of(Text.join(parts).derive(Derivation.SHA256));
  }

  @Override
  public List<Mount> mounts() {
    return List.of();
  }

  @Override
  public void render(Target target, Sink out) {
    SecretPlace place = new SecretPlace(target, name);
    Mapping.Builder data = Mapping.builder();
    values.forEach((key, value) -> data.put(key, value.derive(Derivation.BASE64)));
    Mapping.Builder rest = Mapping.builder().put("type", type.name());
    if (immutable) {
      rest.put("immutable", Scalar.TRUE);
    }
    out.object(
        place.object(
            SecretPlace.SECRET,
            Mapping.ofStrings(labels),
            Map.of(),
            rest.put("data", data.build()).build()));
    notices(place).forEach(out::notice);
  }

  private List<Notice> notices(SecretPlace place) {
    List<Notice> notices = new ArrayList<>();
    List<String> empty = keysWhere(String::isEmpty);
    if (!empty.isEmpty()) {
      notices.add(
          Notice.warning(
              "empty-secret-value",
              "Secret '%s' has nothing at %s.".formatted(name, KeyNames.quoted(empty)),
              "Look whether the variable or file that the value comes from was empty."));
    }
    List<String> broken = keysWhere(LiteralSecret::isLineWithBreak);
    if (!broken.isEmpty()) {
      notices.add(
          Notice.warning(
              "secret-line-break",
              "Secret '%s' has a line break after the value of %s; few programs expect one."
                  .formatted(name, KeyNames.quoted(broken)),
              "Take it out of the file that the value comes from (printf instead of echo)."));
    }
    return notices.stream().map(notice -> notice.about(place.secret())).toList();
  }

  private List<String> keysWhere(Predicate<String> test) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().known().filter(test).isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isLineWithBreak(String value) {
    return value.indexOf('\n') == value.length() - 1 && value.length() > 0;
  }

  private static Text masked(Text value) {
    return value.isSecret() ? value : Text.join(value, Text.secret(""));
  }

  private static int bytes(Text value) {
    return value.known().map(known -> known.getBytes(StandardCharsets.UTF_8).length).orElse(0);
  }

  /** Collects the values. */
  public static final class Builder {
    private final String name;
    private final KeyNames.Builder keys;
    private final Map<String, Text> values = new LinkedHashMap<>();
    private SecretType type = SecretType.OPAQUE;
    private boolean immutable;
    private final Map<String, String> labels = new LinkedHashMap<>();

    Builder(String name) {
      this.name = name;
      keys = new KeyNames.Builder(name);
    }

    /** A key and its value, which may be known only later. */
    public Builder value(String key, Text value) {
      return value(key, key, value);
    }

    /**
     * A key and its value, which may be known only later.
     *
     * @param logical the name by which it is asked for: {@code password}
     * @param actual its name in the Secret: {@code db-pass}
     */
    public Builder value(String logical, String actual, Text value) {
      keys.put(logical, actual, values, value);
      return this;
    }

    /** The type of the Secret; Opaque unless given. */
    public Builder type(SecretType type) {
      this.type = type;
      return this;
    }

    /**
     * Has the API server refuse every change of the values: a new value then needs a Secret of
     * another name.
     */
    public Builder immutable() {
      immutable = true;
      return this;
    }

    /** A label of the Secret; consumers that share the Secret must give it alike. */
    public Builder label(String key, String value) {
      labels.put(key, value);
      return this;
    }

    /**
     * The source.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong
     */
    public LiteralSecret build() {
      return keys.build(names -> new LiteralSecret(name, type, names, values, immutable, labels));
    }
  }
}
