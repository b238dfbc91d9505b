package dev.slipway.definition;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.YamlMapping;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The values that a file gives to the fields of one object. */
public final class Given {
  /** What {@link Problem#in} puts between parts. */
  private static final String PART = " › ";

  private final Field<?>[] fields;
  private final @Nullable Object[] values;
  private final YamlMapping mapping;

  Given(Field<?>[] fields, @Nullable Object[] values, YamlMapping mapping) {
    this.fields = fields;
    this.values = values;
    this.mapping = mapping;
  }

  /**
   * The value of a field that is required or has a default.
   *
   * @throws NullPointerException if the field is neither, and was left out
   */
  public <V> V get(Field<V> field) {
    V value = orNull(field);
    return value == null ? field.defaultValue() : value;
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

  /** Hands the value of a field on, if it was given. */
  public <V> void ifGiven(Field<V> field, Consumer<? super V> use) {
    V value = orNull(field);
    if (value != null) {
      use.accept(value);
    }
  }

  public boolean has(Field<?> field) {
    return orNull(field) != null;
  }

  /** Where the object begins in its file. */
  public Position position() {
    return mapping.position();
  }

  /** Where the value of a field begins, or the object where the field was left out. */
  public Position positionOf(Field<?> field) {
    int entry = mapping.indexOf(field.name());
    return entry < 0 ? mapping.position() : mapping.value(entry).position();
  }

  /** Reports what a model found wrong: at the field that it names, else at the object. */
  void report(InvalidInputException invalid, Reading reading) {
    for (Problem problem : invalid.problems()) {
      int end = problem.where().indexOf(PART);
      String first = end < 0 ? problem.where() : problem.where().substring(0, end);
      String rest = end < 0 ? "" : problem.where().substring(end + PART.length());
      Field<?> named = named(first);
      reading.report(
          named == null
              ? problem.orAt(position())
              : new Problem(problem.at(), rest, problem.message(), problem.remedy())
                  .orAt(positionOf(named)));
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
    for (int i = 0; i < fields.length; i++) {
      if (fields[i] == field) {
        return (V) values[i];
      }
    }
    throw new IllegalArgumentException("The definition has no field '" + field.name() + "'.");
  }
}
