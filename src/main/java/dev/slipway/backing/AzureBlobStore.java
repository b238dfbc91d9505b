package dev.slipway.backing;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.network.Peer;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A container of an Azure storage account.
 *
 * @param endpointSuffix what the account's host ends with, which differs in Azure's sovereign
 *     clouds
 * @param prefix how the names of the consumer's blobs begin; empty for any
 * @param keyVaultKey the customer-managed key that encrypts the account
 * @param credentials a static key for pods that can have no identity
 * @param peers where the store is, as a network policy knows it; empty for anywhere
 * @param lifecycle what the container may throw away; a document says it
 */
public record AzureBlobStore(
    Text account,
    Text container,
    String endpointSuffix,
    String prefix,
    Optional<Text> keyVaultKey,
    Optional<SecretSource> credentials,
    List<Peer> peers,
    Optional<Lifecycle> lifecycle)
    implements ObjectStore {
  /** The logical key of a storage account's static key. */
  public static final String ACCOUNT_KEY = "accountKey";

  private static final String TITLE = "Azure blob container";
  private static final String PUBLIC_CLOUD = "core.windows.net";

  /**
   * The container of an account and a name.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong
   */
  public AzureBlobStore {
    peers = List.copyOf(peers);
    Problems problems = new Problems();
    BucketNames.azure(account, container, problems);
    Bucket.checkPrefix(prefix, problems);
    Bucket.checkCredentials(credentials, problems, ACCOUNT_KEY);
    new Reach(peers, Reach.HTTPS).check(problems);
    problems.throwIfAny(Bucket.part(TITLE, container));
  }

  @Override
  public Binding binding(EnvNames<StoreSetting> names) {
    return new Bucket(TITLE, container, credentials)
        .tells(StoreSetting.ACCOUNT, account)
        .tells(StoreSetting.CONTAINER, container)
        .tells(StoreSetting.ENDPOINT, endpoint())
        .tellsPrefix(prefix)
        .tells(StoreSetting.ENCRYPTION_KEY, keyVaultKey)
        .tellsFromCredentials(StoreSetting.ACCOUNT_KEY, ACCOUNT_KEY)
        .lifecycle(lifecycle.map(rules -> rules.azure(container, prefix)))
        .notes(lifecycle.map(this::countsFromWriting))
        .binding(
            names,
            new Grant.BlobContainer(account, container, keyVaultKey),
            new Reach(peers, Reach.HTTPS));
  }

  /**
   * What else is said of a lifecycle: Azure has no condition for how long a version has been an old
   * one.
   *
   * @see <a
   *     href="https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-policy-delete">Policies
   *     that delete blobs</a>
   */
  private Notice countsFromWriting(Lifecycle rules) {
    int days = rules.oldVersionDays();
    return Notice.warning(
        "azure-version-age",
        "Azure counts the age of a version from when it was written: a blob of '%s' that is older than %s days and is then overwritten or deleted loses its old version within a day or two, not after %s days."
            .formatted(container, days, days),
        "Turn on soft delete for the blobs of the account, which counts from the deletion: az"
            + " storage account blob-service-properties update --account-name %s --enable-delete-retention true --delete-retention-days %s."
                .formatted(account, days));
  }

  /** The URL of the account's blobs. */
  public Text endpoint() {
    return Text.join(Text.of("https://"), account, Text.of(".blob." + endpointSuffix));
  }

  @Override
  public Text described() {
    return Text.join(
        Text.of(TITLE + " '"), container, Text.of("' of storage account '"), account, Text.of("'"));
  }

  /** Collects what is known of a container. */
  public static final class Builder {
    private final Text account;
    private final Text container;
    private final List<Peer> peers = new ArrayList<>();
    private String endpointSuffix = PUBLIC_CLOUD;
    private String prefix = "";
    private @Nullable Text keyVaultKey;
    private @Nullable SecretSource credentials;
    private @Nullable Lifecycle lifecycle;

    Builder(Text account, Text container) {
      this.account = account;
      this.container = container;
    }

    /** What hosts end with in this Azure cloud; {@code core.windows.net} unless given. */
    public Builder endpointSuffix(String suffix) {
      endpointSuffix = suffix;
      return this;
    }

    /** How the names of the consumer's blobs begin. */
    public Builder prefix(String prefix) {
      this.prefix = prefix;
      return this;
    }

    /** The customer-managed key that encrypts the account. */
    public Builder keyVaultKey(Text id) {
      keyVaultKey = id;
      return this;
    }

    /**
     * A static key of the account, at the logical key {@code accountKey}, for pods that can have no
     * identity. There is a warning, and no right is asked for.
     */
    public Builder credentials(SecretSource source) {
      credentials = source;
      return this;
    }

    /** What the container may throw away; a document says it for {@code az storage account}. */
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
    public AzureBlobStore build() {
      return new AzureBlobStore(
          account,
          container,
          endpointSuffix,
          prefix,
          Optional.ofNullable(keyVaultKey),
          Optional.ofNullable(credentials),
          peers,
          Optional.ofNullable(lifecycle));
    }
  }
}
