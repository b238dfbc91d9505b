package dev.slipway.pulumi;

import dev.slipway.app.Application;
import dev.slipway.app.Workload;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.Text;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvVar;
import dev.slipway.secret.SecretSource;

/** An application with an endpoint and a password, for a cluster of one group. */
public final class Shop {
  public static final Cluster CLUSTER =
      Cluster.builder("prod")
          .kubernetes("1.34")
          .nodeGroup(
              NodeGroup.builder("general").machine(MachineType.of("8", "32Gi")).nodes(3).build())
          .build();

  private Shop() {}

  static Application with(Text endpoint, Text password) {
    return with("registry.example.com/shop:1.4.2", endpoint, password);
  }

  public static Application with(String image, Text endpoint, Text password) {
    return with(Text.of(image), endpoint, password);
  }

  static Application with(Text image, Text endpoint, Text password) {
    return named("shop", image, endpoint, password);
  }

  /** The application under another name, in a namespace of that name. */
  public static Application named(String name, Text image, Text endpoint, Text password) {
    SecretSource database = SecretSource.literal(name + "-db").value("password", password).build();
    return Application.builder(name)
        .secret(database)
        .workload(
            Workload.deployment("web")
                .container(
                    Container.builder("web", image)
                        .port("http", 8080)
                        .env(
                            EnvVar.of(
                                "DB_URL",
                                Text.join(Text.of("postgres://"), endpoint, Text.of("/shop"))))
                        .env(EnvVar.secret("DB_PASSWORD", database.key("password")))
                        .build())
                .build())
        .build();
  }
}
