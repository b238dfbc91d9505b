package dev.slipway.app;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Seq;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Renders a namespace and the bounds it sets. */
public final class NamespaceRendering {
  private static final Mapping MANAGED = Mapping.of("app.kubernetes.io/managed-by", "slipway");

  private NamespaceRendering() {}

  /**
   * The namespace itself, if it comes with the environment, and its quota and limit range.
   *
   * @param security labels of the Pod Security admission; the namespace's own win over them
   */
  public static List<Manifest> render(Namespace namespace, Map<String, String> security) {
    List<Manifest> objects = new ArrayList<>();
    Origin origin =
        Origin.of(
            "namespace '" + namespace.name() + "'", FieldPath.of("namespaces", namespace.name()));
    if (namespace.created()) {
      Map<String, String> labels = new TreeMap<>(security);
      labels.putAll(namespace.labels());
      Mapping.Builder all = Mapping.builder().putAll(MANAGED);
      labels.forEach(all::put);
      objects.add(
          Target.clusterObject(
              Types.NAMESPACE,
              namespace.name(),
              all.build(),
              Mapping.ofStrings(namespace.annotations()),
              Mapping.EMPTY,
              origin));
    }
    if (!namespace.quota().isEmpty()) {
      Mapping.Builder hard = Mapping.builder();
      namespace.quota().forEach((name, amount) -> hard.put(name, amount.toNode()));
      objects.add(bounds(Types.QUOTA, namespace.name(), Mapping.of("hard", hard.build()), origin));
    }
    if (!namespace.limits().isEmpty()) {
      Mapping spec = Mapping.of("limits", Seq.from(namespace.limits(), LimitRangeItem::toNode));
      objects.add(bounds(Types.LIMIT_RANGE, namespace.name(), spec, origin));
    }
    return objects;
  }

  private static Manifest bounds(
      GroupVersionKind type, String namespace, Mapping spec, Origin origin) {
    Mapping metadata =
        Mapping.builder()
            .put("name", namespace)
            .put("namespace", namespace)
            .put("labels", MANAGED)
            .build();
    Mapping body =
        Mapping.builder()
            .put("apiVersion", type.apiVersion())
            .put("kind", type.kind())
            .put("metadata", metadata)
            .put("spec", spec)
            .build();
    return new Manifest(new ObjectRef(type, namespace, namespace), body, origin);
  }
}
