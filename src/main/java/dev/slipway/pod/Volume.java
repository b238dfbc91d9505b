package dev.slipway.pod;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Storage that a pod's containers can mount. Mounting a volume is what puts it into the pod. */
public sealed interface Volume {

  /** The volume's name within its pod: a DNS label. */
  String name();

  /** The field of the pod's volume that tells its source, as Pod Security names volume types. */
  String type();

  /** The source under {@link #type}. */
  Mapping source();

  /** The entry of the pod's {@code volumes}. */
  default Mapping toNode() {
    return Mapping.of("name", Text.of(name()), type(), source());
  }

  static Volume config(String name, String configMap) {
    return new Config(name, configMap, Map.of());
  }

  static Volume secret(String name, String secret) {
    return new Secret(name, secret, Map.of());
  }

  /** Scratch space that lives as long as its pod. */
  static Volume scratch(String name, Quantity sizeLimit) {
    return new Scratch(name, Optional.of(sizeLimit), false);
  }

  /** A PersistentVolumeClaim that is in the namespace already. */
  static Volume claim(String name, String claim) {
    return new Claim(name, claim, Optional.empty());
  }

  /** A PersistentVolumeClaim that comes with the workload that mounts it. */
  static Volume claim(ClaimSpec claim) {
    return new Claim(claim.name(), claim.name(), Optional.of(claim));
  }

  /** The volume of a StatefulSet's claim template: each pod gets a claim of its own. */
  static Volume perPod(ClaimSpec spec) {
    return new PerPod(spec);
  }

  /**
   * A ConfigMap's keys as files.
   *
   * @param items file names by key; empty for every key under its own name
   */
  record Config(String name, String configMap, Map<String, String> items) implements Volume {
    @Override
    public String type() {
      return "configMap";
    }

    @Override
    public Mapping source() {
      return withItems(Mapping.of("name", configMap), items);
    }
  }

  /**
   * A Secret's keys as files.
   *
   * @param items file names by key; empty for every key under its own name
   */
  record Secret(String name, String secret, Map<String, String> items) implements Volume {
    @Override
    public String type() {
      return "secret";
    }

    @Override
    public Mapping source() {
      return withItems(Mapping.of("secretName", secret), items);
    }
  }

  /**
   * An empty folder on the node.
   *
   * @param inMemory whether it is memory, which counts against the containers' limits
   */
  record Scratch(String name, Optional<Quantity> sizeLimit, boolean inMemory) implements Volume {
    @Override
    public String type() {
      return "emptyDir";
    }

    @Override
    public Mapping source() {
      Mapping.Builder source = Mapping.builder();
      if (inMemory) {
        source.put("medium", "Memory");
      }
      if (sizeLimit.isPresent()) {
        source.put("sizeLimit", sizeLimit.get().toNode());
      }
      return source.build();
    }
  }

  /**
   * A PersistentVolumeClaim.
   *
   * @param declared what it asks for, where it comes with the workload; empty where it is there
   */
  record Claim(String name, String claim, Optional<ClaimSpec> declared) implements Volume {
    @Override
    public String type() {
      return "persistentVolumeClaim";
    }

    @Override
    public Mapping source() {
      return Mapping.of("claimName", claim);
    }
  }

  /** A claim for each pod of a StatefulSet; it stands in the StatefulSet, not in the pod. */
  record PerPod(ClaimSpec spec) implements Volume {
    @Override
    public String name() {
      return spec.name();
    }

    @Override
    public String type() {
      return "persistentVolumeClaim";
    }

    @Override
    public Mapping source() {
      return Mapping.EMPTY;
    }
  }

  /**
   * Files from several sources in one folder.
   *
   * @param sources entries of {@code projected.sources}
   */
  record Projected(String name, List<Mapping> sources) implements Volume {
    @Override
    public String type() {
      return "projected";
    }

    @Override
    public Mapping source() {
      return Mapping.of("sources", Seq.of(sources));
    }
  }

  /** A volume that a CSI driver makes for this pod, such as one of the Secrets Store. */
  record Csi(String name, String driver, boolean readOnly, Map<String, String> attributes)
      implements Volume {
    @Override
    public String type() {
      return "csi";
    }

    @Override
    public Mapping source() {
      return Mapping.builder()
          .put("driver", driver)
          .put("readOnly", Scalar.of(readOnly))
          .putUnlessEmpty("volumeAttributes", Mapping.ofStrings(attributes))
          .build();
    }
  }

  private static Mapping withItems(Mapping source, Map<String, String> items) {
    return items.isEmpty()
        ? source
        : source.with(
            "items",
            Seq.from(
                items.entrySet(),
                item ->
                    Mapping.of("key", Text.of(item.getKey()), "path", Text.of(item.getValue()))));
  }
}
