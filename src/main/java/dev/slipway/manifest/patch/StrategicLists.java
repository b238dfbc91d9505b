package dev.slipway.manifest.patch;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.patch.PatchSchema.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges lists as a strategic merge patch asks for. */
final class StrategicLists {
  private static final int NOWHERE = -1;

  /** An item of a patch's list, and where it stands in the patch. */
  private record Change(Node value, FieldPath path) {}

  /** An item of a merged list, and where it stands in the object's list and in the order asked. */
  private record Item(Node value, int inObject, int asked) {}

  private final StrategicMerge maps;
  private final Problems problems;

  StrategicLists(StrategicMerge maps, Problems problems) {
    this.maps = maps;
    this.problems = problems;
  }

  /** A patch's list, for one that replaces another. */
  Seq replace(Seq patch, FieldPath path) {
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < patch.size(); i++) {
      Node item = patch.get(i);
      if (!isReplaceMarker(item)) {
        PatchDirectives.refuse(item, path.index(i), "this list is replaced as a whole", problems);
        items.add(withoutNulls(item));
      }
    }
    return Seq.of(items);
  }

  /**
   * What a patch makes of a list that is merged.
   *
   * @param order the order of the items that {@code $setElementOrder} asks for, if it does
   */
  Seq merge(Seq original, Seq patch, @Nullable Seq order, Field field, FieldPath path) {
    @Nullable String key = field.key();
    List<Node> kept = new ArrayList<>(original.asList());
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < patch.size(); i++) {
      Change change = new Change(patch.get(i), path.index(i));
      if (isReplaceMarker(change.value())) {
        kept.clear();
      } else if (fits(change, key)) {
        switch (directive(change)) {
          case DELETE -> kept.removeIf(item -> isSame(item, change.value(), key));
          case MERGE -> changes.add(change);
          case REPLACE ->
              problems.add(
                  change.path() + " says '$patch: replace', which replaces the whole list.",
                  "Say '- $patch: replace' in an item of its own if you mean that.");
        }
      }
    }
    List<Node> asked =
        order == null ? changes.stream().map(Change::value).toList() : order.asList();
    List<Item> merged = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      merged.add(new Item(kept.get(i), i, find(kept.get(i), asked, key)));
    }
    for (Change change : changes) {
      merge(merged, change, asked, field, path);
    }
    return inOrder(merged);
  }

  private void merge(
      List<Item> merged, Change change, List<Node> asked, Field field, FieldPath path) {
    @Nullable String key = field.key();
    List<Item> same =
        merged.stream().filter(item -> isSame(item.value(), change.value(), key)).toList();
    if (same.size() > 1 && change.value() instanceof Mapping map) {
      problems.add(
          "%s has %s items with the %s %s, and the patch does not say which of them it means."
              .formatted(path, same.size(), key, map.get(String.valueOf(key))),
          "Use a JSON patch, which counts the items.");
    } else if (same.isEmpty()) {
      Node added =
          change.value() instanceof Mapping map
              ? maps.fresh(map, field.below(), change.path())
              : change.value();
      merged.add(new Item(added, NOWHERE, find(added, asked, key)));
    } else if (change.value() instanceof Mapping map
        && same.get(0).value() instanceof Mapping before) {
      Item old = same.get(0);
      Mapping changed = maps.maps(before, map, field.below(), change.path());
      merged.set(merged.indexOf(old), new Item(changed, old.inObject(), old.asked()));
    }
  }

  /**
   * The items that an order was asked for in that order, and each of the others before the first of
   * these that it stood before in the object.
   */
  private static Seq inOrder(List<Item> merged) {
    List<Item> asked =
        merged.stream()
            .filter(item -> item.asked() != NOWHERE)
            .sorted(Comparator.comparingInt(Item::asked))
            .toList();
    List<Item> others = merged.stream().filter(item -> item.asked() == NOWHERE).toList();
    List<Node> result = new ArrayList<>();
    int next = 0;
    for (Item item : asked) {
      while (next < others.size()
          && others.get(next).inObject() != NOWHERE
          && others.get(next).inObject() < item.inObject()) {
        result.add(others.get(next++).value());
      }
      result.add(item.value());
    }
    others.subList(next, others.size()).forEach(item -> result.add(item.value()));
    return Seq.of(result);
  }

  private boolean fits(Change change, @Nullable String key) {
    Node value = change.value();
    if (key == null) {
      if (value instanceof Mapping || value instanceof Seq) {
        problems.add(
            change.path() + " is " + value.describe() + " in a list of plain values.",
            "Give the value alone.");
        return false;
      }
      return true;
    }
    if (!(value instanceof Mapping map)) {
      problems.add(
          change.path() + " is " + value.describe() + " in a list of maps.",
          "Give a map with the key '" + key + "', by which the list is merged.");
      return false;
    }
    if (!map.has(key)) {
      problems.add(
          change.path() + " has no '" + key + "', by which this list is merged.",
          "Say which item is meant, or use a JSON patch, which counts the items.");
      return false;
    }
    return true;
  }

  private PatchDirectives directive(Change change) {
    return change.value() instanceof Mapping map
        ? PatchDirectives.of(map, change.path(), problems)
        : PatchDirectives.MERGE;
  }

  /** Whether an item is nothing but the word to replace the list: {@code $patch: replace}. */
  private static boolean isReplaceMarker(Node item) {
    return item instanceof Mapping map
        && map.size() == 1
        && "replace".equals(map.string(PatchDirectives.PATCH));
  }

  private static int find(Node item, List<Node> among, @Nullable String key) {
    for (int i = 0; i < among.size(); i++) {
      if (isSame(item, among.get(i), key)) {
        return i;
      }
    }
    return NOWHERE;
  }

  private static boolean isSame(Node one, Node other, @Nullable String key) {
    if (key == null) {
      return one.equals(other);
    }
    @Nullable Node id = one instanceof Mapping map ? map.get(key) : null;
    return id != null && other instanceof Mapping map && id.equals(map.get(key));
  }

  private static Node withoutNulls(Node node) {
    if (node instanceof Mapping mapping) {
      Mapping.Builder kept = Mapping.builder();
      mapping.forEach(
          (key, value) -> {
            if (!value.equals(Scalar.NULL)) {
              kept.put(key, withoutNulls(value));
            }
          });
      return kept.build();
    }
    return node instanceof Seq seq ? Seq.from(seq.asList(), StrategicLists::withoutNulls) : node;
  }
}
