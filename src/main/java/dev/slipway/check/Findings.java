package dev.slipway.check;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what rules find. */
public final class Findings {
  private final Locator locator;
  private final List<Finding> found = new ArrayList<>();
  private @Nullable Rule rule;
  private @Nullable Subject object;

  Findings(Locator locator) {
    this.locator = locator;
  }

  /** Something wrong with the object at hand, for which the rule's own remedy is the right one. */
  public void add(FieldPath path, String message) {
    add(path, message, "");
  }

  /**
   * Something wrong with the object at hand.
   *
   * @param path the field that is wrong or, where one is missing, that should be there
   * @param remedy what to do about it; the rule's own remedy where it is empty
   */
  public void add(FieldPath path, String message, String remedy) {
    if (rule == null || object == null) {
      throw new IllegalStateException("No rule is looking at an object.");
    }
    found.add(
        new Finding(
            rule.id(),
            rule.severity(),
            Optional.of(object.ref()),
            path,
            SteadyPath.of(path, object.body()),
            locator.find(object.manifest(), path),
            masked(message, object.body()),
            remedy.isEmpty() ? rule.text().remedy() : remedy,
            Optional.empty()));
  }

  /** Something that is wrong with no single object. */
  public void addAboutNone(String message, String remedy) {
    if (rule == null) {
      throw new IllegalStateException("No rule is looking.");
    }
    found.add(
        new Finding(
            rule.id(),
            rule.severity(),
            Optional.empty(),
            FieldPath.ROOT,
            "",
            Optional.empty(),
            message,
            remedy.isEmpty() ? rule.text().remedy() : remedy,
            Optional.empty()));
  }

  /** A message in which none of an object's secrets can be read, wherever it has them. */
  private static String masked(String message, Node node) {
    if (node instanceof Text text) {
      @Nullable String value = text.isSecret() ? text.value() : null;
      return value == null || value.isEmpty() ? message : message.replace(value, text.toString());
    }
    String masked = message;
    if (node instanceof Mapping mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        masked = masked(masked, mapping.value(i));
      }
    } else if (node instanceof Seq items) {
      for (Node item : items) {
        masked = masked(masked, item);
      }
    }
    return masked;
  }

  /** Whose findings come next. */
  void by(Rule looking, @Nullable Subject at) {
    rule = looking;
    object = at;
  }

  List<Finding> found() {
    return found;
  }
}
