package dev.slipway.catalog.mllp;

import dev.slipway.app.Disruption;
import dev.slipway.app.Rollout;
import dev.slipway.app.Settings;
import dev.slipway.app.Workload;
import dev.slipway.manifest.Text;
import dev.slipway.network.Exposure;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import dev.slipway.pod.Volume;
import dev.slipway.secret.SecretType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The server's only workload, as its page "Kubernetes" has it. */
final class ServerWorkload {
  private static final String PORT_NAME = "mllp";

  /** How long a client stays on its pod, so that its long-lived connection does. */
  private static final Duration SESSION = Duration.ofSeconds(3600);

  private final MllpServer server;

  ServerWorkload(MllpServer server) {
    this.server = server;
  }

  Workload workload() {
    Workload.Builder workload =
        Workload.deployment(server.name())
            .container(container())
            .replicas(server.replicas())
            .placement(server.placement())
            .security(server.security())
            .expose(
                Exposure.clusterIp()
                    .port(PORT_NAME, server.port())
                    .sessionAffinity(SESSION)
                    .build())
            .network(
                NetworkAccess.closed()
                    .from(Peer.namespaces(server.clients()), PolicyPort.tcp(server.port()))
                    .openEgress())
            .settings(Settings.env("config", texts(server.settings())))
            .disruption(budget())
            .grace(server.grace())
            .shutdown(server.ending());
    Map<String, String> label = Map.of("app", server.name());
    if (server.strict()) {
      workload.selector(label);
    } else {
      workload.onlyLabels(label);
    }
    server.outbox().ifPresent(outbox -> workload.rollout(Rollout.recreate()));
    server
        .tls()
        .filter(tls -> tls.rotation() == Tls.Rotation.RELOAD)
        .ifPresent(tls -> workload.uses(new ReloadedSecret(tls.secret())));
    if (server.serviceAccount().isPresent()) {
      workload.serviceAccount(server.serviceAccount().get());
    }
    server.imagePullSecrets().forEach(workload::imagePullSecret);
    return workload.build();
  }

  /** The page keeps one pod, which blocks every drain where there is only one. */
  private Disruption budget() {
    return server.replicas().min() > 1 ? Disruption.minAvailable(1) : Disruption.unbounded();
  }

  private Container container() {
    PortRef port = PortRef.of(PORT_NAME);
    Probe probe = Probe.tcp(port).after(Duration.ofSeconds(5)).within(Duration.ofSeconds(3));
    Container.Builder container =
        Container.builder(MllpServer.SOFTWARE, server.image())
            .port(PORT_NAME, server.port())
            .env(EnvVar.field("POD_NAME", "metadata.name"))
            .env(EnvVar.field("POD_NAMESPACE", "metadata.namespace"))
            .liveness(probe.every(Duration.ofSeconds(10)).failingAfter(3))
            .readiness(probe.every(Duration.ofSeconds(5)).failingAfter(2))
            .resources(server.resources());
    if (server.outbox().isPresent()) {
      container.env(server.keys().database(), Outbox.file()).mount(server.outbox().get().mount());
    }
    if (server.tls().isPresent()) {
      addCertificate(container, server.tls().get());
    }
    return container.build();
  }

  private void addCertificate(Container.Builder container, Tls tls) {
    container
        .env(server.keys().tlsCertificate(), Tls.file(SecretType.TLS_CERTIFICATE))
        .env(server.keys().tlsKey(), Tls.file(SecretType.TLS_KEY))
        .mount(Mount.readOnly(Volume.secret("tls", tls.secret().name()), Tls.FOLDER));
  }

  private static Map<String, Text> texts(Map<String, String> values) {
    Map<String, Text> texts = new LinkedHashMap<>();
    values.forEach((key, value) -> texts.put(key, Text.of(value)));
    return texts;
  }
}
