package dev.slipway.cli.completion;

import java.util.List;

/**
 * What can be written after the command's name.
 *
 * @param words what can stand in place of a verb: the options of the command as a whole
 */
public record Grammar(List<Verb> verbs, List<Option> words) {
  public Grammar {
    verbs = List.copyOf(verbs);
    words = List.copyOf(words);
  }

  /**
   * A verb and what can follow it.
   *
   * @param summary what it does; one sentence
   * @param operand what it takes beside its options
   */
  public record Verb(String name, String summary, List<Option> options, Value operand) {
    public Verb {
      options = List.copyOf(options);
    }
  }

  /**
   * An option.
   *
   * @param letter its short name; empty if it has none
   * @param summary what it does; one sentence
   * @param value what it takes; {@link Value#NOTHING} if it takes nothing
   */
  public record Option(
      String letter, String name, String summary, boolean repeatable, Value value) {
    public boolean takesValue() {
      return !value.equals(Value.NOTHING);
    }
  }

  /**
   * What can stand for a value.
   *
   * @param words the words that can; empty where there are others, too
   */
  public record Value(Kind kind, List<String> words) {
    public static final Value NOTHING = new Value(Kind.NOTHING, List.of());
    public static final Value ANYTHING = new Value(Kind.ANYTHING, List.of());
    public static final Value FILES = new Value(Kind.FILES, List.of());
    public static final Value FOLDERS = new Value(Kind.FOLDERS, List.of());

    public Value {
      words = List.copyOf(words);
    }

    public static Value oneOf(List<String> words) {
      return new Value(Kind.WORDS, words);
    }
  }

  /** How a value is found. */
  public enum Kind {
    NOTHING,
    /** Only its author knows. */
    ANYTHING,
    FILES,
    FOLDERS,
    WORDS
  }
}
