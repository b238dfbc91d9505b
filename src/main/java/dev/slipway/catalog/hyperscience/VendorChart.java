package dev.slipway.catalog.hyperscience;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Problems;
import java.util.Map;
import java.util.Optional;

/**
 * What its user knows of the vendor's chart, which is not public, so that network policies fit the
 * pods that the chart brings. {@code helm template} shows it.
 *
 * @param platformPods labels that the platform's pods carry and no others do; empty where they are
 *     not known
 * @param trainerPods the one label that the trainer's pods carry and no others do; empty where it
 *     is not known
 * @param ingressFrom labels of the namespace of the ingress controller that brings people to the
 *     platform; absent where nobody comes from outside of the namespace
 */
public record VendorChart(
    Map<String, String> platformPods,
    Map<String, String> trainerPods,
    Optional<Map<String, String>> ingressFrom) {
  /** Nothing known. */
  public static final VendorChart UNKNOWN = new VendorChart(Map.of(), Map.of(), Optional.empty());

  /**
   * What is known.
   *
   * @throws dev.slipway.manifest.InvalidInputException if the trainer's pods have several labels:
   *     no selector selects all pods but those
   */
  public VendorChart {
    platformPods = Copies.sorted(platformPods);
    trainerPods = Copies.sorted(trainerPods);
    ingressFrom = ingressFrom.map(labels -> Copies.sorted(labels));
    Problems problems = new Problems();
    if (trainerPods.size() > 1) {
      problems.add(
          "The trainer's pods are known by %s labels: %s."
              .formatted(trainerPods.size(), String.join(", ", trainerPods.keySet())),
          "Give the one that no other pod carries: no selector leaves out pods by several.");
    }
    problems.throwIfAny("vendor's chart");
  }

  public VendorChart platformPods(Map<String, String> labels) {
    return new VendorChart(labels, trainerPods, ingressFrom);
  }

  public VendorChart trainerPods(String label, String value) {
    return new VendorChart(platformPods, Map.of(label, value), ingressFrom);
  }

  public VendorChart ingressFrom(Map<String, String> namespaceLabels) {
    return new VendorChart(platformPods, trainerPods, Optional.of(namespaceLabels));
  }
}
