package dev.slipway.check.schema;

import dev.slipway.check.schema.Fault.What;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges values that have no parts, by the types of {@link SchemaText}. No value of a map is
 * quoted, and none of a variable, for each may be a secret.
 */
final class Values {
  private static final int LARGEST_BYTE = 255;
  private static final String INTEGER = "an integer";

  private final List<Fault> faults;

  Values(List<Fault> faults) {
    this.faults = faults;
  }

  /**
   * Judges a value.
   *
   * @param onlyForm whether a string may be any, where a field takes only some
   */
  void judge(Node value, FieldType type, Place place, boolean onlyForm) {
    if (Scalar.NULL.equals(value)) {
      return;
    }
    switch (type.sign()) {
      case 's' -> string(value, onlyForm ? List.of() : type.allowed(), place);
      case 'b' -> {
        if (!(value instanceof Scalar scalar) || scalar.asBoolean() == null) {
          wrong(value, "true or false", place);
        }
      }
      case 'i' -> integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE, INTEGER, place);
      case 'l' -> integer(value, Long.MIN_VALUE, Long.MAX_VALUE, INTEGER, place);
      case 'd' -> {
        if (!(value instanceof Scalar scalar) || !scalar.isNumber()) {
          wrong(value, "a number", place);
        }
      }
      case 'x' -> bytes(value, place);
      case 'q' -> quantity(value, place);
      case 'n' -> {
        if (!(value instanceof Text)) {
          integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE, "a string or an integer", place);
        }
      }
      case 't' -> time(value, false, place);
      case 'm' -> time(value, true, place);
      default -> {}
    }
  }

  private void string(Node value, List<String> allowed, Place place) {
    if (!(value instanceof Text text)) {
      wrong(value, "a string", place);
      return;
    }
    @Nullable String written = text.value();
    if (allowed.isEmpty() || written == null || written.isEmpty() || allowed.contains(written)) {
      return;
    }
    add(
        place,
        "'%s' takes %s, and has '%s'.".formatted(place.shown(), Strangers.either(allowed), text),
        Suggestions.didYouMean(written, allowed));
  }

  private void integer(Node value, long least, long most, String what, Place place) {
    @Nullable Long number = value instanceof Scalar scalar ? scalar.asLong() : null;
    if (number == null) {
      wrong(value, what, place);
    } else if (number < least || number > most) {
      wrong(value, what + " from " + least + " to " + most, place);
    }
  }

  private void bytes(Node value, Place place) {
    if (value instanceof Seq items) {
      for (int i = 0; i < items.size(); i++) {
        integer(items.get(i), 0, LARGEST_BYTE, "a byte", place.index(i));
      }
    } else if (!(value instanceof Text text)) {
      wrong(value, "base64", place);
    } else if (text.value() != null && !Forms.isBase64(text.value())) {
      add(
          place,
          "'%s' takes base64, and has something else.".formatted(place.shown()),
          "Encode it with base64; a Secret takes it as it is under stringData.");
    }
  }

  private void quantity(Node value, Place place) {
    if (value instanceof Text text) {
      if (text.value() != null && Quantity.parse(text.value().strip()) == null) {
        add(
            place,
            "'%s' takes a quantity, and has '%s'.".formatted(place.shown(), text),
            "Write a number with an optional unit, such as 500m, 2, 512Mi or 1.5Gi.");
      }
    } else if (!(value instanceof Scalar scalar) || !scalar.isNumber()) {
      wrong(value, "a quantity", place);
    }
  }

  private void time(Node value, boolean micros, Place place) {
    if (!(value instanceof Text text)) {
      wrong(value, "a time", place);
    } else if (text.value() != null && !Forms.isTime(text.value(), micros)) {
      add(
          place,
          "'%s' takes a time, and has '%s'.".formatted(place.shown(), text),
          "Write it as %s."
              .formatted(micros ? "2025-01-31T12:30:00.000000Z" : "2025-01-31T12:30:00Z"));
    }
  }

  /** Tells that a number is not within its bounds. */
  void beyond(Node value, String takes, Place place) {
    add(
        place,
        "'%s' takes %s, and has %s."
            .formatted(place.shown(), takes, place.mayBeSecret() ? "something else" : value),
        "");
  }

  /** Tells that a value is none of those that a schema has. */
  void notAmong(Node value, List<Node> allowed, Place place) {
    List<String> words = new ArrayList<>();
    allowed.forEach(node -> words.add(node.toString()));
    add(
        place,
        "'%s' takes %s, and has %s."
            .formatted(
                place.shown(),
                Strangers.either(words),
                place.mayBeSecret() ? "something else" : "'" + value + "'"),
        value instanceof Text text ? Suggestions.didYouMean(text.toString(), words) : "");
  }

  /** Tells that there are fewer or more of something than a schema takes. */
  void count(int number, Mapping schema, String what, String word, Place place) {
    @Nullable Long least = schema.integer("min" + what);
    @Nullable Long most = schema.integer("max" + what);
    boolean few = least != null && number < least;
    @Nullable Long bound = few ? least : most;
    if (bound != null && (few || number > bound)) {
      add(
          place,
          "'%s' takes at %s %s %s%s, and has %s."
              .formatted(
                  place.shown(),
                  few ? "least" : "most",
                  bound,
                  word,
                  bound == 1 ? "" : "s",
                  number),
          "");
    }
  }

  /** Tells that an item is there twice, or one with the same keys. */
  void repeated(List<String> keys, Place place, Place before) {
    String same =
        keys.isEmpty()
            ? "'%s' is the same as '%s', and no two may be."
            : "'%s' has the same " + Strangers.list(keys, "and") + " as '%s', and no two may.";
    add(place, same.formatted(place.shown(), before.shown()), "");
  }

  /** Tells that a value is of another type. */
  void wrong(Node value, String takes, Place place) {
    add(
        place,
        "'%s' takes %s, and has %s.".formatted(place.shown(), takes, shown(value, place)),
        remedy(value, takes));
  }

  private static String shown(Node value, Place place) {
    boolean quoted = !place.mayBeSecret() && (value instanceof Scalar || value instanceof Text);
    if (!quoted || Scalar.NULL.equals(value)) {
      return value.describe();
    }
    return value.describe() + ", " + (value instanceof Text ? "'" + value + "'" : value);
  }

  private static String remedy(Node value, String takes) {
    if (takes.equals("a string") && value instanceof Scalar scalar && !scalar.isNull()) {
      return "Put it in quotes.";
    }
    @Nullable String written = value instanceof Text text ? text.value() : null;
    boolean unquoted =
        switch (takes) {
          case "true or false" -> "true".equals(written) || "false".equals(written);
          default -> takes.startsWith(INTEGER) && written != null && isInteger(written);
        };
    return unquoted ? "Write it without quotes." : "";
  }

  private static boolean isInteger(String written) {
    try {
      return Long.parseLong(written) >= Integer.MIN_VALUE;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  void add(Place place, String message, String remedy) {
    faults.add(new Fault(What.WRONG_VALUE, place.path(), message, remedy));
  }
}
