package dev.slipway.placement.state;

import dev.slipway.placement.pod.LabelSelector;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the shapes that a selector may mean without asking about every one. */
final class ShapesByLabel {
  private final List<PodShape> all;
  private final Map<Map.Entry<String, String>, List<PodShape>> byLabel = new HashMap<>();

  ShapesByLabel(Collection<PodShape> shapes) {
    all = List.copyOf(shapes);
    for (PodShape shape : all) {
      shape
          .labels()
          .forEach(
              (key, value) ->
                  byLabel
                      .computeIfAbsent(Map.entry(key, value), any -> new ArrayList<>())
                      .add(shape));
    }
  }

  /** Shapes among which are all that the selector means. */
  List<PodShape> candidates(LabelSelector selector) {
    List<PodShape> fewest = all;
    for (Requirement requirement : selector.requirements()) {
      if (requirement.operator().equals("In") && requirement.values().size() == 1) {
        List<PodShape> with =
            byLabel.getOrDefault(
                Map.entry(requirement.key(), requirement.values().get(0)), List.of());
        if (with.size() < fewest.size()) {
          fewest = with;
        }
      }
    }
    return fewest;
  }
}
