package dev.slipway.app;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import java.util.List;

/**
 * What a service account may do with some objects of its namespace.
 *
 * @param apiGroups API groups; "" for the core group
 * @param resources plural names, such as {@code deployments} or {@code pods/log}
 * @param resourceNames the objects' names; empty for all
 */
public record RbacRule(
    List<String> apiGroups,
    List<String> resources,
    List<String> resourceNames,
    List<String> verbs) {
  public RbacRule {
    apiGroups = List.copyOf(apiGroups);
    resources = List.copyOf(resources);
    resourceNames = List.copyOf(resourceNames);
    verbs = List.copyOf(verbs);
  }

  public static RbacRule of(String apiGroup, List<String> resources, List<String> verbs) {
    return new RbacRule(List.of(apiGroup), resources, List.of(), verbs);
  }

  /** Whether it grants everything of something, now and whatever comes. */
  public boolean hasWildcard() {
    return apiGroups.contains("*") || resources.contains("*") || verbs.contains("*");
  }

  Mapping toNode() {
    return Mapping.builder()
        .put("apiGroups", Seq.ofStrings(apiGroups))
        .put("resources", Seq.ofStrings(resources))
        .putUnlessEmpty("resourceNames", Seq.ofStrings(resourceNames))
        .put("verbs", Seq.ofStrings(verbs))
        .build();
  }
}
