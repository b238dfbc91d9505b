package dev.slipway.manifest;

/**
 * A value as it stands in a YAML or JSON file, with its place: what {@link YamlReader} makes.
 * Immutable. Where a file uses an alias, the same node appears at several places of the tree.
 *
 * <p>It differs from {@link Node} in that it still knows where it was written and how, so that
 * whoever interprets it can say {@code file:line:column} when it is wrong.
 */
public abstract sealed class YamlNode permits YamlScalar, YamlMapping, YamlSequence {
  private final String file;
  private final int line;
  private final int column;

  YamlNode(String file, int line, int column) {
    this.file = file;
    this.line = line;
    this.column = column;
  }

  /** The file it stands in, as the user gave its name. */
  public final String file() {
    return file;
  }

  /** The line on which it begins, counted from 1. */
  public final int line() {
    return line;
  }

  /** The column at which it begins, counted from 1 in characters. */
  public final int column() {
    return column;
  }

  /** Where it begins. */
  public final Position position() {
    return new Position(file, line, column);
  }

  /** The value without its places. */
  public abstract Node toNode();

  /** The name of this value's type as a user would say it: "a string", "a list", … */
  public abstract String describe();

  /** Whether this is a null: written out, as {@code ~}, or by writing nothing. */
  public boolean isNull() {
    return false;
  }
}
