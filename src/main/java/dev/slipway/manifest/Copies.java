package dev.slipway.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Copies of maps that nobody can change. Of an empty one there is one copy, for most are empty. */
public final class Copies {
  private Copies() {}

  /** A copy in the order of its keys. */
  public static <K, V> Map<K, V> sorted(Map<K, ? extends V> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /** A copy in the map's own order. */
  public static <K, V> Map<K, V> inOrder(Map<K, ? extends V> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
