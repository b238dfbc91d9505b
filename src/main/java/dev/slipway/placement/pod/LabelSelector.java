package dev.slipway.placement.pod;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which labels are meant: all those that meet every requirement. One that is not there means none;
 * an empty one means all.
 *
 * @param present false for a selector that is not there
 */
public record LabelSelector(boolean present, List<Requirement> requirements) {
  static final LabelSelector ABSENT = new LabelSelector(false, List.of());

  public LabelSelector {
    requirements = List.copyOf(requirements);
  }

  static LabelSelector of(@Nullable Node written) {
    if (!(written instanceof Mapping selector)) {
      return ABSENT;
    }
    List<Requirement> all = new ArrayList<>();
    Fields.stringMap(selector.mapping("matchLabels"))
        .forEach((key, value) -> all.add(Requirement.in(key, value)));
    all.addAll(Requirement.list(selector.seq("matchExpressions")));
    return new LabelSelector(true, all);
  }

  LabelSelector and(List<Requirement> more) {
    if (!present || more.isEmpty()) {
      return this;
    }
    List<Requirement> all = new ArrayList<>(requirements);
    all.addAll(more);
    return new LabelSelector(true, all);
  }

  public boolean matches(Map<String, String> labels) {
    if (!present) {
      return false;
    }
    for (Requirement requirement : requirements) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is there and asks for nothing. */
  public boolean isEmpty() {
    return present && requirements.isEmpty();
  }

  LabelSelector replacing(String key, UnaryOperator<String> value) {
    return new LabelSelector(
        present,
        requirements.stream()
            .map(
                each ->
                    each.key().equals(key)
                        ? new Requirement(
                            key, each.operator(), each.values().stream().map(value).toList())
                        : each)
            .toList());
  }

  boolean mentions(String key) {
    return requirements.stream().anyMatch(requirement -> requirement.key().equals(key));
  }
}
