package com.example.training;

import dev.slipway.backing.Database;
import dev.slipway.backing.DatabaseSetting;
import dev.slipway.backing.EnvNames;
import dev.slipway.cdk8s.BackingConstruct;
import dev.slipway.cdk8s.ClusterConstruct;
import dev.slipway.cdk8s.NodeStart;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.secret.SecretSource;
import dev.slipway.security.SecurityProfile;
import imports.cloud.hyperbyte.hyperbytedb.HyperbytedbCluster;
import imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterProps;
import imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpec;
import java.util.List;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.ApiObjectProps;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Size;
import org.cdk8s.plus28.ContainerProps;
import org.cdk8s.plus28.ContainerResources;
import org.cdk8s.plus28.Cpu;
import org.cdk8s.plus28.CpuResources;
import org.cdk8s.plus28.Deployment;
import org.cdk8s.plus28.DeploymentProps;
import org.cdk8s.plus28.MemoryResources;
import software.constructs.Construct;

/** cdk8s-plus workloads that a Slipway cluster places and secures, and grants a database to. */
public final class TrainingApp {
  private TrainingApp() {}

  public static void main(String[] args) {
    NodeStart node = NodeStart.begin();
    Cluster cluster = cluster();
    node.await();
    App app = new App();
    namespace(new Chart(app, "namespace"));
    Chart training = new Chart(app, "training", ChartProps.builder().namespace("training").build());
    ClusterConstruct prod = new ClusterConstruct(training, "prod", cluster);

    Deployment trainer = deployment(training, "trainer", 2, 8);
    Deployment api = deployment(training, "api", 2, 1);

    // docs:attract
    prod.nodeGroup("trainer").attract(trainer);
    prod.nodeGroup("platform").attract(api);
    // docs:end

    // docs:secure
    SecurityProfile profile = SecurityProfile.builder().runAsUser(1000).fsGroup(1000).build();
    prod.secure(trainer, profile);
    prod.secure(api, profile);
    // docs:end

    // docs:grant
    BackingConstruct database =
        new BackingConstruct(
            training,
            "runs",
            prod,
            "training",
            Database.postgres("16")
                .host("runs.db.example.com")
                .name("runs")
                .credentials(SecretSource.existing("runs-db").keys("username", "password").build())
                .build()
                .binding(
                    EnvNames.of(DatabaseSetting.HOST, "RUNS_HOST")
                        .and(DatabaseSetting.NAME, "RUNS_NAME")
                        .and(DatabaseSetting.USER, "RUNS_USER")
                        .and(DatabaseSetting.PASSWORD, "RUNS_PASSWORD")));
    database.grantTo(trainer);
    database.grantTo(api);
    // docs:end

    // docs:typed
    new HyperbytedbCluster(
        training,
        "metrics",
        HyperbytedbClusterProps.builder()
            .metadata(ApiObjectMetadata.builder().name("metrics").build())
            .spec(
                HyperbytedbClusterSpec.builder()
                    .replicas(3)
                    .image("registry.example.com/hyperbytedb:0.8.0")
                    .version("0.8.0")
                    .build())
            .build());
    // docs:end

    app.synth();
  }

  private static Cluster cluster() {
    return Cluster.builder("prod")
        .kubernetes("1.34")
        .nodeGroup(
            NodeGroup.builder("platform")
                .label("pool", "platform")
                .machine(MachineType.of("4", "16Gi", 110))
                .nodes(3)
                .build())
        .nodeGroup(
            NodeGroup.builder("trainer")
                .label("pool", "trainer")
                .taint("dedicated=trainer:NoSchedule")
                .machine(MachineType.of("16", "64Gi", 110))
                .nodes(3)
                .build())
        .build();
  }

  private static void namespace(Chart chart) {
    new ApiObject(
        chart,
        "training",
        ApiObjectProps.builder()
            .apiVersion("v1")
            .kind("Namespace")
            .metadata(ApiObjectMetadata.builder().name("training").build())
            .build());
  }

  private static Deployment deployment(Construct scope, String name, int replicas, int cpus) {
    return new Deployment(
        scope,
        name,
        DeploymentProps.builder()
            .replicas(replicas)
            .containers(
                List.of(
                    ContainerProps.builder()
                        .name(name)
                        .image("registry.example.com/training/%s:2.1.0".formatted(name))
                        .portNumber(8080)
                        .resources(
                            ContainerResources.builder()
                                .cpu(CpuResources.builder().request(Cpu.units(cpus)).build())
                                .memory(
                                    MemoryResources.builder()
                                        .request(Size.gibibytes(2 * cpus))
                                        .limit(Size.gibibytes(2 * cpus))
                                        .build())
                                .build())
                        .build()))
            .build());
  }
}
