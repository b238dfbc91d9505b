package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Trees that differ from a whole one in one place, as files with a mistake do. */
public final class Changes {
  static final List<String> REPLACEMENTS =
      List.of(
          "null",
          "true",
          "0",
          "1",
          "-1",
          "3",
          "11",
          "2.5",
          "1e3",
          "1e-9",
          "5000000",
          "''",
          "x",
          "home",
          "Home",
          "a b",
          "north",
          "small",
          "30s",
          "1h",
          "1x",
          "512Mi",
          "500m",
          "0.25",
          "7Gi",
          "'1'",
          "[]",
          "{}",
          "[left]",
          "[[]]",
          "[{name: a}]",
          "{name: a}",
          "{drawer: x}",
          "{a: b}",
          "{a/b: c}",
          "{cores: 1, memory: 1Gi}",
          "{min: 1}");

  private Changes() {}

  public static Arbitrary<Node> of(Node whole) {
    return Combinators.combine(
            Arbitraries.integers().between(0, size(whole) - 1),
            Arbitraries.of(REPLACEMENTS).map(Changes::only),
            Arbitraries.of("replace", "remove", "add"))
        .as((place, node, how) -> change(whole, new AtomicInteger(place), node, how));
  }

  private static int size(Node tree) {
    if (tree instanceof Mapping mapping) {
      return 1 + mapping.asMap().values().stream().mapToInt(Changes::size).sum();
    }
    return tree instanceof Seq seq ? 1 + seq.asList().stream().mapToInt(Changes::size).sum() : 1;
  }

  static Node only(String yaml) {
    return ((Seq) YamlReader.core().read("f", "[" + yaml + "]").toNode()).get(0);
  }

  /** The tree with its node number {@code place}, counted from the root, changed. */
  private static Node change(Node tree, AtomicInteger place, Node other, String how) {
    if (place.getAndDecrement() == 0) {
      return other;
    }
    if (tree instanceof Mapping mapping) {
      Mapping.Builder changed = Mapping.builder();
      for (int i = 0; i < mapping.size(); i++) {
        boolean here = place.get() == 0;
        Node value = change(mapping.value(i), place, other, how);
        if (here && how.equals("add")) {
          changed.put(mapping.key(i), mapping.value(i)).put("more", value);
        } else if (!here || !how.equals("remove")) {
          changed.put(mapping.key(i), value);
        }
      }
      return changed.build();
    }
    if (tree instanceof Seq seq) {
      List<Node> changed = new ArrayList<>();
      for (Node item : seq) {
        boolean here = place.get() == 0;
        Node value = change(item, place, other, how);
        if (here && how.equals("add")) {
          changed.add(item);
        }
        if (!here || !how.equals("remove")) {
          changed.add(value);
        }
      }
      return Seq.of(changed);
    }
    return tree;
  }
}
