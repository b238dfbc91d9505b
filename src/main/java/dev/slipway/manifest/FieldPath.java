package dev.slipway.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to a field of an object, as Kubernetes writes it: {@code
 * spec.template.spec.containers[0].image}, {@code metadata.annotations["example.com/a"]}.
 */
public final class FieldPath {
  public static final FieldPath ROOT = new FieldPath(List.of());
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]*");

  /** Each a {@code String} (a key) or an {@code Integer} (an index). */
  private final List<Object> segments;

  private FieldPath(List<Object> segments) {
    this.segments = segments;
  }

  public static FieldPath of(String... keys) {
    return new FieldPath(List.of((Object[]) keys));
  }

  /** This path and a key below it. */
  public FieldPath key(String key) {
    return plus(key);
  }

  /** This path and an index below it, counted from 0. */
  public FieldPath index(int index) {
    return plus(index);
  }

  /** This path and another below it. */
  public FieldPath then(FieldPath below) {
    List<Object> longer = new ArrayList<>(segments);
    longer.addAll(below.segments);
    return new FieldPath(List.copyOf(longer));
  }

  /** The path above, or the root for the root. */
  public FieldPath parent() {
    return segments.isEmpty() ? this : new FieldPath(segments.subList(0, segments.size() - 1));
  }

  /** Each a {@code String} (a key) or an {@code Integer} (an index). */
  public List<Object> segments() {
    return segments;
  }

  /** The node at this path below {@code root}, or null if there is none. */
  public @Nullable Node in(Node root) {
    @Nullable Node node = root;
    for (Object segment : segments) {
      if (segment instanceof Integer index) {
        node = node instanceof Seq seq && index < seq.size() ? seq.get(index) : null;
      } else {
        node = node instanceof Mapping mapping ? mapping.get((String) segment) : null;
      }
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  private FieldPath plus(Object segment) {
    List<Object> longer = new ArrayList<>(segments);
    longer.add(segment);
    return new FieldPath(List.copyOf(longer));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldPath path && segments.equals(path.segments);
  }

  @Override
  public int hashCode() {
    return segments.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder();
    for (Object segment : segments) {
      if (segment instanceof Integer index) {
        shown.append('[').append(index).append(']');
      } else if (PLAIN.matcher((String) segment).matches()) {
        shown.append(shown.isEmpty() ? "" : ".").append(segment);
      } else {
        shown.append('[').append(JsonWriter.quote((String) segment)).append(']');
      }
    }
    return shown.toString();
  }
}
