package dev.slipway.catalog.hyperscience;

import dev.slipway.app.Application;
import dev.slipway.backing.Database;
import dev.slipway.backing.ImageRegistry;
import dev.slipway.backing.ObjectStore;
import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.Taint;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.pod.ClaimSpec.AccessMode;
import dev.slipway.render.Plan;
import dev.slipway.render.Planner;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Notice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Installations of Hyperscience and clusters for them. */
final class Installations {
  private Installations() {}

  /** The smallest groups that the page allows, on Amazon EKS. */
  static Cluster.Builder eks(String kubernetes) {
    return Cluster.builder("prod")
        .cloud(Cloud.AWS)
        .distribution(Distribution.EKS)
        .kubernetes(kubernetes)
        .aws(AwsAccount.of("123456789012", "eu-west-1"))
        .nodeGroups(List.of(platformGroup("m5.2xlarge", 2), trainerGroup("m5.4xlarge", 1)));
  }

  static Cluster ofOnesOwn(Distribution distribution, String kubernetes) {
    return Cluster.builder("prod")
        .distribution(distribution)
        .kubernetes(kubernetes)
        .nodeGroups(
            List.of(
                NodeGroup.builder("platform")
                    .label("hs-component", "platform")
                    .machine(MachineType.of("8", "32G", 110))
                    .nodes(2)
                    .build(),
                NodeGroup.builder("trainer")
                    .label("hs-component", "trainer")
                    .machine(MachineType.of("16", "64G", 110))
                    .nodes(1)
                    .build()))
        .build();
  }

  static NodeGroup platformGroup(String machine, int nodes) {
    return NodeGroup.builder("platform")
        .label("hs-component", "platform")
        .machine(machine)
        .nodes(nodes)
        .build();
  }

  static NodeGroup trainerGroup(String machine, int nodes) {
    return NodeGroup.builder("trainer")
        .label("hs-component", "trainer")
        .taint(Taint.parse("dedicated=trainer:NoSchedule"))
        .machine(machine)
        .nodes(nodes)
        .build();
  }

  static Database postgres(String version) {
    return Database.postgres(version)
        .host("db.example.com")
        .name("forms")
        .user("hs")
        .credentials(SecretSource.existing("hs-db").keys("password").revision("1").build())
        .build();
  }

  static ObjectStore bucket() {
    return ObjectStore.s3("hs-files").region("eu-west-1").build();
  }

  static ObjectStore sharedVolume() {
    return ObjectStore.existingClaim("hs-files", AccessMode.READ_WRITE_MANY, "/files");
  }

  static ImageRegistry registry() {
    return ImageRegistry.ecr("123456789012", "eu-west-1")
        .repositories("forms", "trainer", "operator", "blocks")
        .build();
  }

  /** What Hyperscience stands on, and nothing of Hyperscience itself. */
  static Hyperscience.Builder prerequisites() {
    return bare()
        .fileStore(bucket())
        .identity(Identity.eksPodIdentity("arn:aws:iam::123456789012:role/hs"))
        .registry(registry());
  }

  /** Prerequisites on machines of one's own: nobody is anybody to a cloud. */
  static Hyperscience.Builder onOwnMachines() {
    return bare()
        .fileStore(sharedVolume())
        .registry(
            ImageRegistry.at("registry.example.com")
                .repositories("forms", "trainer", "operator", "blocks")
                .pullSecret(SecretSource.existing("registry").keys(".dockerconfigjson").build())
                .build());
  }

  private static Hyperscience.Builder bare() {
    return Hyperscience.builder("hs").database(postgres("16"));
  }

  /** All of its workloads, with one trainer. */
  static Hyperscience.Builder whole() {
    return withoutTrainer().trainer(Trainer.of("trainer:40.1.2"));
  }

  static Hyperscience.Builder withoutTrainer() {
    return prerequisites()
        .platform(Platform.of("forms:40.1.2"))
        .operator(HyperOperator.of("operator:40.1.2"));
  }

  static Plan plan(Cluster cluster, Hyperscience.Builder system, Application... others) {
    Planner planner = Planner.on(cluster).application(system.build().application());
    List.of(others).forEach(planner::application);
    return planner.plan();
  }

  static Plan plan(Cluster cluster, Hyperscience.Builder system, LocalDate today) {
    return Planner.on(cluster).application(system.build().application()).asOf(today).plan();
  }

  /** The object of a kind and name. */
  static Mapping object(Plan plan, String kind, String name) {
    return plan.all().asList().stream()
        .filter(object -> object.ref().kind().equals(kind) && object.ref().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + plan.all()))
        .body();
  }

  static List<String> names(Plan plan, String kind) {
    return plan.all().asList().stream()
        .filter(object -> object.ref().kind().equals(kind))
        .map(object -> object.ref().name())
        .toList();
  }

  /** The first container's environment: each variable's value, or where it is from. */
  static Map<String, String> env(Mapping workload) {
    Map<String, String> env = new TreeMap<>();
    Mapping container =
        (Mapping)
            workload.mapping("spec").mapping("template").mapping("spec").seq("containers").get(0);
    for (Node entry : container.seq("env")) {
      Mapping variable = (Mapping) entry;
      Mapping secret = variable.mapping("valueFrom").mapping("secretKeyRef");
      String value = variable.string("value");
      env.put(
          String.valueOf(variable.string("name")),
          value != null ? value : secret.string("name") + "/" + secret.string("key"));
    }
    return env;
  }

  static Mapping podSpec(Plan plan, String deployment) {
    return object(plan, "Deployment", deployment)
        .mapping("spec")
        .mapping("template")
        .mapping("spec");
  }

  /** What a plan says of Hyperscience: severity, rule, message and remedy. */
  static List<String> notices(Plan plan, String rule) {
    return plan.notices().stream()
        .filter(notice -> notice.rule().equals(rule))
        .map(Installations::shown)
        .toList();
  }

  private static String shown(Notice notice) {
    return notice.severity() + ": " + notice.message() + " " + notice.remedy();
  }
}
