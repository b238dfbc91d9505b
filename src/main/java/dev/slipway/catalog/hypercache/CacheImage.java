package dev.slipway.catalog.hypercache;

import dev.slipway.pod.PullPolicy;
import java.util.List;
import java.util.Optional;

/**
 * The image of the server, as the chart's {@code image} gives it.
 *
 * @param repository registry and repository; by default {@value #REPOSITORY}
 * @param tag empty for HyperCache's version
 * @param pullPolicy by default IfNotPresent
 * @param pullSecrets Secrets to pull it with
 */
public record CacheImage(
    String repository, Optional<String> tag, PullPolicy pullPolicy, List<String> pullSecrets) {
  public static final String REPOSITORY = "ghcr.io/hyp3rd/hypercache/hypercache-server";

  public static final CacheImage DEFAULT =
      new CacheImage(REPOSITORY, Optional.empty(), PullPolicy.IF_NOT_PRESENT, List.of());

  public CacheImage {
    pullSecrets = List.copyOf(pullSecrets);
  }
}
