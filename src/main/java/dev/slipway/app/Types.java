package dev.slipway.app;

import dev.slipway.manifest.GroupVersionKind;

/** The built-in types that the model renders. */
final class Types {
  static final GroupVersionKind DEPLOYMENT = new GroupVersionKind("apps", "v1", "Deployment");
  static final GroupVersionKind STATEFUL_SET = new GroupVersionKind("apps", "v1", "StatefulSet");
  static final GroupVersionKind DAEMON_SET = new GroupVersionKind("apps", "v1", "DaemonSet");
  static final GroupVersionKind JOB = new GroupVersionKind("batch", "v1", "Job");
  static final GroupVersionKind CRON_JOB = new GroupVersionKind("batch", "v1", "CronJob");
  static final GroupVersionKind SERVICE = new GroupVersionKind("", "v1", "Service");
  static final GroupVersionKind SERVICE_ACCOUNT = new GroupVersionKind("", "v1", "ServiceAccount");
  static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
  static final GroupVersionKind CLAIM = new GroupVersionKind("", "v1", "PersistentVolumeClaim");
  static final GroupVersionKind QUOTA = new GroupVersionKind("", "v1", "ResourceQuota");
  static final GroupVersionKind LIMIT_RANGE = new GroupVersionKind("", "v1", "LimitRange");
  static final GroupVersionKind NAMESPACE = new GroupVersionKind("", "v1", "Namespace");
  static final GroupVersionKind ROLE =
      new GroupVersionKind("rbac.authorization.k8s.io", "v1", "Role");
  static final GroupVersionKind ROLE_BINDING =
      new GroupVersionKind("rbac.authorization.k8s.io", "v1", "RoleBinding");
  static final GroupVersionKind AUTOSCALER =
      new GroupVersionKind("autoscaling", "v2", "HorizontalPodAutoscaler");
  static final GroupVersionKind BUDGET =
      new GroupVersionKind("policy", "v1", "PodDisruptionBudget");
  static final GroupVersionKind INGRESS =
      new GroupVersionKind("networking.k8s.io", "v1", "Ingress");
  static final GroupVersionKind HTTP_ROUTE =
      new GroupVersionKind("gateway.networking.k8s.io", "v1", "HTTPRoute");
  static final GroupVersionKind NETWORK_POLICY =
      new GroupVersionKind("networking.k8s.io", "v1", "NetworkPolicy");
  static final GroupVersionKind PRIORITY_CLASS =
      new GroupVersionKind("scheduling.k8s.io", "v1", "PriorityClass");

  private Types() {}
}
