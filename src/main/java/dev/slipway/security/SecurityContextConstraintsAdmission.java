package dev.slipway.security;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.List;
import java.util.Set;

/**
 * OpenShift's SecurityContextConstraints: constraints, and the right of the pods' service accounts
 * to use them. Pods that need no more than every account may do anyway ({@code restricted-v2},
 * which OpenShift has since 4.11, Kubernetes 1.24) get none.
 *
 * @see <a
 *     href="https://docs.openshift.com/container-platform/latest/authentication/managing-security-context-constraints.html">Managing
 *     security context constraints</a>
 * @see <a href="https://github.com/openshift/api/blob/master/security/v1/types.go">The type's
 *     fields</a>
 */
public final class SecurityContextConstraintsAdmission implements Admission {
  private static final GroupVersionKind TYPE =
      new GroupVersionKind("security.openshift.io", "v1", "SecurityContextConstraints");

  @Override
  public boolean on(Cluster cluster) {
    return cluster.distribution() == Distribution.OPENSHIFT;
  }

  @Override
  public void render(Subject who, Target target, Sink out) {
    UndeclaredVolumes.tell(who, out);
    Allowance allowance = Allowance.of(who, target.cluster());
    if (isRestrictedV2(allowance)) {
      return;
    }
    out.object(
        Target.clusterObject(
            TYPE,
            UseOfPolicy.name(who, target),
            target.naming().labels(),
            Mapping.EMPTY,
            fields(allowance),
            UseOfPolicy.origin(who, target)));
    UseOfPolicy.render(TYPE.group(), "securitycontextconstraints", who, target, out);
  }

  private static boolean isRestrictedV2(Allowance allowance) {
    return !allowance.root()
        && allowance.users().isEmpty()
        && !allowance.anyFsGroup()
        && allowance.fsGroups().isEmpty()
        && !allowance.escalation()
        && Set.of(Capability.NET_BIND_SERVICE).containsAll(allowance.added())
        && allowance.dropped().contains(Capability.ALL)
        && allowance.seccomp().equals(Set.of(Seccomp.runtimeDefault()))
        && allowance.seLinux().isEmpty()
        && VolumeTypes.RESTRICTED.containsAll(allowance.volumeTypes());
  }

  private static Mapping fields(Allowance allowance) {
    return Mapping.builder()
        .put("priority", Scalar.NULL)
        .put("allowPrivilegedContainer", false)
        .put("allowPrivilegeEscalation", allowance.escalation())
        .put("readOnlyRootFilesystem", allowance.readOnlyRoot())
        .put("allowHostDirVolumePlugin", allowance.volumeTypes().contains(VolumeTypes.HOST_PATH))
        .put("allowHostIPC", false)
        .put("allowHostNetwork", false)
        .put("allowHostPID", false)
        .put("allowHostPorts", false)
        .put("defaultAddCapabilities", Seq.EMPTY)
        .put("requiredDropCapabilities", Seq.ofStrings(allowance.dropped()))
        .put("allowedCapabilities", Seq.ofStrings(allowance.added()))
        .put("runAsUser", user(allowance))
        .put("fsGroup", fsGroup(allowance))
        .put("supplementalGroups", type("RunAsAny"))
        .put("seLinuxContext", type(allowance.seLinux().isEmpty() ? "MustRunAs" : "RunAsAny"))
        .put("seccompProfiles", seccomp(allowance))
        .put("volumes", Seq.ofStrings(allowance.volumeTypes()))
        .build();
  }

  private static Mapping user(Allowance allowance) {
    if (allowance.users().size() == 1) {
      return type("MustRunAs").with("uid", Scalar.of(allowance.users().first()));
    }
    return type(allowance.root() ? "RunAsAny" : "MustRunAsNonRoot");
  }

  /** Without ranges, MustRunAs takes the namespace's own. */
  private static Mapping fsGroup(Allowance allowance) {
    if (allowance.anyFsGroup()) {
      return type("RunAsAny");
    }
    return allowance.fsGroups().isEmpty()
        ? type("MustRunAs")
        : type("MustRunAs").with("ranges", Allowance.ranges(allowance.fsGroups()));
  }

  private static Seq seccomp(Allowance allowance) {
    List<String> profiles = allowance.seccomp().stream().map(Seccomp::inPolicies).toList();
    return Seq.ofStrings(profiles);
  }

  private static Mapping type(String name) {
    return Mapping.of("type", Text.of(name));
  }
}
