package dev.slipway.manifest;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** A list in a file. */
public final class YamlSequence extends YamlNode implements Iterable<YamlNode> {
  private final YamlNode[] items;

  YamlSequence(String file, int line, int column, YamlNode[] items) {
    super(file, line, column);
    this.items = items;
  }

  /** A list that is said to stand at {@code at}. */
  public static YamlSequence of(Position at, Collection<? extends YamlNode> items) {
    return new YamlSequence(at.file(), at.line(), at.column(), items.toArray(new YamlNode[0]));
  }

  public int size() {
    return items.length;
  }

  public YamlNode get(int index) {
    return items[index];
  }

  public List<YamlNode> asList() {
    return List.of(items);
  }

  @Override
  public Iterator<YamlNode> iterator() {
    return Arrays.asList(items).iterator();
  }

  @Override
  public Seq toNode() {
    Node[] nodes = new Node[items.length];
    for (int i = 0; i < items.length; i++) {
      nodes[i] = items[i].toNode();
    }
    return Seq.of(nodes);
  }

  @Override
  public String describe() {
    return "a list";
  }

  @Override
  public String toString() {
    return Arrays.toString(items);
  }
}
