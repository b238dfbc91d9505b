package dev.slipway.manifest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which a cluster wants objects: what others need comes before them. Objects of one
 * rank are ordered by kind, namespace and name, so that the order in which they were declared never
 * shows.
 */
public final class ApplyOrder {
  /** Kinds by rank; a kind that is not listed is a custom resource and comes after workloads. */
  private static final List<String> KINDS =
      List.of(
          "Namespace",
          "CustomResourceDefinition",
          "PriorityClass",
          "StorageClass",
          "CSIDriver",
          "RuntimeClass",
          "IngressClass",
          "PodSecurityPolicy",
          "SecurityContextConstraints",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "ResourceQuota",
          "LimitRange",
          "ServiceAccount",
          "ClusterRole",
          "ClusterRoleBinding",
          "Role",
          "RoleBinding",
          "SecretStore",
          "ClusterSecretStore",
          "SealedSecret",
          "ExternalSecret",
          "SecretProviderClass",
          "Secret",
          "ConfigMap",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "Service",
          "DaemonSet",
          "ReplicaSet",
          "Deployment",
          "StatefulSet",
          "Job",
          "CronJob",
          "Pod");

  private static final List<String> LAST =
      List.of(
          "HorizontalPodAutoscaler",
          "PodDisruptionBudget",
          "Ingress",
          "HTTPRoute",
          "NetworkPolicy");

  private static final int CUSTOM = KINDS.size();
  private static final Map<String, Integer> RANKS = ranks();

  /** Orders manifests as a cluster wants them. */
  public static final Comparator<ObjectRef> COMPARATOR = ApplyOrder::compare;

  private ApplyOrder() {}

  static int rank(String kind) {
    return RANKS.getOrDefault(kind, CUSTOM);
  }

  /** Written out, for it is called some hundred thousand times for a large set. */
  private static int compare(ObjectRef a, ObjectRef b) {
    int order = 0;
    if (!a.kind().equals(b.kind())) {
      order = Integer.compare(rank(a.kind()), rank(b.kind()));
      order = order != 0 ? order : a.kind().compareTo(b.kind());
    }
    order = order != 0 ? order : a.type().group().compareTo(b.type().group());
    order = order != 0 ? order : a.namespace().compareTo(b.namespace());
    return order != 0 ? order : a.name().compareTo(b.name());
  }

  private static Map<String, Integer> ranks() {
    Map<String, Integer> ranks = new HashMap<>();
    for (String kind : KINDS) {
      ranks.put(kind, ranks.size());
    }
    for (String kind : LAST) {
      ranks.put(kind, CUSTOM + 1 + LAST.indexOf(kind));
    }
    return ranks;
  }
}
