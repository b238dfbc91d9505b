package dev.slipway.manifest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a file that aliases can repeat, and how much they do. */
final class YamlAnchors {

  /** A value that aliases can repeat: how many values it holds, and how deep they stand in it. */
  record Anchored(YamlNode node, long size, int height) {}

  /** A value that is still being read. */
  record Open(String name, int depth, long sizeBefore, int deepestBefore) {}

  /** A null stands for a value that is still being read. */
  private final Map<String, @Nullable Anchored> byName = new HashMap<>();

  private long size;
  private long repeated;
  private int deepest;

  /** Forgets the anchors, which end with their document. */
  void clear() {
    byName.clear();
  }

  /** Counts a value. */
  void count(int depth) {
    size++;
    deepest = Math.max(deepest, depth);
  }

  Open open(String name, int depth) {
    Open open = new Open(name, depth, size, deepest);
    byName.put(name, null);
    deepest = depth;
    return open;
  }

  void close(Open open, YamlNode node) {
    byName.put(open.name(), new Anchored(node, size - open.sizeBefore(), deepest - open.depth()));
    deepest = Math.max(deepest, open.deepestBefore());
  }

  /** The value of an anchor, or null where there is none, or one that is still being read. */
  @Nullable Anchored find(String name) {
    return byName.get(name);
  }

  boolean isOpen(String name) {
    return byName.containsKey(name) && byName.get(name) == null;
  }

  /** Counts what an alias repeats; how many values all aliases of the file have repeated. */
  long repeat(Anchored anchored, int depth) {
    size += anchored.size();
    repeated += anchored.size();
    deepest = Math.max(deepest, depth + anchored.height());
    return repeated;
  }
}
