package dev.slipway.manifest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map from strings to nodes that keeps the order in which it was written. Keys are unique.
 *
 * <p>Two mappings are equal when they hold the same entries, in whatever order.
 */
public final class Mapping implements Node {
  public static final Mapping EMPTY = new Mapping(new String[0], new Node[0]);

  /** What is shared has few keys: those of a kind's fields, not those of somebody's data. */
  private static final int MOST_SHARED = 16;

  /** Keys of mappings that were built lately: of a thousand containers, all have the same. */
  private static final AtomicReferenceArray<String @Nullable []> SHARED =
      new AtomicReferenceArray<>(256);

  private final String[] keys;
  private final Node[] values;

  private Mapping(String[] keys, Node[] values) {
    this.keys = keys;
    this.values = values;
  }

  public static Mapping of(String key, Node value) {
    return new Mapping(shared(new String[] {key}, 1), new Node[] {value});
  }

  public static Mapping of(String key, String value) {
    return of(key, Text.of(value));
  }

  public static Mapping of(String k1, Node v1, String k2, Node v2) {
    return builder().put(k1, v1).put(k2, v2).build();
  }

  public static Mapping of(String k1, Node v1, String k2, Node v2, String k3, Node v3) {
    return builder().put(k1, v1).put(k2, v2).put(k3, v3).build();
  }

  /** The given map's entries in its iteration order. */
  public static Mapping of(Map<String, ? extends Node> entries) {
    Builder builder = new Builder();
    entries.forEach(builder::put);
    return builder.build();
  }

  /** The given map's entries in its iteration order, each value a known string. */
  public static Mapping ofStrings(Map<String, String> entries) {
    Builder builder = new Builder();
    entries.forEach(builder::put);
    return builder.build();
  }

  public static Builder builder() {
    return new Builder();
  }

  public int size() {
    return keys.length;
  }

  public boolean isEmpty() {
    return keys.length == 0;
  }

  public String key(int index) {
    return keys[index];
  }

  public Node value(int index) {
    return values[index];
  }

  public List<String> keys() {
    return List.of(keys);
  }

  /** The value at a key, or null if there is none. */
  public @Nullable Node get(String key) {
    int index = indexOf(keys, keys.length, key);
    return index < 0 ? null : values[index];
  }

  public boolean has(String key) {
    return indexOf(keys, keys.length, key) >= 0;
  }

  /** The mapping at a key, or an empty one if there is none or it is no mapping. */
  public Mapping mapping(String key) {
    return get(key) instanceof Mapping mapping ? mapping : EMPTY;
  }

  /** The list at a key, or an empty one if there is none or it is no list. */
  public Seq seq(String key) {
    return get(key) instanceof Seq seq ? seq : Seq.EMPTY;
  }

  /** The string at a key if it is known, or null. */
  public @Nullable String string(String key) {
    return get(key) instanceof Text text ? text.value() : null;
  }

  /** The boolean at a key, or null. */
  public @Nullable Boolean bool(String key) {
    return get(key) instanceof Scalar scalar ? scalar.asBoolean() : null;
  }

  /** The integer at a key, or null. */
  public @Nullable Long integer(String key) {
    return get(key) instanceof Scalar scalar ? scalar.asLong() : null;
  }

  /** The value found by following keys through nested mappings, or null. */
  public @Nullable Node at(String... path) {
    Node node = this;
    for (String key : path) {
      if (!(node instanceof Mapping mapping)) {
        return null;
      }
      @Nullable Node next = mapping.get(key);
      if (next == null) {
        return null;
      }
      node = next;
    }
    return node;
  }

  public void forEach(BiConsumer<String, Node> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(keys[i], values[i]);
    }
  }

  /** This mapping with one value set, in its old place or at the end. */
  public Mapping with(String key, Node value) {
    int index = indexOf(keys, keys.length, key);
    if (index >= 0) {
      Node[] changed = values.clone();
      changed[index] = value;
      return new Mapping(keys, changed);
    }
    String[] longerKeys = Arrays.copyOf(keys, keys.length + 1);
    Node[] longerValues = Arrays.copyOf(values, values.length + 1);
    longerKeys[keys.length] = key;
    longerValues[values.length] = value;
    return new Mapping(longerKeys, longerValues);
  }

  /** This mapping without a key. */
  public Mapping without(String key) {
    if (!has(key)) {
      return this;
    }
    Builder builder = new Builder();
    forEach(
        (k, v) -> {
          if (!k.equals(key)) {
            builder.put(k, v);
          }
        });
    return builder.build();
  }

  /** The entries as a map in order. */
  public Map<String, Node> asMap() {
    Map<String, Node> map = new java.util.LinkedHashMap<>();
    forEach(map::put);
    return map;
  }

  @Override
  public String describe() {
    return "a map";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Mapping that) || keys.length != that.keys.length) {
      return false;
    }
    if (Arrays.equals(keys, that.keys)) {
      return Arrays.equals(values, that.values);
    }
    return asMap().equals(that.asMap());
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < keys.length; i++) {
      hash += keys[i].hashCode() ^ values[i].hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder("{");
    forEach(
        (k, v) -> shown.append(shown.length() > 1 ? ", " : "").append(k).append(": ").append(v));
    return shown.append('}').toString();
  }

  private static int indexOf(@Nullable String[] keys, int size, String key) {
    // Most keys are constants, of which there is one each: whatever is the same is found at once.
    for (int i = 0; i < size; i++) {
      if (key == keys[i]) {
        return i;
      }
    }
    int hash = key.hashCode();
    for (int i = 0; i < size; i++) {
      @Nullable String other = keys[i];
      if (other != null && hash == other.hashCode() && key.equals(other)) {
        return i;
      }
    }
    return -1;
  }

  /** The first of some keys, in an array that mappings with the same may share. */
  @SuppressWarnings({"NullAway", "nullness"}) // the first `size` places are filled
  private static String[] shared(@Nullable String[] keys, int size) {
    if (size > MOST_SHARED) {
      return Arrays.copyOf(keys, size);
    }
    int hash = 0;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + keys[i].hashCode();
    }
    int slot = (hash ^ hash >>> 16) & SHARED.length() - 1;
    String @Nullable [] known = SHARED.get(slot);
    if (known != null && known.length == size && Arrays.equals(known, 0, size, keys, 0, size)) {
      return known;
    }
    String[] own = Arrays.copyOf(keys, size);
    SHARED.set(slot, own);
    return own;
  }

  /** Collects entries in order; a key that is put again keeps its place and takes the new value. */
  public static final class Builder {
    private static final int FIRST = 4;
    private static final int INDEXED = 16;

    private @Nullable String[] keys = EMPTY.keys;
    private @Nullable Node[] values = EMPTY.values;
    private int size;
    private @Nullable Map<String, Integer> index;

    private Builder() {}

    public Builder put(String key, Node value) {
      int at = find(key);
      if (at >= 0) {
        values[at] = value;
        return this;
      }
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, Math.max(FIRST, size * 2));
        values = Arrays.copyOf(values, Math.max(FIRST, size * 2));
      }
      keys[size] = key;
      values[size] = value;
      if (index != null) {
        index.put(key, size);
      }
      size++;
      return this;
    }

    public Builder put(String key, String value) {
      return put(key, Text.of(value));
    }

    public Builder put(String key, long value) {
      return put(key, Scalar.of(value));
    }

    public Builder put(String key, boolean value) {
      return put(key, Scalar.of(value));
    }

    /** Puts the value unless it is null. */
    public Builder putIfPresent(String key, @Nullable Node value) {
      return value == null ? this : put(key, value);
    }

    /** Puts the list unless it is empty. */
    public Builder putUnlessEmpty(String key, Seq value) {
      return value.isEmpty() ? this : put(key, value);
    }

    /** Puts the mapping unless it is empty. */
    public Builder putUnlessEmpty(String key, Mapping value) {
      return value.isEmpty() ? this : put(key, value);
    }

    /** Puts every entry of another mapping. */
    public Builder putAll(Mapping entries) {
      for (int i = 0; i < entries.size(); i++) {
        put(entries.keys[i], entries.values[i]);
      }
      return this;
    }

    public boolean has(String key) {
      return find(key) >= 0;
    }

    public boolean isEmpty() {
      return size == 0;
    }

    @SuppressWarnings({"NullAway", "nullness"}) // the first `size` places are filled
    public Mapping build() {
      if (size == 0) {
        return EMPTY;
      }
      return new Mapping(shared(keys, size), Arrays.copyOf(values, size));
    }

    private int find(String key) {
      if (index != null) {
        Integer at = index.get(key);
        return at == null ? -1 : at;
      }
      if (size >= INDEXED) {
        Map<String, Integer> built = new HashMap<>();
        for (int i = 0; i < size; i++) {
          @Nullable String k = keys[i];
          if (k != null) {
            built.put(k, i);
          }
        }
        index = built;
        Integer at = built.get(key);
        return at == null ? -1 : at;
      }
      return indexOf(keys, size, key);
    }
  }
}
