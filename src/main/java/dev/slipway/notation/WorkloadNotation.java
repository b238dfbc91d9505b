package dev.slipway.notation;

import dev.slipway.app.Disruption;
import dev.slipway.app.Replicas;
import dev.slipway.app.Rollout;
import dev.slipway.app.ServiceAccount;
import dev.slipway.app.Settings;
import dev.slipway.app.Workload;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.network.Exposure;
import dev.slipway.network.HttpRoute;
import dev.slipway.network.Ingress;
import dev.slipway.network.NetworkAccess;
import dev.slipway.pod.Container;
import dev.slipway.security.SecurityProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Workloads, in a file. */
public final class WorkloadNotation {
  /** The kind of name that workloads have, each of an application another. */
  static final String WORKLOAD = "workload";

  private static final Field<String> NAME =
      Field.required(
              "name",
              Type.name(WORKLOAD, Format.DNS_LABEL),
              "The component's name; its objects are called <application>-<name>, or <application>"
                  + " where the two are the same.")
          .example("web");
  private static final Field<List<Container>> CONTAINERS =
      Field.required("containers", Type.someOf(ContainerNotation.type()), "The pod's containers.")
          .example("[{name: web, image: registry.example.com/shop:1.4.2}]");
  private static final Field<List<Container>> INIT_CONTAINERS =
      Field.optional(
              "initContainers",
              Type.someOf(ContainerNotation.type()),
              "Containers that run before the others, or beside them where they are sidecars.")
          .example("[{name: migrate, image: registry.example.com/shop:1.4.2, args: [migrate]}]");
  private static final Field<Replicas> REPLICAS =
      Field.optional(
              "replicas",
              ReplicasNotation.type(),
              "How many pods there are, or between which numbers an autoscaler decides.")
          .byDefaultIs("1")
          .example("{min: 2, max: 10, cpu: 70}");
  private static final Field<SecurityProfile> SECURITY =
      Field.optional(
              "security", Type.later(() -> SecurityNotation.type()), "What the containers may do.")
          .byDefaultIs("as little as can be, under strict defaults")
          .example("{runAsUser: 1001}");
  private static final Field<Given> ACCOUNT =
      Field.optional(
              "serviceAccount", Type.later(() -> AccountNotation.type()), "Whom the pods are.")
          .byDefaultIs("an account of their own without rights, under strict defaults")
          .example("{identity: {gke: shop@my-project.iam.gserviceaccount.com}}");
  private static final Field<Disruption> DISRUPTION =
      Field.optional(
              "disruption",
              Type.later(() -> DisruptionNotation.type()),
              "How many pods may be away while a node is drained, or how many must stay.")
          .byDefaultIs("one may be away, under strict defaults and with several replicas")
          .example("{minAvailable: 2}");
  private static final Field<Rollout> ROLLOUT =
      Field.optional(
              "rollout",
              Type.later(() -> RolloutNotation.type()),
              "How pods are replaced when they change.")
          .byDefaultIs("Kubernetes' own choice; recreate where a volume is exclusive")
          .example("{surge: 1, unavailable: 0}");
  private static final Field<List<Exposure>> SERVICES =
      Field.optional(
              "services", Type.someOf(ServiceNotation.type()), "Services in front of the pods.")
          .example("[{ports: [{name: http, port: 80}]}]");
  private static final Field<List<Ingress>> INGRESSES =
      Field.optional(
              "ingresses",
              Type.someOf(Type.later(() -> IngressNotation.type())),
              "Ways in from outside, to the first port of the first Service.")
          .example("[{host: shop.example.com, tlsSecret: shop-tls}]");
  private static final Field<List<HttpRoute>> ROUTES =
      Field.optional(
              "routes",
              Type.someOf(Type.later(() -> IngressNotation.route())),
              "Ways in by a Gateway, to the first port of the first Service.")
          .example("[{gateway: public, host: shop.example.com}]");
  private static final Field<NetworkAccess> NETWORK =
      Field.optional(
              "network",
              Type.later(() -> NetworkNotation.access()),
              "Who may reach the pods, and whom they may.")
          .byDefaultIs("the pods of the namespace, both ways, under strict defaults")
          .example("{in: [{pods: {app: client}, ports: [8080]}]}");
  private static final Field<Map<String, Text>> SETTINGS =
      Field.optional(
              "settings",
              Type.mapOf(Format.ENV_NAME, Type.openTextOrEmpty()),
              "Environment variables of every container, from a ConfigMap; a change rolls the"
                  + " pods.")
          .example("{LOG_LEVEL: info}");
  private static final Field<Map<String, Map<String, Text>>> FILES =
      Field.optional(
              "files",
              Type.mapOf(Format.ANY_KEY, Type.mapOf(Format.DATA_KEY, Type.openTextOrEmpty())),
              "Files by folder, from ConfigMaps; a change rolls the pods.")
          .example("{/etc/shop: {server.conf: \"port = 8080\"}}");
  private static final Field<Duration> GRACE =
      Field.optional("grace", Type.duration(), "How long the pods have to end.")
          .byDefaultIs("30s")
          .example("45s");
  private static final Field<Duration> SHUTDOWN =
      Field.optional(
              "shutdown",
              Type.duration(),
              "How long the process takes to end, at most; the grace must be longer.")
          .example("30s");
  private static final Field<String> PRIORITY =
      Field.optional(
              "priorityClass", Type.string().of(Format.DNS_SUBDOMAIN), "The pods' priority class.")
          .example("system-cluster-critical");
  private static final Field<List<String>> PULL_SECRETS =
      Field.optional(
              "imagePullSecrets",
              Type.someOf(Type.string().of(Format.DNS_SUBDOMAIN)),
              "Secrets to pull images with.")
          .example("[registry]");
  private static final Field<Map<String, String>> LABELS =
      Field.optional(
              "labels",
              Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty()),
              "Instead of the standard labels: on all of the workload's objects, and what selects"
                  + " its pods.")
          .example("{app: shop}");
  private static final Field<Map<String, String>> POD_LABELS =
      Field.optional(
              "podLabels",
              Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty()),
              "More labels of the pods.")
          .example("{team: shop}");
  private static final Field<Map<String, String>> POD_ANNOTATIONS =
      Field.optional(
              "podAnnotations",
              Type.mapOf(Format.LABEL_KEY, Type.string().orEmpty()),
              "More annotations of the pods.")
          .example("{prometheus.io/scrape: \"true\"}");
  private static final Definition<Workload> DEFINITION =
      WorkloadWords.known(
              Definition.of("workload", "Pods of one kind and all that stands around them."))
          .fields(NAME, KindNotation.KIND, CONTAINERS, INIT_CONTAINERS, REPLICAS)
          .fields(PlacementNotation.fields())
          .fields(SECURITY, ACCOUNT, DISRUPTION, ROLLOUT, SERVICES, INGRESSES, ROUTES)
          .fields(
              NETWORK, SETTINGS, FILES, GRACE, SHUTDOWN, PRIORITY, PULL_SECRETS, LABELS, POD_LABELS)
          .fields(POD_ANNOTATIONS)
          .fields(KindNotation.fields())
          .building(WorkloadNotation::checked, given -> workload(given).unchecked());

  private WorkloadNotation() {}

  public static Type<Workload> type() {
    return Type.object(DEFINITION);
  }

  private static Workload.Builder workload(Given given) {
    Workload.Builder workload = KindNotation.workload(given.get(NAME), given);
    for (Container container : given.get(CONTAINERS)) {
      workload.container(container);
    }
    for (Container initContainer : given.get(INIT_CONTAINERS, List.of())) {
      workload.initContainer(initContainer);
    }
    if (given.has(REPLICAS)) {
      workload.replicas(given.get(REPLICAS));
    }
    workload.placement(PlacementNotation.placement(given));
    if (given.has(SECURITY)) {
      workload.security(given.get(SECURITY));
    }
    if (given.has(ACCOUNT)) {
      workload.serviceAccount(
          AccountNotation.account(given.get(ACCOUNT), ServiceAccount.of(given.get(NAME))));
    }
    if (given.has(DISRUPTION)) {
      workload.disruption(given.get(DISRUPTION));
    }
    if (given.has(ROLLOUT)) {
      workload.rollout(given.get(ROLLOUT));
    }
    for (Exposure service : given.get(SERVICES, List.of())) {
      workload.expose(service);
    }
    for (Ingress ingress : given.get(INGRESSES, List.of())) {
      workload.ingress(ingress);
    }
    for (HttpRoute route : given.get(ROUTES, List.of())) {
      workload.route(route);
    }
    if (given.has(NETWORK)) {
      workload.network(given.get(NETWORK));
    }
    settings(given, workload);
    if (given.has(GRACE)) {
      workload.grace(given.get(GRACE));
    }
    if (given.has(SHUTDOWN)) {
      workload.shutdown(given.get(SHUTDOWN));
    }
    if (given.has(PRIORITY)) {
      workload.priorityClass(given.get(PRIORITY));
    }
    for (String imagePullSecret : given.get(PULL_SECRETS, List.of())) {
      workload.imagePullSecret(imagePullSecret);
    }
    if (given.has(LABELS)) {
      workload.onlyLabels(given.get(LABELS));
    }
    for (Map.Entry<String, String> podLabel : given.get(POD_LABELS, Map.of()).entrySet()) {
      workload.podLabel(podLabel.getKey(), podLabel.getValue());
    }
    for (Map.Entry<String, String> podAnnotation :
        given.get(POD_ANNOTATIONS, Map.of()).entrySet()) {
      workload.podAnnotation(podAnnotation.getKey(), podAnnotation.getValue());
    }
    return workload;
  }

  private static Workload checked(Given given) {
    Problems problems = new Problems();
    KindNotation.check(given, problems);
    Workload workload = problems.collect(workload(given)::build);
    problems.throwIfAny();
    return Objects.requireNonNull(workload, "built, or there was a problem");
  }

  private static void settings(Given given, Workload.Builder workload) {
    String name = given.get(NAME);
    if (given.has(SETTINGS)) {
      workload.settings(Settings.env(name + "-settings", given.get(SETTINGS)));
    }
    int folders = 0;
    for (Map.Entry<String, Map<String, Text>> folder : given.get(FILES, Map.of()).entrySet()) {
      String suffix = folders++ == 0 ? "-files" : "-files-" + folders;
      workload.settings(Settings.files(name + suffix, folder.getKey(), folder.getValue()));
    }
  }
}
