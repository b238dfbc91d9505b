package com.example.shop;

import dev.slipway.app.Application;
import dev.slipway.app.Namespace;
import dev.slipway.app.Placement;
import dev.slipway.catalog.hyperterse.Hyperterse;
import dev.slipway.cdk8s.ApplicationConstruct;
import dev.slipway.cdk8s.ClusterConstruct;
import dev.slipway.cdk8s.ClusterProps;
import dev.slipway.cdk8s.NodeStart;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.Text;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.KeyRef;
import dev.slipway.secret.SecretSource;
import java.util.List;
import java.util.Map;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.ApiObjectProps;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.plus28.Deployment;
import org.cdk8s.plus28.Ingress;
import org.cdk8s.plus28.IngressBackend;
import org.cdk8s.plus28.NetworkPolicy;
import org.cdk8s.plus28.NetworkPolicyPort;
import org.cdk8s.plus28.NetworkPolicyProps;

/** A team's app, into which the cluster it runs on and one application have been imported. */
public final class ShopApp {
  private ShopApp() {}

  public static void main(String[] args) {
    // docs:start
    NodeStart node = NodeStart.begin();
    Cluster cluster = cluster();
    Application application = tools();
    node.await();
    App app = new App();
    // docs:end

    namespace(new Chart(app, "namespace"));
    Chart shop = new Chart(app, "shop", ChartProps.builder().namespace("shop").build());
    Deployment web = Web.deployment(shop);
    web.exposeViaService();

    // docs:import
    ClusterConstruct prod =
        new ClusterConstruct(
            shop,
            "prod",
            cluster,
            ClusterProps.builder().namespace(Namespace.existing("shop")).build());
    ApplicationConstruct tools = new ApplicationConstruct(shop, "tools", prod, application);

    prod.nodeGroup("general").attract(web);
    // docs:end

    // docs:out
    Ingress ingress = new Ingress(shop, "ingress");
    ingress.addHostRule(
        "tools.example.com", "/", IngressBackend.fromService(tools.service("tools")));
    new NetworkPolicy(shop, "web-to-tools", NetworkPolicyProps.builder().selector(web).build())
        .addEgressRule(tools.pods(), List.of(NetworkPolicyPort.tcp(Hyperterse.PORT)));
    // docs:end

    app.synth();
  }

  private static void namespace(Chart chart) {
    new ApiObject(
        chart,
        "shop",
        ApiObjectProps.builder()
            .apiVersion("v1")
            .kind("Namespace")
            .metadata(
                ApiObjectMetadata.builder()
                    .name("shop")
                    .labels(Map.of("pod-security.kubernetes.io/enforce", "baseline"))
                    .build())
            .build());
  }

  // docs:cluster
  private static Cluster cluster() {
    return Cluster.builder("prod")
        .kubernetes("1.34")
        .nodeGroup(
            NodeGroup.builder("general")
                .label("pool", "general")
                .machine(MachineType.of("4", "16Gi", 110))
                .nodes(3)
                .build())
        .build();
  }

  // docs:end

  // docs:application
  private static Application tools() {
    return Hyperterse.builder("tools", Text.of("registry.example.com/shop/tools:1.4.2"))
        .namespace("shop")
        .placement(Placement.on("general"))
        .secret(SecretSource.existing("tools").keys("url").revision("2026-11").build())
        .env(EnvVar.secret("DATABASE_URL", new KeyRef("tools", "url")))
        .build()
        .application();
  }
  // docs:end
}
