package dev.slipway.target;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Text;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where something is rendered to.
 *
 * @param namespace the namespace of everything that is namespaced
 * @param naming how the application's objects are called and labelled
 * @param today the day against which support calendars are held; none where the caller gives none.
 *     It is asked for when there is a calendar to hold it against: to tell today's, Java reads the
 *     time zones of the world
 */
public record Target(
    Cluster cluster,
    String namespace,
    Naming naming,
    Defaults defaults,
    Supplier<Optional<LocalDate>> today) {

  /** A target for which no day is given: what goes by the calendar is then not judged. */
  public Target(Cluster cluster, String namespace, Naming naming, Defaults defaults) {
    this(cluster, namespace, naming, defaults, Optional::empty);
  }

  public boolean strict() {
    return defaults == Defaults.STRICT;
  }

  /**
   * A namespaced object with the given fields after its metadata.
   *
   * @param labels may be empty
   * @param annotations may be empty
   * @param fields what follows the metadata: {@code spec}, {@code data}, …
   */
  public Manifest object(
      GroupVersionKind type,
      String name,
      Mapping labels,
      Mapping annotations,
      Mapping fields,
      Origin origin) {
    return object(type, namespace, name, labels, annotations, fields, origin);
  }

  /** A cluster-scoped object with the given fields after its metadata. */
  public static Manifest clusterObject(
      GroupVersionKind type,
      String name,
      Mapping labels,
      Mapping annotations,
      Mapping fields,
      Origin origin) {
    return object(type, "", name, labels, annotations, fields, origin);
  }

  private static Manifest object(
      GroupVersionKind type,
      String namespace,
      String name,
      Mapping labels,
      Mapping annotations,
      Mapping fields,
      Origin origin) {
    Mapping.Builder metadata = Mapping.builder().put("name", name);
    if (!namespace.isEmpty()) {
      metadata.put("namespace", namespace);
    }
    metadata.putUnlessEmpty("labels", labels).putUnlessEmpty("annotations", annotations);
    Mapping body =
        Mapping.builder()
            .put("apiVersion", Text.of(type.apiVersion()))
            .put("kind", Text.of(type.kind()))
            .put("metadata", metadata.build())
            .putAll(fields)
            .build();
    return new Manifest(new ObjectRef(type, namespace, name), body, origin);
  }
}
