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
import software.constructs.Construct;

/**
 * What several applications on one cluster share: the first that needs a namespace brings it, and
 * those that come later may loosen the level of pod security that it enforces.
 */
final class SharedObjects {
  private record Placed(Manifest manifest, Construct scope, String id) {
    ApiObject object() {
      return (ApiObject) scope.getNode().findChild(id);
    }
  }

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

  /** Takes an object that is added below a construct. */
  void add(Manifest manifest, Construct scope, String id) {
    placed.put(manifest.ref().key(), new Placed(manifest, scope, id));
  }

  private void loosen(Placed before, Manifest manifest) {
    Mapping theirs = before.manifest().metadata().mapping("labels");
    Mapping ours = manifest.metadata().mapping("labels");
    Mapping looser = NamespaceLabels.looser(theirs, ours);
    if (!with(before.manifest(), looser).equals(with(manifest, looser))) {
      throw new InvalidInputException(
          Problem.of(
              "%s is there already, at '%s', and differs."
                  .formatted(
                      manifest.ref(), before.scope().getNode().getPath() + "/" + before.id()),
              "Declare the namespace once, with the cluster's properties."));
    }
    if (!looser.equals(theirs)) {
      ApiObject object = before.object();
      // One label at a time: the chart may have put its own beside them.
      looser.forEach(
          (key, value) -> {
            if (!value.equals(theirs.get(key))) {
              object.addJsonPatch(
                  JsonPatch.add(
                      "/metadata/labels/" + key.replace("~", "~0").replace("/", "~1"),
                      Objects.requireNonNull(PlainValues.of(value, KnownTexts.INSTANCE))));
            }
          });
      placed.put(
          manifest.ref().key(),
          new Placed(
              before.manifest().withBody(with(before.manifest(), looser)),
              before.scope(),
              before.id()));
    }
  }

  private static Mapping with(Manifest manifest, Mapping labels) {
    return manifest.body().with("metadata", manifest.metadata().with("labels", labels));
  }
}
