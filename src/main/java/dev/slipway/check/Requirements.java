package dev.slipway.check;

import java.util.List;

/**
 * What a cluster demands of everybody's workloads.
 *
 * @param requests resources that every container must request, such as {@code cpu}
 * @param limits resources that every container must limit, such as {@code memory}
 * @param labels labels that every workload and its pods must carry, by key
 */
public record Requirements(List<String> requests, List<String> limits, List<String> labels) {
  public static final Requirements NONE = new Requirements(List.of(), List.of(), List.of());

  public Requirements {
    requests = List.copyOf(requests);
    limits = List.copyOf(limits);
    labels = List.copyOf(labels);
  }
}
