package dev.slipway.cdk8s;

import dev.slipway.manifest.KnownTexts;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.PlainValues;
import dev.slipway.manifest.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.ApiObjectProps;
import org.cdk8s.JsonPatch;
import software.constructs.Construct;

/** Puts one manifest into a construct tree as the raw object it is. */
final class ManifestObject {
  private static final Set<String> HEAD = Set.of("apiVersion", "kind", "metadata");

  private ManifestObject() {}

  /**
   * Adds the manifest below a construct.
   *
   * @param id the construct's id, which is part of its path in messages
   */
  static ApiObject add(Construct scope, String id, Manifest manifest) {
    ApiObject object =
        new ApiObject(
            scope,
            id,
            ApiObjectProps.builder()
                .apiVersion(manifest.ref().type().apiVersion())
                .kind(manifest.ref().kind())
                .metadata(ApiObjectMetadata.builder().name(manifest.ref().name()).build())
                .build());
    // Patches alone carry a tree through jsii as it is: props drop fields and retype values.
    List<JsonPatch> patches = new ArrayList<>();
    Mapping body = manifest.body();
    patches.add(JsonPatch.replace("/metadata", plain(body.mapping("metadata"))));
    body.forEach(
        (key, value) -> {
          // Kubernetes takes a null for a field that is not there; a patch cannot carry one.
          if (!HEAD.contains(key) && !value.equals(Scalar.NULL)) {
            patches.add(JsonPatch.add("/" + key, plain(value)));
          }
        });
    object.addJsonPatch(patches.toArray(new JsonPatch[0]));
    return object;
  }

  private static Object plain(Node value) {
    return Objects.requireNonNull(PlainValues.of(value, KnownTexts.INSTANCE));
  }
}
