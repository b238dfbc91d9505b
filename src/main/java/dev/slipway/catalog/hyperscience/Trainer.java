package dev.slipway.catalog.hyperscience;

import dev.slipway.manifest.Quantity;
import dev.slipway.pod.Resources;

/**
 * A trainer of one version. Before an upgrade the next version's trainer is installed beside the
 * current one.
 *
 * @param version tells it from other trainers: its workload is {@code trainer-<version>}; empty
 *     where there is only one, whose workload is {@code trainer}
 * @param image the repository among the registry's four, and the tag
 * @param storage how much it may keep on its node; the storage is its own and goes with the pod
 */
public record Trainer(String version, String image, Resources resources, Quantity storage) {
  /** Most of a smallest trainer node, for nothing else runs there. */
  public static final Resources DEFAULT_RESOURCES =
      Resources.requests("12", "48Gi").memoryLimit("48Gi");

  public static final Quantity DEFAULT_STORAGE = Quantity.of("20Gi");

  public static Trainer of(String image) {
    return new Trainer("", image, DEFAULT_RESOURCES, DEFAULT_STORAGE);
  }

  public Trainer version(String name) {
    return new Trainer(name, image, resources, storage);
  }

  public Trainer resources(Resources amounts) {
    return new Trainer(version, image, amounts, storage);
  }

  public Trainer storage(Quantity size) {
    return new Trainer(version, image, resources, size);
  }

  /** The workload's name: a DNS label. */
  String workload() {
    return version.isEmpty()
        ? "trainer"
        : "trainer-" + version.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
