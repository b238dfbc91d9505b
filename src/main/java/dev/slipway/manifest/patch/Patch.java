package dev.slipway.manifest.patch;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;

/**
 * A change to one object, in one of the three forms that Kubernetes knows.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/">Update
 *     API objects in place using kubectl patch</a>
 */
public sealed interface Patch permits JsonPatch, MergePatch, StrategicPatch {

  /**
   * The object with the change made.
   *
   * @throws dev.slipway.manifest.InvalidInputException if the change does not fit the object
   */
  Mapping apply(Mapping object);

  /**
   * A JSON patch (RFC 6902): operations in order.
   *
   * @throws dev.slipway.manifest.InvalidInputException with every operation that is none
   */
  static Patch json(Seq operations) {
    return JsonPatch.parse(operations);
  }

  /** A JSON merge patch (RFC 7386): maps are merged, null removes, all else replaces. */
  static Patch merge(Mapping changes) {
    return new MergePatch(changes);
  }

  /** A strategic merge patch: lists of things with a name are merged by it, too. */
  static Patch strategic(Mapping changes) {
    return new StrategicPatch(changes);
  }
}
