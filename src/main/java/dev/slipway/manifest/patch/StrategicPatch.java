package dev.slipway.manifest.patch;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A strategic merge patch: as a JSON merge patch, but lists of Kubernetes' own kinds that have a
 * merge key (containers by {@code name}, a Service's ports by {@code port}) are merged item by
 * item.
 *
 * <p>The directives {@code $patch: replace | delete | merge}, {@code $retainKeys}, {@code
 * $deleteFromPrimitiveList/x} and {@code $setElementOrder/x} are honoured. Items that a patch adds
 * stand before those that only the object has, as kubectl puts them, unless {@code
 * $setElementOrder} says otherwise. Two things are stricter or kinder than in a cluster: a merge
 * key that several items of the object share is refused, for it would silently change the first of
 * them only; and {@code $patch: replace} also works where there was nothing to replace.
 *
 * <p>Nobody tells the merge keys of custom resources: theirs are patched as by a JSON merge patch,
 * without directives.
 *
 * @see <a
 *     href="https://github.com/kubernetes/community/blob/main/contributors/devel/sig-api-machinery/strategic-merge-patch.md">Strategic
 *     merge patch</a>
 */
public record StrategicPatch(Mapping changes) implements Patch {

  @Override
  public Mapping apply(Mapping object) {
    Problems problems = new Problems();
    @Nullable PatchSchema schema = PatchSchema.of(kindOf(object));
    Mapping patched;
    if (schema != null) {
      patched = new StrategicMerge(problems).maps(object, changes, schema, FieldPath.ROOT);
    } else {
      PatchDirectives.refuse(
          changes, FieldPath.ROOT, "a custom resource tells no merge keys", problems);
      patched = MergePatch.merge(object, changes);
    }
    problems.throwIfAny();
    return patched;
  }

  private static GroupKind kindOf(Mapping object) {
    @Nullable String apiVersion = object.string("apiVersion");
    @Nullable String kind = object.string("kind");
    return GroupVersionKind.of(apiVersion == null ? "" : apiVersion, kind == null ? "" : kind)
        .groupKind();
  }
}
