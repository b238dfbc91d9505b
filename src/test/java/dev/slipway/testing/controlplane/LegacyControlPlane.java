package dev.slipway.testing.controlplane;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The API server of Kubernetes 1.24, the last release with PodSecurityPolicy, with that admission
 * on. Nothing schedules and nothing controls: it only says what it admits.
 */
public final class LegacyControlPlane implements AutoCloseable {

  public static final String VERSION = "v1.24.17";

  private final KwokCluster cluster;
  private final Kubectl kubectl;

  private LegacyControlPlane(KwokCluster cluster) {
    this.cluster = cluster;
    this.kubectl = cluster.kubectl();
  }

  /** Starts one; a few seconds. */
  public static LegacyControlPlane start() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("kubeVersion", VERSION);
    options.put("kubeApiserverBinary", Tools.binary("kube-apiserver-1.24").toString());
    options.put("disable", List.of("kube-scheduler", "kube-controller-manager"));
    return new LegacyControlPlane(
        KwokCluster.start(
            new KwokCluster.Configuration(
                options,
                Map.of(
                    "kube-apiserver", Map.of("enable-admission-plugins", "PodSecurityPolicy")))));
  }

  /**
   * kubectl as the cluster's administrator, who may use every policy: create pods as their service
   * account, or nothing is judged.
   */
  public Kubectl kubectl() {
    return kubectl;
  }

  /** Makes a namespace with its default service account, which no controller makes here. */
  public void newNamespace(String name) {
    kubectl.run("create", "namespace", name).orFail();
    newServiceAccount(name, "default");
  }

  public void newServiceAccount(String namespace, String name) {
    kubectl.in(namespace).run("create", "serviceaccount", name).orFail();
  }

  /** Applies manifests; the server is too old for kubectl's field validation. */
  public Outcome apply(String manifests) {
    return kubectl.send(manifests, "apply", "--validate=false", "-f", "-");
  }

  /**
   * Creates a pod as its own service account, which is given the right to create pods here, and no
   * right to a policy.
   */
  public Outcome createPodAs(String namespace, String serviceAccount, String pod) {
    apply(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: creates-pods-%2$s, namespace: %1$s}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: creates-pods}
            subjects: [{kind: ServiceAccount, name: %2$s, namespace: %1$s}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: creates-pods}
            rules: [{apiGroups: [""], resources: [pods], verbs: [create]}]
            """
                .formatted(namespace, serviceAccount))
        .orFail();
    return create(kubectl.in(namespace).asServiceAccount(namespace, serviceAccount), pod);
  }

  /**
   * Creates a pod as the controller of a Deployment does: what counts then is what the pod's
   * service account may use.
   */
  public Outcome createPodAsController(String namespace, String pod) {
    return create(
        kubectl.in(namespace).asServiceAccount("kube-system", "replicaset-controller"), pod);
  }

  private static Outcome create(Kubectl kubectl, String pod) {
    return kubectl.send(pod, "create", "--validate=false", "-f", "-");
  }

  @Override
  public void close() {
    cluster.close();
  }
}
