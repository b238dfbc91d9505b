package dev.slipway.placement.pod;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one label must be.
 *
 * @param operator as Kubernetes writes it: In, NotIn, Exists, DoesNotExist, and for nodes Gt and Lt
 */
public record Requirement(String key, String operator, List<String> values) {
  public Requirement {
    values = List.copyOf(values);
  }

  static Requirement in(String key, String value) {
    return new Requirement(key, "In", List.of(value));
  }

  static List<Requirement> list(Seq expressions) {
    List<Requirement> found = new ArrayList<>(expressions.size());
    for (Node node : expressions) {
      if (node instanceof Mapping written) {
        found.add(
            new Requirement(
                Fields.string(written, "key"),
                Fields.string(written, "operator"),
                Fields.strings(written.seq("values"))));
      }
    }
    return found;
  }

  /** Whether labels are as they must be; an operator that there is not matches nothing. */
  boolean matches(Map<String, String> labels) {
    return matches(labels.get(key));
  }

  /** Whether a label's value is as it must be; null for a label that is not there. */
  boolean matches(@Nullable String value) {
    return switch (operator) {
      case "In" -> value != null && values.contains(value);
      case "NotIn" -> value == null || !values.contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      case "Gt" -> value != null && compares(value, 1);
      case "Lt" -> value != null && compares(value, -1);
      default -> false;
    };
  }

  private boolean compares(String value, int sign) {
    if (values.size() != 1) {
      return false;
    }
    try {
      return Long.compare(Long.parseLong(value), Long.parseLong(values.get(0))) == sign;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Requirement requirement
        && key.equals(requirement.key)
        && operator.equals(requirement.operator)
        && values.equals(requirement.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, operator, values);
  }
}
