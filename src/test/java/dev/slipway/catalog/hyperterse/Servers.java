package dev.slipway.catalog.hyperterse;

import dev.slipway.cluster.Api;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.KeyRef;
import dev.slipway.render.Plan;
import dev.slipway.render.Planner;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Defaults;
import dev.slipway.testing.GivenObjects;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Installations of Hyperterse as its page has them. */
final class Servers {
  private Servers() {}

  static Hyperterse.Builder bare() {
    return Hyperterse.builder("hyperterse", Text.of("registry.example.com/hyperterse:latest"))
        .namespace("default");
  }

  /** With the page's two variables and the Secrets that they are taken from. */
  static Hyperterse.Builder strict() {
    return withSecrets(SecretSource.existing("api-credentials").keys("key").revision("1").build());
  }

  static Hyperterse.Builder asGiven() {
    return withSecrets(SecretSource.existing("api-credentials").keys("key").build())
        .defaults(Defaults.AS_GIVEN);
  }

  private static Hyperterse.Builder withSecrets(SecretSource api) {
    return bare()
        .env(EnvVar.secret("DATABASE_URL", new KeyRef("db-credentials", "url")))
        .env(EnvVar.secret("API_KEY", new KeyRef("api-credentials", "key")))
        .secret(database("postgresql://user:password@db-host:5432/app"))
        .secret(api);
  }

  static SecretSource database(String url) {
    return SecretSource.literal("db-credentials").value("url", Text.secret(url)).build();
  }

  static Plan plan(Hyperterse.Builder server, Api... installed) {
    Cluster cluster =
        Cluster.builder("tools")
            .kubernetes("1.34")
            .installed(installed)
            .nodeGroup(
                NodeGroup.builder("general")
                    .label("role", "general")
                    .machine(MachineType.of("4", "16Gi"))
                    .nodes(3)
                    .build())
            .build();
    return Planner.on(cluster).application(server.build().application()).plan();
  }

  static Map<String, Mapping> objects(Hyperterse.Builder server, Api... installed) {
    return GivenObjects.of(plan(server, installed).byApplication().values().iterator().next());
  }

  static Mapping pods(Hyperterse.Builder server) {
    return objects(server).get("Deployment hyperterse").mapping("spec").mapping("template");
  }

  static Mapping container(Hyperterse.Builder server) {
    return (Mapping) pods(server).mapping("spec").seq("containers").get(0);
  }

  /** What an installation on its own is told whatever its sessions do. */
  private static final Set<String> USUAL =
      Set.of("literal-secret", "ingress-without-tls", "unknown-tls-secret");

  /** Each other notice as a line: its rule, its severity, its text. */
  static List<String> noticed(Hyperterse.Builder server, Api... installed) {
    return plan(server, installed).notices().stream()
        .filter(n -> !USUAL.contains(n.rule()))
        .map(n -> n.rule() + " " + n.severity() + " " + n.message() + " " + n.remedy())
        .toList();
  }
}
