package dev.slipway.manifest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between nodes and the plain maps and lists that other libraries take. */
public final class PlainValues {
  private PlainValues() {}

  /**
   * The node as plain values: maps in order, lists, {@code Boolean}, {@code Integer}, {@code
   * Double}, {@code null}, and for each text what {@code texts} makes of it.
   *
   * <p>A whole number beyond an int becomes a {@code Double}, for that is what the doors' wire
   * formats hold.
   */
  public static @Nullable Object of(Node node, Text.Resolver<?> texts) {
    if (node instanceof Mapping mapping) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      mapping.forEach((key, value) -> map.put(key, of(value, texts)));
      return map;
    }
    if (node instanceof Seq seq) {
      List<@Nullable Object> list = new ArrayList<>(seq.size());
      seq.forEach(item -> list.add(of(item, texts)));
      return list;
    }
    if (node instanceof Text text) {
      return text.resolve(texts);
    }
    return scalar((Scalar) node);
  }

  /**
   * The node that plain values are.
   *
   * @throws IllegalArgumentException if something in them has no place in a manifest
   */
  public static Node toNode(@Nullable Object plain) {
    if (plain == null) {
      return Scalar.NULL;
    }
    if (plain instanceof Map<?, ?> map) {
      Mapping.Builder mapping = Mapping.builder();
      map.forEach((key, value) -> mapping.put(String.valueOf(key), toNode(value)));
      return mapping.build();
    }
    if (plain instanceof Iterable<?> list) {
      List<Node> items = new ArrayList<>();
      list.forEach(item -> items.add(toNode(item)));
      return Seq.of(items);
    }
    if (plain instanceof String string) {
      return Text.of(string);
    }
    if (plain instanceof Boolean bool) {
      return Scalar.of(bool);
    }
    if (plain instanceof Number number) {
      return Scalar.of(new BigDecimal(number.toString()));
    }
    throw new IllegalArgumentException(
        "A " + plain.getClass().getName() + " has no place in a manifest.");
  }

  private static @Nullable Object scalar(Scalar scalar) {
    if (scalar.isNull()) {
      return null;
    }
    @Nullable Boolean bool = scalar.asBoolean();
    if (bool != null) {
      return bool;
    }
    @Nullable Long whole = scalar.asLong();
    if (whole != null && whole == whole.intValue()) {
      return whole.intValue();
    }
    @Nullable BigDecimal number = scalar.asDecimal();
    return number == null ? null : number.doubleValue();
  }
}
