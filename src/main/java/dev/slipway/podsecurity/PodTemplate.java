package dev.slipway.podsecurity;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pod as a manifest describes it: a Pod itself, or the template that a workload makes its pods
 * from.
 *
 * @param metadata the pod's metadata; its annotations carry what older clusters had no fields for
 * @param spec the pod's spec
 * @param path where the two stand in their manifest; the root for a Pod
 */
public record PodTemplate(Mapping metadata, Mapping spec, FieldPath path) {
  private static final FieldPath TEMPLATE = FieldPath.of("spec", "template");

  private static final Map<GroupKind, FieldPath> PATHS =
      Map.of(
          GroupKind.of("", "Pod"), FieldPath.ROOT,
          GroupKind.of("", "PodTemplate"), FieldPath.of("template"),
          GroupKind.of("", "ReplicationController"), TEMPLATE,
          GroupKind.of("apps", "ReplicaSet"), TEMPLATE,
          GroupKind.of("apps", "Deployment"), TEMPLATE,
          GroupKind.of("apps", "StatefulSet"), TEMPLATE,
          GroupKind.of("apps", "DaemonSet"), TEMPLATE,
          GroupKind.of("batch", "Job"), TEMPLATE,
          GroupKind.of("batch", "CronJob"),
              FieldPath.of("spec", "jobTemplate", "spec", "template"));

  /** A pod that stands in no manifest. */
  public static PodTemplate of(Mapping metadata, Mapping spec) {
    return new PodTemplate(metadata, spec, FieldPath.ROOT);
  }

  /**
   * The pod that a manifest describes, or nothing where it describes none: for any kind but those
   * that Pod Security itself looks into, and for one of those without a template.
   */
  public static Optional<PodTemplate> of(Manifest manifest) {
    @Nullable FieldPath path = PATHS.get(manifest.ref().type().groupKind());
    return path != null && path.in(manifest.body()) instanceof Mapping pod
        ? Optional.of(new PodTemplate(pod.mapping("metadata"), pod.mapping("spec"), path))
        : Optional.empty();
  }

  /** The pod's containers: init containers, then the others, then ephemeral ones. */
  List<Part> containers() {
    List<Part> containers = new ArrayList<>();
    for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
      Seq bodies = spec.seq(list);
      for (int i = 0; i < bodies.size(); i++) {
        if (bodies.get(i) instanceof Mapping body) {
          containers.add(
              new Part(Optional.of(Fields.string(body, "name")), body, at(list).index(i)));
        }
      }
    }
    return containers;
  }

  /** All that has a security context: the pod as a whole, then its containers. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(whole());
    parts.addAll(containers());
    return parts;
  }

  /** The pod as a whole. */
  Part whole() {
    return new Part(Optional.empty(), spec, path.key("spec"));
  }

  /** The path of a field of the spec. */
  FieldPath at(String field) {
    return path.key("spec").key(field);
  }

  /** The annotations whose keys begin so, in their order. */
  Map<String, Node> annotations(String prefix) {
    Map<String, Node> found = new LinkedHashMap<>();
    metadata
        .mapping("annotations")
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                found.put(key, value);
              }
            });
    return found;
  }

  /** The path of an annotation. */
  FieldPath annotation(String key) {
    return path.key("metadata").key("annotations").key(key);
  }

  /** Whether the pod says that it is for Windows nodes. */
  boolean isForWindows() {
    return "windows".equals(spec.mapping("os").string("name"));
  }

  /** Whether the pod's users are not the node's: root within it is nobody outside. */
  boolean hasUserNamespace() {
    return Boolean.FALSE.equals(spec.bool("hostUsers"));
  }
}
