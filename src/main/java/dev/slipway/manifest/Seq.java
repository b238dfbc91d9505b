package dev.slipway.manifest;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of nodes. */
public final class Seq implements Node, Iterable<Node> {
  public static final Seq EMPTY = new Seq(new Node[0]);

  private final Node[] items;

  private Seq(Node[] items) {
    this.items = items;
  }

  public static Seq of(Node... items) {
    return items.length == 0 ? EMPTY : new Seq(items.clone());
  }

  public static Seq of(Collection<? extends Node> items) {
    return items.isEmpty() ? EMPTY : new Seq(items.toArray(new Node[0]));
  }

  /** A list of known strings. */
  public static Seq ofStrings(Collection<String> items) {
    return from(items, Text::of);
  }

  /** A list of what {@code toNode} makes of each item. */
  public static <T> Seq from(Collection<T> items, Function<? super T, ? extends Node> toNode) {
    if (items.isEmpty()) {
      return EMPTY;
    }
    Node[] nodes = new Node[items.size()];
    int i = 0;
    for (T item : items) {
      nodes[i++] = toNode.apply(item);
    }
    return new Seq(nodes);
  }

  public int size() {
    return items.length;
  }

  public boolean isEmpty() {
    return items.length == 0;
  }

  public Node get(int index) {
    return items[index];
  }

  public List<Node> asList() {
    return List.of(items);
  }

  @Override
  public Iterator<Node> iterator() {
    return Arrays.asList(items).iterator();
  }

  @Override
  public String describe() {
    return "a list";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Seq s && Arrays.equals(items, s.items));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(items);
  }

  @Override
  public String toString() {
    return Arrays.toString(items);
  }
}
