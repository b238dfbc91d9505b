package dev.slipway.cli.compare;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the fields in which two trees differ. */
public final class Comparison {
  /** What tells the things in a list apart, the likeliest first. */
  private static final List<String> IDENTITIES =
      List.of("name", "mountPath", "containerPort", "port", "key", "topologyKey", "host", "path");

  private final Masking masking;
  private final List<FieldChange> changes = new ArrayList<>();

  private Comparison(Masking masking) {
    this.masking = masking;
  }

  /** The fields of an object that differ, in the order in which people write them. */
  public static List<FieldChange> of(Mapping before, Mapping after, Masking masking) {
    Comparison comparison = new Comparison(masking.of(before, after));
    comparison.mappings("", before, after);
    return comparison.changes;
  }

  private void compare(String path, Node before, Node after) {
    if (before.equals(after)) {
      return;
    }
    if (before instanceof Mapping was && after instanceof Mapping becomes) {
      mappings(path, was, becomes);
    } else if (before instanceof Seq was && after instanceof Seq becomes) {
      lists(path, was, becomes);
    } else {
      add(path, before, after);
    }
  }

  private void mappings(String path, Mapping before, Mapping after) {
    before.forEach(
        (key, was) -> {
          @Nullable Node becomes = after.get(key);
          if (becomes == null) {
            add(below(path, key), was, null);
          } else {
            compare(below(path, key), was, becomes);
          }
        });
    after.forEach(
        (key, becomes) -> {
          if (!before.has(key)) {
            add(below(path, key), null, becomes);
          }
        });
  }

  private void lists(String path, Seq before, Seq after) {
    for (String identity : IDENTITIES) {
      @Nullable Map<String, Node> was = byIdentity(before, identity);
      @Nullable Map<String, Node> becomes = byIdentity(after, identity);
      if (was != null && becomes != null) {
        named(path, was, becomes);
        return;
      }
    }
    positioned(path, before, after);
  }

  private void named(String path, Map<String, Node> before, Map<String, Node> after) {
    before.forEach(
        (name, was) -> {
          @Nullable Node becomes = after.get(name);
          if (becomes == null) {
            add(path + "[" + name + "]", was, null);
          } else {
            compare(path + "[" + name + "]", was, becomes);
          }
        });
    after.forEach(
        (name, becomes) -> {
          if (!before.containsKey(name)) {
            add(path + "[" + name + "]", null, becomes);
          }
        });
    List<String> stay = before.keySet().stream().filter(after::containsKey).toList();
    List<String> stayed = after.keySet().stream().filter(before::containsKey).toList();
    if (!stay.equals(stayed)) {
      add(path + " (order)", Seq.ofStrings(stay), Seq.ofStrings(stayed));
    }
  }

  /** What is alike at both ends is set aside; what is between is compared place by place. */
  private void positioned(String path, Seq before, Seq after) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    int was = before.size() - end;
    int becomes = after.size() - end;
    for (int i = start; i < Math.max(was, becomes); i++) {
      String place = path + "[" + i + "]";
      if (i < was && i < becomes) {
        compare(place, before.get(i), after.get(i));
      } else {
        add(place, i < was ? before.get(i) : null, i < becomes ? after.get(i) : null);
      }
    }
  }

  /** The things in a list by what tells them apart; null if that does not. */
  private static @Nullable Map<String, Node> byIdentity(Seq items, String identity) {
    Map<String, Node> found = new LinkedHashMap<>();
    for (Node item : items) {
      @Nullable Node value = item instanceof Mapping fields ? fields.get(identity) : null;
      @Nullable String name =
          value instanceof Text text
              ? text.value()
              : value instanceof Scalar ? value.toString() : null;
      if (name == null || found.put(name, item) != null) {
        return null;
      }
    }
    return found;
  }

  private void add(String path, @Nullable Node before, @Nullable Node after) {
    @Nullable Node was = before == null ? null : masking.mask(path, before);
    @Nullable Node becomes = after == null ? null : masking.mask(path, after);
    boolean masked = Masking.MASK.equals(was) || Masking.MASK.equals(becomes);
    changes.add(
        new FieldChange(
            path,
            masked && was != null ? Masking.MASK : was,
            masked && becomes != null ? Masking.MASK : becomes,
            masked));
  }

  private static String below(String path, String key) {
    String step = FieldPath.of(key).toString();
    return path.isEmpty() || step.startsWith("[") ? path + step : path + "." + step;
  }
}
