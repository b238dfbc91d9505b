package dev.slipway.check.rule;

import dev.slipway.check.Kinds;
import dev.slipway.check.Reference;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a HyperbytedbCluster says what other objects say of their pods. */
final class Hyperbytedb {
  private static final GroupKind CLUSTER =
      GroupKind.of("hyperbytedb.hyperbyte.cloud", "HyperbytedbCluster");
  private static final String DEFAULT_IMAGE = "hyperbytedb:latest";

  private Hyperbytedb() {}

  static boolean is(Subject object) {
    return object.is(CLUSTER);
  }

  /** The image that it names, or the operator's default. */
  static String image(Subject cluster) {
    @Nullable String image = cluster.spec().string("image");
    return image == null ? DEFAULT_IMAGE : image;
  }

  static boolean isAutoscaled(Subject cluster) {
    return Boolean.TRUE.equals(cluster.spec().mapping("autoscaling").bool("enabled"));
  }

  /** Whether the operator makes a ServiceMonitor, which it does unless told otherwise. */
  static boolean isMonitored(Subject cluster) {
    Mapping monitoring = cluster.spec().mapping("monitoring");
    return !Boolean.FALSE.equals(monitoring.bool("enabled"))
        && !Boolean.FALSE.equals(monitoring.bool("serviceMonitor"));
  }

  /** The Secrets that it names. */
  static List<Reference> references(Subject cluster) {
    List<Reference> references = new ArrayList<>();
    add(cluster, FieldPath.of("spec", "auth", "credentialsSecretName"), references);
    add(cluster, FieldPath.of("spec", "storage", "s3", "credentialsSecretName"), references);
    add(cluster, FieldPath.of("spec", "server", "tls", "secretName"), references);
    add(cluster, FieldPath.of("spec", "cluster", "tls", "secretName"), references);
    return references;
  }

  private static void add(Subject cluster, FieldPath path, List<Reference> references) {
    Object parent = path.parent().in(cluster.body());
    @Nullable String name =
        parent instanceof Mapping map
            ? map.string((String) path.segments().get(path.segments().size() - 1))
            : null;
    if (name != null) {
      references.add(new Reference(Kinds.SECRET, name, Optional.empty(), path));
    }
  }
}
