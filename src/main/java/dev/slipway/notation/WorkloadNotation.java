package dev.slipway.notation;

import dev.slipway.app.Controller;
import dev.slipway.app.CronSchedule;
import dev.slipway.app.Disruption;
import dev.slipway.app.Replicas;
import dev.slipway.app.Rollout;
import dev.slipway.app.ServiceAccount;
import dev.slipway.app.Settings;
import dev.slipway.app.TimeZones;
import dev.slipway.app.Workload;
import dev.slipway.definition.Choice;
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
import java.util.Optional;

/** Workloads, in a file. */
public final class WorkloadNotation {
  /** The kind of name that workloads have, each of an application another. */
  static final String WORKLOAD = "workload";

  private enum Kind {
    DEPLOYMENT("Deployment"),
    STATEFUL_SET("StatefulSet"),
    DAEMON_SET("DaemonSet"),
    JOB("Job"),
    CRON_JOB("CronJob");

    private final String kubernetes;

    Kind(String kubernetes) {
      this.kubernetes = kubernetes;
    }
  }

  private static final Format CRON =
      Format.of(
          "schedule",
          "@[a-z]+( [0-9.a-zµ]+)?|\\s*[-*?/,0-9A-Za-z]+(\\s+[-*?/,0-9A-Za-z]+){4}\\s*",
          "is no schedule of five fields, such as '0 3 * * *'");

  private static final Field<String> NAME =
      Field.required(
              "name",
              Type.name(WORKLOAD, Format.DNS_LABEL),
              "The component's name; its objects are called <application>-<name>, or <application>"
                  + " where the two are the same.")
          .example("web");
  private static final Field<Kind> KIND =
      Field.optional(
              "kind",
              Type.oneOf(
                  Choice.of("Deployment", Kind.DEPLOYMENT, "pods that are all alike"),
                  Choice.of(
                      "StatefulSet",
                      Kind.STATEFUL_SET,
                      "pods with a name and storage of their own each"),
                  Choice.of("DaemonSet", Kind.DAEMON_SET, "one pod on every node it may go on"),
                  Choice.of("Job", Kind.JOB, "pods that run to their end"),
                  Choice.of("CronJob", Kind.CRON_JOB, "a job at times")),
              "What keeps the pods there.")
          .byDefault(Kind.DEPLOYMENT)
          .example("StatefulSet");
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
      Field.optional("security", Type.later(SecurityNotation::type), "What the containers may do.")
          .byDefaultIs("as little as can be, under strict defaults")
          .example("{runAsUser: 1001}");
  private static final Field<Given> ACCOUNT =
      Field.optional("serviceAccount", Type.later(AccountNotation::type), "Whom the pods are.")
          .byDefaultIs("an account of their own without rights, under strict defaults")
          .example("{identity: {gke: shop@my-project.iam.gserviceaccount.com}}");
  private static final Field<Disruption> DISRUPTION =
      Field.optional(
              "disruption",
              Type.later(DisruptionNotation::type),
              "How many pods may be away while a node is drained, or how many must stay.")
          .byDefaultIs("one may be away, under strict defaults and with several replicas")
          .example("{minAvailable: 2}");
  private static final Field<Rollout> ROLLOUT =
      Field.optional(
              "rollout",
              Type.later(RolloutNotation::type),
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
              Type.someOf(Type.later(IngressNotation::type)),
              "Ways in from outside, to the first port of the first Service.")
          .example("[{host: shop.example.com, tlsSecret: shop-tls}]");
  private static final Field<List<HttpRoute>> ROUTES =
      Field.optional(
              "routes",
              Type.someOf(Type.later(IngressNotation::route)),
              "Ways in by a Gateway, to the first port of the first Service.")
          .example("[{gateway: public, host: shop.example.com}]");
  private static final Field<NetworkAccess> NETWORK =
      Field.optional(
              "network",
              Type.later(NetworkNotation::access),
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
  private static final Field<String> HEADLESS =
      Field.optional(
              "serviceName",
              Type.string().of(Format.SERVICE_NAME),
              "The headless Service that gives a StatefulSet's pods their names.")
          .byDefaultIs("<name>-headless")
          .example("shop-headless");
  private static final Field<Boolean> PARALLEL =
      Field.optional(
              "parallel", Type.bool(), "Whether a StatefulSet's pods start and end all at once.")
          .byDefault(false)
          .example("true");
  private static final Field<Controller.Job> JOB =
      Field.optional(
              "job", Type.object(JobNotation::definition), "How a Job, or a CronJob's, runs.")
          .byDefaultIs("one pod that must end well once")
          .example("{backoffLimit: 2, deadline: 10m}");
  private static final Field<String> SCHEDULE =
      Field.optional(
              "schedule",
              Type.string().of(CRON).as(CronSchedule::checked),
              "When a CronJob runs, in cron's form. A CronJob has it, and no other kind.")
          .example("0 3 * * *");
  private static final Field<String> TIME_ZONE =
      Field.optional(
              "timeZone", Type.string().as(TimeZones::checked), "The schedule's IANA time zone.")
          .byDefaultIs("the control plane's")
          .example("Europe/Vienna");

  private static final Definition<Workload> DEFINITION =
      WorkloadWords.known(
              Definition.of("workload", "Pods of one kind and all that stands around them."))
          .fields(NAME, KIND, CONTAINERS, INIT_CONTAINERS, REPLICAS)
          .fields(PlacementNotation.fields())
          .fields(SECURITY, ACCOUNT, DISRUPTION, ROLLOUT, SERVICES, INGRESSES, ROUTES)
          .fields(
              NETWORK, SETTINGS, FILES, GRACE, SHUTDOWN, PRIORITY, PULL_SECRETS, LABELS, POD_LABELS)
          .fields(POD_ANNOTATIONS, HEADLESS, PARALLEL, JOB, SCHEDULE, TIME_ZONE)
          .building(WorkloadNotation::checked, given -> workload(given).unchecked());

  /** A field that only some kinds have. */
  private record Belonging(Field<?> field, List<Kind> kinds) {}

  private static final List<Belonging> BELONGINGS =
      List.of(
          new Belonging(HEADLESS, List.of(Kind.STATEFUL_SET)),
          new Belonging(PARALLEL, List.of(Kind.STATEFUL_SET)),
          new Belonging(JOB, List.of(Kind.JOB, Kind.CRON_JOB)),
          new Belonging(SCHEDULE, List.of(Kind.CRON_JOB)),
          new Belonging(TIME_ZONE, List.of(Kind.CRON_JOB)));

  private WorkloadNotation() {}

  public static Type<Workload> type() {
    return Type.object(DEFINITION);
  }

  private static Workload.Builder workload(Given given) {
    Workload.Builder workload = begun(given);
    given.get(CONTAINERS).forEach(workload::container);
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
    if (given.has(HEADLESS)) {
      workload.serviceName(given.get(HEADLESS));
    }
    if (given.get(PARALLEL)) {
      workload.parallel();
    }
    return workload;
  }

  private static Workload checked(Given given) {
    Problems problems = new Problems();
    checkKind(given, problems);
    Workload workload = problems.collect(workload(given)::build);
    problems.throwIfAny();
    return Objects.requireNonNull(workload, "built, or there was a problem");
  }

  private static void checkKind(Given given, Problems problems) {
    Kind kind = given.get(KIND);
    for (Belonging belonging : BELONGINGS) {
      String field = belonging.field().name();
      if (given.has(belonging.field()) && !belonging.kinds().contains(kind)) {
        List<String> kinds = belonging.kinds().stream().map(other -> other.kubernetes).toList();
        problems.add(
            "A %s has no '%s'; a %s has."
                .formatted(kind.kubernetes, field, String.join(" or a ", kinds)),
            "Leave it out, or give 'kind: %s'.".formatted(kinds.get(0)),
            field,
            KIND.name());
      }
    }
    if (kind == Kind.CRON_JOB && !given.has(SCHEDULE)) {
      problems.add(
          "A CronJob needs a 'schedule'.",
          "Add it, for example 'schedule: 0 3 * * *'.",
          SCHEDULE.name(),
          KIND.name());
    }
  }

  private static Workload.Builder begun(Given given) {
    String name = given.get(NAME);
    return switch (given.get(KIND)) {
      case DEPLOYMENT -> Workload.deployment(name);
      case STATEFUL_SET -> Workload.statefulSet(name);
      case DAEMON_SET -> Workload.daemonSet(name);
      case JOB -> Workload.job(name, given.get(JOB, Controller.Job.once()));
      case CRON_JOB ->
          Workload.cronJob(
              name,
              new Controller.CronJob(
                  given.get(SCHEDULE, "@daily"),
                  given.find(TIME_ZONE),
                  Optional.of("Forbid"),
                  given.get(JOB, Controller.Job.once())));
    };
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
