package dev.slipway.definition;

import dev.slipway.manifest.Node;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlReader;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object in a file: a constant that the builder, the reader, the JSON Schema and
 * the reference page all use. Immutable.
 *
 * <pre>{@code
 * static final Field<Integer> NODES =
 *     Field.optional("nodes", Type.integer(1, 1000), "How many nodes the group has.")
 *         .byDefault(1)
 *         .example("3");
 * }</pre>
 *
 * @param <V> what the field's value becomes
 */
public final class Field<V> {
  private final String name;
  private final Type<V> type;
  private final boolean required;
  private final String doc;
  private final String example;
  private final @Nullable V defaultValue;
  private final String defaultShown;
  private final String since;
  private final String deprecated;

  private Field(
      String name,
      Type<V> type,
      boolean required,
      String doc,
      String example,
      @Nullable V defaultValue,
      String defaultShown,
      String since,
      String deprecated) {
    this.name = name;
    this.type = type;
    this.required = required;
    this.doc = doc;
    this.example = example;
    this.defaultValue = defaultValue;
    this.defaultShown = defaultShown;
    this.since = since;
    this.deprecated = deprecated;
  }

  /**
   * A field that must be there.
   *
   * @param doc what it means; full sentences, of which the first stands alone
   */
  public static <V> Field<V> required(String name, Type<V> type, String doc) {
    return new Field<>(name, type, true, doc, "", null, "", "", "");
  }

  /**
   * A field that may be left out.
   *
   * @param doc what it means; full sentences, of which the first stands alone
   */
  public static <V> Field<V> optional(String name, Type<V> type, String doc) {
    return new Field<>(name, type, false, doc, "", null, "", "", "");
  }

  /** Gives an example of the value, in YAML: {@code 3}, {@code [a, b]}. Every field has one. */
  public Field<V> example(String yaml) {
    return new Field<>(
        name, type, required, doc, yaml, defaultValue, defaultShown, since, deprecated);
  }

  /** Says what counts where the field is left out. */
  public Field<V> byDefault(V value) {
    return new Field<>(name, type, required, doc, example, value, "", since, deprecated);
  }

  /** Says in words what counts where the field is left out: "derived from the machine". */
  public Field<V> byDefaultIs(String words) {
    return new Field<>(name, type, required, doc, example, null, words, since, deprecated);
  }

  /** Says which version of Slipway first had the field. */
  public Field<V> since(String version) {
    return new Field<>(
        name, type, required, doc, example, defaultValue, defaultShown, version, deprecated);
  }

  /** Says what to use instead; whoever still uses the field is told so. */
  public Field<V> deprecated(String instead) {
    return new Field<>(
        name, type, required, doc, example, defaultValue, defaultShown, since, instead);
  }

  public String name() {
    return name;
  }

  public Type<V> type() {
    return type;
  }

  public boolean isRequired() {
    return required;
  }

  /** What the field means: full sentences, of which the first stands alone. */
  public String doc() {
    return doc;
  }

  /** An example of the value, in YAML; empty where there is none. */
  public String example() {
    return example;
  }

  /** The example as a value. */
  Node exampleNode() {
    return exampleYaml().toNode();
  }

  /** The example as it stands in a file of that name. */
  YamlNode exampleYaml() {
    return YamlReader.core().read("the example of " + name, example);
  }

  /** The field with its example on one line, {@code nodes: 3}, where it has such an example. */
  Optional<String> inlineExample() {
    return example.isEmpty() || example.indexOf('\n') >= 0
        ? Optional.empty()
        : Optional.of(name + ": " + example);
  }

  /**
   * What counts where the field is left out.
   *
   * @throws NullPointerException if the field has no default, or only one in words
   */
  public V defaultValue() {
    return Objects.requireNonNull(defaultValue, () -> "The field " + name + " has no default.");
  }

  /** Whether {@link #defaultValue()} has a value to give. */
  public boolean hasDefaultValue() {
    return defaultValue != null;
  }

  /**
   * A value as it would stand in a file.
   *
   * @throws UnsupportedOperationException where values of the field's type cannot be shown
   */
  public Node show(V value) {
    return type.show(value);
  }

  /** What is wrong with a value that does not come from a file, as a sentence; or nothing. */
  public Optional<String> problem(V value) {
    return type.admits(value)
        ? Optional.empty()
        : Optional.of("'%s' must be %s, but is '%s'.".formatted(name, type.describe(), value));
  }

  /** The default as it would stand in a file, where it is a value. */
  Optional<Node> defaultNode() {
    return Optional.ofNullable(defaultValue).map(type::show);
  }

  /** The default in words, where it is no value; else empty. */
  String defaultInWords() {
    return defaultShown;
  }

  /** The first version that has the field; empty where it does not matter. */
  public String since() {
    return since;
  }

  /** What to use instead; empty where the field is not deprecated. */
  public String deprecated() {
    return deprecated;
  }

  @Override
  public String toString() {
    return name;
  }
}
