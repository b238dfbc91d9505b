package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Notice.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody uses every Secret. */
final class UnusedSecret implements Rule {

  @Override
  public String id() {
    return "unused-secret";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public boolean misses() {
    return true;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    @Nullable String type = object.body().string("type");
    if (!object.is(Kinds.SECRET)
        || (type != null && !type.equals("Opaque") && !type.equals("kubernetes.io/tls"))
        || !isAnythingElseThere(object, facts)) {
      return;
    }
    if (facts.isMentioned(object.name(), object) || isReadThroughTheApi(object, facts)) {
      return;
    }
    out.add(
        FieldPath.of("metadata", "name"),
        "Nothing that is there names Secret '%s'.".formatted(object.name()));
  }

  /** Whether pods of its namespace are given: else its readers are elsewhere. */
  private static boolean isAnythingElseThere(Subject secret, Facts facts) {
    for (Subject other : facts.all()) {
      if (other.pod() != null && other.namespace().equals(secret.namespace())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a role of the namespace or cluster lets its holder read Secrets. */
  private static boolean isReadThroughTheApi(Subject secret, Facts facts) {
    for (GroupKind kind : List.of(Kinds.ROLE, Kinds.CLUSTER_ROLE)) {
      for (Subject role : facts.ofKind(kind)) {
        if (Grants.isRole(role) && Facts.together(role.namespace(), secret.namespace())) {
          for (Mapping rule : Grants.rules(role)) {
            if (Grants.readsAll(rule, "secrets")) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  @Override
  public RuleText text() {
    return RuleText.of("Somebody uses every Secret.")
        .why(
            "A Secret that nobody mounts or names is left over from what used it, and is rotated by"
                + " nobody; or the name by which a pod asks for it is another. Where no pods of its"
                + " namespace are given, or a role lets somebody read Secrets, the rule is silent.")
        .remedy("Remove it, or mend the name by which it is used.")
        .failing(
            secret("shop-db") + pod("shop-database"),
            "metadata.name",
            "Nothing that is there names Secret 'shop-db'.")
        .passing(secret("shop-db") + pod("shop-db"));
  }

  private static String secret(String name) {
    return """
    apiVersion: v1
    kind: Secret
    metadata:
      name: %s
    """
        .formatted(name);
  }

  private static String pod(String secret) {
    return """
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
    spec:
      containers:
      - name: web
        image: registry.example.com/shop:1.4.2
        envFrom:
        - secretRef: {name: %s, optional: true}
        resources:
          requests: {cpu: 100m, memory: 128Mi}
    """
        .formatted(secret);
  }
}
