package dev.slipway.secret;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Suggestions;
import dev.slipway.pod.KeyRef;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Under which key of a Secret each logical key stands.
 *
 * @param byLogicalKey the Secret's own keys by logical key, in the order in which they were
 *     declared
 */
public record KeyNames(Map<String, String> byLogicalKey) {
  public KeyNames {
    byLogicalKey = Copies.inOrder(byLogicalKey);
  }

  /** The logical keys, in the order in which they were declared. */
  public List<String> logical() {
    return List.copyOf(byLogicalKey.keySet());
  }

  /** The keys that the Secret itself has, sorted. */
  public Set<String> actual() {
    return Collections.unmodifiableSet(new TreeSet<>(byLogicalKey.values()));
  }

  KeyRef in(String secret, String logical) {
    String actual = byLogicalKey.get(logical);
    if (actual == null) {
      throw new InvalidInputException(
          Problem.of(
              "Secret '%s' gives no '%s'; it has %s.".formatted(secret, logical, quoted(logical())),
              Suggestions.closest(logical, logical())
                  .map(near -> "Did you mean '" + near + "'?")
                  .orElse("Declare the key where the secret is declared.")));
    }
    return new KeyRef(secret, actual);
  }

  /** Collects what Kubernetes would refuse of a Secret with this name and these keys. */
  void check(String secret, Problems problems) {
    Optional<String> wrongSecret = Names.subdomain(secret);
    if (wrongSecret.isPresent()) {
      problems.add(
          "The name '" + secret + "' " + wrongSecret.get() + ".",
          "Give the Secret a name that Kubernetes accepts.");
    }
    if (byLogicalKey.isEmpty()) {
      problems.add("No key is declared.", "Declare every key that somebody asks for.");
    }
    byLogicalKey.forEach(
        (logical, actual) -> {
          checkKey(logical, problems);
          checkKey(actual, problems);
        });
  }

  private static void checkKey(String key, Problems problems) {
    Optional<String> wrongKey = Names.dataKey(key);
    if (wrongKey.isPresent()) {
      problems.add(
          "The key '" + key + "' " + wrongKey.get() + ".",
          "Rename it; a Secret's keys are file names when it is mounted.");
    }
  }

  /** What a message calls the source of a Secret. */
  static String part(String secret) {
    return "secret '" + secret + "'";
  }

  /** The names in quotes, as a sentence lists them. */
  static String quoted(Collection<String> names) {
    List<String> all = names.stream().map(name -> "'" + name + "'").toList();
    int last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }

  /** Collects keys for a source's builder and notices those that are declared twice. */
  static final class Builder {
    private final String part;
    private final Map<String, String> byLogicalKey = new LinkedHashMap<>();
    private final Problems problems = new Problems();

    Builder(String secret) {
      part = part(secret);
    }

    void put(String logical, String actual) {
      if (byLogicalKey.putIfAbsent(logical, actual) != null) {
        add("The key '" + logical + "' is declared twice.", "Declare it once.");
      }
    }

    /** Puts a key and the value that the Secret's own key will have. */
    <V> void put(String logical, String actual, Map<String, V> values, V value) {
      put(logical, actual);
      if (values.putIfAbsent(actual, value) != null && !logical.equals(actual)) {
        add(
            "Two values are declared for the Secret's own key '" + actual + "'.",
            "Give each value a key of its own.");
      }
    }

    /** What {@code make} makes of the keys, unless there is a problem with them or in making. */
    <T> T build(Function<KeyNames, T> make) {
      @Nullable T built = problems.collect(() -> make.apply(new KeyNames(byLogicalKey)));
      problems.throwIfAny();
      return Objects.requireNonNull(built);
    }

    private void add(String message, String remedy) {
      problems.add(Problem.of(message, remedy).in(part));
    }
  }
}
