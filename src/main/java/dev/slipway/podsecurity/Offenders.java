package dev.slipway.podsecurity;

import dev.slipway.manifest.FieldPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects which parts of a pod break a control, where, and with which values. */
final class Offenders {
  private final Set<String> containers = new LinkedHashSet<>();
  private final List<FieldPath> fields = new ArrayList<>();
  private final Set<String> values = new TreeSet<>();
  private boolean pod;

  void add(Part part, FieldPath field) {
    part.container().ifPresentOrElse(containers::add, () -> pod = true);
    fields.add(field);
  }

  void add(Part part, FieldPath field, String value) {
    add(part, field);
    values.add(value);
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  List<FieldPath> fields() {
    return fields;
  }

  /** The values, sorted and without repetition: {@code 'NET_ADMIN' and 'SYS_TIME'}. */
  String values() {
    return quoted(values);
  }

  /** Whether there is more than one value. */
  boolean hasManyValues() {
    return values.size() > 1;
  }

  /**
   * A sentence about them: {@code the pod and container 'a' set ...}.
   *
   * @param verb in the singular: {@code sets}
   * @param verbs in the plural: {@code set}
   */
  String sentence(String verb, String verbs, String rest) {
    int count = containers.size() + (pod ? 1 : 0);
    return subject() + " " + (count == 1 ? verb : verbs) + " " + rest;
  }

  private String subject() {
    String named = (containers.size() == 1 ? "container " : "containers ") + quoted(containers);
    if (!pod) {
      return named;
    }
    return containers.isEmpty() ? "the pod" : "the pod and " + named;
  }

  /** {@code 'a', 'b' and 'c'}. */
  static String quoted(Collection<String> names) {
    return listed(names.stream().map(name -> "'" + name + "'").toList());
  }

  /** {@code a, b and c}. */
  static String listed(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }
}
