package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Notice.Severity;
import java.util.ArrayList;
import java.util.List;

/** No role lets its holder give itself more rights. */
final class EscalatingRole implements Rule {

  @Override
  public String id() {
    return "escalating-role";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!Grants.isRole(object)) {
      return;
    }
    List<Mapping> rules = Grants.rules(object);
    for (int i = 0; i < rules.size(); i++) {
      List<String> verbs = new ArrayList<>();
      for (String verb : List.of("escalate", "bind", "impersonate")) {
        if (Grants.names(rules.get(i), "verbs", verb)
            && rules.get(i).seq("resourceNames").isEmpty()) {
          verbs.add(verb);
        }
      }
      if (!verbs.isEmpty()) {
        out.add(
            FieldPath.of("rules").index(i).key("verbs"),
            "%s grants %s: who has it can get every right that there is."
                .formatted(object, Wording.quoted(verbs)));
      }
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("No role lets its holder give itself more rights.")
        .why(
            "'escalate' and 'bind' let somebody write or hand out roles with rights that they do"
                + " not have, 'impersonate' lets them act as another: whoever breaks into the pod"
                + " has the cluster.")
        .remedy(
            "Take the verbs out, or name the roles or accounts that they are for in resourceNames.")
        .failing(
            role("bind, get"),
            "rules[0].verbs",
            "ClusterRole 'shop-operator' grants 'bind': who has it can get every right that there"
                + " is.")
        .passing(role("get"));
  }

  private static String role(String verbs) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata:
      name: shop-operator
    rules:
    - apiGroups: [rbac.authorization.k8s.io]
      resources: [clusterroles]
      verbs: [%s]
    """
        .formatted(verbs);
  }
}
