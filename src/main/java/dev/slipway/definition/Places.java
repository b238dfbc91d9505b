package dev.slipway.definition;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import dev.slipway.manifest.YamlSequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places in a file of what a model says is wrong.
 *
 * <p>A problem tells by which fields it is {@linkplain Problem#about about}. A name among them also
 * leads to the thing of that name in a list. Words that the file does not have are passed over: a
 * system has no {@code workloads}, but it may have the {@code identity} that is one's.
 */
public final class Places {
  /** Of what came from no file. */
  public static final Places NONE = new Places(null);

  private static final String NAME = "name";

  private final @Nullable YamlNode root;

  private Places(@Nullable YamlNode root) {
    this.root = root;
  }

  static Places of(YamlNode root) {
    return new Places(root);
  }

  /** The end of a way, and the index of its last word that is in the file. */
  private record Found(YamlNode node, int last) {}

  /** The problem at the place of the first field that it is about, else of what has the field. */
  public Problem placed(Problem problem) {
    if (root == null || problem.at().isPresent()) {
      return problem;
    }
    for (FieldPath field : problem.about()) {
      Found found = find(root, field.segments(), 0);
      if (found != null && found.last() == field.segments().size() - 1) {
        return problem.orAt(found.node().position());
      }
    }
    return problem.orAt(nearest(root, problem.about()).position());
  }

  /**
   * The place of what a way leads to, or of the last on it that is there; nothing without a file.
   */
  public Optional<Position> nearest(FieldPath way) {
    return root == null ? Optional.empty() : Optional.of(nearest(root, List.of(way)).position());
  }

  private static YamlNode nearest(YamlNode root, List<FieldPath> fields) {
    Found found = fields.isEmpty() ? null : find(root, fields.get(0).segments(), 0);
    return found == null ? root : found.node();
  }

  /**
   * Whether a problem may only follow from others: where what it is about was found wrong already.
   *
   * @param wrong the places of what was found wrong
   */
  boolean follows(Problem problem, Set<Position> wrong) {
    YamlNode whole = root;
    if (whole == null || wrong.isEmpty()) {
      return false;
    }
    return problem.about().isEmpty()
        ? holds(whole, wrong)
        : problem.about().stream().anyMatch(field -> isTouched(whole, field, wrong));
  }

  /**
   * A field that is not there may be there under a name that was found wrong, or be missed already.
   */
  private static boolean isTouched(YamlNode root, FieldPath field, Set<Position> wrong) {
    Found found = find(root, field.segments(), 0);
    if (found != null && found.last() == field.segments().size() - 1) {
      return holds(found.node(), wrong);
    }
    YamlNode nearest = found == null ? root : found.node();
    return wrong.contains(nearest.position()) || hasWrongKey(nearest, wrong);
  }

  private static @Nullable Found find(YamlNode node, List<Object> way, int from) {
    Found best = null;
    for (int i = from; i < way.size(); i++) {
      YamlNode next = child(node, way.get(i));
      if (next != null) {
        Found beyond = find(next, way, i + 1);
        Found found = beyond == null ? new Found(next, i) : beyond;
        best = best == null || found.last() > best.last() ? found : best;
      }
    }
    return best;
  }

  private static @Nullable YamlNode child(YamlNode node, Object segment) {
    if (node instanceof YamlMapping mapping) {
      return mapping.get(segment.toString());
    }
    if (!(node instanceof YamlSequence list)) {
      return null;
    }
    if (segment instanceof Integer index) {
      return index < list.size() ? list.get(index) : null;
    }
    for (YamlNode item : list) {
      YamlNode name = item instanceof YamlMapping mapping ? mapping.get(NAME) : item;
      if (name instanceof YamlScalar scalar && scalar.text().equals(segment)) {
        return item;
      }
    }
    return null;
  }

  private static boolean holds(YamlNode node, Set<Position> places) {
    if (places.contains(node.position()) || hasWrongKey(node, places)) {
      return true;
    }
    if (node instanceof YamlMapping mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        if (holds(mapping.value(i), places)) {
          return true;
        }
      }
    } else if (node instanceof YamlSequence list) {
      for (YamlNode item : list) {
        if (holds(item, places)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasWrongKey(YamlNode node, Set<Position> places) {
    if (node instanceof YamlMapping mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        if (places.contains(mapping.keyPosition(i))) {
          return true;
        }
      }
    }
    return false;
  }
}
