package dev.slipway.placement.filter;

import java.util.List;

/**
 * Why a node does not take a pod, in the scheduler's words.
 *
 * @param reasons of one filter, for only the first that refuses speaks
 */
public record Refusal(List<String> reasons) {
  public Refusal {
    reasons = List.copyOf(reasons);
  }

  static Refusal of(String reason) {
    return new Refusal(List.of(reason));
  }
}
