package dev.slipway.secret;

import dev.slipway.cluster.Api;
import dev.slipway.identity.Grant;
import dev.slipway.manifest.Copies;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.target.Declaration;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Secret that the External Secrets Operator fills from a secret store. The operator and the store
 * must be in the cluster already.
 *
 * @param asWorkload what store it is, where the operator reads it with the service account of the
 *     workload that uses the Secret ({@code serviceAccountRef}), which then needs the rights;
 *     absent where it reads as somebody else
 * @param remote where each of the Secret's own keys comes from, in order
 * @param refreshInterval how often the operator reads the store again; zero for once only
 * @param givenRevision what the user changes when the values have changed, if anything
 * @see <a href="https://external-secrets.io/latest/api/externalsecret/">ExternalSecret</a>
 */
public record ExternalSecret(
    String name,
    Store store,
    Optional<SecretsStoreProvider> asWorkload,
    KeyNames keyNames,
    Map<String, RemoteValue> remote,
    Duration refreshInterval,
    CreationPolicy creationPolicy,
    SecretType type,
    ApiVersion apiVersion,
    Optional<String> givenRevision)
    implements SecretSource {
  private static final String GROUP = "external-secrets.io";

  /**
   * The Secret of a name.
   *
   * @throws dev.slipway.manifest.InvalidInputException if Kubernetes would refuse a part of it
   */
  public ExternalSecret {
    remote = Copies.inOrder(remote);
    Problems problems = new Problems();
    keyNames.check(name, problems);
    type.check(keyNames.actual(), problems);
    remote.forEach((key, value) -> value.check(key, problems));
    Optional<String> wrongName = Names.subdomain(store.name());
    if (wrongName.isPresent()) {
      problems.add(
          "The name '" + store.name() + "' of the secret store " + wrongName.get() + ".",
          "Name the SecretStore with store(...) or the ClusterSecretStore with"
              + " clusterStore(...).");
    }
    if (refreshInterval.isNegative()
        || !refreshInterval.equals(Duration.ofSeconds(refreshInterval.toSeconds()))) {
      problems.add(
          "The refresh interval " + refreshInterval + " is negative or has parts of a second.",
          "Give whole seconds, such as Duration.ofHours(1); zero reads the store once.");
    }
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

  @Override
  public Optional<Text> revision(Target target) {
    return givenRevision.map(Text::of);
  }

  @Override
  public List<Mount> mounts() {
    return List.of();
  }

  @Override
  public List<Grant> grants() {
    return asWorkload.map(read -> read.grants(remote.values())).orElse(List.of());
  }

  @Override
  public void render(Target target, Sink out) {
    SecretPlace place = new SecretPlace(target, name);
    place.require(Api.EXTERNAL_SECRETS, out);
    out.object(
        place.object(
            new GroupVersionKind(GROUP, apiVersion.kubernetes(), "ExternalSecret"),
            Map.of(),
            Mapping.of("spec", spec())));
    out.declare(place.comesFromElsewhere(keyNames.actual()));
    out.declare(new Declaration.Existing(store.in(target.namespace()), Set.of()));
    if (givenRevision.isEmpty()) {
      out.notice(
          place.rotationUnseen(
              "The External Secrets Operator fills Secret '%s' from %s '%s'"
                  .formatted(name, store.kind(), store.name())));
    }
  }

  private Mapping spec() {
    return Mapping.builder()
        .put("refreshInterval", goDuration(refreshInterval))
        .put(
            "secretStoreRef",
            Mapping.of("kind", Text.of(store.kind()), "name", Text.of(store.name())))
        .put("target", target())
        .put("data", Seq.from(remote.entrySet(), entry -> data(entry.getKey(), entry.getValue())))
        .build();
  }

  private Mapping target() {
    Mapping.Builder target =
        Mapping.builder().put("name", name).put("creationPolicy", creationPolicy.kubernetes());
    if (!type.equals(SecretType.OPAQUE)) {
      target.put("template", Mapping.of("type", type.name()));
    }
    return target.build();
  }

  private static Mapping data(String secretKey, RemoteValue value) {
    Mapping.Builder remoteRef = Mapping.builder().put("key", value.key());
    if (value.property().isPresent()) {
      remoteRef.put("property", value.property().get());
    }
    if (value.version().isPresent()) {
      remoteRef.put("version", value.version().get());
    }
    return Mapping.of("secretKey", Text.of(secretKey), "remoteRef", remoteRef.build());
  }

  /** As Go reads a duration: {@code 1h}, {@code 1m30s}. */
  private static String goDuration(Duration duration) {
    String written =
        (duration.toHours() > 0 ? duration.toHours() + "h" : "")
            + (duration.toMinutesPart() > 0 ? duration.toMinutesPart() + "m" : "")
            + (duration.toSecondsPart() > 0 ? duration.toSecondsPart() + "s" : "");
    return written.isEmpty() ? "0s" : written;
  }

  /**
   * Where the operator finds the secrets: a SecretStore of the namespace, or a ClusterSecretStore.
   *
   * @param ofCluster whether it is a ClusterSecretStore
   */
  public record Store(String name, boolean ofCluster) {

    /** The kind of the store's object. */
    public String kind() {
      return ofCluster ? "ClusterSecretStore" : "SecretStore";
    }

    ObjectRef.Key in(String namespace) {
      return new ObjectRef.Key(GroupKind.of(GROUP, kind()), ofCluster ? "" : namespace, name);
    }
  }

  /** Whose the Secret is that the operator fills. */
  public enum CreationPolicy {
    /** The operator makes the Secret, and it goes when the ExternalSecret does. */
    OWNER("Owner"),
    /** The operator makes the Secret, and it stays when the ExternalSecret goes. */
    ORPHAN("Orphan"),
    /** The operator adds the keys to a Secret that is there already. */
    MERGE("Merge");

    private final String kubernetes;

    CreationPolicy(String kubernetes) {
      this.kubernetes = kubernetes;
    }

    /** As the operator writes it: {@code Owner}. */
    public String kubernetes() {
      return kubernetes;
    }
  }

  /** The version of the operator's API. */
  public enum ApiVersion {
    /** What operators from 0.16 on serve. */
    V1("v1"),
    /** What operators before 0.17 serve. */
    V1BETA1("v1beta1");

    private final String kubernetes;

    ApiVersion(String kubernetes) {
      this.kubernetes = kubernetes;
    }

    /** As a manifest writes it: {@code v1}. */
    public String kubernetes() {
      return kubernetes;
    }
  }

  /** Collects where the Secret's values come from. */
  public static final class Builder {
    private final String name;
    private final KeyNames.Builder keys;
    private final Map<String, RemoteValue> remote = new LinkedHashMap<>();
    private Store store = new Store("", false);
    private @Nullable SecretsStoreProvider asWorkload;
    private Duration refreshInterval = Duration.ofHours(1);
    private CreationPolicy creationPolicy = CreationPolicy.OWNER;
    private SecretType type = SecretType.OPAQUE;
    private ApiVersion apiVersion = ApiVersion.V1;
    private @Nullable String revision;

    Builder(String name) {
      this.name = name;
      keys = new KeyNames.Builder(name);
    }

    /** The SecretStore of the namespace to read from. */
    public Builder store(String name) {
      store = new Store(name, false);
      return this;
    }

    /** The ClusterSecretStore to read from. */
    public Builder clusterStore(String name) {
      store = new Store(name, true);
      return this;
    }

    /**
     * The store reads with the service account of the workload, which so needs the right to read:
     * its SecretStore names the account as {@code serviceAccountRef}. On AWS that takes IAM roles
     * for service accounts; EKS Pod Identity serves the operator's own pods alone.
     *
     * @param what the store that is read
     * @see <a href="https://external-secrets.io/latest/provider/aws-access/">Access to AWS</a>
     */
    public Builder asWorkload(SecretsStoreProvider what) {
      asWorkload = what;
      return this;
    }

    /** A key and the value of the store that it gets. */
    public Builder remote(String key, RemoteValue value) {
      return remote(key, key, value);
    }

    /**
     * A key and the value of the store that it gets.
     *
     * @param logical the name by which it is asked for: {@code password}
     * @param actual its name in the Secret: {@code db-pass}
     */
    public Builder remote(String logical, String actual, RemoteValue value) {
      keys.put(logical, actual, remote, value);
      return this;
    }

    /** How often the operator reads the store again; an hour unless given, zero for once only. */
    public Builder refreshInterval(Duration interval) {
      refreshInterval = interval;
      return this;
    }

    /** Whose the Secret is; {@link CreationPolicy#OWNER} unless given. */
    public Builder creationPolicy(CreationPolicy policy) {
      creationPolicy = policy;
      return this;
    }

    /** The type of the Secret; Opaque unless given. */
    public Builder type(SecretType type) {
      this.type = type;
      return this;
    }

    /** The operator's API to write for; {@link ApiVersion#V1} unless given. */
    public Builder apiVersion(ApiVersion version) {
      apiVersion = version;
      return this;
    }

    /** Any string; pods are rolled when it is another. Change it after the Secret has changed. */
    public Builder revision(String revision) {
      this.revision = revision;
      return this;
    }

    /**
     * The source.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong
     */
    public ExternalSecret build() {
      return keys.build(
          names ->
              new ExternalSecret(
                  name,
                  store,
                  Optional.ofNullable(asWorkload),
                  names,
                  remote,
                  refreshInterval,
                  creationPolicy,
                  type,
                  apiVersion,
                  Optional.ofNullable(revision)));
    }
  }
}
