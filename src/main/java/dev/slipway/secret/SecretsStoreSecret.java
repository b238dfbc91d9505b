package dev.slipway.secret;

import dev.slipway.cluster.Api;
import dev.slipway.identity.Grant;
import dev.slipway.manifest.Copies;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Secret that the Secrets Store CSI driver fills while a pod mounts it, and takes away after the
 * last such pod. The driver must be in the cluster, with its syncing of Secrets switched on.
 *
 * @param remote where each of the Secret's own keys comes from, in order
 * @param mountPath where the pods mount the values as files too
 * @param givenRevision what the user changes when the values have changed, if anything
 * @see <a href="https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret">Sync
 *     as Kubernetes Secret</a>
 */
public record SecretsStoreSecret(
    String name,
    SecretsStoreProvider provider,
    KeyNames keyNames,
    Map<String, RemoteValue> remote,
    SecretType type,
    String mountPath,
    Optional<String> givenRevision)
    implements SecretSource {
  private static final GroupVersionKind TYPE =
      GroupVersionKind.of("secrets-store.csi.x-k8s.io/v1", "SecretProviderClass");
  private static final String DRIVER = "secrets-store.csi.k8s.io";
  private static final String VOLUME = "secrets-";
  private static final int LONGEST = Names.LABEL_LENGTH - VOLUME.length();

  /**
   * The Secret of a name.
   *
   * @throws dev.slipway.manifest.InvalidInputException if Kubernetes would refuse a part of it, or
   *     the provider cannot give a value
   */
  public SecretsStoreSecret {
    remote = Copies.inOrder(remote);
    Problems problems = new Problems();
    keyNames.check(name, problems);
    type.check(keyNames.actual(), problems);
    remote.forEach((key, value) -> value.check(key, problems));
    provider.check(files(remote), problems);
    if (!mountPath.startsWith("/") || mountPath.contains(":")) {
      problems.add(
          "'" + mountPath + "' is no path to mount the secrets at.",
          "Give an absolute path without a colon, or leave it out.");
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
    Volume volume =
        new Volume.Csi(
            VOLUME + Names.toLabel(name, LONGEST),
            DRIVER,
            true,
            Map.of("secretProviderClass", name));
    return List.of(Mount.readOnly(volume, mountPath));
  }

  @Override
  public List<Grant> grants() {
    return provider.grants(remote.values());
  }

  @Override
  public void render(Target target, Sink out) {
    SecretPlace place = new SecretPlace(target, name);
    place.require(Api.SECRETS_STORE_CSI, out);
    out.object(place.object(TYPE, Map.of(), Mapping.of("spec", spec())));
    out.declare(place.comesFromElsewhere(keyNames.actual()));
    out.notice(
        Notice.info(
                "secrets-store-access",
                "Pods that use Secret '%s' read %s from the %s secret store as themselves."
                    .formatted(name, secrets(), provider.name()),
                grants().isEmpty()
                    ? "The pods need %s on it.".formatted(provider.right())
                    : "The pods need %s on it, as the documents of their identity say; and the use"
                            .formatted(provider.right())
                        + " of the key, where one of your own encrypts it.")
            .about(place.secret()));
    if (givenRevision.isEmpty()) {
      out.notice(
          place.rotationUnseen("The Secrets Store CSI driver fills Secret '%s'".formatted(name)));
    }
  }

  private Mapping spec() {
    Map<RemoteValue, String> files = files(remote);
    Seq data =
        Seq.from(
            remote.entrySet(),
            entry ->
                Mapping.builder()
                    .putIfPresent("objectName", text(files.get(entry.getValue())))
                    .put("key", entry.getKey())
                    .build());
    Mapping secret =
        Mapping.builder()
            .put("secretName", name)
            .put("type", type.name())
            .put("data", data)
            .build();
    return Mapping.builder()
        .put("provider", provider.name())
        .put("secretObjects", Seq.of(secret))
        .put("parameters", provider.parameters(files))
        .build();
  }

  /** Each value's file, called as the first key that takes the value; no value has two files. */
  private static Map<RemoteValue, String> files(Map<String, RemoteValue> remote) {
    Map<RemoteValue, String> files = new LinkedHashMap<>();
    remote.forEach((key, value) -> files.putIfAbsent(value, key));
    return files;
  }

  private static @Nullable Text text(@Nullable String value) {
    return value == null ? null : Text.of(value);
  }

  private String secrets() {
    return remote.values().stream()
        .map(value -> "'" + value.key() + "'")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Collects where the Secret's values come from. */
  public static final class Builder {
    private final String name;
    private final SecretsStoreProvider provider;
    private final KeyNames.Builder keys;
    private final Map<String, RemoteValue> remote = new LinkedHashMap<>();
    private SecretType type = SecretType.OPAQUE;
    private String mountPath;
    private @Nullable String revision;

    Builder(String name, SecretsStoreProvider provider) {
      this.name = name;
      this.provider = provider;
      keys = new KeyNames.Builder(name);
      mountPath = "/mnt/secrets-store/" + name;
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

    /** The type of the Secret; Opaque unless given. */
    public Builder type(SecretType type) {
      this.type = type;
      return this;
    }

    /** Where the pods mount the values as files; {@code /mnt/secrets-store/NAME} unless given. */
    public Builder mountPath(String path) {
      mountPath = path;
      return this;
    }

    /** Any string; pods are rolled when it is another. Change it after the values have changed. */
    public Builder revision(String revision) {
      this.revision = revision;
      return this;
    }

    /**
     * The source.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong
     */
    public SecretsStoreSecret build() {
      return keys.build(
          names ->
              new SecretsStoreSecret(
                  name, provider, names, remote, type, mountPath, Optional.ofNullable(revision)));
    }
  }
}
