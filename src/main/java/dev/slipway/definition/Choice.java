package dev.slipway.definition;

/**
 * A word that a field can hold.
 *
 * @param word as it stands in the file
 * @param value what it becomes
 * @param doc what it means, as a phrase: "Amazon Web Services"
 */
public record Choice<V>(String word, V value, String doc) {
  public static <V> Choice<V> of(String word, V value, String doc) {
    return new Choice<>(word, value, doc);
  }
}
