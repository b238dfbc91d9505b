package dev.slipway.catalog.hyperscience;

import dev.slipway.manifest.Quantity;
import java.util.List;

/**
 * What the operator will start that no manifest shows.
 *
 * @param images the images that blocks pull, so that the list of images to copy is complete
 * @param cpu cores to keep free for blocks on the platform nodes together
 * @param memory memory to keep free for blocks on the platform nodes together
 * @param pods how many blocks run at a time at most
 */
public record Blocks(List<String> images, Quantity cpu, Quantity memory, int pods) {
  /** Nothing known and nothing kept free. */
  public static final Blocks NONE = new Blocks(List.of(), Quantity.ZERO, Quantity.ZERO, 0);

  public Blocks {
    images = List.copyOf(images);
  }

  public boolean needsRoom() {
    return pods > 0 || !cpu.isZero() || !memory.isZero();
  }
}
