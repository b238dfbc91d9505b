package dev.slipway.placement.pod;

import dev.slipway.manifest.ObjectRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes pods, and how many.
 *
 * @param surge how many pods more a rolling update may start before it ends old ones
 * @param unavailable how many of the old ones it may end before new ones are there
 * @param most how many pods an autoscaler may make of it
 */
public record Workload(
    ObjectRef ref, String namespace, int replicas, int most, int surge, int unavailable) {
  /** {@code Deployment web}, as a person would say it within its namespace. */
  public String name() {
    return ref.kind() + " " + ref.name();
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Workload workload
        && ref.equals(workload.ref)
        && namespace.equals(workload.namespace)
        && replicas == workload.replicas
        && most == workload.most
        && surge == workload.surge
        && unavailable == workload.unavailable;
  }

  @Override
  public int hashCode() {
    return Objects.hash(ref, namespace, replicas, most, surge, unavailable);
  }
}
