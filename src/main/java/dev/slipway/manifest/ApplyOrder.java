package dev.slipway.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
          "Deployment",
          "StatefulSet",
          "Job",
          "CronJob",
          "Pod");

  private static final List<String> LAST =
      List.of("HorizontalPodAutoscaler", "PodDisruptionBudget", "Ingress", "NetworkPolicy");

  private static final int CUSTOM = KINDS.size();

  private static final Map<String, Integer> RANKS =
      IntStream.range(0, KINDS.size())
          .boxed()
          .collect(Collectors.toUnmodifiableMap(KINDS::get, i -> i));

  private static final Map<String, Integer> LAST_RANKS =
      IntStream.range(0, LAST.size())
          .boxed()
          .collect(Collectors.toUnmodifiableMap(LAST::get, i -> CUSTOM + 1 + i));

  /** Orders manifests as a cluster wants them. */
  public static final Comparator<ObjectRef> COMPARATOR =
      Comparator.<ObjectRef>comparingInt(ref -> rank(ref.kind()))
          .thenComparing(ObjectRef::kind)
          .thenComparing(ref -> ref.type().group())
          .thenComparing(ObjectRef::namespace)
          .thenComparing(ObjectRef::name);

  private ApplyOrder() {}

  static int rank(String kind) {
    Integer rank = RANKS.get(kind);
    return rank != null ? rank : LAST_RANKS.getOrDefault(kind, CUSTOM);
  }
}
