package com.example.forms;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.slipway.app.Application;
import dev.slipway.app.ServiceAccount;
import dev.slipway.app.Workload;
import dev.slipway.backing.EnvNames;
import dev.slipway.backing.ImageRegistry;
import dev.slipway.backing.Lifecycle;
import dev.slipway.backing.ObjectStore;
import dev.slipway.backing.S3Store;
import dev.slipway.backing.StoreSetting;
import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.network.Exposure;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvVar;
import dev.slipway.pulumi.ApplicationArgs;
import dev.slipway.pulumi.ApplicationComponent;
import dev.slipway.pulumi.ClusterComponent;
import dev.slipway.pulumi.Slipway;
import dev.slipway.pulumi.Texts;
import dev.slipway.pulumi.aws.EksNodeGroups;
import dev.slipway.pulumi.aws.EksNodeGroupsArgs;
import dev.slipway.pulumi.aws.FileBucket;
import dev.slipway.pulumi.aws.ImageRepositories;
import dev.slipway.pulumi.aws.WorkloadRole;
import dev.slipway.pulumi.aws.WorkloadRoleArgs;
import dev.slipway.secret.SecretSource;
import java.util.List;

/** Forms on an EKS cluster that is there, with its nodes, files, rights and repositories. */
public final class FormsProgram {
  private FormsProgram() {}

  static final Cluster CLUSTER =
      Cluster.builder("prod")
          .distribution(Distribution.EKS)
          .kubernetes("1.34")
          .aws(AwsAccount.of("123456789012", "eu-west-1"))
          .nodeGroup(
              NodeGroup.builder("platform")
                  .label("hs-component", "platform")
                  .machine("m5.2xlarge")
                  .nodes(2, 6)
                  .zones("eu-west-1a", "eu-west-1b")
                  .build())
          .build();

  public static void main(String[] args) {
    Slipway.run(FormsProgram::register);
  }

  static void register(Context context) {
    Output<String> nodeRole = Output.of("arn:aws:iam::123456789012:role/nodes");
    EksNodeGroups nodes =
        new EksNodeGroups(
            "nodes",
            CLUSTER,
            EksNodeGroupsArgs.nodeRole(nodeRole)
                .subnet("eu-west-1a", "subnet-0a")
                .subnet("eu-west-1b", "subnet-0b")
                .build());

    ImageRegistry registry =
        ImageRegistry.ecr("123456789012", "eu-west-1")
            .prefix("hyperscience")
            .repositories("forms", "trainer", "operator", "blocks")
            .build();
    ImageRepositories repositories =
        new ImageRepositories(
            "images", registry, List.of(Output.of("nodes")), ComponentResourceOptions.Empty);

    S3Store declared =
        ObjectStore.s3("forms-files-123456789012")
            .region("eu-west-1")
            .lifecycle(Lifecycle.keepingOldVersions(30))
            .build();
    FileBucket files = new FileBucket("files", declared);
    WorkloadRole role =
        new WorkloadRole(
            "forms", CLUSTER, WorkloadRoleArgs.podIdentity("forms", "forms-web").build());

    Output<String> password = context.config().requireSecret("dbPassword");
    SecretSource db =
        SecretSource.literal("forms-db")
            .value("password", Texts.secret("database password", password))
            .build();
    Application forms =
        Application.builder("forms")
            .secret(db)
            .workload(
                Workload.deployment("web")
                    .onNodeGroup("platform")
                    .serviceAccount(ServiceAccount.of("web").identity(role.identity()))
                    .uses(files.store().binding(EnvNames.of(StoreSetting.BUCKET, "FILES")))
                    .container(
                        Container.builder("web", registry.image("forms", "40.1.2").reference())
                            .port("http", 8080)
                            .env(EnvVar.secret("DB_PASSWORD", db.key("password")))
                            .build())
                    .expose(Exposure.clusterIp().port("http", 80).build())
                    .build())
            .build();
    ApplicationComponent component =
        new ApplicationComponent(
            "forms",
            forms,
            new ClusterComponent("prod", CLUSTER),
            ApplicationArgs.builder()
                .options(
                    (object, options) -> {
                      if (object.kind().equals("Deployment")) {
                        options.dependsOn(nodes, repositories).ignoreChanges("spec.replicas");
                      }
                    })
                .build(),
            ComponentResourceOptions.Empty);
    context.export("address", component.serviceAddress("forms-web"));
  }
}
