package dev.slipway.environment;

import dev.slipway.app.Application;
import dev.slipway.app.LimitRangeItem;
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
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.patch.TargetedPatch;
import dev.slipway.notation.ApplicationNotation;
import dev.slipway.notation.ClusterNotation;
import dev.slipway.notation.SystemNotation;
import dev.slipway.placement.PlacementOptions;
import dev.slipway.postrender.PostRenderRule;
import dev.slipway.target.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  // namespaces
  private static final Field<String> NAMESPACE_NAME =
      Field.required("name", Type.name("namespace", Format.DNS_LABEL), "The namespace's name.")
          .example("shop");
  private static final Field<Boolean> CREATED =
      Field.optional(
              "existing", Type.bool(), "Whether it is there already, and its labels its owner's.")
          .byDefault(false)
          .example("true");
  private static final Field<Map<String, String>> LABELS =
      Field.optional(
              "labels",
              Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty()),
              "More labels; they win over those that Slipway sets.")
          .example("{team: shop}");
  private static final Field<Map<String, String>> ANNOTATIONS =
      Field.optional(
              "annotations", Type.mapOf(Format.LABEL_KEY, Type.string().orEmpty()), "Annotations.")
          .example("{example.com/owner: shop}");
  private static final Field<Map<String, Quantity>> QUOTA =
      Field.optional(
              "quota",
              Type.mapOf(Format.ANY_KEY, Type.quantity()),
              "What everything in it together may ask for, by resource.")
          .example("{requests.cpu: 20, requests.memory: 64Gi, pods: 50}");
  private static final Field<Map<String, Quantity>> DEFAULT_REQUESTS =
      Field.optional(
              "defaultRequests",
              Type.mapOf(Format.LABEL_KEY, Type.quantity()),
              "What containers request that say nothing.")
          .example("{cpu: 100m, memory: 128Mi}");
  private static final Field<Map<String, Quantity>> DEFAULT_LIMITS =
      Field.optional(
              "defaultLimits",
              Type.mapOf(Format.LABEL_KEY, Type.quantity()),
              "What containers are limited to that say nothing.")
          .example("{memory: 256Mi}");
  private static final Definition<Namespace> NAMESPACE =
      Definition.of("namespace", "A namespace of the environment; applications may share one.")
          .fields(NAMESPACE_NAME, CREATED, LABELS, ANNOTATIONS, QUOTA, DEFAULT_REQUESTS)
          .fields(DEFAULT_LIMITS)
          .building(EnvironmentNotation::namespace);
  private static final Field<List<Namespace>> NAMESPACES =
      Field.optional(
              "namespaces",
              Type.listOf(Type.object(NAMESPACE)),
              "Namespaces of which there is more to say than that an application is in them.")
          .byDefaultIs("one for each application, made by Slipway")
          .example("[{name: shop, quota: {pods: 50}}]");

  // priority classes
  private static final Field<String> CLASS_NAME =
      Field.required("name", Type.name("priority class", Format.DNS_SUBDOMAIN), "The class's name.")
          .example("shop-critical");
  private static final Field<Integer> VALUE =
      Field.required(
              "value",
              Type.integer(Integer.MIN_VALUE, 1_000_000_000),
              "How important its pods are; those without a class have 0.")
          .example("100000");
  private static final Field<Boolean> PREEMPTS =
      Field.optional("preempts", Type.bool(), "Whether its pods may evict others to have room.")
          .byDefault(true)
          .example("false");
  private static final Field<String> DESCRIPTION =
      Field.optional("description", Type.string(), "What it is for.").example("\"the shop\"");
  private static final Definition<PriorityClass> PRIORITY_CLASS =
      Definition.of("priority class", "How important pods are that name it.")
          .fields(CLASS_NAME, VALUE, PREEMPTS, DESCRIPTION)
          .building(
              given ->
                  new PriorityClass(
                      given.get(CLASS_NAME),
                      given.get(VALUE),
                      given.get(PREEMPTS),
                      given.get(DESCRIPTION, "")));
  private static final Field<List<PriorityClass>> PRIORITY_CLASSES =
      Field.optional(
              "priorityClasses",
              Type.listOf(Type.object(PRIORITY_CLASS)),
              "Priority classes that workloads can name.")
          .example("[{name: shop-critical, value: 100000}]");

  private static final Field<List<TargetedPatch>> PATCHES =
      Field.optional(
              "patches",
              Type.listOf(Type.later(PatchNotation::type)),
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

  // what the cluster demands
  private static final Field<List<String>> REQUESTS =
      Field.optional(
              "requests",
              Type.listOf(Type.string()),
              "Resources that every container must request.")
          .example("[cpu, memory]");
  private static final Field<List<String>> LIMITS =
      Field.optional(
              "limits", Type.listOf(Type.string()), "Resources that every container must limit.")
          .example("[memory]");
  private static final Field<List<String>> REQUIRED_LABELS =
      Field.optional(
              "labels",
              Type.listOf(Type.string().of(Format.LABEL_KEY)),
              "Labels that every workload and its pods must carry.")
          .example("[team]");
  private static final Definition<Requirements> REQUIREMENTS =
      Definition.of("requirements", "What the cluster demands of everybody's workloads.")
          .fields(REQUESTS, LIMITS, REQUIRED_LABELS)
          .building(
              given ->
                  new Requirements(
                      given.get(REQUESTS, List.of()),
                      given.get(LIMITS, List.of()),
                      given.get(REQUIRED_LABELS, List.of())));
  private static final Field<Requirements> REQUIRE =
      Field.optional(
              "require",
              Type.object(REQUIREMENTS),
              "What the cluster demands of everybody's workloads.")
          .byDefaultIs("nothing")
          .example("{requests: [cpu, memory], limits: [memory]}");

  // placement
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

  // waivers
  private static final Field<String> RULE =
      Field.required("rule", Type.string(), "The rule's id.").example("literal-secret");
  private static final Field<String> KIND =
      Field.optional("kind", Type.string(), "The kind of the object.")
          .byDefaultIs("what is about no single object")
          .example("Secret");
  private static final Field<String> OBJECT =
      Field.optional("name", Type.string(), "The name of the object; * for every one of the kind.")
          .byDefault("*")
          .example("shop-db");
  private static final Field<String> OBJECT_NAMESPACE =
      Field.optional("namespace", Type.string(), "The namespace of the object.")
          .byDefaultIs("every namespace")
          .example("shop");
  private static final Field<String> REASON =
      Field.required("reason", Type.string(), "Why; it is printed in every report.")
          .example("\"a demo database without data of value\"");
  private static final Definition<Waiver> WAIVER =
      Definition.of("waiver", "A rule that is not to be applied to an object, and why.")
          .fields(RULE, KIND, OBJECT, OBJECT_NAMESPACE, REASON)
          .building(
              given ->
                  new Waiver(
                      given.get(RULE),
                      given.find(KIND),
                      given.find(OBJECT_NAMESPACE),
                      given.get(OBJECT),
                      given.get(REASON),
                      Optional.of(given.position())));
  private static final Field<List<Waiver>> WAIVERS =
      Field.optional(
              "waivers", Type.listOf(Type.object(WAIVER)), "Findings that are known and accepted.")
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

  private static Namespace namespace(Given given) {
    boolean limited = given.has(DEFAULT_REQUESTS) || given.has(DEFAULT_LIMITS);
    List<LimitRangeItem> limits =
        limited
            ? List.of(
                LimitRangeItem.containerDefaults(
                    new HashMap<>(given.get(DEFAULT_REQUESTS, Map.of())),
                    new HashMap<>(given.get(DEFAULT_LIMITS, Map.of()))))
            : List.of();
    return new Namespace(
        given.get(NAMESPACE_NAME),
        !given.get(CREATED),
        given.get(LABELS, Map.of()),
        given.get(ANNOTATIONS, Map.of()),
        given.get(QUOTA, Map.of()),
        limits);
  }

  static Origin origin(Given given) {
    return Origin.at(given.position());
  }
}
