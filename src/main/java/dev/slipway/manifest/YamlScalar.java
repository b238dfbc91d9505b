package dev.slipway.manifest;

import org.jspecify.annotations.Nullable;

/** A string, number, boolean or null in a file, kept as it was written. */
public abstract sealed class YamlScalar extends YamlNode {
  private final String text;

  private YamlScalar(String file, int line, int column, String text) {
    super(file, line, column);
    this.text = text;
  }

  /** A string: quoted, in a block, tagged as one, or computed from what stands at that place. */
  public static YamlScalar string(Position at, String text) {
    return new Literal(at.file(), at.line(), at.column(), text);
  }

  /** What {@code text} is in YAML 1.2 when it is written without quotes. */
  public static YamlScalar plain(Position at, String text) {
    return new Plain(at.file(), at.line(), at.column(), text);
  }

  static YamlScalar string(String file, int line, int column, String text) {
    return new Literal(file, line, column, text);
  }

  static YamlScalar plain(String file, int line, int column, String text) {
    return new Plain(file, line, column, text);
  }

  static YamlScalar resolved(String file, int line, int column, String text, Node value) {
    return new Resolved(file, line, column, text, value);
  }

  /** The characters as written, without quotes and with escapes resolved. */
  public final String text() {
    return text;
  }

  /** The string this is, or null where it is a number, a boolean or null. */
  public abstract @Nullable String string();

  /** A {@link Text} or a {@link Scalar}. */
  @Override
  public abstract Node toNode();

  @Override
  public String describe() {
    return toNode().describe();
  }

  @Override
  public String toString() {
    return text;
  }

  /** A string whatever its characters are. */
  private static final class Literal extends YamlScalar {
    Literal(String file, int line, int column, String text) {
      super(file, line, column, text);
    }

    @Override
    public String string() {
      return text();
    }

    @Override
    public Node toNode() {
      return Text.of(text());
    }

    @Override
    public String describe() {
      return "a string";
    }
  }

  /** Written without quotes: its type follows from its characters, by YAML 1.2's core schema. */
  private static final class Plain extends YamlScalar {
    Plain(String file, int line, int column, String text) {
      super(file, line, column, text);
    }

    @Override
    public @Nullable String string() {
      return CoreScalars.resolve(text()) == null ? text() : null;
    }

    @Override
    public Node toNode() {
      Scalar value = CoreScalars.resolve(text());
      return value == null ? Text.of(text()) : value;
    }

    @Override
    public boolean isNull() {
      return toNode() == Scalar.NULL;
    }
  }

  /** Resolved while reading: by a tag, or by other rules than YAML 1.2's. */
  private static final class Resolved extends YamlScalar {
    private final Node value;

    Resolved(String file, int line, int column, String text, Node value) {
      super(file, line, column, text);
      this.value = value;
    }

    @Override
    public @Nullable String string() {
      return value instanceof Text known ? known.value() : null;
    }

    @Override
    public Node toNode() {
      return value;
    }

    @Override
    public boolean isNull() {
      return value == Scalar.NULL;
    }
  }
}
