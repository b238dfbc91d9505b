package dev.slipway.check.schema;

import dev.slipway.manifest.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    static final CustomKind HYPERBYTEDB_CLUSTER = CustomKind.known(read());

    private static Mapping read() {
      try (@Nullable InputStream in = KnownKinds.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IllegalStateException(FILE + " is missing.");
        }
        return ShippedJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
