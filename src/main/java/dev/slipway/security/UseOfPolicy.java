package dev.slipway.security;

import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.List;

/**
 * The right of service accounts to be judged by a policy: a Role with the verb use, and its
 * binding.
 */
final class UseOfPolicy {
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final GroupVersionKind ROLE = new GroupVersionKind(RBAC, "v1", "Role");
  private static final GroupVersionKind BINDING = new GroupVersionKind(RBAC, "v1", "RoleBinding");

  private UseOfPolicy() {}

  /**
   * The name of a policy, of its role and of its binding. Policies belong to the whole cluster, and
   * no namespace's name has a dot in it: two namespaces never share one.
   */
  static String name(Subject who, Target target) {
    return target.namespace() + "." + who.name();
  }

  static Origin origin(Subject who, Target target) {
    return Origin.of(
        "pod security of '" + who.name() + "' in namespace '" + target.namespace() + "'");
  }

  /** Renders role and binding for the policy of {@link #name}. */
  static void render(String group, String resource, Subject who, Target target, Sink out) {
    String name = name(who, target);
    Origin origin = origin(who, target);
    Mapping labels = target.naming().labels();
    Mapping rule =
        Mapping.builder()
            .put("apiGroups", strings(group))
            .put("resources", strings(resource))
            .put("resourceNames", strings(name))
            .put("verbs", strings("use"))
            .build();
    out.object(
        target.object(
            ROLE, name, labels, Mapping.EMPTY, Mapping.of("rules", Seq.of(rule)), origin));
    Mapping roleRef =
        Mapping.builder().put("apiGroup", RBAC).put("kind", ROLE.kind()).put("name", name).build();
    Seq subjects =
        Seq.from(
            who.serviceAccounts(),
            account ->
                Mapping.builder()
                    .put("kind", "ServiceAccount")
                    .put("name", account)
                    .put("namespace", target.namespace())
                    .build());
    out.object(
        target.object(
            BINDING,
            name,
            labels,
            Mapping.EMPTY,
            Mapping.of("roleRef", roleRef, "subjects", subjects),
            origin));
  }

  static Seq strings(String... values) {
    return Seq.from(List.of(values), Text::of);
  }
}
