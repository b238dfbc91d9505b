package dev.slipway.check;

import dev.slipway.manifest.GroupKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The annotations by which an object says what no field of it can hold. They are how YAML of
 * others, which has no environment file, declares and waives.
 */
public final class Annotations {
  /** What all of them begin with. */
  public static final String PREFIX = "slipway.dev/";

  /** Followed by a rule's id: why the rule is not to be applied to the object. */
  public static final String WAIVE = PREFIX + "waive.";

  /** How many pods of the workload must be up for it to work: {@code "3"}. */
  public static final String QUORUM = PREFIX + "quorum";

  /** How long the workload's process takes to end after SIGTERM, at most: {@code 35s}. */
  public static final String SHUTDOWN_TIME = PREFIX + "shutdown-time";

  /**
   * Objects that the workload names and that are in the cluster already: {@code
   * Secret/db-credentials, ConfigMap/ca-bundle}.
   */
  public static final String EXISTING = PREFIX + "existing";

  /** Those that declare something. */
  public static final List<String> DECLARING = List.of(EXISTING, QUORUM, SHUTDOWN_TIME);

  private static final Map<String, GroupKind> KINDS =
      Map.of(
          "Secret", Kinds.SECRET,
          "ConfigMap", Kinds.CONFIG_MAP,
          "ServiceAccount", Kinds.SERVICE_ACCOUNT,
          "PersistentVolumeClaim", Kinds.CLAIM,
          "Service", Kinds.SERVICE,
          "Issuer", Kinds.ISSUER,
          "ClusterIssuer", Kinds.CLUSTER_ISSUER);

  private Annotations() {}

  /** Whether a declaring annotation's value says what it should. */
  public static boolean isUnderstood(String key, String value) {
    return switch (key) {
      case QUORUM -> quorum(value).isPresent();
      case SHUTDOWN_TIME -> shutdownTime(value).isPresent();
      default -> existing(value).isPresent();
    };
  }

  /** What a declaring annotation tells, for messages. */
  public static String tells(String key) {
    return switch (key) {
      case QUORUM -> "a number of pods";
      case SHUTDOWN_TIME -> "a time";
      default -> "which objects exist";
    };
  }

  /** A value of a declaring annotation to learn from. */
  public static String example(String key) {
    return switch (key) {
      case QUORUM -> "3";
      case SHUTDOWN_TIME -> "35s";
      default -> "Secret/shop-db, ConfigMap/ca-bundle";
    };
  }

  static OptionalInt quorum(String value) {
    try {
      int pods = Integer.parseInt(value);
      return pods > 0 ? OptionalInt.of(pods) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** Hours, minutes and seconds: {@code 1h30m}, {@code 35s}. */
  static Optional<Duration> shutdownTime(String value) {
    try {
      Duration time = Duration.parse("PT" + value);
      return time.isNegative() ? Optional.empty() : Optional.of(time);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Kinds and names; nothing where one of them is none. */
  static Optional<List<Map.Entry<GroupKind, String>>> existing(String value) {
    List<Map.Entry<GroupKind, String>> objects = new ArrayList<>();
    for (String written : value.split(",", -1)) {
      String object = written.strip();
      int slash = object.indexOf('/');
      @Nullable GroupKind kind = slash < 0 ? null : KINDS.get(object.substring(0, slash));
      if (kind == null || slash == object.length() - 1) {
        return Optional.empty();
      }
      objects.add(Map.entry(kind, object.substring(slash + 1)));
    }
    return Optional.of(objects);
  }
}
