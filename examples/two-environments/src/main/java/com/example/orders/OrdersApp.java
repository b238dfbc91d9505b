package com.example.orders;

import dev.slipway.app.Application;
import dev.slipway.app.Workload;
import dev.slipway.cdk8s.ApplicationConstruct;
import dev.slipway.cdk8s.ClusterConstruct;
import dev.slipway.cdk8s.NodeStart;
import dev.slipway.cdk8s.Waivers;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.network.Exposure;
import dev.slipway.pod.Container;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import dev.slipway.pod.Resources;
import org.cdk8s.App;
import org.cdk8s.Chart;

/** One app for two environments: a chart for each, on its own cluster. */
public final class OrdersApp {
  private OrdersApp() {}

  public static void main(String[] args) {
    NodeStart node = NodeStart.begin();
    Cluster dev = cluster("dev", 1);
    Cluster prod = cluster("prod", 3);
    node.await();

    // docs:environments
    App app = new App();
    Chart ordersDev = environment(app, "orders-dev", dev, 1);
    environment(app, "orders-prod", prod, 3);
    // docs:end

    // docs:waive
    Waivers.of(ordersDev)
        .waive("placement-node-drained", "dev has one node, and waits while that is drained");
    // docs:end

    app.synth();
  }

  // docs:environment
  private static Chart environment(App app, String name, Cluster cluster, int replicas) {
    Chart chart = new Chart(app, name);
    ClusterConstruct place = new ClusterConstruct(chart, "cluster", cluster);
    new ApplicationConstruct(chart, "orders", place, orders(replicas));
    return chart;
  }

  // docs:end

  private static Cluster cluster(String name, int nodes) {
    return Cluster.builder(name)
        .kubernetes("1.34")
        .nodeGroup(
            NodeGroup.builder("general")
                .label("pool", "general")
                .machine(MachineType.of("2", "8Gi", 110))
                .nodes(nodes)
                .build())
        .build();
  }

  private static Application orders(int replicas) {
    return Application.builder("orders")
        .workload(
            Workload.deployment("web")
                .container(
                    Container.builder("web", "registry.example.com/orders/web:1.9.0")
                        .port("http", 8080)
                        .readiness(Probe.http("/ready", PortRef.of("http")))
                        .resources(Resources.requests("250m", "256Mi").memoryLimit("256Mi"))
                        .build())
                .replicas(replicas)
                .onNodeGroup("general")
                .expose(Exposure.clusterIp().port("http", 8080).build())
                .build())
        .build();
  }
}
