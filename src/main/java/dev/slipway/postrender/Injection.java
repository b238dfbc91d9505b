package dev.slipway.postrender;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problems;
import dev.slipway.pod.EnvFrom;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import java.util.List;

/**
 * Variables and files that containers get.
 *
 * @param containers by name; empty for every one but init containers
 * @param env variables, each in place of one of its name
 * @param envFrom ConfigMaps and Secrets all of whose keys become variables
 * @param mounts volumes, each in place of what is mounted at its path
 */
public record Injection(
    List<String> containers, List<EnvVar> env, List<EnvFrom> envFrom, List<Mount> mounts) {
  public static final Injection NONE = new Injection(List.of(), List.of(), List.of(), List.of());

  /**
   * What containers get.
   *
   * @throws InvalidInputException if a volume would have to be made, or containers get nothing
   */
  public Injection {
    containers = List.copyOf(containers);
    env = List.copyOf(env);
    envFrom = List.copyOf(envFrom);
    mounts = List.copyOf(mounts);
    Problems problems = new Problems();
    for (Mount mount : mounts) {
      if (mount.volume() instanceof Volume.PerPod
          || mount.volume() instanceof Volume.Claim claim && claim.declared().isPresent()) {
        problems.add(
            "The claim '%s' would have to be made, and nothing is added to what came in."
                .formatted(mount.volume().name()),
            "Mount a claim that is there already, without a size; or have the chart make it.",
            "mounts");
      }
    }
    if (!containers.isEmpty() && env.isEmpty() && envFrom.isEmpty() && mounts.isEmpty()) {
      problems.add(
          "Containers are named, and nothing is given to them.",
          "Add env, envFrom or mounts, or leave containers out.",
          "containers");
    }
    problems.throwIfAny();
  }

  boolean isNone() {
    return equals(NONE);
  }
}
