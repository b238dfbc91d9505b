package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.target.Notice.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nobody is bound to read the Secrets of the whole cluster. */
final class ClusterWideSecrets implements Rule {
  private static final String ADMIN = "cluster-admin";

  @Override
  public String id() {
    return "cluster-wide-secrets";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    Mapping reference = object.body().mapping("roleRef");
    @Nullable String name = reference.string("name");
    if (!object.is(Kinds.CLUSTER_ROLE_BINDING)
        || name == null
        || object.name().startsWith("system:")
        || object.labels().has("kubernetes.io/bootstrapping")) {
      return;
    }
    @Nullable Subject role = facts.find(Kinds.CLUSTER_ROLE, "", name);
    if (name.equals(ADMIN)) {
      out.add(
          FieldPath.of("roleRef", "name"),
          "%s makes %s administrator of the whole cluster.".formatted(object, subjects(object)));
    } else if (role != null && readsSecrets(role)) {
      out.add(
          FieldPath.of("roleRef", "name"),
          "%s lets %s read the Secrets of every namespace, by %s."
              .formatted(object, subjects(object), role));
    }
  }

  private static boolean readsSecrets(Subject role) {
    for (Mapping rule : Grants.rules(role)) {
      if (Grants.readsAll(rule, "secrets")) {
        return true;
      }
    }
    return false;
  }

  private static String subjects(Subject binding) {
    List<String> shown = new ArrayList<>();
    for (Node node : binding.body().seq("subjects")) {
      if (node instanceof Mapping subject) {
        shown.add(subject.string("kind") + " '" + subject.string("name") + "'");
      }
    }
    return shown.isEmpty() ? "nobody" : Wording.listed(shown);
  }

  @Override
  public RuleText text() {
    return RuleText.of("Nobody is bound to read the Secrets of the whole cluster.")
        .why(
            "The tokens and passwords of every application are among them, so whoever breaks into"
                + " one pod has all the others.")
        .remedy(
            "Bind the role in the namespaces that need it, with a RoleBinding in each; or name the"
                + " Secrets in resourceNames.")
        .failing(
            role("secrets"),
            "roleRef.name",
            "ClusterRoleBinding 'shop-operator' lets ServiceAccount 'shop-operator' read the"
                + " Secrets of every namespace, by ClusterRole 'shop-operator'.")
        .passing(role("configmaps"));
  }

  private static String role(String resource) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata:
      name: shop-operator
    rules:
    - apiGroups: [""]
      resources: [%s]
      verbs: [get, list, watch]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    metadata:
      name: shop-operator
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: shop-operator}
    subjects:
    - {kind: ServiceAccount, name: shop-operator, namespace: shop}
    """
        .formatted(resource);
  }
}
