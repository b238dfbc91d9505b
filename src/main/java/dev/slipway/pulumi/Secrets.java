package dev.slipway.pulumi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.environment.Environment;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The secret values that an environment holds, to keep them out of what others say: an API server
 * quotes what it refuses.
 */
final class Secrets {
  /** What is shorter would mask half of any sentence. */
  private static final int SHORTEST = 4;

  private static final String MASK = "(secret)";

  private final List<String> values;

  private Secrets(Set<String> values) {
    // A value may be part of a longer one, which would then not be found.
    this.values = values.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
  }

  static Secrets of(Environment environment) {
    Set<String> values = new TreeSet<>();
    try {
      for (Manifest manifest : environment.plan().everything()) {
        collect(manifest.body(), values);
        if (ManifestArgs.isSecret(manifest.ref())) {
          manifest.body().mapping("data").forEach((key, value) -> decode(value, values));
        }
      }
    } catch (InvalidInputException e) {
      // It is refused before anything is registered, with messages that show no secret.
      values.clear();
    }
    return new Secrets(values);
  }

  private static void collect(Node node, Set<String> values) {
    if (node instanceof Mapping mapping) {
      mapping.forEach((key, value) -> collect(value, values));
    } else if (node instanceof Seq seq) {
      seq.forEach(item -> collect(item, values));
    } else if (node instanceof Text text && text.isSecret()) {
      @Nullable String known = text.value();
      if (known != null && known.length() >= SHORTEST) {
        values.add(known);
      }
    }
  }

  /** What a Secret holds stands in it in base64. */
  private static void decode(Node value, Set<String> values) {
    @Nullable String known = value instanceof Text text ? text.value() : null;
    if (known != null) {
      try {
        String plain = new String(Base64.getDecoder().decode(known), UTF_8);
        if (plain.length() >= SHORTEST) {
          values.add(known);
          values.add(plain);
        }
      } catch (IllegalArgumentException e) {
        // The API server will say that it is no base64; what it says is masked all the same.
        values.add(known);
      }
    }
  }

  /** A sentence without any of the values. */
  String masked(String sentence) {
    String masked = sentence;
    for (String value : values) {
      masked = masked.replace(value, MASK);
    }
    return masked;
  }
}
