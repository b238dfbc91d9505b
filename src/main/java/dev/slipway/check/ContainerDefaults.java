package dev.slipway.check;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;

/**
 * What LimitRanges give containers of a namespace that say nothing themselves.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">Limit ranges</a>
 */
public final class ContainerDefaults {
  private final Iterable<Subject> ranges;
  private final String namespace;

  ContainerDefaults(Iterable<Subject> ranges, String namespace) {
    this.ranges = ranges;
    this.namespace = namespace;
  }

  /** Whether one has a limit for a resource. */
  public boolean limit(String resource) {
    return any("default", resource);
  }

  /** Whether one has a request for a resource; its limit is one, too. */
  public boolean request(String resource) {
    return any("defaultRequest", resource) || limit(resource);
  }

  private boolean any(String field, String resource) {
    for (Subject range : ranges) {
      if (!range.namespace().equals(namespace)) {
        continue;
      }
      for (Node item : range.spec().seq("limits")) {
        if (item instanceof Mapping limit
            && "Container".equals(limit.string("type"))
            && limit.mapping(field).has(resource)) {
          return true;
        }
      }
    }
    return false;
  }
}
