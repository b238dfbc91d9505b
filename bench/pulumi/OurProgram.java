import com.pulumi.resources.ComponentResourceOptions;
import dev.slipway.app.Application;
import dev.slipway.app.Namespace;
import dev.slipway.app.Workload;
import dev.slipway.cluster.Cluster;
import dev.slipway.network.Exposure;
import dev.slipway.pod.Container;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import dev.slipway.pod.Resources;
import dev.slipway.pulumi.ApplicationArgs;
import dev.slipway.pulumi.ApplicationComponent;
import dev.slipway.pulumi.ClusterComponent;
import dev.slipway.target.Defaults;

/** As many Deployments and Services as asked for, as an application of Slipway's, checked. */
final class OurProgram {
  private OurProgram() {}

  static void register(int count) {
    new ApplicationComponent(
        "apps",
        application(count),
        new ClusterComponent("bench", Cluster.builder("bench").kubernetes("1.34").build()),
        ApplicationArgs.builder().namespace(Namespace.existing("apps")).build(),
        ComponentResourceOptions.Empty);
  }

  static Application application(int count) {
    Application.Builder apps =
        Application.builder("apps").namespace("apps").defaults(Defaults.AS_GIVEN);
    for (int i = 0; i < count; i++) {
      apps.workload(workload("app-" + i));
    }
    return apps.build();
  }

  private static Workload workload(String name) {
    return Workload.deployment(name)
        .replicas(2)
        .container(
            Container.builder("app", "registry.example.com/" + name + ":1.0")
                .port("http", 8080)
                .env("LOG_LEVEL", "info")
                .liveness(Probe.http("/healthz", PortRef.of(8080)))
                .readiness(Probe.http("/ready", PortRef.of(8080)))
                .resources(Resources.requests("100m", "128Mi").limits("500m", "256Mi"))
                .build())
        .expose(Exposure.clusterIp().port("http", 80).build())
        .build();
  }
}
