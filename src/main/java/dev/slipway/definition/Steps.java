package dev.slipway.definition;

import dev.slipway.manifest.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A definition that is being written, which hands the values of its fields to a builder, one after
 * the other.
 *
 * @param <B> the builder
 */
public final class Steps<B> {

  /** Hands something on to a builder. */
  private record Step<B>(@Nullable Field<?> field, BiConsumer<? super B, Given> action) {}

  private final Outline outline;
  private final Function<Given, ? extends B> start;
  private final List<Step<B>> steps = new ArrayList<>();

  Steps(Outline outline, Function<Given, ? extends B> start) {
    this.outline = outline;
    this.start = start;
  }

  /** Adds a field, and hands its value on where it is given. */
  public <V> Steps<B> with(Field<V> field, BiConsumer<? super B, ? super V> setter) {
    outline.fields(field);
    steps.add(
        new Step<>(
            field,
            (builder, given) -> {
              V value = given.orNull(field);
              if (value != null) {
                setter.accept(builder, value);
              }
            }));
    return this;
  }

  /** Adds fields whose values {@link #also} hands on. */
  public Steps<B> fields(Field<?>... more) {
    outline.fields(more);
    return this;
  }

  /** Hands on what takes several fields, or the object's place. */
  public Steps<B> also(BiConsumer<? super B, Given> action) {
    steps.add(new Step<>(null, action));
    return this;
  }

  /** Ends with what makes the object of the builder. */
  public <T> Definition<T> building(Function<? super B, ? extends T> end) {
    return building(end, Unread::of);
  }

  /**
   * Ends with what makes the object of the builder.
   *
   * @param unchecked makes it where that threw: what else is wrong with the whole is found by it
   */
  public <T> Definition<T> building(
      Function<? super B, ? extends T> end, Function<? super B, ? extends T> unchecked) {
    return outline.define((given, reading) -> construct(given, reading, end, unchecked));
  }

  private <T> @Nullable T construct(
      Given given,
      Reading reading,
      Function<? super B, ? extends T> end,
      Function<? super B, ? extends T> unchecked) {
    B builder = begun(given, reading);
    if (builder == null) {
      return null;
    }
    try {
      return end.apply(builder);
    } catch (InvalidInputException e) {
      given.report(e, reading);
      return Given.tried(() -> unchecked.apply(builder));
    }
  }

  private @Nullable B begun(Given given, Reading reading) {
    try {
      B builder = start.apply(given);
      for (Step<B> step : steps) {
        take(step, builder, given, reading);
      }
      return builder;
    } catch (InvalidInputException e) {
      given.report(e, reading);
      return null;
    }
  }

  private void take(Step<B> step, B builder, Given given, Reading reading) {
    try {
      step.action().accept(builder, given);
    } catch (InvalidInputException e) {
      Field<?> field = step.field();
      if (field == null) {
        given.report(e, reading);
      } else {
        e.problems().forEach(problem -> reading.report(problem.orAt(given.positionOf(field))));
      }
    }
  }
}
