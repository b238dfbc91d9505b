package dev.slipway.placement.pod;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What resource quotas look at in a pod.
 *
 * @param amounts by the names that quotas have for them
 * @param unspecified names of containers that say nothing of a resource that quotas want to be told
 * @param scopes those that the pod is in, but for that of its priority class
 * @param priorityClass the name of its priority class; empty for none
 */
record QuotaUse(
    Map<String, Long> amounts,
    Map<String, List<String>> unspecified,
    Set<String> scopes,
    String priorityClass) {
  static final String TERMINATING = "Terminating";
  static final String NOT_TERMINATING = "NotTerminating";
  static final String BEST_EFFORT = "BestEffort";
  static final String NOT_BEST_EFFORT = "NotBestEffort";
  static final String CROSS_NAMESPACE = "CrossNamespacePodAffinity";
  static final String PRIORITY_CLASS = "PriorityClass";

  static final QuotaUse NONE = new QuotaUse(Map.of(), Map.of(), Set.of(), "");
}
