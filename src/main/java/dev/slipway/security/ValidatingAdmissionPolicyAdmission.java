package dev.slipway.security;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Seq;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A ValidatingAdmissionPolicy that pins the capabilities of a namespace's pods: what is declared
 * may be added and nothing else, and where every profile drops ALL, every container must.
 *
 * <p>That last is not asked where somebody else starts pods: a vendor's containers may say nothing
 * of what they drop, and unlike a PodSecurityPolicy or an SCC this kind of policy cannot drop it
 * for them. The namespace's warnings at level restricted tell of such containers.
 *
 * <p>It narrows what the namespace's Pod Security level allows. There is one for a namespace: what
 * is given to {@link #render} are all of its pods, put together with {@link Subject#and}. It judges
 * pods as they are created, and ephemeral containers as they are added; a pod that was there before
 * is left alone, for it could not even be deleted if changes to it were refused.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/">Validating
 *     admission policy</a>
 */
public final class ValidatingAdmissionPolicyAdmission implements Admission {
  private static final String GROUP = "admissionregistration.k8s.io";
  private static final GroupVersionKind TYPE =
      new GroupVersionKind(GROUP, "v1", "ValidatingAdmissionPolicy");
  private static final GroupVersionKind BINDING =
      new GroupVersionKind(GROUP, "v1", "ValidatingAdmissionPolicyBinding");

  /** Generally available since. */
  private static final int SINCE = 30;

  private static final List<String> CONTAINERS =
      List.of(
          "object.spec.containers",
          "object.spec.?initContainers.orValue([])",
          "object.spec.?ephemeralContainers.orValue([])");

  @Override
  public boolean on(Cluster cluster) {
    return cluster.version().atLeast(SINCE);
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void render(Subject who, Target target, Sink out) {
    Allowance allowance = Allowance.of(who, target.cluster());
    String name = target.namespace() + ".capabilities";
    Origin origin = UseOfPolicy.origin(who, target);
    Mapping labels = target.naming().labels();
    out.object(
        Target.clusterObject(
            TYPE,
            name,
            labels,
            Mapping.EMPTY,
            Mapping.of("spec", spec(allowance, !who.byOthers(), target.namespace())),
            origin));
    out.object(
        Target.clusterObject(
            BINDING,
            name,
            labels,
            Mapping.EMPTY,
            Mapping.of("spec", binding(name, target.namespace())),
            origin));
  }

  private static Mapping spec(Allowance allowance, boolean ours, String namespace) {
    boolean dropsAll = ours && allowance.dropped().contains(Capability.ALL);
    List<Node> variables = new ArrayList<>();
    variables.add(variable("allowed", list(allowance.added())));
    variables.add(variable("adding", ofContainers(ADDING)));
    List<Node> validations = new ArrayList<>();
    validations.add(
        validation(
            "adding",
            "Containers in namespace %s may add %s.".formatted(namespace, all(allowance.added()))));
    if (dropsAll) {
      variables.add(variable("keeping", ofContainers(KEEPING)));
      validations.add(
          validation(
              "keeping",
              "Containers in namespace %s must drop ALL capabilities.".formatted(namespace)));
    }
    return Mapping.builder()
        .put("failurePolicy", "Fail")
        .put("matchConstraints", Mapping.of("resourceRules", rules()))
        .put("variables", Seq.of(variables))
        .put("validations", Seq.of(validations))
        .build();
  }

  private static Seq rules() {
    return Seq.of(rule("CREATE", "pods"), rule("UPDATE", "pods/ephemeralcontainers"));
  }

  /** The scope is the API server's default; without it kubectl sees a change in every apply. */
  private static Mapping rule(String operation, String resource) {
    return Mapping.builder()
        .put("apiGroups", UseOfPolicy.strings(""))
        .put("apiVersions", UseOfPolicy.strings("v1"))
        .put("operations", UseOfPolicy.strings(operation))
        .put("resources", UseOfPolicy.strings(resource))
        .put("scope", "*")
        .build();
  }

  /**
   * What a container adds beyond the allowed, as a text for people; empty where it adds nothing.
   */
  private static final String ADDING =
      ".map(c, c.?securityContext.?capabilities.?add.orValue([])"
          + ".filter(a, !(a in variables.allowed)).map(a, c.name + ' adds ' + a).join(', '))"
          + ".filter(said, said != '')";

  /** The containers that do not drop ALL. */
  private static final String KEEPING =
      ".filter(c, !('ALL' in c.?securityContext.?capabilities.?drop.orValue([])))"
          + ".map(c, c.name)";

  /** A list over containers of all three kinds, each of which has a type of its own in CEL. */
  private static String ofContainers(String what) {
    return CONTAINERS.stream().map(list -> list + what).collect(Collectors.joining(" + "));
  }

  private static Mapping variable(String name, String expression) {
    return Mapping.builder().put("name", name).put("expression", expression).build();
  }

  private static Mapping validation(String offenders, String message) {
    return Mapping.builder()
        .put("expression", "variables.%s.size() == 0".formatted(offenders))
        .put("message", message)
        .put(
            "messageExpression",
            "'%s Refused: ' + variables.%s.join(', ')".formatted(message, offenders))
        .put("reason", "Forbidden")
        .build();
  }

  private static Mapping binding(String policy, String namespace) {
    return Mapping.builder()
        .put("policyName", policy)
        .put("validationActions", UseOfPolicy.strings("Deny"))
        .put(
            "matchResources",
            Mapping.of(
                "namespaceSelector",
                Mapping.of("matchLabels", Mapping.of("kubernetes.io/metadata.name", namespace))))
        .build();
  }

  private static String list(Set<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ", "[", "]"));
  }

  private static String all(Set<String> names) {
    return names.isEmpty() ? "no capability" : "only " + String.join(", ", names);
  }
}
