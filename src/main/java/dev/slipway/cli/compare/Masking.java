package dev.slipway.cli.compare;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps secrets out of what is shown: the values of Secrets, every text in which a secret of the
 * environment stands, and what a name or a form gives away as one. A file does not say what was a
 * secret when it was written, so that is guessed, and rather too often.
 */
public final class Masking {
  /** What stands in the place of a secret. */
  public static final Text MASK = Text.of("(secret)");

  /** A shorter secret is masked where it stands alone: else it would be found in everything. */
  private static final int SHORTEST_PART = 4;

  private static final Set<String> SECRET_FIELDS = Set.of("data", "stringData");
  private static final Pattern NAMED =
      Pattern.compile(
          "passw(or)?d|passphrase|secret|token|api_?key|access_?key|private_?key|credential",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FORMED =
      Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----|://[^\\s/:@]*:[^\\s/@]+@");

  private final Set<String> secrets;
  private final boolean ofSecret;
  private final boolean ofConfig;

  private Masking(Set<String> secrets, boolean ofSecret, boolean ofConfig) {
    this.secrets = secrets;
    this.ofSecret = ofSecret;
    this.ofConfig = ofConfig;
  }

  /** Masks what is secret in manifests, wherever else it stands. */
  public static Masking of(Iterable<Manifest> manifests) {
    Set<String> secrets = new HashSet<>();
    for (Manifest manifest : manifests) {
      collect(manifest.body(), secrets);
    }
    return new Masking(secrets, false, false);
  }

  /** What masks an object as it is and as it would be. */
  Masking of(Mapping before, Mapping after) {
    return new Masking(
        secrets,
        "Secret".equals(before.string("kind")) || "Secret".equals(after.string("kind")),
        "ConfigMap".equals(after.string("kind")));
  }

  /** A value as it may be shown. */
  Node mask(String path, Node value) {
    String field = path.replaceAll("[.\\[].*", "");
    if (ofSecret && SECRET_FIELDS.contains(field)) {
      return maskAll(value);
    }
    return mask(
        value, lastName(path), path.endsWith("].value") || ofConfig && field.equals("data"));
  }

  private Node mask(Node value, String name, boolean given) {
    if (value instanceof Mapping fields) {
      boolean variable = fields.has("name") && fields.has("value");
      String variableName = fields.get("name") instanceof Text text ? text.toString() : "";
      Mapping.Builder masked = Mapping.builder();
      fields.forEach(
          (key, field) ->
              masked.put(
                  key,
                  variable && key.equals("value")
                      ? mask(field, variableName, true)
                      : mask(field, key, given)));
      return masked.build();
    }
    if (value instanceof Seq items) {
      List<Node> masked = new ArrayList<>();
      items.forEach(item -> masked.add(mask(item, name, given)));
      return Seq.of(masked);
    }
    return value instanceof Text text && isSecret(text, name, given) ? MASK : value;
  }

  /**
   * Whether a text is a secret.
   *
   * @param given whether the name is one that somebody gave the value, such as a variable's
   */
  private boolean isSecret(Text text, String name, boolean given) {
    String value = text.known().orElse("");
    return text.isSecret()
        || secrets.contains(value)
        || given && !value.isEmpty() && NAMED.matcher(name).find()
        || FORMED.matcher(value).find()
        || secrets.stream()
            .anyMatch(secret -> secret.length() >= SHORTEST_PART && value.contains(secret));
  }

  private static Node maskAll(Node value) {
    if (value instanceof Mapping fields) {
      Mapping.Builder masked = Mapping.builder();
      fields.forEach((key, field) -> masked.put(key, maskAll(field)));
      return masked.build();
    }
    return MASK;
  }

  /** The name of what a path leads to: a variable's, of which it is the value, or the field's. */
  private static String lastName(String path) {
    String of =
        path.endsWith("].value") ? path.substring(0, path.length() - ".value".length()) : path;
    int cut = Math.max(of.lastIndexOf('['), of.lastIndexOf('.'));
    return of.substring(cut + 1);
  }

  private static void collect(Node node, Set<String> secrets) {
    if (node instanceof Mapping fields) {
      fields.forEach((key, field) -> collect(field, secrets));
    } else if (node instanceof Seq items) {
      items.forEach(item -> collect(item, secrets));
    } else if (node instanceof Text text && text.isSecret()) {
      text.known().filter(value -> !value.isEmpty()).ifPresent(secrets::add);
    }
  }
}
