package dev.slipway.backing;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.network.Peer;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.secret.SecretSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of Google Cloud Storage.
 *
 * @param prefix how the names of the consumer's objects begin; empty for any
 * @param kmsKey the resource name of the customer-managed key that encrypts the bucket
 * @param credentials a static key for pods that can have no identity
 * @param peers where the store is, as a network policy knows it; empty for anywhere
 * @param lifecycle what the bucket may throw away; a document says it
 */
public record GcsStore(
    Text bucket,
    String prefix,
    Optional<Text> kmsKey,
    Optional<SecretSource> credentials,
    List<Peer> peers,
    Optional<Lifecycle> lifecycle)
    implements ObjectStore {
  /** The logical key of a static key's file. */
  public static final String CREDENTIALS_JSON = "credentials.json";

  private static final String TITLE = "Google Cloud Storage bucket";
  private static final String VOLUME = "gcs-";
  private static final int LONGEST = Names.LABEL_LENGTH - VOLUME.length();
  private static final String FOLDER = "/var/run/secrets/gcs/";

  /**
   * The bucket of a name.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong
   */
  public GcsStore {
    peers = List.copyOf(peers);
    Problems problems = new Problems();
    BucketNames.gcs(bucket, problems);
    Bucket.checkPrefix(prefix, problems);
    Bucket.checkCredentials(credentials, problems, CREDENTIALS_JSON);
    new Reach(peers, Reach.HTTPS).check(problems);
    problems.throwIfAny(Bucket.part(TITLE, bucket));
  }

  @Override
  public Binding binding(EnvNames<StoreSetting> names) {
    Bucket parts =
        new Bucket(TITLE, bucket, credentials)
            .tells(StoreSetting.BUCKET, bucket)
            .tellsPrefix(prefix)
            .tells(StoreSetting.ENCRYPTION_KEY, kmsKey)
            .lifecycle(lifecycle.map(rules -> rules.gcs(prefix)));
    credentials.map(source -> source.key(CREDENTIALS_JSON)).ifPresent(key -> mountKey(parts, key));
    return parts.binding(names, new Grant.GcsBucket(bucket, kmsKey), new Reach(peers, Reach.HTTPS));
  }

  /** Google's libraries want the key as a file. */
  private static void mountKey(Bucket parts, KeyRef key) {
    String folder = FOLDER + key.secret();
    Volume volume =
        new Volume.Secret(
            VOLUME + Names.toLabel(key.secret(), LONGEST),
            key.secret(),
            Map.of(key.key(), CREDENTIALS_JSON));
    parts
        .mounts(Mount.readOnly(volume, folder))
        .tells(StoreSetting.CREDENTIALS_FILE, Text.of(folder + "/" + CREDENTIALS_JSON));
  }

  @Override
  public Text described() {
    return Text.join(Text.of(TITLE + " '"), bucket, Text.of("'"));
  }

  /** Collects what is known of a bucket. */
  public static final class Builder {
    private final Text bucket;
    private final List<Peer> peers = new ArrayList<>();
    private String prefix = "";
    private @Nullable Text kmsKey;
    private @Nullable SecretSource credentials;
    private @Nullable Lifecycle lifecycle;

    Builder(Text bucket) {
      this.bucket = bucket;
    }

    /** How the names of the consumer's objects begin. */
    public Builder prefix(String prefix) {
      this.prefix = prefix;
      return this;
    }

    /** The customer-managed key that encrypts the bucket. */
    public Builder kmsKey(Text resourceName) {
      kmsKey = resourceName;
      return this;
    }

    /**
     * A static key of a Google service account, at the logical key {@code credentials.json}, for
     * pods that can have no identity. There is a warning, and no right is asked for.
     */
    public Builder credentials(SecretSource source) {
      credentials = source;
      return this;
    }

    /** What the bucket may throw away; a document says it for {@code gcloud storage}. */
    public Builder lifecycle(Lifecycle rules) {
      lifecycle = rules;
      return this;
    }

    /** Ranges of addresses in which the store is, as {@code 10.0.0.0/16}; anywhere for none. */
    public Builder addresses(String... ranges) {
      for (String range : ranges) {
        peers.add(Peer.addresses(range));
      }
      return this;
    }

    /**
     * The store.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong
     */
    public GcsStore build() {
      return new GcsStore(
          bucket,
          prefix,
          Optional.ofNullable(kmsKey),
          Optional.ofNullable(credentials),
          peers,
          Optional.ofNullable(lifecycle));
    }
  }
}
