package dev.slipway.check.rule;

import dev.slipway.manifest.Mapping;

/** What the resources of a container, or of a whole pod, say. */
final class Resources {
  private Resources() {}

  /** Whether a resource is requested; a limit alone is the request, too. */
  static boolean requests(Mapping resources, String resource) {
    return resources.mapping("requests").has(resource) || limits(resources, resource);
  }

  static boolean limits(Mapping resources, String resource) {
    return resources.mapping("limits").has(resource);
  }
}
