package dev.slipway.app;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import java.util.OptionalInt;

/**
 * A wish or demand to stand with or apart from other pods.
 *
 * @param apart whether it is an anti-affinity
 * @param weight how much a wish counts, 1 to 100; empty for a demand
 * @param topologyKey the node label whose values are the places
 * @param selector the other pods' label selector
 */
public record PodAffinity(boolean apart, OptionalInt weight, String topologyKey, Mapping selector) {

  /** Apart from pods of a selector where that can be; the weight is 1 to 100. */
  public static PodAffinity preferApart(int weight, String topologyKey, Mapping selector) {
    return new PodAffinity(true, OptionalInt.of(weight), topologyKey, selector);
  }

  /** Never in the same place as pods of a selector. */
  public static PodAffinity requireApart(String topologyKey, Mapping selector) {
    return new PodAffinity(true, OptionalInt.empty(), topologyKey, selector);
  }

  /** With pods of a selector where that can be; the weight is 1 to 100. */
  public static PodAffinity preferTogether(int weight, String topologyKey, Mapping selector) {
    return new PodAffinity(false, OptionalInt.of(weight), topologyKey, selector);
  }

  /** Only where pods of a selector stand. */
  public static PodAffinity requireTogether(String topologyKey, Mapping selector) {
    return new PodAffinity(false, OptionalInt.empty(), topologyKey, selector);
  }

  Node toNode() {
    Mapping term = Mapping.of("labelSelector", selector, "topologyKey", Text.of(topologyKey));
    return weight.isPresent()
        ? Mapping.of("weight", Scalar.of(weight.getAsInt()), "podAffinityTerm", term)
        : term;
  }
}
