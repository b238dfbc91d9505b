package dev.slipway.manifest.patch;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to a value, as JSON patches write it: {@code /spec/containers/0/image}, {@code
 * /metadata/annotations/example.com~1a}.
 *
 * @param tokens the keys and indexes on the way, unescaped; empty for the whole document
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
public record JsonPointer(List<String> tokens) {
  /** The place behind a list's last item. */
  public static final String END = "-";

  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

  public JsonPointer {
    tokens = List.copyOf(tokens);
  }

  /**
   * The pointer that a string writes.
   *
   * @throws InvalidInputException if it is none
   */
  public static JsonPointer parse(String written) {
    if (written.isEmpty()) {
      return new JsonPointer(List.of());
    }
    if (written.charAt(0) != '/') {
      throw new InvalidInputException(
          Problem.of(
              "'" + written + "' is no JSON pointer.",
              "Begin with '/' and put '/' between keys: '/" + written.replace('.', '/') + "'."));
    }
    List<String> tokens = new ArrayList<>();
    for (String token : written.substring(1).split("/", -1)) {
      if (token.replace("~0", "").replace("~1", "").contains("~")) {
        throw new InvalidInputException(
            Problem.of(
                "'" + written + "' is no JSON pointer: a '~' stands in it by itself.",
                "Write '~0' for '~' and '~1' for a '/' within a key."));
      }
      tokens.add(token.replace("~1", "/").replace("~0", "~"));
    }
    return new JsonPointer(tokens);
  }

  public boolean isRoot() {
    return tokens.isEmpty();
  }

  /** The pointer's first tokens, so many of them. */
  public JsonPointer first(int count) {
    return new JsonPointer(tokens.subList(0, count));
  }

  /** Whether another pointer points at something inside what this one points at. */
  public boolean contains(JsonPointer other) {
    int size = tokens.size();
    return other.tokens.size() > size && other.tokens.subList(0, size).equals(tokens);
  }

  /** The number that a token is as a list's index, or null if it is none. */
  static @Nullable Integer index(String token) {
    return INDEX.matcher(token).matches() ? Integer.valueOf(token) : null;
  }

  /** As it is written, escapes included; empty for the whole document. */
  @Override
  public String toString() {
    StringBuilder written = new StringBuilder();
    for (String token : tokens) {
      written.append('/').append(token.replace("~", "~0").replace("/", "~1"));
    }
    return written.toString();
  }
}
