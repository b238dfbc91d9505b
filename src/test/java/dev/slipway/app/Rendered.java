package dev.slipway.app;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.render.Collected;
import dev.slipway.target.Defaults;
import dev.slipway.target.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an application of one workload renders to. */
record Rendered(ManifestSet objects, Collected beside) {

  static Cluster cluster() {
    return cluster("1.34");
  }

  static Cluster cluster(String version) {
    return Cluster.builder("test")
        .kubernetes(version)
        .nodeGroup(group("platform").build())
        .nodeGroup(group("trainer").taint("dedicated=trainer:NoSchedule").build())
        .build();
  }

  private static NodeGroup.Builder group(String name) {
    return NodeGroup.builder(name)
        .label("role", name)
        .machine(MachineType.of("8", "32Gi"))
        .nodes(2);
  }

  static Rendered strict(Workload workload) {
    return of(workload, Defaults.STRICT);
  }

  /** Under strict defaults, on a day. */
  static Rendered strict(Workload workload, LocalDate today) {
    Application application = Application.builder("shop").workload(workload).build();
    return of(application, cluster(), Optional.of(today));
  }

  static Rendered asGiven(Workload workload) {
    return of(workload, Defaults.AS_GIVEN);
  }

  static Rendered of(Workload workload, Defaults defaults) {
    return of(Application.builder("shop").workload(workload).defaults(defaults).build());
  }

  static Rendered of(Application application) {
    return of(application, cluster());
  }

  /** Under strict defaults, on a version of Kubernetes. */
  static Rendered on(String version, Workload workload) {
    return of(Application.builder("shop").workload(workload).build(), cluster(version));
  }

  private static Rendered of(Application application, Cluster cluster) {
    return of(application, cluster, Optional.empty());
  }

  private static Rendered of(Application application, Cluster cluster, Optional<LocalDate> today) {
    Collected collected = new Collected();
    application.render(
        new Target(
            cluster,
            application.namespace(),
            application.naming(),
            application.defaults(),
            () -> today),
        collected);
    return new Rendered(ManifestSet.of(collected.objects()), collected);
  }

  List<String> names() {
    return objects.asList().stream().map(m -> m.ref().kind() + " " + m.ref().name()).toList();
  }

  Mapping only(String kind) {
    List<Manifest> found = objects.ofKind(kind);
    if (found.size() != 1) {
      throw new AssertionError("There are " + found.size() + " objects of kind " + kind + ".");
    }
    return found.get(0).body();
  }

  Mapping pod() {
    for (String kind : List.of("Deployment", "StatefulSet", "DaemonSet", "Job")) {
      if (!objects.ofKind(kind).isEmpty()) {
        return only(kind).mapping("spec").mapping("template");
      }
    }
    return only("CronJob")
        .mapping("spec")
        .mapping("jobTemplate")
        .mapping("spec")
        .mapping("template");
  }
}
