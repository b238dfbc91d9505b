package dev.slipway.manifest.patch;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON patch: operations that are made one after the other, all of them or none.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902</a>
 */
public record JsonPatch(List<Operation> operations) implements Patch {
  private static final List<String> OPERATIONS =
      List.of("add", "remove", "replace", "move", "copy", "test");

  public JsonPatch {
    operations = List.copyOf(operations);
  }

  /** One step of a JSON patch. */
  public sealed interface Operation {
    JsonPointer path();

    /** The operation's name: {@code add}, {@code remove}, … */
    String op();

    /**
     * What the operation makes of a document.
     *
     * @throws InvalidInputException if it cannot be made there
     */
    Node apply(Node document);
  }

  /** Sets a map's key, or puts an item before a list's index. */
  public record Add(JsonPointer path, Node value) implements Operation {
    @Override
    public String op() {
      return "add";
    }

    @Override
    public Node apply(Node document) {
      return new PointedEdit(document, path).add(value);
    }
  }

  /** Removes a map's key or a list's item, which must be there. */
  public record Remove(JsonPointer path) implements Operation {
    @Override
    public String op() {
      return "remove";
    }

    @Override
    public Node apply(Node document) {
      return new PointedEdit(document, path).remove();
    }
  }

  /** Gives another value to a map's key or a list's item, which must be there. */
  public record Replace(JsonPointer path, Node value) implements Operation {
    @Override
    public String op() {
      return "replace";
    }

    @Override
    public Node apply(Node document) {
      return new PointedEdit(document, path).replace(value);
    }
  }

  /** Removes a value from one place and adds it at another. */
  public record Move(JsonPointer from, JsonPointer path) implements Operation {
    @Override
    public String op() {
      return "move";
    }

    @Override
    public Node apply(Node document) {
      if (from.equals(path)) {
        new PointedEdit(document, from).value();
        return document;
      }
      if (from.contains(path)) {
        throw new InvalidInputException(
            Problem.of(
                "'" + from + "' cannot move into itself.",
                "Copy it, and remove what is too much."));
      }
      Node value = new PointedEdit(document, from).value();
      Node without = new PointedEdit(document, from).remove();
      return new PointedEdit(without, path).add(value);
    }
  }

  /** Adds a value at one place that stands at another. */
  public record Copy(JsonPointer from, JsonPointer path) implements Operation {
    @Override
    public String op() {
      return "copy";
    }

    @Override
    public Node apply(Node document) {
      Node value = new PointedEdit(document, from).value();
      return new PointedEdit(document, path).add(value);
    }
  }

  /** Fails unless a value is what was expected. */
  public record Test(JsonPointer path, Node value) implements Operation {
    @Override
    public String op() {
      return "test";
    }

    @Override
    public Node apply(Node document) {
      Node found = new PointedEdit(document, path).value();
      if (!isSame(found, value)) {
        throw new InvalidInputException(
            Problem.of(
                "The value is " + shown(found) + ", not what the patch expects.",
                "Look whether the patch was written for another version of the object."));
      }
      return document;
    }

    /** As {@code equals}, but that a patch may tell a secret's value plainly. */
    private static boolean isSame(Node found, Node expected) {
      if (found instanceof Text text && expected instanceof Text other && text.value() != null) {
        return text.value().equals(other.value());
      }
      if (found instanceof Mapping mapping && expected instanceof Mapping other) {
        return mapping.size() == other.size()
            && mapping.keys().stream()
                .allMatch(key -> other.has(key) && isSame(at(mapping, key), at(other, key)));
      }
      if (found instanceof Seq seq && expected instanceof Seq other) {
        return seq.size() == other.size()
            && IntStream.range(0, seq.size()).allMatch(i -> isSame(seq.get(i), other.get(i)));
      }
      return found.equals(expected);
    }

    private static Node at(Mapping mapping, String key) {
      return Objects.requireNonNull(mapping.get(key));
    }

    private static String shown(Node found) {
      return found instanceof Text text
          ? "'" + text + "'"
          : found instanceof Scalar ? found.toString() : found.describe();
    }
  }

  @Override
  public Mapping apply(Mapping object) {
    Node document = object;
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      try {
        document = operation.apply(document);
      } catch (InvalidInputException e) {
        throw new InvalidInputException(
            e.problems().stream()
                .map(p -> p.in(operation.op() + " '" + operation.path() + "'"))
                .toList());
      }
    }
    if (document instanceof Mapping mapping) {
      return mapping;
    }
    throw new InvalidInputException(
        Problem.of(
            "The patch turns the object into " + document.describe() + ".",
            "Replace fields of it, not the object."));
  }

  /**
   * The patch that a list of operations writes.
   *
   * @throws InvalidInputException with every operation that is none
   */
  public static JsonPatch parse(Seq written) {
    Problems problems = new Problems();
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      Node item = written.get(i);
      @Nullable Operation operation =
          problems.collect("operation " + (i + 1), () -> operation(item));
      if (operation != null) {
        operations.add(operation);
      }
    }
    problems.throwIfAny();
    return new JsonPatch(operations);
  }

  private static Operation operation(Node written) {
    if (!(written instanceof Mapping fields)) {
      throw new InvalidInputException(
          Problem.of(
              "An operation is a map, not " + written.describe() + ".",
              "Write it as {op: replace, path: /spec/replicas, value: 3}."));
    }
    Problems problems = new Problems();
    String op = string(fields, "op", problems);
    if (!op.isEmpty() && !OPERATIONS.contains(op)) {
      problems.add(
          "'" + op + "' is no operation.",
          Optional.of(Suggestions.didYouMean(op, OPERATIONS))
              .filter(hint -> !hint.isEmpty())
              .orElse("There are " + String.join(", ", OPERATIONS) + "."));
    }
    JsonPointer path = pointer(fields, "path", problems);
    boolean moves = op.equals("move") || op.equals("copy");
    JsonPointer from = moves ? pointer(fields, "from", problems) : path;
    boolean takesValue = op.equals("add") || op.equals("replace") || op.equals("test");
    @Nullable Node value = fields.get("value");
    if (takesValue && value == null) {
      problems.add("The operation '" + op + "' has no value.", "Say which, if only null.");
    }
    problems.throwIfAny();
    Node given = value == null ? Scalar.NULL : value;
    return switch (op) {
      case "add" -> new Add(path, given);
      case "remove" -> new Remove(path);
      case "replace" -> new Replace(path, given);
      case "move" -> new Move(from, path);
      case "copy" -> new Copy(from, path);
      default -> new Test(path, given);
    };
  }

  private static JsonPointer pointer(Mapping fields, String key, Problems problems) {
    String written = string(fields, key, problems);
    @Nullable JsonPointer pointer = problems.collect(() -> JsonPointer.parse(written));
    return pointer == null ? new JsonPointer(List.of()) : pointer;
  }

  private static String string(Mapping fields, String key, Problems problems) {
    @Nullable String value = fields.string(key);
    if (value == null) {
      problems.add(
          fields.has(key) ? "'" + key + "' is no string." : "The operation has no '" + key + "'.",
          "Every operation has op and path, move and copy also from.");
      return "";
    }
    return value;
  }
}
