package dev.slipway.environment;

import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import dev.slipway.manifest.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays one file on another.
 *
 * <ul>
 *   <li>Maps are merged, key by key.
 *   <li>Lists of named things, which are maps with a {@code name}, are merged by their names; new
 *       ones come at the end. Instead of a list, the upper file may give a map by these names,
 *       which can also remove: {@code nodeGroups: {trainer: null}}.
 *   <li>Everything else is replaced, other lists too.
 *   <li>A null removes; that there is nothing to remove is a problem, for it is likely a
 *       misspelling.
 * </ul>
 *
 * <p>Every value keeps the place at which it was written.
 */
final class Overlay {
  private static final String NAME = "name";

  private final Problems problems;

  Overlay(Problems problems) {
    this.problems = problems;
  }

  YamlMapping onto(YamlMapping lower, YamlMapping upper) {
    YamlMapping.Builder merged = YamlMapping.builder(upper.position());
    for (int i = 0; i < lower.size(); i++) {
      int above = upper.indexOf(lower.key(i));
      if (above < 0) {
        merged.put(lower, i);
      } else if (!upper.value(above).isNull()) {
        merged.put(
            upper.key(above), upper.keyPosition(above), onto(lower.value(i), upper.value(above)));
      }
    }
    for (int i = 0; i < upper.size(); i++) {
      if (!lower.has(upper.key(i))) {
        add(upper, i, lower.keys(), merged);
      }
    }
    return merged.build();
  }

  private void add(YamlMapping upper, int entry, List<String> known, YamlMapping.Builder merged) {
    if (upper.value(entry).isNull()) {
      reportNothing(upper.key(entry), upper.keyPosition(entry), known);
    } else {
      merged.put(upper, entry);
    }
  }

  private YamlNode onto(YamlNode lower, YamlNode upper) {
    if (lower instanceof YamlMapping below && upper instanceof YamlMapping above) {
      return onto(below, above);
    }
    if (lower instanceof YamlSequence below && isNamed(below)) {
      if (upper instanceof YamlSequence above && isNamed(above)) {
        return named(below, byName(above), above);
      }
      if (upper instanceof YamlMapping above) {
        return named(below, entries(above), above);
      }
    }
    return upper;
  }

  /** What the upper file says of a named thing, and where it says the name. */
  private record Said(YamlNode value, Position at) {}

  private YamlSequence named(YamlSequence lower, Map<String, Said> said, YamlNode upper) {
    Map<String, Said> left = new LinkedHashMap<>(said);
    List<String> names = new ArrayList<>();
    List<YamlNode> merged = new ArrayList<>();
    for (YamlNode item : lower) {
      String name = nameOf(item);
      names.add(name);
      Said above = left.remove(name);
      if (above == null) {
        merged.add(item);
      } else if (!above.value().isNull()) {
        merged.add(onto(item, above.value()));
      }
    }
    left.forEach(
        (name, above) -> {
          if (above.value().isNull()) {
            reportNothing(name, above.at(), names);
          } else {
            merged.add(withName(name, above));
          }
        });
    return YamlSequence.of(upper.position(), merged);
  }

  private static Map<String, Said> entries(YamlMapping upper) {
    Map<String, Said> said = new LinkedHashMap<>();
    for (int i = 0; i < upper.size(); i++) {
      said.put(upper.key(i), new Said(upper.value(i), upper.keyPosition(i)));
    }
    return said;
  }

  private Map<String, Said> byName(YamlSequence upper) {
    Map<String, Said> said = new LinkedHashMap<>();
    for (YamlNode item : upper) {
      String name = nameOf(item);
      Said before = said.putIfAbsent(name, new Said(item, item.position()));
      if (before != null) {
        problems.add(
            Problem.at(
                item.position(),
                "The name '%s' stands in this list a second time; the first is at %s."
                    .formatted(name, before.at()),
                "Merge the two, or rename one."));
      }
    }
    return said;
  }

  /** A new thing that was given by its name has a field for it, too. */
  private static YamlNode withName(String name, Said said) {
    if (!(said.value() instanceof YamlMapping mapping) || mapping.has(NAME)) {
      return said.value();
    }
    YamlMapping.Builder named = YamlMapping.builder(mapping.position());
    named.put(NAME, said.at(), YamlScalar.string(said.at(), name));
    for (int i = 0; i < mapping.size(); i++) {
      named.put(mapping, i);
    }
    return named.build();
  }

  private static boolean isNamed(YamlSequence list) {
    for (YamlNode item : list) {
      if (nameOrNull(item) == null) {
        return false;
      }
    }
    return list.size() > 0;
  }

  private static String nameOf(YamlNode item) {
    String name = nameOrNull(item);
    return name == null ? "" : name;
  }

  private static @Nullable String nameOrNull(YamlNode item) {
    return item instanceof YamlMapping mapping && mapping.get(NAME) instanceof YamlScalar name
        ? name.string()
        : null;
  }

  private void reportNothing(String name, Position at, List<String> known) {
    String near = Suggestions.didYouMean(name, known);
    problems.add(
        Problem.at(
            at,
            "There is no '%s' below this file that null could remove.".formatted(name),
            near.isEmpty() ? "Leave it out." : near));
  }
}
