package dev.slipway.security;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;

/**
 * What Rancher decides by: until Kubernetes 1.24 PodSecurityPolicy, as elsewhere; since then the
 * labels of namespaces, as elsewhere, which Rancher lets only some people set.
 *
 * <p>Rancher's own objects are not rendered. A PodSecurityAdmissionConfigurationTemplate (or,
 * before it, a PodSecurityPolicyTemplate) lives in Rancher's management cluster and says what
 * namespaces without labels get, in every cluster it is assigned to; it belongs to Rancher's
 * administrators, and a namespace's own labels win over it.
 *
 * @see <a
 *     href="https://ranchermanager.docs.rancher.com/how-to-guides/new-user-guides/authentication-permissions-and-global-configuration/pod-security-standards">Pod
 *     Security Standards in Rancher</a>
 * @see <a
 *     href="https://github.com/rancher/webhook/blob/release/v0.4/docs.md#psa-label-validation">Who
 *     may set the labels</a>
 */
public final class RancherAdmission implements Admission {
  private final PodSecurityPolicyAdmission policies = new PodSecurityPolicyAdmission();

  @Override
  public boolean on(Cluster cluster) {
    return cluster.distribution() == Distribution.RANCHER;
  }

  @Override
  public void render(Subject who, Target target, Sink out) {
    if (!NamespaceLabels.on(target.cluster())) {
      policies.render(who, target, out);
      return;
    }
    out.notice(
        Notice.info(
            "rancher-namespace-labels",
            "Rancher lets only those set the Pod Security labels of namespace '%s' who have the"
                    .formatted(target.namespace())
                + " verb updatepsa on projects in management.cattle.io.",
            "Apply the namespace as a cluster or project owner, or ask one to label it; without"
                + " the labels the cluster's own template decides, such as rancher-restricted."));
  }
}
