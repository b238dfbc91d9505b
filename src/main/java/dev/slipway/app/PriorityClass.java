package dev.slipway.app;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problems;
import dev.slipway.target.Target;
import java.util.Optional;

/**
 * How important pods are that name it: which are scheduled first, and which make room for others.
 *
 * @param value from -2147483648 to 1000000000; pods without a class have 0
 * @param preempts whether its pods may evict others to have room
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/">Pod
 *     priority</a>
 */
public record PriorityClass(String name, int value, boolean preempts, String description) {
  /** What is above is Kubernetes' own. */
  private static final int HIGHEST = 1_000_000_000;

  public PriorityClass {
    Problems problems = new Problems();
    Optional<String> wrongName = Names.subdomain(name);
    if (wrongName.isPresent()) {
      problems.add("The name '" + name + "' " + wrongName.get() + ".", "Rename it.", "name");
    }
    if (name.startsWith("system-")) {
      problems.add(
          "The name '" + name + "' begins with system-.", "Such are Kubernetes' own.", "name");
    }
    if (value > HIGHEST) {
      problems.add("Its value is " + value + ".", "Give at most " + HIGHEST + ".", "value");
    }
    problems.throwIfAny("priority class '" + name + "'");
  }

  public static PriorityClass of(String name, int value) {
    return new PriorityClass(name, value, true, "");
  }

  /** The object; it belongs to no namespace and no application. */
  public Manifest manifest() {
    Mapping.Builder fields = Mapping.builder().put("value", value);
    if (!preempts) {
      fields.put("preemptionPolicy", "Never");
    }
    if (!description.isEmpty()) {
      fields.put("description", description);
    }
    return Target.clusterObject(
        Types.PRIORITY_CLASS,
        name,
        Mapping.of("app.kubernetes.io/managed-by", "slipway"),
        Mapping.EMPTY,
        fields.build(),
        Origin.of("priority class '" + name + "'", FieldPath.of("priorityClasses", name)));
  }
}
