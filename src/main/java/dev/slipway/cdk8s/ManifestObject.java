package dev.slipway.cdk8s;

import dev.slipway.manifest.KnownTexts;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.PlainValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.ApiObjectProps;
import org.cdk8s.JsonPatch;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * Puts one manifest into a construct tree as the raw object it is.
 *
 * <p>Its name, namespace, labels and annotations go in as metadata, so that what a chart or an
 * aspect of the app adds there is kept; all else goes in as patches, which alone carry a tree
 * through jsii as it is: properties drop fields and retype values.
 */
final class ManifestObject {
  private static final Set<String> HEAD = Set.of("apiVersion", "kind", "metadata");
  private static final Set<String> TYPED = Set.of("name", "namespace", "labels", "annotations");

  /**
   * What becomes a null at cdk8s. jsii carries none; a date beyond those of JavaScript is invalid
   * there, and JSON, by way of which cdk8s copies its patches, writes an invalid date as null.
   */
  private static final Instant NULL = Instant.MAX;

  private ManifestObject() {}

  /**
   * Adds the manifest below a construct.
   *
   * @param id the construct's id, which is part of its path in messages
   * @param namespaced whether the chart has a namespace, which cdk8s stamps on every object
   */
  static ApiObject add(Construct scope, String id, Manifest manifest, boolean namespaced) {
    Mapping metadata = manifest.metadata();
    ApiObject object =
        new ApiObject(
            scope,
            id,
            ApiObjectProps.builder()
                .apiVersion(manifest.ref().type().apiVersion())
                .kind(manifest.ref().kind())
                .metadata(typed(metadata, manifest))
                .build());
    List<JsonPatch> patches = new ArrayList<>();
    metadata.forEach(
        (key, value) -> {
          if (!TYPED.contains(key)) {
            add(patches, "/metadata/" + key, value);
          }
        });
    if (namespaced && manifest.ref().namespace().isEmpty()) {
      // Only what is there can be removed, and a later version of cdk8s may not put it there.
      patches.add(JsonPatch.add("/metadata/namespace", ""));
      patches.add(JsonPatch.remove("/metadata/namespace"));
    }
    manifest
        .body()
        .forEach(
            (key, value) -> {
              if (!HEAD.contains(key)) {
                add(patches, "/" + key, value);
              }
            });
    if (!patches.isEmpty()) {
      object.addJsonPatch(patches.toArray(new JsonPatch[0]));
    }
    return object;
  }

  private static ApiObjectMetadata typed(Mapping metadata, Manifest manifest) {
    ApiObjectMetadata.Builder typed = ApiObjectMetadata.builder().name(manifest.ref().name());
    if (!manifest.ref().namespace().isEmpty()) {
      typed.namespace(manifest.ref().namespace());
    }
    Map<String, String> labels = strings(metadata.mapping("labels"));
    if (!labels.isEmpty()) {
      typed.labels(labels);
    }
    Map<String, String> annotations = strings(metadata.mapping("annotations"));
    if (!annotations.isEmpty()) {
      typed.annotations(annotations);
    }
    return typed.build();
  }

  private static Map<String, String> strings(Mapping mapping) {
    Map<String, String> strings = new LinkedHashMap<>();
    mapping.forEach((key, value) -> strings.put(key, String.valueOf(plain(value))));
    return strings;
  }

  private static void add(List<JsonPatch> patches, String path, Node value) {
    patches.add(JsonPatch.add(path, plain(value)));
  }

  private static Object plain(Node value) {
    return withNulls(PlainValues.of(value, KnownTexts.INSTANCE));
  }

  /**
   * The value, with what stands for null to cdk8s. jsii has no null; a date that is none becomes
   * one where cdk8s copies its patches as JSON.
   */
  private static Object withNulls(@Nullable Object value) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(String.valueOf(key), withNulls(item)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(item -> copy.add(withNulls(item)));
      return copy;
    }
    return value;
  }
}
