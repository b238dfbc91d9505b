import dev.slipway.app.Application;
import dev.slipway.app.Namespace;
import dev.slipway.app.Workload;
import dev.slipway.cdk8s.ApplicationConstruct;
import dev.slipway.cdk8s.CheckScope;
import dev.slipway.cdk8s.ClusterConstruct;
import dev.slipway.cdk8s.ClusterProps;
import dev.slipway.cdk8s.NodeStart;
import dev.slipway.cluster.Cluster;
import dev.slipway.network.Exposure;
import dev.slipway.pod.Container;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import dev.slipway.pod.Resources;
import dev.slipway.target.Defaults;
import org.cdk8s.App;
import org.cdk8s.Chart;

/** As many Deployments and Services as asked for, as an application of Slipway's constructs. */
public final class OurApp {
  public static void main(String[] args) {
    CheckScope scope = args[1].equals("checked") ? CheckScope.APP : CheckScope.NONE;
    NodeStart node = NodeStart.begin();
    Cluster bench = Cluster.builder("bench").kubernetes("1.34").build();
    Application apps = applications(Integer.parseInt(args[0]));
    node.await();
    App app = new App();
    Chart chart = new Chart(app, "bench");
    ClusterConstruct cluster =
        new ClusterConstruct(
            chart,
            "cluster",
            bench,
            ClusterProps.builder().namespace(Namespace.existing("apps")).scope(scope).build());
    new ApplicationConstruct(chart, "apps", cluster, apps);
    app.synth();
  }

  private static Application applications(int count) {
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
