package dev.slipway.check;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A label selector: pairs that must be there, and expressions that must hold.
 *
 * @param expressions as {@code matchExpressions} writes them
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/">Labels
 *     and selectors</a>
 */
public record Selector(Map<String, String> pairs, Seq expressions) {

  /** The selector of {@code matchLabels} and {@code matchExpressions}. */
  public static Selector of(Mapping written) {
    return new Selector(strings(written.mapping("matchLabels")), written.seq("matchExpressions"));
  }

  /** The selector of a map of labels, as Services have it. */
  public static Selector ofLabels(Mapping labels) {
    return new Selector(strings(labels), Seq.EMPTY);
  }

  /** The entries whose values are known strings. */
  public static Map<String, String> strings(Mapping labels) {
    Map<String, String> strings = new LinkedHashMap<>(2 * labels.size());
    for (int i = 0; i < labels.size(); i++) {
      if (labels.value(i) instanceof Text text && text.value() != null) {
        strings.put(labels.key(i), text.value());
      }
    }
    return strings;
  }

  /** Whether everything is selected. */
  public boolean isEmpty() {
    return pairs.isEmpty() && expressions.isEmpty();
  }

  /** Whether it names pods that must be there: some, and not all but those that it excludes. */
  public boolean namesPods() {
    return !isEmpty() && !excludes();
  }

  /** Whether it only says what is not selected, as for pods that are yet to come. */
  public boolean excludes() {
    if (!pairs.isEmpty() || expressions.isEmpty()) {
      return false;
    }
    for (Node expression : expressions) {
      String operator = expression instanceof Mapping m ? m.string("operator") : null;
      if (!"NotIn".equals(operator) && !"DoesNotExist".equals(operator)) {
        return false;
      }
    }
    return true;
  }

  public boolean matches(Map<String, String> labels) {
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      if (!pair.getValue().equals(labels.get(pair.getKey()))) {
        return false;
      }
    }
    for (Node expression : expressions) {
      if (!(expression instanceof Mapping m) || !holds(m, labels)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an expression holds; {@code Gt} and {@code Lt} are those of node affinity. */
  static boolean holds(Mapping expression, Map<String, String> labels) {
    @Nullable String key = expression.string("key");
    @Nullable String operator = expression.string("operator");
    if (key == null || operator == null) {
      return false;
    }
    @Nullable String value = labels.get(key);
    Seq values = expression.seq("values");
    return switch (operator) {
      case "In" -> value != null && contains(values, value);
      case "NotIn" -> value == null || !contains(values, value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      case "Gt" -> value != null && !values.isEmpty() && compare(value, values.get(0)) > 0;
      case "Lt" -> value != null && !values.isEmpty() && compare(value, values.get(0)) < 0;
      default -> false;
    };
  }

  private static boolean contains(Seq values, String value) {
    for (Node node : values) {
      if (node instanceof Text text && value.equals(text.value())) {
        return true;
      }
    }
    return false;
  }

  /** Zero where either is no whole number: such an expression holds for nobody. */
  private static int compare(String value, Node bound) {
    try {
      String other = bound instanceof Text text && text.value() != null ? text.value() : "";
      return Long.compare(Long.parseLong(value), Long.parseLong(other));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** {@code app=web and tier=front}; expressions as they are written. */
  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder();
    pairs.forEach(
        (key, value) ->
            shown.append(shown.isEmpty() ? "" : " and ").append(key).append('=').append(value));
    for (Node expression : expressions) {
      shown.append(shown.isEmpty() ? "" : " and ").append(shown(expression));
    }
    return shown.toString();
  }

  private static String shown(Node expression) {
    if (!(expression instanceof Mapping m)) {
      return expression.toString();
    }
    return m.string("key")
        + " "
        + m.string("operator")
        + (m.seq("values").isEmpty() ? "" : " " + m.seq("values"));
  }
}
