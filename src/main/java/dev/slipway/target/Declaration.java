package dev.slipway.target;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Text;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fact that travels beside the manifests because no field of theirs can hold it. */
public sealed interface Declaration {

  /**
   * An object that is in the cluster already, or that somebody else puts there.
   *
   * @param keys for a Secret or ConfigMap, the keys it is known to have; empty where not known
   */
  record Existing(ObjectRef.Key object, Set<String> keys) implements Declaration {
    public Existing {
      keys = Set.copyOf(keys);
    }

    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Existing existing
          && object.equals(existing.object)
          && keys.equals(existing.keys);
    }

    @Override
    public int hashCode() {
      return Objects.hash(object, keys);
    }
  }

  /**
   * A workload that works only while enough of its pods are up.
   *
   * @param minAvailable how many must be
   * @param why the arithmetic behind the number, for messages
   */
  record Quorum(ObjectRef.Key workload, int minAvailable, String why) implements Declaration {
    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Quorum quorum
          && workload.equals(quorum.workload)
          && minAvailable == quorum.minAvailable
          && why.equals(quorum.why);
    }

    @Override
    public int hashCode() {
      return Objects.hash(workload, minAvailable, why);
    }
  }

  /** How long a workload's process takes to end after SIGTERM, at most. */
  record ShutdownTime(ObjectRef.Key workload, Duration time, String why) implements Declaration {
    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ShutdownTime that
          && workload.equals(that.workload)
          && time.equals(that.time)
          && why.equals(that.why);
    }

    @Override
    public int hashCode() {
      return Objects.hash(workload, time, why);
    }
  }

  /**
   * An image that pods will pull which no manifest shows, such as those that an operator starts.
   *
   * @param reference registry, repository and tag or digest
   */
  record Pulled(Text reference, String why) implements Declaration {
    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Pulled pulled
          && reference.equals(pulled.reference)
          && why.equals(pulled.why);
    }

    @Override
    public int hashCode() {
      return Objects.hash(reference, why);
    }
  }

  /**
   * The registry that images are to be copied to, for nodes that pull from no other.
   *
   * @param names how the names of all its images begin: host, path and a slash at the end
   */
  record InternalRegistry(Text names) implements Declaration {
    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof InternalRegistry registry && names.equals(registry.names);
    }

    @Override
    public int hashCode() {
      return names.hashCode();
    }
  }

  /**
   * Room on a node group for pods that no manifest shows, such as those an operator starts.
   *
   * @param cpu over all of the group's nodes together
   * @param memory over all of the group's nodes together
   * @param pods over all of the group's nodes together
   */
  record Headroom(String nodeGroup, Quantity cpu, Quantity memory, int pods, String why)
      implements Declaration {
    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Headroom headroom
          && nodeGroup.equals(headroom.nodeGroup)
          && cpu.equals(headroom.cpu)
          && memory.equals(headroom.memory)
          && pods == headroom.pods
          && why.equals(headroom.why);
    }

    @Override
    public int hashCode() {
      return Objects.hash(nodeGroup, cpu, memory, pods, why);
    }
  }

  /**
   * Something that strict defaults would have added to an object that is rendered as given.
   *
   * @param field where it would stand, or the root where it would be an object by itself
   * @param addition what it is, as a phrase: {@code 'enableServiceLinks: false'}
   * @param why what it is for, as the end of a sentence
   */
  record LeftOut(ObjectRef.Key object, FieldPath field, String addition, String why)
      implements Declaration {

    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof LeftOut left
          && object.equals(left.object)
          && field.equals(left.field)
          && addition.equals(left.addition)
          && why.equals(left.why);
    }

    @Override
    public int hashCode() {
      return Objects.hash(object, field, addition, why);
    }
  }
}
