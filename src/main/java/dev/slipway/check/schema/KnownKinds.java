package dev.slipway.check.schema;

import dev.slipway.manifest.ShippedFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The definition of HyperbytedbCluster that comes with Slipway, for where none is given; read when
 * there is such an object. It is {@code crds/} without what is only to be read by people, and with
 * the field of the operator's page that no released definition has: the model warns of that one.
 */
final class KnownKinds {
  static final String HYPERBYTEDB = "hyperbytedb.hyperbyte.cloud";

  private static final String FILE = "hyperbytedbclusters.json";

  private KnownKinds() {}

  /** The kind of the group that is called so, or null. */
  static @Nullable CustomKind find(String kind) {
    return kind.equals("HyperbytedbCluster") ? Shipped.HYPERBYTEDB_CLUSTER : null;
  }

  private static final class Shipped {
    static final CustomKind HYPERBYTEDB_CLUSTER =
        CustomKind.known(
            ShippedJson.read(
                new String(ShippedFile.read(KnownKinds.class, FILE), StandardCharsets.UTF_8)));
  }
}
