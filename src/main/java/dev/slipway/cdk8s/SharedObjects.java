package dev.slipway.cdk8s;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.KnownTexts;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.PlainValues;
import dev.slipway.manifest.Problem;
import dev.slipway.security.NamespaceLabels;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.cdk8s.ApiObject;
import org.cdk8s.JsonPatch;
import org.jspecify.annotations.Nullable;

/**
 * What several applications on one cluster share: the first that needs a namespace brings it, and
 * those that come later may loosen the level of pod security that it enforces.
 */
final class SharedObjects {
  private record Placed(Manifest manifest, ApiObject object) {}

  private final Map<ObjectRef.Key, Placed> placed = new HashMap<>();

  /** Whether an object is in the tree already, as this application needs it. */
  boolean has(Manifest manifest) {
    @Nullable Placed before = placed.get(manifest.ref().key());
    if (before == null) {
      return false;
    }
    if (!before.manifest().body().equals(manifest.body())) {
      loosen(before, manifest);
    }
    return true;
  }

  void add(Manifest manifest, ApiObject object) {
    placed.put(manifest.ref().key(), new Placed(manifest, object));
  }

  private void loosen(Placed before, Manifest manifest) {
    Mapping theirs = before.manifest().metadata().mapping("labels");
    Mapping ours = manifest.metadata().mapping("labels");
    Mapping looser = NamespaceLabels.looser(theirs, ours);
    if (!with(before.manifest(), looser).equals(with(manifest, looser))) {
      throw new InvalidInputException(
          Problem.of(
              "%s is there already, at '%s', and differs."
                  .formatted(manifest.ref(), before.object().getNode().getPath()),
              "Declare the namespace once, with the cluster's properties."));
    }
    if (!looser.equals(theirs)) {
      // One label at a time: the chart may have put its own beside them.
      looser.forEach(
          (key, value) -> {
            if (!value.equals(theirs.get(key))) {
              before
                  .object()
                  .addJsonPatch(
                      JsonPatch.add(
                          "/metadata/labels/" + key.replace("~", "~0").replace("/", "~1"),
                          Objects.requireNonNull(PlainValues.of(value, KnownTexts.INSTANCE))));
            }
          });
      placed.put(
          manifest.ref().key(),
          new Placed(before.manifest().withBody(with(before.manifest(), looser)), before.object()));
    }
  }

  private static Mapping with(Manifest manifest, Mapping labels) {
    return manifest.body().with("metadata", manifest.metadata().with("labels", labels));
  }
}
