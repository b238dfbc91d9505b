package dev.slipway.definition;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.YamlMapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The values that a file gives to the fields of one object. */
public final class Given {
  /** What {@link Problem#in} puts between parts. */
  private static final String PART = " › ";

  private final Field<?>[] fields;
  private final @Nullable Object[] values;
  private final YamlMapping mapping;

  /** The field that was asked for last: fields are asked for in their order, mostly. */
  private int last;

  Given(Field<?>[] fields, @Nullable Object[] values, YamlMapping mapping) {
    this.fields = fields;
    this.values = values;
    this.mapping = mapping;
  }

  /**
   * The value of a field that is required or has a default.
   *
   * @throws NullPointerException if the field is neither, and was left out
   * @throws Unread if what the file says of it is wrong: no object can be made then
   */
  public <V> V get(Field<V> field) {
    V value = orNull(field);
    if (value == null && !field.hasDefaultValue() && isWanting(field)) {
      throw new Unread();
    }
    return value == null ? field.defaultValue() : value;
  }

  /** Whether a field lacks the value that it ought to have, which has been reported. */
  private boolean isWanting(Field<?> field) {
    return field.isRequired() || mapping.has(field.name());
  }

  /** The value of a field, or another where it was left out. */
  public <V> V get(Field<V> field, V otherwise) {
    V value = orNull(field);
    return value == null ? otherwise : value;
  }

  /** The value of a field, if it was given. */
  public <V> Optional<V> find(Field<V> field) {
    return Optional.ofNullable(orNull(field));
  }

  public boolean has(Field<?> field) {
    return orNull(field) != null;
  }

  /** Where the object begins in its file. */
  public Position position() {
    return mapping.position();
  }

  /** Where the fields of the object are. */
  public Places places() {
    return Places.of(mapping);
  }

  /** Where the value of a field begins, or the object where the field was left out. */
  public Position positionOf(Field<?> field) {
    int entry = mapping.indexOf(field.name());
    return entry < 0 ? mapping.position() : mapping.value(entry).position();
  }

  /**
   * Reports what a model found wrong, each at the field that it is about, else at the object; left
   * out is what may only follow from a field that could not be read.
   */
  void report(InvalidInputException invalid, Reading reading) {
    reading.report(
        new InvalidInputException(invalid.problems().stream().map(this::named).toList()),
        Places.of(mapping));
  }

  /** A problem in the part that has a field's name is about that field. */
  private Problem named(Problem problem) {
    int end = problem.where().indexOf(PART);
    String first = end < 0 ? problem.where() : problem.where().substring(0, end);
    String rest = end < 0 ? "" : problem.where().substring(end + PART.length());
    return named(first) == null
        ? problem
        : new Problem(problem.at(), rest, List.of(), problem.message(), problem.remedy())
            .about(first);
  }

  /**
   * What a step makes of something that is known to be wrong, or null where nothing can be: what
   * contradicts itself may break anything that counts on it.
   */
  static <T> @Nullable T tried(Supplier<? extends @Nullable T> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      return null;
    }
  }

  private @Nullable Field<?> named(String name) {
    for (Field<?> field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked") // a field's value was read by the field's own type
  <V> @Nullable V orNull(Field<V> field) {
    return (V) values[indexOf(field)];
  }

  private int indexOf(Field<?> field) {
    int i = last;
    for (int looked = 0; looked < fields.length; looked++) {
      if (fields[i] == field) {
        last = i;
        return i;
      }
      i = i + 1 == fields.length ? 0 : i + 1;
    }
    throw new IllegalArgumentException("The definition has no field '" + field.name() + "'.");
  }
}
