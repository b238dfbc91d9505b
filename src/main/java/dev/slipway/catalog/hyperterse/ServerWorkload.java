package dev.slipway.catalog.hyperterse;

import dev.slipway.app.Settings;
import dev.slipway.app.Workload;
import dev.slipway.network.Exposure;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import dev.slipway.network.ServicePort;
import dev.slipway.pod.Container;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import java.time.Duration;
import java.util.Map;

/** The pods of Hyperterse and what stands around them, as its page has them. */
final class ServerWorkload {
  private static final int SERVICE_PORT = 80;
  private static final Duration STARTUP_PERIOD = Duration.ofSeconds(5);

  private final Hyperterse system;

  ServerWorkload(Hyperterse system) {
    this.system = system;
  }

  Workload workload() {
    Workload.Builder workload =
        Workload.deployment(system.name())
            .selector(Map.of("app", system.name()))
            .replicas(system.replicas())
            .container(server())
            .security(system.security())
            .placement(system.placement())
            .expose(system.service().orElseGet(this::service));
    if (!system.strict()) {
      workload.onlyLabels(Map.of());
    }
    if (!system.configuration().isEmpty()) {
      workload.settings(
          Settings.files(
              "config", system.configuration().folder(), system.configuration().texts()));
    }
    if (system.serviceAccount().isPresent()) {
      workload.serviceAccount(system.serviceAccount().get());
    }
    if (system.disruption().isPresent()) {
      workload.disruption(system.disruption().get());
    }
    system.pullSecrets().forEach(workload::imagePullSecret);
    for (var ingress : system.ingresses()) {
      workload.ingress(
          system.sessions() ? ingress.keepingSessions(Hyperterse.SESSION_COOKIE) : ingress);
    }
    for (var route : system.routes()) {
      workload.route(system.sessions() ? route.keepingSessions(Hyperterse.SESSION_COOKIE) : route);
    }
    if (system.network().isPresent() || system.strict()) {
      workload.network(system.network().orElseGet(this::access));
    }
    return workload.build();
  }

  private Container server() {
    Container.Builder container =
        Container.builder("hyperterse", system.image())
            .port(dev.slipway.pod.Port.of(system.port()))
            .env(system.env());
    if (system.port() != Hyperterse.PORT) {
      container.env("PORT", String.valueOf(system.port()));
    }
    Probe heartbeat = Probe.http("/heartbeat", PortRef.of(system.port()));
    if (system.startup().isPresent()) {
      container.startup(
          heartbeat.every(STARTUP_PERIOD).failingAfter(attempts(system.startup().get())));
    }
    return container
        .liveness(heartbeat.after(Duration.ofSeconds(5)).every(Duration.ofSeconds(10)))
        .readiness(heartbeat.after(Duration.ofSeconds(3)).every(Duration.ofSeconds(5)))
        .resources(system.resources())
        .build();
  }

  private static int attempts(Duration longest) {
    long period = STARTUP_PERIOD.toSeconds();
    return Math.toIntExact((longest.toSeconds() + period - 1) / period);
  }

  private Exposure service() {
    return Exposure.clusterIp().port(ServicePort.of(SERVICE_PORT, system.port())).build();
  }

  /** Its connectors lead to databases and services that nothing here can know. */
  private NetworkAccess access() {
    PolicyPort port = PolicyPort.tcp(system.port());
    NetworkAccess access = NetworkAccess.closed().from(Peer.pods(Map.of()), port);
    boolean external = system.service().map(s -> s.type().external()).orElse(false);
    return (external ? access.fromAnywhere(port) : access).openEgress();
  }
}
