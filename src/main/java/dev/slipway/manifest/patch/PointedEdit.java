package dev.slipway.manifest.patch;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Suggestions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done to one place of a document that a {@link JsonPointer} points at. */
final class PointedEdit {
  private final Node document;
  private final JsonPointer path;

  PointedEdit(Node document, JsonPointer path) {
    this.document = document;
    this.path = path;
  }

  /** The value that stands there. */
  Node value() {
    Node node = document;
    for (int depth = 0; depth < path.tokens().size(); depth++) {
      node = child(node, depth);
    }
    return node;
  }

  Node add(Node value) {
    return path.isRoot()
        ? value
        : change(document, 0, (parent, last) -> added(parent, last, value));
  }

  Node replace(Node value) {
    return path.isRoot()
        ? value
        : change(
            document,
            0,
            (parent, last) -> {
              child(parent, last);
              return with(parent, last, value);
            });
  }

  Node remove() {
    if (path.isRoot()) {
      throw problem(
          "A patch cannot remove the whole object.", "Leave it out where it is declared.");
    }
    return change(document, 0, this::without);
  }

  /** What becomes of the container of the place that is pointed at. */
  private interface Change {
    Node of(Node parent, int last);
  }

  private Node change(Node node, int depth, Change change) {
    if (depth == path.tokens().size() - 1) {
      return change.of(node, depth);
    }
    return with(node, depth, change(child(node, depth), depth + 1, change));
  }

  private Node added(Node parent, int depth, Node value) {
    String token = path.tokens().get(depth);
    if (parent instanceof Seq seq) {
      List<Node> items = new ArrayList<>(seq.asList());
      items.add(
          token.equals(JsonPointer.END) ? items.size() : index(seq, depth, items.size()), value);
      return Seq.of(items);
    }
    return mapping(parent, depth).with(token, value);
  }

  private Node without(Node parent, int depth) {
    child(parent, depth);
    if (parent instanceof Seq seq) {
      List<Node> items = new ArrayList<>(seq.asList());
      items.remove(index(seq, depth, items.size() - 1));
      return Seq.of(items);
    }
    return mapping(parent, depth).without(path.tokens().get(depth));
  }

  private Node with(Node parent, int depth, Node value) {
    if (parent instanceof Seq seq) {
      List<Node> items = new ArrayList<>(seq.asList());
      items.set(index(seq, depth, items.size() - 1), value);
      return Seq.of(items);
    }
    return mapping(parent, depth).with(path.tokens().get(depth), value);
  }

  private Node child(Node parent, int depth) {
    if (parent instanceof Seq seq) {
      return seq.get(index(seq, depth, seq.size() - 1));
    }
    Mapping mapping = mapping(parent, depth);
    String token = path.tokens().get(depth);
    @Nullable Node child = mapping.get(token);
    if (child != null) {
      return child;
    }
    String hint = Suggestions.didYouMean(token, mapping.keys());
    if (hint.isEmpty()) {
      hint =
          depth < path.tokens().size() - 1
              ? "Add it first, if only as an empty map or list."
              : "Use 'add' where it may be missing.";
    }
    throw problem(named(depth) + " has no '" + token + "'.", hint);
  }

  private Mapping mapping(Node parent, int depth) {
    if (parent instanceof Mapping mapping) {
      return mapping;
    }
    throw problem(
        named(depth) + " is " + parent.describe() + " and has nothing in it.",
        "Look at the path once more.");
  }

  private int index(Seq seq, int depth, int last) {
    String token = path.tokens().get(depth);
    @Nullable Integer index = JsonPointer.index(token);
    if (index == null) {
      throw problem(
          named(depth) + " is a list, and '" + token + "' is no index.",
          token.equals(JsonPointer.END)
              ? "'-' is behind the last item, where something can only be added."
              : "Write a number, counted from 0.");
    }
    if (index > last) {
      throw problem(
          "%s has %s %s, so there is no %s."
              .formatted(named(depth), seq.size(), seq.size() == 1 ? "item" : "items", index),
          "Items are counted from 0; '-' adds one at the end.");
    }
    return index;
  }

  /** The container whose token stands at a depth. */
  private String named(int depth) {
    return depth == 0 ? "The object" : "'" + path.first(depth) + "'";
  }

  private static InvalidInputException problem(String message, String remedy) {
    return new InvalidInputException(Problem.of(message, remedy));
  }
}
