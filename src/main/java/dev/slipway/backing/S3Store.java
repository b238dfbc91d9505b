package dev.slipway.backing;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.network.Peer;
import dev.slipway.secret.SecretSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of Amazon S3, or of a store that speaks as it does.
 *
 * @param region the bucket's region; needed unless there is an endpoint
 * @param endpoint the URL of the API, for a store that is not Amazon's or a VPC endpoint
 * @param prefix how the keys of the consumer's objects begin; empty for any
 * @param pathStyle whether the bucket stands in the path of a URL instead of its host
 * @param kmsKeyArn the customer-managed key that encrypts the bucket
 * @param credentials static keys for pods that can have no role
 * @param peers where the store is, as a network policy knows it; empty for anywhere
 * @param lifecycle what the bucket may throw away; a document says it
 */
public record S3Store(
    Text bucket,
    Optional<String> region,
    Optional<Text> endpoint,
    String prefix,
    boolean pathStyle,
    Optional<Text> kmsKeyArn,
    Optional<SecretSource> credentials,
    List<Peer> peers,
    Optional<Lifecycle> lifecycle)
    implements ObjectStore {
  /** The logical key of a static key's id. */
  public static final String ACCESS_KEY_ID = "accessKeyId";

  /** The logical key of a static key. */
  public static final String SECRET_ACCESS_KEY = "secretAccessKey";

  private static final String TITLE = "S3 bucket";
  private static final Pattern URL =
      Pattern.compile("(https?)://(\\[[0-9A-Fa-f:]+\\]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?/?");
  private static final Pattern OF_AWS = Pattern.compile("(?:.*\\.)?amazonaws\\.com(?:\\.cn)?");

  /**
   * The bucket of a name.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong
   */
  public S3Store {
    peers = List.copyOf(peers);
    Problems problems = new Problems();
    BucketNames.s3(bucket, problems);
    Bucket.checkPrefix(prefix, problems);
    Bucket.checkCredentials(credentials, problems, ACCESS_KEY_ID, SECRET_ACCESS_KEY);
    if (region.isEmpty() && endpoint.isEmpty()) {
      problems.add("The bucket has no region.", "Say where it is, such as eu-west-1.");
    }
    if (region.isPresent()) {
      new SettingValue.Given(Text.of(region.get())).check("region", problems);
    }
    if (endpoint.isPresent()) {
      checkEndpoint(endpoint.get(), credentials.isPresent(), problems);
    }
    new Reach(peers, port(endpoint)).check(problems);
    problems.throwIfAny(Bucket.part(TITLE, bucket));
  }

  @Override
  public Binding binding(EnvNames<StoreSetting> names) {
    return new Bucket(TITLE, bucket, credentials)
        .tells(StoreSetting.BUCKET, bucket)
        .tells(StoreSetting.REGION, region.map(Text::of))
        .tells(StoreSetting.ENDPOINT, endpoint)
        .tellsPrefix(prefix)
        .tells(StoreSetting.PATH_STYLE, pathStyle ? Optional.of(Text.of("true")) : Optional.empty())
        .tells(StoreSetting.ENCRYPTION_KEY, kmsKeyArn)
        .tellsFromCredentials(StoreSetting.ACCESS_KEY_ID, ACCESS_KEY_ID)
        .tellsFromCredentials(StoreSetting.SECRET_ACCESS_KEY, SECRET_ACCESS_KEY)
        .lifecycle(lifecycleRules())
        .binding(names, new Grant.S3Bucket(bucket, kmsKeyArn), new Reach(peers, port(endpoint)));
  }

  /** What the bucket may throw away, as the S3 API takes it; nothing where nothing is said. */
  public Optional<Mapping> lifecycleRules() {
    return lifecycle.map(rules -> rules.s3(prefix));
  }

  /** This store, its bucket known by another text for the same name. */
  public S3Store named(Text name) {
    return new S3Store(
        name, region, endpoint, prefix, pathStyle, kmsKeyArn, credentials, peers, lifecycle);
  }

  @Override
  public Text described() {
    return Text.join(
        Text.of(TITLE + " '"), bucket, Text.of("'" + region.map(name -> " in " + name).orElse("")));
  }

  private static void checkEndpoint(Text url, boolean hasCredentials, Problems problems) {
    new SettingValue.Given(url).check("endpoint", problems);
    @Nullable Matcher parsed = parsed(url);
    if (parsed == null) {
      if (url.known().filter(known -> !known.isBlank()).isPresent()) {
        problems.add(
            "'" + url + "' is no URL of an S3 endpoint.",
            "Write scheme and host, such as https://minio.example:9000.");
      }
    } else if (!hasCredentials && !OF_AWS.matcher(parsed.group(2)).matches()) {
      problems.add(
          "The endpoint '" + url + "' is not Amazon's, so pods cannot reach it by a role.",
          "Give credentials with the keys '%s' and '%s'."
              .formatted(ACCESS_KEY_ID, SECRET_ACCESS_KEY));
    }
  }

  /** The port that the endpoint names or its scheme means; that of https where it is not known. */
  private static int port(Optional<Text> endpoint) {
    @Nullable Matcher parsed = endpoint.isPresent() ? parsed(endpoint.get()) : null;
    if (parsed == null) {
      return Reach.HTTPS;
    }
    if (parsed.group(3) != null) {
      return Integer.parseInt(parsed.group(3));
    }
    return parsed.group(1).equals("http") ? Reach.HTTP : Reach.HTTPS;
  }

  private static @Nullable Matcher parsed(Text url) {
    @Nullable String known = url.value();
    if (known == null) {
      return null;
    }
    Matcher matcher = URL.matcher(known);
    return matcher.matches() ? matcher : null;
  }

  /** Collects what is known of a bucket. */
  public static final class Builder {
    private final Text bucket;
    private final List<Peer> peers = new ArrayList<>();
    private @Nullable String region;
    private @Nullable Text endpoint;
    private String prefix = "";
    private boolean pathStyle;
    private @Nullable Text kmsKeyArn;
    private @Nullable SecretSource credentials;
    private @Nullable Lifecycle lifecycle;

    Builder(Text bucket) {
      this.bucket = bucket;
    }

    /** The bucket's region; needed unless an endpoint is given. */
    public Builder region(String name) {
      region = name;
      return this;
    }

    /** The URL of the API, for a store that is not Amazon's or a VPC endpoint. */
    public Builder endpoint(String url) {
      return endpoint(Text.of(url));
    }

    /** The URL of the API, which may be known only later; it is then taken to be at port 443. */
    public Builder endpoint(Text url) {
      endpoint = url;
      return this;
    }

    /** How the keys of the consumer's objects begin. */
    public Builder prefix(String prefix) {
      this.prefix = prefix;
      return this;
    }

    /** Has the bucket stand in the path of a URL instead of its host. */
    public Builder pathStyle() {
      pathStyle = true;
      return this;
    }

    /** The customer-managed key that encrypts the bucket. */
    public Builder kmsKey(Text arn) {
      kmsKeyArn = arn;
      return this;
    }

    /**
     * Static keys, at the logical keys {@code accessKeyId} and {@code secretAccessKey}, for pods
     * that can have no role. There is a warning, and no role is asked for.
     */
    public Builder credentials(SecretSource source) {
      credentials = source;
      return this;
    }

    /** What the bucket may throw away; a document says it for {@code aws s3api}. */
    public Builder lifecycle(Lifecycle rules) {
      lifecycle = rules;
      return this;
    }

    /** Ranges of addresses in which the store is, as {@code 10.0.0.0/16}; anywhere for none. */
    public Builder addresses(String... ranges) {
      for (String range : ranges) {
        peer(Peer.addresses(range));
      }
      return this;
    }

    /** Where the store is, as a network policy knows it; anywhere for none. */
    public Builder peer(Peer peer) {
      peers.add(peer);
      return this;
    }

    /**
     * The store.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong
     */
    public S3Store build() {
      return new S3Store(
          bucket,
          Optional.ofNullable(region),
          Optional.ofNullable(endpoint),
          prefix,
          pathStyle,
          Optional.ofNullable(kmsKeyArn),
          Optional.ofNullable(credentials),
          peers,
          Optional.ofNullable(lifecycle));
    }
  }
}
