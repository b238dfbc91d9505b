package dev.slipway.catalog.mllp;

import dev.slipway.manifest.Quantity;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import java.util.Optional;

/**
 * Where the server keeps messages that it has not handed on yet: a file that one process locks, on
 * a volume that one node at a time may write.
 *
 * @param claim the name of the PersistentVolumeClaim
 * @param storageClass the class; empty for the cluster's default one
 */
public record Outbox(String claim, Optional<String> storageClass, Quantity size) {
  public static final String DEFAULT_CLAIM = "mllp-data";
  public static final String DEFAULT_CLASS = "local-path";
  public static final Quantity DEFAULT_SIZE = Quantity.of("10Gi");

  /** The one of the page: 10Gi of the class local-path, in the claim mllp-data. */
  public static final Outbox DEFAULT =
      new Outbox(DEFAULT_CLAIM, Optional.of(DEFAULT_CLASS), DEFAULT_SIZE);

  private static final String FOLDER = "/data";

  /** The file, in the container. */
  static String file() {
    return FOLDER + "/outbox.db";
  }

  /** Whether the volume is a folder of one node, on which its pod then stays. */
  boolean local() {
    return storageClass.filter(DEFAULT_CLASS::equals).isPresent();
  }

  Mount mount() {
    ClaimSpec spec = ClaimSpec.of(claim, size);
    return Mount.writable(Volume.claim(storageClass.map(spec::storageClass).orElse(spec)), FOLDER);
  }
}
