package dev.slipway.check;

import dev.slipway.manifest.GroupKind;

/** The kinds of objects that rules ask for. */
public final class Kinds {
  public static final GroupKind POD = GroupKind.of("", "Pod");
  public static final GroupKind DEPLOYMENT = GroupKind.of("apps", "Deployment");
  public static final GroupKind STATEFUL_SET = GroupKind.of("apps", "StatefulSet");
  public static final GroupKind REPLICA_SET = GroupKind.of("apps", "ReplicaSet");
  public static final GroupKind DAEMON_SET = GroupKind.of("apps", "DaemonSet");
  public static final GroupKind SERVICE = GroupKind.of("", "Service");
  public static final GroupKind SERVICE_ACCOUNT = GroupKind.of("", "ServiceAccount");
  public static final GroupKind SECRET = GroupKind.of("", "Secret");
  public static final GroupKind CONFIG_MAP = GroupKind.of("", "ConfigMap");
  public static final GroupKind CLAIM = GroupKind.of("", "PersistentVolumeClaim");
  public static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");
  public static final GroupKind LIMIT_RANGE = GroupKind.of("", "LimitRange");
  public static final GroupKind AUTOSCALER = GroupKind.of("autoscaling", "HorizontalPodAutoscaler");
  public static final GroupKind BUDGET = GroupKind.of("policy", "PodDisruptionBudget");
  public static final GroupKind NETWORK_POLICY = GroupKind.of("networking.k8s.io", "NetworkPolicy");
  public static final GroupKind INGRESS = GroupKind.of("networking.k8s.io", "Ingress");
  public static final GroupKind ROLE = GroupKind.of("rbac.authorization.k8s.io", "Role");
  public static final GroupKind CLUSTER_ROLE =
      GroupKind.of("rbac.authorization.k8s.io", "ClusterRole");
  public static final GroupKind CLUSTER_ROLE_BINDING =
      GroupKind.of("rbac.authorization.k8s.io", "ClusterRoleBinding");
  public static final GroupKind JOB = GroupKind.of("batch", "Job");
  public static final GroupKind CRON_JOB = GroupKind.of("batch", "CronJob");
  public static final GroupKind SERVICE_MONITOR =
      GroupKind.of("monitoring.coreos.com", "ServiceMonitor");
  public static final GroupKind POD_MONITOR = GroupKind.of("monitoring.coreos.com", "PodMonitor");
  public static final GroupKind SCALED_OBJECT = GroupKind.of("keda.sh", "ScaledObject");
  public static final GroupKind VERTICAL_AUTOSCALER =
      GroupKind.of("autoscaling.k8s.io", "VerticalPodAutoscaler");
  public static final GroupKind DEFINITION =
      GroupKind.of("apiextensions.k8s.io", "CustomResourceDefinition");
  public static final GroupKind ISSUER = GroupKind.of("cert-manager.io", "Issuer");
  public static final GroupKind CLUSTER_ISSUER = GroupKind.of("cert-manager.io", "ClusterIssuer");
  public static final GroupKind POD_SECURITY_POLICY = GroupKind.of("policy", "PodSecurityPolicy");

  private Kinds() {}
}
