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

/** A role names the API groups, resources and verbs that it grants. */
final class WildcardRole implements Rule {

  @Override
  public String id() {
    return "wildcard-role";
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
      List<String> fields = new ArrayList<>();
      for (String field : List.of("apiGroups", "resources", "verbs")) {
        if (Grants.names(rules.get(i), field, Grants.ALL)) {
          fields.add(field);
        }
      }
      if (!fields.isEmpty()) {
        out.add(
            FieldPath.of("rules").index(i),
            "%s grants '*' among its %s.".formatted(object, Wording.listed(fields)));
      }
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("A role names the API groups, resources and verbs that it grants.")
        .why(
            "What '*' grants grows with the cluster: with every custom resource that somebody"
                + " installs, and every verb that a later version has.")
        .remedy("Name the API groups, resources and verbs that are needed.")
        .failing(role("\"*\""), "rules[0]", "Role 'shop-operator' grants '*' among its resources.")
        .passing(role("pods, services"));
  }

  private static String role(String resources) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: Role
    metadata:
      name: shop-operator
    rules:
    - apiGroups: [""]
      resources: [%s]
      verbs: [get, list, watch]
    """
        .formatted(resources);
  }
}
