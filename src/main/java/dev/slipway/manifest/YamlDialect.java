package dev.slipway.manifest;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules by which scalars, keys and tags get their meaning. */
interface YamlDialect {

  /** The value of a scalar without a tag. */
  YamlScalar untagged(
      String file, int line, int column, String text, boolean plain, Consumer<Problem> problems);

  /** The value of a scalar with a tag. */
  YamlScalar tagged(Position at, String tag, String text, Consumer<Problem> problems);

  /** Says what is wrong with the tag of a list or a map. */
  void collectionTag(Position at, String tag, String expected, Consumer<Problem> problems);

  /** The string that a scalar is as a key; null where it can be none. */
  @Nullable String key(YamlScalar key, Consumer<Problem> problems);

  /** Whether {@code <<} takes the entries of another map in. */
  boolean mergesMaps();

  /** Whether a key may stand twice, and the last one counts. */
  boolean lastKeyCounts();

  /** A number that no manifest can hold. Its digits are not shown, for they may be a password. */
  static Problem beyond(Position at) {
    return Problem.at(
        at,
        "This is no number that a manifest can hold.",
        "Write a finite number of ordinary size, or put it in quotes if it is a string.");
  }

  /** A key that is no string. */
  static Problem noString(YamlScalar key) {
    return key.isNull()
        ? Problem.at(
            key.position(), "This key is null; keys are strings.", "Write the key before the ':'.")
        : Problem.at(
            key.position(),
            "The key %s is %s; keys are strings.".formatted(key.text(), key.describe()),
            "Put it in quotes: \"%s\".".formatted(key.text()));
  }
}
