package dev.slipway.security;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * PodSecurityPolicy, which ended with Kubernetes 1.24: a policy, and the right of the pods' service
 * accounts to use it. A cluster whose API server has the admission off takes the objects and
 * ignores them.
 *
 * @see <a
 *     href="https://v1-24.docs.kubernetes.io/docs/concepts/security/pod-security-policy/">PodSecurityPolicy</a>
 */
public final class PodSecurityPolicyAdmission implements Admission {
  static final int LAST_MINOR = 24;

  private static final GroupVersionKind TYPE =
      new GroupVersionKind("policy", "v1beta1", "PodSecurityPolicy");

  /** Policies have no field for seccomp. */
  private static final String SECCOMP_ALLOWED =
      "seccomp.security.alpha.kubernetes.io/allowedProfileNames";

  private static final String SECCOMP_DEFAULT =
      "seccomp.security.alpha.kubernetes.io/defaultProfileName";

  /** Every group but root's; the range of Kubernetes' own restricted example. */
  private static final Mapping NO_ROOT_GROUP = Allowance.range(1, 65535);

  @Override
  public boolean on(Cluster cluster) {
    return !cluster.version().atLeast(LAST_MINOR + 1)
        && cluster.distribution() != Distribution.OPENSHIFT
        && cluster.distribution() != Distribution.RANCHER;
  }

  @Override
  public void render(Subject who, Target target, Sink out) {
    UndeclaredVolumes.tell(who, out);
    Allowance allowance = Allowance.of(who, target.cluster());
    out.object(
        Target.clusterObject(
            TYPE,
            UseOfPolicy.name(who, target),
            target.naming().labels(),
            seccomp(allowance),
            Mapping.of("spec", spec(allowance)),
            UseOfPolicy.origin(who, target)));
    UseOfPolicy.render(TYPE.group(), "podsecuritypolicies", who, target, out);
  }

  /** A pod that sets no profile gets the runtime's; without a default it would be refused. */
  private static Mapping seccomp(Allowance allowance) {
    List<String> profiles = allowance.seccomp().stream().map(Seccomp::inPolicies).toList();
    return Mapping.builder()
        .put(SECCOMP_ALLOWED, String.join(",", profiles))
        .put(SECCOMP_DEFAULT, profiles.get(0))
        .build();
  }

  private static Mapping spec(Allowance allowance) {
    return Mapping.builder()
        .put("privileged", false)
        .put("allowPrivilegeEscalation", allowance.escalation())
        .put("readOnlyRootFilesystem", allowance.readOnlyRoot())
        .putUnlessEmpty("requiredDropCapabilities", Seq.ofStrings(allowance.dropped()))
        .putUnlessEmpty("allowedCapabilities", Seq.ofStrings(allowance.added()))
        .put("runAsUser", user(allowance))
        .put("fsGroup", allowance.anyFsGroup() ? rule("RunAsAny") : mayRunAs(allowance.fsGroups()))
        .put("supplementalGroups", mayRunAs(allowance.supplementalGroups()))
        .put("seLinux", seLinux(allowance))
        .put("volumes", volumes(allowance))
        .build();
  }

  private static Mapping user(Allowance allowance) {
    if (!allowance.users().isEmpty()) {
      return rule("MustRunAs").with("ranges", Allowance.ranges(allowance.users()));
    }
    return rule(allowance.root() ? "RunAsAny" : "MustRunAsNonRoot");
  }

  /** Unlike MustRunAs, this sets no group in pods that have none. */
  private static Mapping mayRunAs(Set<Long> groups) {
    Seq ranges = groups.isEmpty() ? Seq.of(NO_ROOT_GROUP) : Allowance.ranges(groups);
    return rule("MayRunAs").with("ranges", ranges);
  }

  private static Mapping seLinux(Allowance allowance) {
    Optional<SeLinux> only =
        allowance.seLinux().size() == 1
            ? Optional.of(allowance.seLinux().iterator().next())
            : Optional.empty();
    return only.map(label -> rule("MustRunAs").with("seLinuxOptions", label.toNode()))
        .orElse(rule("RunAsAny"));
  }

  private static Seq volumes(Allowance allowance) {
    // Image volumes came after the last PodSecurityPolicy.
    return Seq.ofStrings(
        allowance.volumeTypes().stream().filter(type -> !type.equals("image")).toList());
  }

  private static Mapping rule(String name) {
    return Mapping.of("rule", Text.of(name));
  }
}
