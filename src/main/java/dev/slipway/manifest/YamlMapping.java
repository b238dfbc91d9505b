package dev.slipway.manifest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map from strings in a file. Keys are unique, keep their order, and know their places.
 *
 * <p>A key stands in the same file as its value, also where maps of several files were merged.
 */
public final class YamlMapping extends YamlNode {
  /** Larger maps are worth an index. */
  private static final int SEARCHED_IN_TURN = 16;

  private final String[] keys;

  /** Line and column of each key, in turn. */
  private final int[] keyPlaces;

  private final YamlNode[] values;
  private @Nullable Map<String, Integer> index;

  private YamlMapping(
      String file, int line, int column, String[] keys, int[] keyPlaces, YamlNode[] values) {
    super(file, line, column);
    this.keys = keys;
    this.keyPlaces = keyPlaces;
    this.values = values;
  }

  /** Collects the entries of a map that is said to stand at {@code at}. */
  public static Builder builder(Position at) {
    return new Builder(at.file(), at.line(), at.column());
  }

  static Builder builder(String file, int line, int column) {
    return new Builder(file, line, column);
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

  public YamlNode value(int index) {
    return values[index];
  }

  /** Where the key of an entry begins. */
  public Position keyPosition(int index) {
    return new Position(values[index].file(), keyPlaces[2 * index], keyPlaces[2 * index + 1]);
  }

  public List<String> keys() {
    return List.of(keys);
  }

  /** The index of a key, or -1. */
  public int indexOf(String key) {
    if (keys.length > SEARCHED_IN_TURN) {
      Integer at = index().get(key);
      return at == null ? -1 : at;
    }
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private Map<String, Integer> index() {
    Map<String, Integer> ranks = index;
    if (ranks == null) {
      ranks = new HashMap<>(2 * keys.length);
      for (int i = 0; i < keys.length; i++) {
        ranks.put(keys[i], i);
      }
      index = ranks;
    }
    return ranks;
  }

  /** The value at a key, or null if there is none. */
  public @Nullable YamlNode get(String key) {
    int index = indexOf(key);
    return index < 0 ? null : values[index];
  }

  public boolean has(String key) {
    return indexOf(key) >= 0;
  }

  @Override
  public Mapping toNode() {
    Mapping.Builder entries = Mapping.builder();
    for (int i = 0; i < keys.length; i++) {
      entries.put(keys[i], values[i].toNode());
    }
    return entries.build();
  }

  @Override
  public String describe() {
    return "a map";
  }

  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder("{");
    for (int i = 0; i < keys.length; i++) {
      shown.append(i > 0 ? ", " : "").append(keys[i]).append(": ").append(values[i]);
    }
    return shown.append('}').toString();
  }

  /** Collects entries in order; a key that is put again keeps its rank and takes the new value. */
  public static final class Builder {
    private static final int FIRST = 4;

    private final String file;
    private final int line;
    private final int column;
    private @Nullable String[] keys = new String[FIRST];
    private int[] keyPlaces = new int[2 * FIRST];
    private @Nullable YamlNode[] values = new YamlNode[FIRST];
    private int size;
    private @Nullable Map<String, Integer> index;

    private Builder(String file, int line, int column) {
      this.file = file;
      this.line = line;
      this.column = column;
    }

    /** Puts a value whose key stands at {@code keyAt}, which must be in the file of the value. */
    public Builder put(String key, Position keyAt, YamlNode value) {
      return put(key, keyAt.line(), keyAt.column(), value);
    }

    /** Puts an entry of another map, place included. */
    public Builder put(YamlMapping from, int entry) {
      return put(
          from.keys[entry],
          from.keyPlaces[2 * entry],
          from.keyPlaces[2 * entry + 1],
          from.values[entry]);
    }

    Builder put(String key, int keyLine, int keyColumn, YamlNode value) {
      int at = indexOf(key);
      if (at < 0) {
        at = append(key);
      }
      keyPlaces[2 * at] = keyLine;
      keyPlaces[2 * at + 1] = keyColumn;
      values[at] = value;
      return this;
    }

    /** The rank of a key that was put, or -1. */
    int indexOf(String key) {
      if (index != null) {
        Integer at = index.get(key);
        return at == null ? -1 : at;
      }
      for (int i = 0; i < size; i++) {
        if (key.equals(keys[i])) {
          return i;
        }
      }
      return -1;
    }

    public boolean has(String key) {
      return indexOf(key) >= 0;
    }

    /** The line on which the key of a rank stands. */
    int keyLine(int rank) {
      return keyPlaces[2 * rank];
    }

    @SuppressWarnings({"NullAway", "nullness"}) // the first `size` places are filled
    public YamlMapping build() {
      return new YamlMapping(
          file,
          line,
          column,
          Arrays.copyOf(keys, size),
          Arrays.copyOf(keyPlaces, 2 * size),
          Arrays.copyOf(values, size));
    }

    private int append(String key) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
        keyPlaces = Arrays.copyOf(keyPlaces, 4 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      keys[size] = key;
      if (index != null) {
        index.put(key, size);
      } else if (size == SEARCHED_IN_TURN) {
        index = indexed();
      }
      return size++;
    }

    private Map<String, Integer> indexed() {
      Map<String, Integer> ranks = new HashMap<>();
      for (int i = 0; i <= size; i++) {
        String key = keys[i];
        if (key != null) {
          ranks.put(key, i);
        }
      }
      return ranks;
    }
  }
}
