package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A port that a NetworkPolicy opens on pods that are known.
 *
 * @param port the entry, with port, endPort and protocol
 * @param pods whose pods it is opened on
 */
record PolicyPorts(Mapping port, FieldPath path, List<Subject> pods) {

  /** Those of a policy; ports of pods elsewhere, or that nobody knows, are left out. */
  static List<PolicyPorts> of(Subject policy, Facts facts) {
    List<PolicyPorts> found = new ArrayList<>();
    Selector own = Selector.of(policy.spec().mapping("podSelector"));
    if (own.namesPods()) {
      List<Subject> pods = facts.selected(own, policy.namespace());
      rules(policy, "ingress", (rule, path) -> add(rule, path, pods, found));
    }
    rules(policy, "egress", (rule, path) -> add(rule, path, peers(rule, policy, facts), found));
    return found;
  }

  private static void rules(Subject policy, String field, BiConsumer<Mapping, FieldPath> action) {
    Seq rules = policy.spec().seq(field);
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) instanceof Mapping rule) {
        action.accept(rule, FieldPath.of("spec", field).index(i));
      }
    }
  }

  private static void add(
      Mapping rule, FieldPath path, List<Subject> pods, List<PolicyPorts> found) {
    Seq ports = rule.seq("ports");
    for (int i = 0; i < ports.size() && !pods.isEmpty(); i++) {
      if (ports.get(i) instanceof Mapping port) {
        found.add(new PolicyPorts(port, path.key("ports").index(i), pods));
      }
    }
  }

  /** All pods that a rule lets connect to; none where one of its peers is not known. */
  private static List<Subject> peers(Mapping rule, Subject policy, Facts facts) {
    List<Subject> pods = new ArrayList<>();
    for (Node node : rule.seq("to")) {
      Mapping peer = node instanceof Mapping written ? written : Mapping.EMPTY;
      Selector selector = Selector.of(peer.mapping("podSelector"));
      if (peer.has("namespaceSelector")
          || peer.has("ipBlock")
          || selector.isEmpty()
          || facts.selected(selector, policy.namespace()).isEmpty()) {
        return List.of();
      }
      pods.addAll(facts.selected(selector, policy.namespace()));
    }
    return pods;
  }
}
