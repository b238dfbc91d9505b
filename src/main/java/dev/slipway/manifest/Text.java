package dev.slipway.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A string in a manifest: known, known but secret, or known only later ({@link Deferred}), and what
 * is joined or derived from such.
 *
 * <p>{@link #toString} is for people: it shows a known string as it is, and masks what is secret or
 * not yet known. Nothing but a door should call {@link #resolve}.
 */
public abstract sealed class Text implements Node {
  private static final String MASK = "(secret)";

  private Text() {}

  /** A string that is known and may be shown. */
  public static Text of(String value) {
    return new Known(value);
  }

  /** A string that is known and must be masked wherever it is shown. */
  public static Text secret(String value) {
    return new Secret(value);
  }

  /** A string that only a door can tell. */
  public static Text deferred(Deferred value) {
    return new Later(value);
  }

  /** The given texts, one after the other; known where all are, secret where one is. */
  public static Text join(Text... parts) {
    return join(List.of(parts));
  }

  /**
   * The given texts, one after the other; known where all are, secret where one is. How they were
   * grouped does not show: joining is associative, and the empty text changes nothing.
   */
  public static Text join(List<Text> parts) {
    List<Text> flat = new ArrayList<>();
    for (Text part : parts) {
      if (part instanceof Joined joined) {
        joined.parts.forEach(inner -> append(flat, inner));
      } else {
        append(flat, part);
      }
    }
    if (flat.isEmpty()) {
      return of("");
    }
    return flat.size() == 1 ? flat.get(0) : new Joined(List.copyOf(flat));
  }

  /**
   * Known parts that meet become one part, as if all of them were known, so that grouping is lost.
   */
  private static void append(List<Text> parts, Text part) {
    @Nullable String value = part.value();
    if (value != null && value.isEmpty() && !part.isSecret()) {
      return;
    }
    int last = parts.size() - 1;
    @Nullable String before = last < 0 ? null : parts.get(last).value();
    if (value == null || before == null) {
      parts.add(part);
    } else {
      boolean secret = part.isSecret() || parts.get(last).isSecret();
      parts.set(last, secret ? secret(before + value) : of(before + value));
    }
  }

  /** What {@code how} makes of this text: at once where it is known, else when it becomes so. */
  public Text derive(Derivation how) {
    @Nullable String value = value();
    if (value == null) {
      return new Derived(how, this);
    }
    String derived = how.apply(value);
    return isSecret() && how.keepsSecret() ? secret(derived) : of(derived);
  }

  /** The string, secret or not, if it is known. */
  public final Optional<String> known() {
    return Optional.ofNullable(value());
  }

  /** The string, secret or not, or null if it is known only later. */
  public @Nullable String value() {
    return null;
  }

  /** Whether this must be masked wherever it is shown. */
  public abstract boolean isSecret();

  /** Turns this text into what a door understands, from the leaves up. */
  public abstract <R> R resolve(Resolver<R> door);

  /** Why this text is not known yet, for messages: the labels of what it waits for. */
  public final List<String> waitsFor() {
    List<String> labels = new ArrayList<>();
    collectLabels(labels);
    return labels;
  }

  void collectLabels(List<String> labels) {}

  @Override
  public String describe() {
    return "a string";
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof Text text && isSecret() == text.isSecret() && sameAs(text);
  }

  boolean sameAs(Text other) {
    @Nullable String value = value();
    return value != null && value.equals(other.value());
  }

  @Override
  public abstract int hashCode();

  /** How a door turns a {@link Text} into a value of its own. */
  public interface Resolver<R> {
    R known(String value, boolean secret);

    R deferred(Deferred value);

    R join(List<R> parts, boolean secret);

    R derive(Derivation how, R input, boolean secret);
  }

  private static final class Known extends Text {
    private final String value;

    Known(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }

    @Override
    public boolean isSecret() {
      return false;
    }

    @Override
    public <R> R resolve(Resolver<R> door) {
      return door.known(value, false);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }

    @Override
    public String toString() {
      return value;
    }
  }

  private static final class Secret extends Text {
    private final String value;

    Secret(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }

    @Override
    public boolean isSecret() {
      return true;
    }

    @Override
    public <R> R resolve(Resolver<R> door) {
      return door.known(value, true);
    }

    @Override
    public int hashCode() {
      return ~value.hashCode();
    }

    @Override
    public String toString() {
      return MASK;
    }
  }

  private static final class Later extends Text {
    private final Deferred deferred;

    Later(Deferred deferred) {
      this.deferred = deferred;
    }

    @Override
    public boolean isSecret() {
      return deferred.secret();
    }

    @Override
    public <R> R resolve(Resolver<R> door) {
      return door.deferred(deferred);
    }

    @Override
    void collectLabels(List<String> labels) {
      labels.add(deferred.label());
    }

    @Override
    boolean sameAs(Text other) {
      return other instanceof Later later && deferred.equals(later.deferred);
    }

    @Override
    public int hashCode() {
      return deferred.hashCode();
    }

    @Override
    public String toString() {
      return "(known later: " + deferred.label() + ")";
    }
  }

  private static final class Joined extends Text {
    private final List<Text> parts;

    Joined(List<Text> parts) {
      this.parts = parts;
    }

    @Override
    public boolean isSecret() {
      return parts.stream().anyMatch(Text::isSecret);
    }

    @Override
    public <R> R resolve(Resolver<R> door) {
      List<R> resolved = new ArrayList<>(parts.size());
      for (Text part : parts) {
        resolved.add(part.resolve(door));
      }
      return door.join(resolved, isSecret());
    }

    @Override
    void collectLabels(List<String> labels) {
      parts.forEach(part -> part.collectLabels(labels));
    }

    @Override
    boolean sameAs(Text other) {
      return other instanceof Joined joined && parts.equals(joined.parts);
    }

    @Override
    public int hashCode() {
      return parts.hashCode();
    }

    @Override
    public String toString() {
      StringBuilder shown = new StringBuilder();
      parts.forEach(shown::append);
      return shown.toString();
    }
  }

  private static final class Derived extends Text {
    private final Derivation how;
    private final Text input;

    Derived(Derivation how, Text input) {
      this.how = how;
      this.input = input;
    }

    @Override
    public boolean isSecret() {
      return how.keepsSecret() && input.isSecret();
    }

    @Override
    public <R> R resolve(Resolver<R> door) {
      return door.derive(how, input.resolve(door), isSecret());
    }

    @Override
    void collectLabels(List<String> labels) {
      input.collectLabels(labels);
    }

    @Override
    boolean sameAs(Text other) {
      return other instanceof Derived derived && how == derived.how && input.equals(derived.input);
    }

    @Override
    public int hashCode() {
      return 31 * how.name().hashCode() + input.hashCode();
    }

    @Override
    public String toString() {
      return "(" + how + " of " + input + ")";
    }
  }
}
