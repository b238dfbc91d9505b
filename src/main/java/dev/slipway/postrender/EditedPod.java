package dev.slipway.postrender;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.podsecurity.PodTemplate;
import java.util.List;
import java.util.Optional;

/** The pod that an object is or makes, while it is changed. */
final class EditedPod {
  private final Manifest manifest;
  private final FieldPath path;
  private Mapping metadata;
  private Mapping spec;

  private EditedPod(Manifest manifest, PodTemplate pod) {
    this.manifest = manifest;
    this.path = pod.path();
    this.metadata = pod.metadata();
    this.spec = pod.spec();
  }

  /** The pod of an object, or nothing where it has none. */
  static Optional<EditedPod> of(Manifest manifest) {
    return PodTemplate.of(manifest).map(pod -> new EditedPod(manifest, pod));
  }

  Manifest manifest() {
    return manifest;
  }

  Mapping metadata() {
    return metadata;
  }

  void metadata(Mapping changed) {
    metadata = changed;
  }

  Mapping spec() {
    return spec;
  }

  void spec(Mapping changed) {
    spec = changed;
  }

  /** The object with its pod as it is now. */
  Mapping body() {
    Mapping body = manifest.body();
    if (!metadata.isEmpty()) {
      body = with(body, path.key("metadata").segments(), metadata);
    }
    return with(body, path.key("spec").segments(), spec);
  }

  /**
   * What tells this object's pods from others: the selector of its controller, or where that has
   * none the labels of the pod.
   */
  Mapping selector() {
    Mapping declared = manifest.spec().mapping("selector");
    boolean own = manifest.ref().kind().equals("ReplicationController");
    if (!declared.isEmpty() && !own) {
      return declared;
    }
    Mapping labels = own && !declared.isEmpty() ? declared : metadata.mapping("labels");
    return labels.isEmpty() ? labels : Mapping.of("matchLabels", labels);
  }

  private static Mapping with(Mapping map, List<Object> way, Node value) {
    String key = (String) way.get(0);
    return way.size() == 1
        ? map.with(key, value)
        : map.with(key, with(map.mapping(key), way.subList(1, way.size()), value));
  }
}
