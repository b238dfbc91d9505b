package dev.slipway.definition;

import java.util.function.Supplier;

/**
 * One of several kinds of object.
 *
 * @param key the required field that only objects of this kind have
 */
public record Variant<T>(String key, Supplier<Definition<T>> definition) {
  public static <T> Variant<T> of(String key, Definition<T> definition) {
    return new Variant<>(key, () -> definition);
  }

  /** As above; the definition is asked for when it is first needed. */
  public static <T> Variant<T> of(String key, Supplier<Definition<T>> definition) {
    return new Variant<>(key, definition);
  }
}
