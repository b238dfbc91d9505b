package dev.slipway.definition;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a value in a file may be, and what it becomes. Immutable; made by the static methods.
 *
 * @param <V> what a value becomes
 */
public abstract class Type<V> {

  Type() {}

  /** A string that is not empty. A number or boolean without quotes is none. */
  public static StringType string() {
    return StringType.ANY;
  }

  /**
   * A string that may be {@code ${env:NAME}} or {@code ${file:path}}, in whole or in part, and is a
   * secret then. Its value never stands in a message.
   */
  public static Type<Text> text() {
    return TextType.INSTANCE;
  }

  /**
   * A string that is not empty and stands in the open, so that it cannot come from outside of the
   * file: what does is a secret.
   */
  public static Type<Text> openText() {
    return string().as(Text::of);
  }

  /** As {@link #openText}, or the empty string. */
  public static Type<Text> openTextOrEmpty() {
    return string().orEmpty().as(Text::of);
  }

  /** A whole number in a range, ends included. */
  public static Type<Integer> integer(int from, int to) {
    return new IntegerType(from, to);
  }

  /** A whole number of {@code from} or more. */
  public static Type<Integer> integerFrom(int from) {
    return new IntegerType(from, Integer.MAX_VALUE);
  }

  /** A whole number of {@code from} or more, of 64 bits. */
  public static Type<Long> longFrom(long from) {
    return new LongType(from);
  }

  /** A port: 1 to 65535. */
  public static Type<Integer> port() {
    return new IntegerType(1, 65535);
  }

  /** A number in a range, ends included, with or without a fraction. */
  public static Type<BigDecimal> number(String from, String to) {
    return new NumberType(new BigDecimal(from), new BigDecimal(to));
  }

  /** {@code true} or {@code false}. */
  public static Type<Boolean> bool() {
    return BooleanType.INSTANCE;
  }

  /** An amount as Kubernetes writes it, of 0 or more: {@code 500m}, {@code 2}, {@code 1.5Gi}. */
  public static Type<Quantity> quantity() {
    return QuantityType.ANY;
  }

  /** CPU in cores, to a thousandth: {@code 2}, {@code 0.5}, {@code 500m}. */
  public static Type<Quantity> cpu() {
    return QuantityType.CPU;
  }

  /** Bytes of memory or storage: {@code 512Mi}, {@code 1.5Gi}; without a unit, 1 Mi or more. */
  public static Type<Quantity> bytes() {
    return QuantityType.BYTES;
  }

  /** A length of time with its unit: {@code 500ms}, {@code 30s}, {@code 1h30m}. */
  public static Type<Duration> duration() {
    return DurationType.INSTANCE;
  }

  /** One of several words. */
  public static <V> Type<V> oneOf(List<Choice<V>> choices) {
    return new ChoiceType<>(choices);
  }

  /** One of several words. */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public static <V> Type<V> oneOf(Choice<V>... choices) {
    return new ChoiceType<>(List.of(choices));
  }

  /** A list; may be empty. */
  public static <V> Type<List<V>> listOf(Type<V> items) {
    return new ListType<>(items, 0);
  }

  /** A list with one item or more. */
  public static <V> Type<List<V>> someOf(Type<V> items) {
    return new ListType<>(items, 1);
  }

  /** A list, or one item that stands for a list with it alone. */
  public static <V> Type<List<V>> oneOrMany(Type<V> items) {
    return items.as(List::of).or(someOf(items));
  }

  /** A map, in the order in which it is written; may be empty. */
  public static <V> Type<Map<String, V>> mapOf(Format keys, Type<V> values) {
    return new MapType<>(keys, values);
  }

  /**
   * What another class defines, which is not asked for it before the first value is read: what most
   * files do without, they need not wait for. To be given as a lambda expression, for a method
   * reference would load the class.
   */
  public static <V> Type<V> later(Supplier<Type<V>> type) {
    return new LaterType<>(type);
  }

  /** An object. */
  public static <T> Type<T> object(Definition<T> definition) {
    return new ObjectType<>(() -> definition);
  }

  /** An object. The definition is asked for when it is first needed, so that it may refer back. */
  public static <T> Type<T> object(Supplier<Definition<T>> definition) {
    return new ObjectType<>(definition);
  }

  /**
   * One of several kinds of object, told apart by a field that only this kind has: {@code
   * existing:} or {@code external:}.
   *
   * @param noun what all of them are: "secret source"
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public static <T> Type<T> variant(String noun, Variant<? extends T>... variants) {
    return new VariantType<>(noun, List.of(variants));
  }

  /**
   * One of several kinds of object, told apart by the word that one field holds: {@code system:
   * shop}. The definitions of those kinds have that field.
   *
   * @param noun what all of them are: "application"
   * @param key the field
   * @param otherwise what an object without that field is
   */
  public static <T> Type<T> chosen(
      String noun,
      String key,
      List<Choice<Supplier<Definition<T>>>> choices,
      Supplier<Definition<T>> otherwise) {
    return new ChosenType<>(noun, key, choices, otherwise);
  }

  /**
   * Anything, as it is written. Strings in it may be {@code ${env:NAME}} or {@code ${file:path}}.
   */
  public static Type<Node> tree() {
    return TreeType.ANY;
  }

  /** A map of anything; see {@link #tree()}. */
  public static Type<Mapping> mapping() {
    return TreeType.MAP.as(node -> (Mapping) node);
  }

  /**
   * The name by which things of a kind are referred to. No two of a kind may have the same, unless
   * their {@linkplain Outline#scope scopes} differ.
   *
   * @param kind what has the name: "node group"
   */
  public static Type<String> name(String kind, Format format) {
    return new NameType(kind, format);
  }

  /** The {@linkplain #name name} of a thing of a kind, which must stand somewhere in the file. */
  public static Type<String> reference(String kind) {
    return new ReferenceType(kind);
  }

  /**
   * This type, with each value turned into another. What {@code conversion} throws as an {@link
   * InvalidInputException} is said to be wrong at the value's place.
   */
  public final <W> Type<W> as(Function<? super V, ? extends W> conversion) {
    return new ConvertedType<>(this, conversion);
  }

  /** This type or another one that looks different: a string or a map, an item or a list. */
  public final Type<V> or(Type<V> other) {
    return new EitherType<>(this, other);
  }

  /** What a value is, in words: "an integer from 1 to 64". */
  public final String describe() {
    return words(Wording.PLAIN);
  }

  /**
   * What a value becomes; where something in it is wrong, which has been reported then, what can be
   * made of the rest, or null.
   */
  abstract @Nullable V read(YamlNode node, Reading reading);

  /** Whether a value looks like this type, so that it is this one of several that is meant. */
  abstract boolean resembles(YamlNode node);

  /** Whether values may be secrets, and so must not be quoted in messages. */
  boolean mayBeSecret() {
    return false;
  }

  /**
   * How something that is no such value should be written, where it is plain what was meant: {@code
   * 32G} for {@code 32GB}.
   */
  Optional<String> meantBy(YamlScalar written) {
    return Optional.empty();
  }

  /** A value that can always be given as an example, as it would stand in a file. */
  Optional<String> example() {
    return Optional.empty();
  }

  /** What a value is, in words. */
  abstract String words(Wording wording);

  /** The JSON Schema of a value. */
  abstract Mapping schema(SchemaForm form);

  /**
   * A value as it would stand in a file, for defaults.
   *
   * @throws UnsupportedOperationException where this type's values cannot be shown
   */
  Node show(V value) {
    throw new UnsupportedOperationException(describe() + " cannot be shown as a default.");
  }

  /** Whether a value that does not come from a file is one that could. */
  boolean admits(V value) {
    return true;
  }

  /** Whether values are objects with a name, so that a list of them can be overlaid by name. */
  boolean hasName() {
    return false;
  }

  /** The words that a value may be, where it is one of several. */
  List<? extends Choice<?>> choices() {
    return List.of();
  }

  /** Tells the definitions that a value may lead to. */
  void visit(Consumer<Definition<?>> visitor) {}
}
