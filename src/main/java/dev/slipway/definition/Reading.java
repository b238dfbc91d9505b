package dev.slipway.definition;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One pass of reading a file by its definitions: collects the problems, follows names and
 * references, and knows which field is being read. Good for one pass, and not thread-safe.
 */
public final class Reading {
  private static final int LONGEST_QUOTE = 60;
  private static final String NO_EXAMPLE = "Write such a value.";

  private final Interpolation interpolation;
  private final Problems problems = new Problems();
  private final Problems notices = new Problems();
  private final NameScope everywhere = new NameScope(Set.of());
  private final Deque<NameScope> scopes = new ArrayDeque<>();

  /** The fields, keys and indexes that lead to the value being read. */
  private @Nullable Object[] path = new Object[32];

  private int[] indexes = new int[32];
  private int depth;
  private String page = "";
  private int problemCount;
  private boolean lost;

  private Reading(Interpolation interpolation) {
    this.interpolation = interpolation;
  }

  /** Reads every string as it is written. */
  public static Reading plain() {
    return new Reading(Interpolation.NONE);
  }

  /** Reads strings that may ask for values from outside. */
  public static Reading with(Interpolation interpolation) {
    return new Reading(interpolation);
  }

  /** Lets references of a kind lead to names that stand outside of the file. */
  public Reading knowing(String kind, Collection<String> names) {
    names.forEach(name -> everywhere.know(kind, name));
    return this;
  }

  /** Has messages lead to the reference page: {@code docs/environment-file.md}. */
  public Reading explainedOn(String referencePage) {
    page = referencePage;
    return this;
  }

  /** "See docs/environment-file.md#cluster.", or nothing where no page is known. */
  String see(Definition<?> definition) {
    return page.isEmpty() ? "" : "See %s#%s.".formatted(page, ReferencePage.anchor(definition));
  }

  /** What is no mistake but should be told: fields that are deprecated. */
  public List<Problem> notices() {
    return notices.all();
  }

  /** What was found wrong so far. */
  List<Problem> problems() {
    return problems.all();
  }

  /** The places of what was found wrong so far. */
  Set<Position> places() {
    Set<Position> places = new HashSet<>();
    problems.all().forEach(problem -> problem.at().ifPresent(places::add));
    return places;
  }

  /** Remembers that something in the file could not be made at all. */
  void lose() {
    lost = true;
  }

  /**
   * Ends the reading: throws once with everything that was found.
   *
   * @throws dev.slipway.manifest.InvalidInputException if anything was
   */
  void finish() {
    problems.throwIfAny();
  }

  /** Looks for what references of the whole file lead to. */
  void closeAll() {
    everywhere.close(this);
  }

  /**
   * Also reports what a step finds wrong with what was made of a file in which something is wrong:
   * not what may only follow from that.
   */
  void reportToo(Places root, Supplier<List<Problem>> step) {
    Set<Position> wrong = places();
    List<Problem> found = Given.tried(step);
    for (Problem problem : found == null ? List.<Problem>of() : found) {
      boolean follows =
          problem.about().isEmpty() ? lost && problem.at().isEmpty() : root.follows(problem, wrong);
      if (!follows && problem.at().filter(wrong::contains).isEmpty()) {
        report(root.placed(problem));
      }
    }
  }

  void enter(Field<?> field) {
    push(field, -1);
  }

  void enter(String key) {
    push(key, -1);
  }

  void enter(int index) {
    push(null, index);
  }

  void leave() {
    depth--;
  }

  void open(NameScope scope) {
    scopes.push(scope);
  }

  void close(NameScope scope) {
    scopes.pop();
    scope.close(this);
  }

  /** The nearest scope that keeps the names of a kind to itself. */
  private NameScope scopeOf(String kind) {
    for (NameScope scope : scopes) {
      if (scope.keeps(kind)) {
        return scope;
      }
    }
    return everywhere;
  }

  /** Remembers a name that references lead to. */
  void declare(String kind, String name, Position at) {
    scopeOf(kind).declare(kind, name, at, this);
  }

  /** Remembers a name that must be declared somewhere. */
  void refer(String kind, String name, Position at) {
    scopeOf(kind).refer(kind, name, subject(), at);
  }

  int problemCount() {
    return problemCount;
  }

  void report(Problem problem) {
    problemCount++;
    problems.add(problem);
  }

  /** Reports what a model found wrong with a part of the file, but not what may only follow. */
  void report(InvalidInputException invalid, Places part) {
    Set<Position> wrong = places();
    for (Problem problem : invalid.problems()) {
      if (!part.follows(problem, wrong)) {
        report(part.placed(problem));
      }
    }
  }

  void report(Position at, String message, String remedy) {
    report(Problem.at(at, message, remedy));
  }

  void notice(Position at, String message, String remedy) {
    notices.add(Problem.at(at, message, remedy));
  }

  /** The string that a scalar is, or null after saying why it is none. */
  @Nullable String string(YamlScalar scalar, Type<?> type) {
    String written = scalar.string();
    if (written == null) {
      report(scalar.position(), must(type, scalar), "Put it in quotes.");
      return null;
    }
    if (written.indexOf("${") < 0) {
      return written;
    }
    if (interpolation.asks(written)) {
      report(
          scalar.position(),
          "%s cannot come from outside of the file.".formatted(subject()),
          "Write the value itself; only what goes into a Secret takes ${env:…} and ${file:…}.");
      return null;
    }
    Text text = interpolation.text(scalar, this::report);
    return text == null ? null : text.value();
  }

  /** The text that a string stands for, or null after saying why there is none. */
  @Nullable Text text(YamlScalar scalar) {
    String written = scalar.text();
    return written.indexOf("${") < 0 ? Text.of(written) : interpolation.text(scalar, this::report);
  }

  /** Says that a value has the wrong type or is out of range. */
  void wrong(YamlNode node, Type<?> type) {
    report(node.position(), must(type, node), remedy(node, type));
  }

  /** Says why a value is wrong. */
  void wrong(YamlNode node, String why, String remedy) {
    report(node.position(), subject() + " " + why + ".", remedy.isEmpty() ? forExample() : remedy);
  }

  /** What is being read, for the beginning of a sentence: "'zones[1]'", or "The file". */
  String subject() {
    int from = depth - 1;
    while (from > 0 && path[from] == null) {
      from--;
    }
    if (depth == 0) {
      return "The file";
    }
    StringBuilder name = new StringBuilder("'").append(path[from] == null ? "" : path[from]);
    for (int i = path[from] == null ? from : from + 1; i < depth; i++) {
      name.append('[').append(indexes[i]).append(']');
    }
    return name.append('\'').toString();
  }

  /** "Write, for example, 'nodes: 3'.", from the innermost field that has such an example. */
  String forExample() {
    for (int i = depth - 1; i >= 0; i--) {
      if (path[i] instanceof Field<?> field) {
        return field.inlineExample().map("Write, for example, '%s'."::formatted).orElse(NO_EXAMPLE);
      }
    }
    return NO_EXAMPLE;
  }

  private String must(Type<?> type, YamlNode node) {
    return "%s must be %s, but is %s.".formatted(subject(), type.describe(), shown(node, type));
  }

  private String remedy(YamlNode node, Type<?> type) {
    if (node.isNull()) {
      return "Give it a value, or leave it out.";
    }
    if (node instanceof YamlScalar scalar
        && scalar.string() != null
        && type.resembles(YamlScalar.plain(scalar.position(), scalar.text()))
        && !type.resembles(scalar)) {
      return "Remove the quotes.";
    }
    if (node instanceof YamlScalar scalar && !type.mayBeSecret()) {
      Optional<String> meant = type.meantBy(scalar);
      if (meant.isPresent()) {
        return "Did you mean '%s'?".formatted(meant.get());
      }
    }
    return (forExample(type) + " " + see(type)).strip();
  }

  /** As {@link #forExample()}, where a field can be several things with one that is this type. */
  private String forExample(Type<?> type) {
    if (depth > 0
        && path[depth - 1] instanceof Field<?> field
        && !field.example().isEmpty()
        && !type.resembles(field.exampleYaml())) {
      Optional<String> fitting = type.example();
      if (fitting.isPresent()) {
        return "Write, for example, '%s: %s'.".formatted(field.name(), fitting.get());
      }
    }
    return forExample();
  }

  /** Where the page has the object that a value may be, if that is of one kind. */
  private String see(Type<?> type) {
    List<Definition<?>> objects = new ArrayList<>();
    type.visit(objects::add);
    return objects.size() == 1 ? see(objects.get(0)) : "";
  }

  private static String shown(YamlNode node, Type<?> type) {
    if (!(node instanceof YamlScalar scalar) || node.isNull() || type.mayBeSecret()) {
      return node.describe();
    }
    String text = scalar.text();
    String cut = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    return scalar.string() == null ? cut : "'" + cut + "'";
  }

  private void push(@Nullable Object segment, int index) {
    if (depth == indexes.length) {
      path = Arrays.copyOf(path, 2 * depth);
      indexes = Arrays.copyOf(indexes, 2 * depth);
    }
    path[depth] = segment;
    indexes[depth++] = index;
  }
}
