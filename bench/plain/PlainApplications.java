import dev.slipway.app.Application;
import dev.slipway.app.Namespace;
import dev.slipway.app.Workload;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.network.Exposure;
import dev.slipway.pod.Container;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import dev.slipway.pod.Resources;
import dev.slipway.render.Planner;
import dev.slipway.target.Defaults;
import java.io.FileOutputStream;
import java.io.OutputStream;

/**
 * Declares as many plain applications as asked for and writes their manifests to standard output.
 */
public final class PlainApplications {
  public static void main(String[] args) throws Exception {
    Cluster cluster =
        Cluster.builder("bench")
            .cloud(Cloud.NONE)
            .distribution(Distribution.KUBERNETES)
            .kubernetes("1.34")
            .build();
    Planner planner = Planner.on(cluster).namespace(Namespace.existing("apps"));
    int count = Integer.parseInt(args[0]);
    for (int i = 0; i < count; i++) {
      planner.application(application("app-" + i));
    }
    try (OutputStream out = new FileOutputStream(java.io.FileDescriptor.out)) {
      YamlWriter.write(planner.plan().all(), out);
    }
  }

  private static Application application(String name) {
    Container container =
        Container.builder("app", "registry.example.com/" + name + ":1.0")
            .port("http", 8080)
            .env("LOG_LEVEL", "info")
            .liveness(Probe.http("/healthz", PortRef.of("http")))
            .readiness(Probe.http("/ready", PortRef.of("http")))
            .resources(Resources.requests("100m", "128Mi").limits("500m", "256Mi"))
            .build();
    return Application.builder(name)
        .namespace("apps")
        .defaults(Defaults.AS_GIVEN)
        .workload(
            Workload.deployment(name)
                .replicas(2)
                .container(container)
                .expose(Exposure.clusterIp().port("http", 80).build())
                .build())
        .build();
  }
}
