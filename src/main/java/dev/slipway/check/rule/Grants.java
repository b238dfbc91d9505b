package dev.slipway.check.rule;

import dev.slipway.check.Kinds;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;

/** What roles grant. */
final class Grants {
  static final String ALL = "*";

  private Grants() {}

  /** Whether it is a role, and none that Kubernetes itself brings. */
  static boolean isRole(Subject object) {
    return (object.is(Kinds.ROLE) || object.is(Kinds.CLUSTER_ROLE))
        && !object.name().startsWith("system:")
        && !object.labels().has("kubernetes.io/bootstrapping");
  }

  /** The rules of a role, in their places; others stand in for those that are none. */
  static List<Mapping> rules(Subject role) {
    List<Mapping> rules = new ArrayList<>();
    for (Node node : role.body().seq("rules")) {
      rules.add(node instanceof Mapping rule ? rule : Mapping.EMPTY);
    }
    return rules;
  }

  /** Whether a list of a rule has a word itself; {@code *} is not taken to be every one. */
  static boolean names(Mapping rule, String field, String word) {
    for (Node node : rule.seq(field)) {
      if (node instanceof Text text && word.equals(text.value())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule lets somebody read every object of a resource of the core group. */
  static boolean readsAll(Mapping rule, String resource) {
    boolean core = names(rule, "apiGroups", "") || names(rule, "apiGroups", ALL);
    boolean reads =
        names(rule, "verbs", "get")
            || names(rule, "verbs", "list")
            || names(rule, "verbs", "watch")
            || names(rule, "verbs", ALL);
    return core
        && reads
        && rule.seq("resourceNames").isEmpty()
        && (names(rule, "resources", resource) || names(rule, "resources", ALL));
  }
}
