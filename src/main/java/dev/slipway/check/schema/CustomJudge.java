package dev.slipway.check.schema;

import dev.slipway.check.schema.Fault.What;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a custom resource as the API server does by its definition: unknown fields as they came,
 * then, with nulls taken out and defaults filled in, everything else. Rules in CEL
 * (x-kubernetes-validations) are not evaluated.
 *
 * @see <a href=
 *     "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/">
 *     Custom resource definitions</a>
 */
final class CustomJudge {
  private final CustomKind kind;
  private final Judge judge;
  private final Patterns patterns;
  private final List<Fault> faults;

  /**
   * A judge of objects of a kind.
   *
   * @param judge judges the metadata of the object and of those within it
   */
  CustomJudge(CustomKind kind, Judge judge, Patterns patterns, List<Fault> faults) {
    this.kind = kind;
    this.judge = judge;
    this.patterns = patterns;
    this.faults = faults;
  }

  void object(Manifest object) {
    GroupVersionKind type = object.ref().type();
    @Nullable Mapping version = kind.version(type.version());
    judge.metadata(object.body(), Place.ROOT);
    if (version == null) {
      if (kind.isComplete()) {
        unserved(type);
      }
      return;
    }
    @Nullable Node schema = version.mapping("schema").get("openAPIV3Schema");
    if (schema instanceof Mapping root) {
      new UnknownFields(type, faults).find(object.body(), root);
      // What the status subresource holds is thrown away on creation.
      boolean dropped = version.mapping("subresources").has("status");
      Mapping body = dropped ? object.body().without("status") : object.body();
      Node completed = Completed.of(body, root);
      new Constraints(type.kind(), judge, faults, patterns).judge(completed, root, Place.ROOT);
      scale(completed, version.mapping("subresources").mapping("scale"));
    }
  }

  private void unserved(GroupVersionKind type) {
    List<String> served = kind.versions();
    faults.add(
        new Fault(
            What.UNSERVED_KIND,
            FieldPath.of("apiVersion"),
            "%s '%s' is not served: its CustomResourceDefinition serves %s."
                .formatted(
                    type.kind(),
                    type.apiVersion(),
                    served.isEmpty() ? "none" : Strangers.list(served, "and")),
            served.isEmpty()
                ? "Have the definition serve a version."
                : "Write apiVersion: %s/%s, and look at the fields: they may have changed with it."
                    .formatted(type.group(), served.get(served.size() - 1))));
  }

  /** What the scale subresource takes for the number of replicas must be one. */
  private void scale(Node object, Mapping scale) {
    @Nullable String path = scale.string("specReplicasPath");
    if (path == null) {
      return;
    }
    Place place = Place.ROOT;
    @Nullable Node replicas = object;
    for (String key : (path.startsWith(".") ? path.substring(1) : path).split("\\.")) {
      place = place.key(key);
      replicas = replicas instanceof Mapping part ? part.get(key) : null;
    }
    @Nullable Long number = replicas instanceof Scalar scalar ? scalar.asLong() : null;
    if (replicas != null && number != null && (number < 0 || number > Integer.MAX_VALUE)) {
      new Values(faults).beyond(replicas, "an integer from 0 to " + Integer.MAX_VALUE, place);
    }
  }
}
