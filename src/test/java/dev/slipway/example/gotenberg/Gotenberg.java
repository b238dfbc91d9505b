package dev.slipway.example.gotenberg;

import dev.slipway.app.Application;
import dev.slipway.app.Placement;
import dev.slipway.app.Replicas;
import dev.slipway.app.Workload;
import dev.slipway.manifest.Quantity;
import dev.slipway.network.Exposure;
import dev.slipway.pod.Container;
import dev.slipway.pod.Mount;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import dev.slipway.pod.Resources;
import dev.slipway.pod.Volume;
import dev.slipway.security.SecurityProfile;
import java.time.Duration;

/**
 * Gotenberg, which turns documents into PDF files by way of an HTTP API.
 *
 * @param timeout how long one conversion may take, in whole seconds
 */
public record Gotenberg(
    String name, String image, Replicas replicas, Duration timeout, Placement placement) {
  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  private static final int PORT = 3000;
  private static final int USER = 1001;

  /** The application, to be rendered for a cluster or put into an environment. */
  public Application application() {
    Probe health = Probe.http("/health", PortRef.of("http"));
    Container container =
        Container.builder("gotenberg", image)
            .port("http", PORT)
            .env("API_TIMEOUT", timeout.toSeconds() + "s")
            .env("GOTENBERG_GRACEFUL_SHUTDOWN_DURATION", timeout.toSeconds() + "s")
            .mount(Mount.writable(Volume.scratch("work", Quantity.of("1Gi")), "/tmp"))
            .resources(Resources.requests("200m", "512Mi").memoryLimit("1Gi"))
            .startup(health.every(Duration.ofSeconds(2)).failingAfter(30))
            .liveness(health.failingAfter(6))
            .readiness(health)
            .build();
    Workload workload =
        Workload.deployment(name)
            .container(container)
            .replicas(replicas)
            .placement(placement)
            .security(SecurityProfile.restricted().toBuilder().runAsUser(USER).build())
            .expose(Exposure.clusterIp().port("http", 80).build())
            .shutdown(timeout)
            .grace(timeout.plusSeconds(10))
            .build();
    return Application.builder(name).software("gotenberg").workload(workload).build();
  }
}
