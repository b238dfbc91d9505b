package dev.slipway.definition;

import dev.slipway.manifest.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A definition that is being written: what the object is called, and its fields so far. */
public final class Outline {
  private final String noun;
  private final String doc;
  private final List<Field<?>> fields = new ArrayList<>();
  private final Hints hints = new Hints();
  private Set<String> scope = Set.of();

  Outline(String noun, String doc) {
    this.noun = noun;
    this.doc = doc;
  }

  /** Keeps the names of some kinds within each object; see {@link Type#name}. */
  public Outline scope(String... kinds) {
    scope = Set.of(kinds);
    return this;
  }

  /**
   * Says what to write instead of words by which people look for it.
   *
   * @param yaml a field of the object with a value, on one line: {@code grace: 45s}
   */
  public Outline hint(String yaml, String... words) {
    hints.add(yaml, words);
    return this;
  }

  /** Adds fields, in the order in which people write them. */
  public Outline fields(Field<?>... more) {
    fields.addAll(List.of(more));
    return this;
  }

  /** Hands the values on to a builder that is begun with the value of a required field. */
  public <V, B> Steps<B> builder(Field<V> first, Function<? super V, ? extends B> start) {
    if (!first.isRequired()) {
      throw new IllegalArgumentException(
          "A builder cannot begin with '%s', which may be left out.".formatted(first));
    }
    fields(first);
    return new Steps<>(this, given -> start.apply(given.get(first)));
  }

  /** Hands the values on to a builder that is begun with nothing. */
  public <B> Steps<B> builder(Supplier<? extends B> start) {
    return new Steps<>(this, given -> start.get());
  }

  /** Builds the object in one step; what this throws as invalid is wrong at the object's place. */
  public <T> Definition<T> building(Function<Given, ? extends T> construction) {
    return building(construction, Unread::of);
  }

  /**
   * Builds the object in one step; what this throws as invalid is wrong at the object's place.
   *
   * @param unchecked the object where that threw: what else is wrong with the whole is found by it
   */
  public <T> Definition<T> building(
      Function<Given, ? extends T> construction, Function<Given, ? extends T> unchecked) {
    return define(
        (given, reading) -> {
          try {
            return construction.apply(given);
          } catch (InvalidInputException e) {
            given.report(e, reading);
            return Given.tried(() -> unchecked.apply(given));
          }
        });
  }

  <T> Definition<T> define(Definition.Construction<T> construction) {
    return new Definition<>(noun, doc, fields, hints, scope, construction);
  }
}
