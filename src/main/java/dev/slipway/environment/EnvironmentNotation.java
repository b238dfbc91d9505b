package dev.slipway.environment;

import dev.slipway.app.Application;
import dev.slipway.app.Namespace;
import dev.slipway.app.PriorityClass;
import dev.slipway.check.Requirements;
import dev.slipway.check.Waiver;
import dev.slipway.cluster.Cluster;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.patch.TargetedPatch;
import dev.slipway.notation.ApplicationNotation;
import dev.slipway.notation.ClusterNotation;
import dev.slipway.notation.SystemNotation;
import dev.slipway.placement.PlacementOptions;
import dev.slipway.postrender.PostRenderRule;
import dev.slipway.target.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The environment file, given the systems that its applications can be. */
final class EnvironmentNotation {
  private static final Field<String> NAME =
      Field.required(
              "environment",
              Type.string().of(Format.DNS_LABEL),
              "The environment's name, and that of the folder its manifests are written to.")
          .example("shop-prod");
  private static final Field<Cluster> CLUSTER =
      Field.required("cluster", ClusterNotation.type(), "The cluster and its node groups.")
          .example("{name: prod, kubernetes: \"1.34\", nodeGroups: []}");

  private static final Field<List<Namespace>> NAMESPACES =
      Field.optional(
              "namespaces",
              Type.listOf(Type.later(() -> NamespaceNotation.type())),
              "Namespaces of which there is more to say than that an application is in them.")
          .byDefaultIs("one for each application, made by Slipway")
          .example("[{name: shop, quota: {pods: 50}}]");

  private static final Field<List<PriorityClass>> PRIORITY_CLASSES =
      Field.optional(
              "priorityClasses",
              Type.listOf(Type.later(() -> PriorityClassNotation.type())),
              "Priority classes that workloads can name.")
          .example("[{name: shop-critical, value: 100000}]");

  private static final Field<List<TargetedPatch>> PATCHES =
      Field.optional(
              "patches",
              Type.listOf(Type.later(() -> PatchNotation.type())),
              "Changes of single objects, after everything is rendered and before it is checked.")
          .example("[{kind: Deployment, name: shop-web, merge: {spec: {minReadySeconds: 10}}}]");

  private static final Field<List<PostRenderRule>> POST_RENDER =
      Field.optional(
              "postRender",
              Type.listOf(Type.object(() -> PostRenderNotation.definition())),
              "What 'slipway post-render' does to manifests that a chart or another tool rendered.")
          .example("[{name: trainer, match: {name: shop-trainer}, nodeGroups: trainer}]");

  private static final Field<List<Declaration.Existing>> EXISTING =
      Field.optional(
              "existing",
              Type.listOf(Type.object(() -> ExistingNotation.definition())),
              "Objects that somebody else keeps in the cluster, to which others may refer.")
          .example("[{kind: Secret, name: shop-db, keys: [username, password]}]");

  private static final Field<Requirements> REQUIRE =
      Field.optional(
              "require",
              Type.later(() -> RequirementsNotation.type()),
              "What the cluster demands of everybody's workloads.")
          .byDefaultIs("nothing")
          .example("{requests: [cpu, memory], limits: [memory]}");

  private static final Field<List<String>> SCENARIOS =
      Field.optional(
              "scenarios",
              Type.listOf(
                  Type.oneOf(
                      scenario("as-declared", "all that is declared"),
                      scenario("node-drained", "any one node is drained"),
                      scenario("zone-lost", "all nodes of any one zone are gone"),
                      scenario("rolling-update", "a rolling update has started its new pods"),
                      scenario(
                          "autoscalers-at-maximum",
                          "autoscalers have made as many pods as they may"),
                      scenario("node-groups-at-maximum", "node groups are at their maximum, too"),
                      scenario("two-trainers", "the next trainer stands beside each one"))),
              "In which scenarios every pod must find a node; in the others it is only told.")
          .byDefaultIs("[as-declared, node-drained, rolling-update]")
          .example("[as-declared, node-drained, zone-lost, rolling-update]");

  private static final Field<List<Waiver>> WAIVERS =
      Field.optional(
              "waivers",
              Type.listOf(Type.later(() -> WaiverNotation.type())),
              "Findings that are known and accepted.")
          .example(
              "[{rule: literal-secret, kind: Secret, name: shop-db, reason: \"a demo database\"}]");

  private EnvironmentNotation() {}

  static Definition<Environment> of(List<SystemNotation> systems) {
    List<Choice<Supplier<Definition<Application>>>> choices = new ArrayList<>();
    for (SystemNotation system : systems) {
      choices.add(Choice.of(system.id(), system.definition(), system.summary()));
    }
    Field<List<Application>> applications =
        Field.optional(
                "applications",
                Type.listOf(
                    Type.chosen(
                        "application", "system", choices, () -> ApplicationNotation.DEFINITION)),
                "The applications: of a system that Slipway knows, or with workloads spelled out.")
            .example(
                """
                - name: shop
                  workloads:
                    - name: web
                      containers: [{name: web, image: registry.example.com/shop:1.4.2}]\
                """);
    return Definition.of("environment", "A cluster and the applications on it.")
        .hint("environment: shop-prod", "name")
        .hint(
            "applications: [{name: shop, workloads: [{name: web, containers: [{name: web, image:"
                + " \"shop:1.4.2\"}]}]}]",
            "apps",
            "workloads")
        .hint(
            "cluster: {name: prod, distribution: eks, kubernetes: \"1.34\", nodeGroups: [{name:"
                + " platform, machine: m5.2xlarge, nodes: 2}]}",
            "nodeGroups",
            "nodes",
            "kubernetes",
            "cloud",
            "distribution")
        .fields(NAME, Layers.EXTENDS, Layers.ABSTRACT, CLUSTER, NAMESPACES)
        .fields(PRIORITY_CLASSES)
        .fields(applications, PATCHES, POST_RENDER, EXISTING, REQUIRE, SCENARIOS, WAIVERS)
        .building(
            given ->
                new Environment(
                    given.get(NAME),
                    given.get(CLUSTER),
                    given.get(NAMESPACES, List.of()),
                    given.get(PRIORITY_CLASSES, List.of()),
                    given.get(applications, List.of()),
                    given.get(PATCHES, List.of()),
                    given.get(POST_RENDER, List.of()),
                    given.get(EXISTING, List.of()),
                    given.get(REQUIRE, Requirements.NONE),
                    given
                        .find(SCENARIOS)
                        .map(names -> new PlacementOptions(Set.copyOf(names)))
                        .orElse(PlacementOptions.DEFAULT),
                    given.get(WAIVERS, List.of()),
                    given.places()));
  }

  private static Choice<String> scenario(String name, String when) {
    return Choice.of(name, name, when);
  }

  static Origin origin(Given given) {
    return Origin.at(given.position());
  }
}
