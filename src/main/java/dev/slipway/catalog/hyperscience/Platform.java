package dev.slipway.catalog.hyperscience;

import dev.slipway.app.Replicas;
import dev.slipway.pod.Probe;
import dev.slipway.pod.Resources;
import java.util.Optional;

/**
 * The part of Hyperscience that people and the trainer talk to.
 *
 * @param image the repository among the registry's four, and the tag: {@code forms:40.1.2}
 * @param port the port of its API and pages in the container
 * @param probe how the kubelet asks it; by default whether it accepts a connection on its port
 */
public record Platform(
    String image, int port, Replicas replicas, Resources resources, Optional<Probe> probe) {
  /** The page names no port; this is the one that a container may open without a capability. */
  public static final int DEFAULT_PORT = 8080;

  /** Two, so that one can go while a node is drained; there are two platform nodes at least. */
  public static final Replicas DEFAULT_REPLICAS = Replicas.fixed(2);

  /** A quarter of a smallest platform node, so that the blocks have room. */
  public static final Resources DEFAULT_RESOURCES =
      Resources.requests("2", "8Gi").memoryLimit("8Gi");

  public static Platform of(String image) {
    return new Platform(image, DEFAULT_PORT, DEFAULT_REPLICAS, DEFAULT_RESOURCES, Optional.empty());
  }

  public Platform port(int number) {
    return new Platform(image, number, replicas, resources, probe);
  }

  public Platform replicas(Replicas howMany) {
    return new Platform(image, port, howMany, resources, probe);
  }

  public Platform resources(Resources amounts) {
    return new Platform(image, port, replicas, amounts, probe);
  }

  public Platform probe(Probe how) {
    return new Platform(image, port, replicas, resources, Optional.of(how));
  }
}
