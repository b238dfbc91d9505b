package dev.slipway.pod;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.Optional;

/**
 * What a claim asks of the cluster's storage.
 *
 * @param name the claim's name, or the template's
 * @param storageClass the class; empty for the cluster's default one
 */
public record ClaimSpec(
    String name, AccessMode accessMode, Optional<String> storageClass, Quantity size) {

  /** A claim that one node at a time may write, of the default class. */
  public static ClaimSpec of(String name, Quantity size) {
    return new ClaimSpec(name, AccessMode.READ_WRITE_ONCE, Optional.empty(), size);
  }

  public ClaimSpec storageClass(String className) {
    return new ClaimSpec(name, accessMode, Optional.of(className), size);
  }

  public ClaimSpec accessMode(AccessMode mode) {
    return new ClaimSpec(name, mode, storageClass, size);
  }

  /** The claim's {@code spec}. */
  public Mapping spec() {
    Mapping.Builder spec =
        Mapping.builder().put("accessModes", Seq.of(Text.of(accessMode.kubernetes())));
    if (storageClass.isPresent()) {
      spec.put("storageClassName", storageClass.get());
    }
    return spec.put("resources", Mapping.of("requests", Mapping.of("storage", size.toNode())))
        .build();
  }

  /** Who may mount a volume at a time. */
  public enum AccessMode {
    /** The pods of one node. */
    READ_WRITE_ONCE("ReadWriteOnce"),
    /** One pod in the whole cluster. */
    READ_WRITE_ONCE_POD("ReadWriteOncePod"),
    /** Pods of any number of nodes. */
    READ_WRITE_MANY("ReadWriteMany"),
    /** Pods of any number of nodes, none of which writes. */
    READ_ONLY_MANY("ReadOnlyMany");

    private final String kubernetes;

    AccessMode(String kubernetes) {
      this.kubernetes = kubernetes;
    }

    /** As Kubernetes writes it: {@code ReadWriteOnce}. */
    public String kubernetes() {
      return kubernetes;
    }

    /** Whether only one node's pods may use the volume at a time. */
    public boolean exclusive() {
      return this == READ_WRITE_ONCE || this == READ_WRITE_ONCE_POD;
    }
  }
}
