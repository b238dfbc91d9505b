package com.example.forms;

import dev.slipway.app.Application;
import dev.slipway.app.Workload;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.environment.Environment;
import dev.slipway.pod.Container;
import dev.slipway.pulumi.LaunchResult;
import dev.slipway.pulumi.Slipway;

/** Deploys an environment without a project, from a program that does other things as well. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    LaunchResult result = Slipway.up(environment(), "dev");
    System.exit(result.exitCode());
  }

  private static Environment environment() {
    Cluster cluster =
        Cluster.builder("dev")
            .kubernetes("1.34")
            .nodeGroup(
                NodeGroup.builder("general").machine(MachineType.of("8", "32Gi")).nodes(3).build())
            .build();
    Application shop =
        Application.builder("shop")
            .workload(
                Workload.deployment("web")
                    .container(
                        Container.builder("web", "registry.example.com/shop:1.4.2")
                            .port("http", 8080)
                            .build())
                    .build())
            .build();
    return Environment.of(cluster, shop);
  }
}
