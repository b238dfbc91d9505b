package dev.slipway.testing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as maps, lists, strings, booleans, nulls, {@link BigInteger} and {@code Double}. YAML
 * readers are no way to do it: to them a long key is none, and some characters may not stand as
 * they are.
 */
public final class JsonValues {
  private final String json;
  private int at;

  private JsonValues(String json) {
    this.json = json;
  }

  /** The value that a JSON document holds. */
  public static @Nullable Object read(String json) {
    JsonValues reader = new JsonValues(json);
    @Nullable Object value = reader.value();
    reader.skip();
    if (reader.at != json.length()) {
      throw new IllegalArgumentException("More than one value: " + json.substring(reader.at));
    }
    return value;
  }

  private @Nullable Object value() {
    skip();
    return switch (json.charAt(at)) {
      case '{' -> map();
      case '[' -> list();
      case '"' -> string();
      default -> scalar();
    };
  }

  private Map<String, @Nullable Object> map() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (another('}')) {
      skip();
      String key = string();
      skip();
      expect(':');
      map.put(key, value());
    }
    return map;
  }

  private List<@Nullable Object> list() {
    List<@Nullable Object> list = new ArrayList<>();
    while (another(']')) {
      list.add(value());
    }
    return list;
  }

  /** Goes past an opening bracket or a comma, or past the closing bracket. */
  private boolean another(char end) {
    skip();
    char c = json.charAt(at++);
    if (c == end) {
      return false;
    }
    skip();
    if (json.charAt(at) == end) {
      at++;
      return false;
    }
    return true;
  }

  private String string() {
    expect('"');
    StringBuilder text = new StringBuilder();
    while (json.charAt(at) != '"') {
      char c = json.charAt(at++);
      text.append(c == '\\' ? escaped() : c);
    }
    at++;
    return text.toString();
  }

  private char escaped() {
    char c = json.charAt(at++);
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(json.substring(at - 4, at), 16);
      }
      default -> c;
    };
  }

  private @Nullable Object scalar() {
    int start = at;
    while (at < json.length() && ",]} \n\r\t".indexOf(json.charAt(at)) < 0) {
      at++;
    }
    String word = json.substring(start, at);
    return switch (word) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> word.matches("-?[0-9]+") ? new BigInteger(word) : (Object) Double.valueOf(word);
    };
  }

  private void expect(char c) {
    if (json.charAt(at++) != c) {
      throw new IllegalArgumentException("No '" + c + "' at " + json.substring(at - 1));
    }
  }

  private void skip() {
    while (at < json.length() && " \n\r\t".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }
}
