package dev.slipway.secret;

import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.Optional;

/**
 * A value in a secret store outside the cluster.
 *
 * @param key what the store calls the secret: a name, a path, an ARN, a resource name
 * @param property the field to take of a secret that holds a JSON object; the whole secret
 *     otherwise
 * @param version the version to take; the store's current one otherwise
 */
public record RemoteValue(Text key, Optional<String> property, Optional<String> version) {

  /** The whole secret of a name. */
  public static RemoteValue of(String key) {
    return of(Text.of(key));
  }

  /** The whole secret of a name that may be known only later. */
  public static RemoteValue of(Text key) {
    return new RemoteValue(key, Optional.empty(), Optional.empty());
  }

  /** A field of this secret. */
  public RemoteValue property(String name) {
    return new RemoteValue(key, Optional.of(name), version);
  }

  /** This value in a given version. */
  public RemoteValue version(String name) {
    return new RemoteValue(key, property, Optional.of(name));
  }

  void check(String secretKey, Problems problems) {
    String known = key.value();
    if ((known != null && known.isBlank())
        || property.filter(String::isBlank).isPresent()
        || version.filter(String::isBlank).isPresent()) {
      problems.add(
          "The key '"
              + secretKey
              + "' is taken from a secret with an empty name, field or version.",
          "Say which secret of the store it is, and leave out what does not apply.");
    }
  }

  /** The secret and its field, for messages: {@code 'prod/db' (password)}. */
  String describe() {
    return "'" + key + "'" + property.map(name -> " (" + name + ")").orElse("");
  }
}
