package dev.slipway.placement.pod;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The workloads of a set of manifests, each with the pods that its controller makes. */
public final class Workloads {
  private static final String POD_NAME = "statefulset.kubernetes.io/pod-name";
  private static final String POD_INDEX = "apps.kubernetes.io/pod-index";

  private static final Set<GroupKind> KINDS =
      Set.of(
          GroupKind.of("", "Pod"),
          GroupKind.of("", "ReplicationController"),
          GroupKind.of("apps", "ReplicaSet"),
          GroupKind.of("apps", "Deployment"),
          GroupKind.of("apps", "StatefulSet"),
          GroupKind.of("apps", "DaemonSet"),
          GroupKind.of("batch", "Job"),
          GroupKind.of("batch", "CronJob"));

  private final ManifestSet manifests;
  private final PodReader reader;
  private final Map<List<Object>, PodShape> shapes = new HashMap<>();
  private final Map<String, ReplicaRange> autoscalers = new HashMap<>();

  private Workloads(ManifestSet manifests, StorageClasses classes) {
    this.manifests = manifests;
    this.reader = new PodReader(manifests, classes);
    manifests.ofKind("HorizontalPodAutoscaler").forEach(this::add);
    for (Manifest scaled : manifests.ofKind("ScaledObject")) {
      if (ReplicaRange.isScaledObject(scaled)) {
        add(scaled);
      }
    }
  }

  private void add(Manifest autoscaler) {
    Mapping target = autoscaler.spec().mapping("scaleTargetRef");
    autoscalers.put(
        Namespaces.of(autoscaler)
            + "/"
            + ReplicaRange.targetKind(autoscaler, target)
            + "/"
            + Fields.string(target, "name"),
        ReplicaRange.of(autoscaler));
  }

  /** The workloads that the manifests declare; those that another of them owns count with it. */
  public static List<WorkloadPods> of(ManifestSet manifests, StorageClasses classes) {
    Workloads workloads = new Workloads(manifests, classes);
    List<WorkloadPods> found = new ArrayList<>();
    for (Manifest manifest : manifests) {
      if (KINDS.contains(manifest.ref().type().groupKind())
          && !workloads.isOwned(manifest)
          && !workloads.isOver(manifest)) {
        found.add(workloads.read(manifest));
      }
    }
    return found;
  }

  private boolean isOwned(Manifest manifest) {
    for (Mapping owner : Fields.mappings(manifest.metadata().seq("ownerReferences"))) {
      String kind = Fields.string(owner, "kind");
      String name = Fields.string(owner, "name");
      for (Manifest candidate : manifests.ofKind(kind)) {
        if (candidate.ref().name().equals(name)
            && candidate.ref().namespace().equals(manifest.ref().namespace())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOver(Manifest manifest) {
    String phase = Fields.string(manifest.body().mapping("status"), "phase");
    return phase.equals("Succeeded") || phase.equals("Failed");
  }

  private WorkloadPods read(Manifest manifest) {
    Mapping spec = manifest.spec();
    return switch (manifest.ref().kind()) {
      case "Pod" -> {
        PodShape shape =
            shape(manifest, Fields.stringMap(manifest.metadata().mapping("labels")), spec);
        yield new WorkloadPods(workload(manifest, 1, 0, 0), List.of(shape), false, false);
      }
      case "Deployment" -> deployment(manifest);
      case "StatefulSet" -> statefulSet(manifest);
      case "DaemonSet" -> ofTemplate(manifest, spec, workload(manifest, 0, 0, 0), true);
      case "Job" -> job(manifest, spec, isSuspended(spec));
      case "CronJob" ->
          job(manifest, spec.mapping("jobTemplate").mapping("spec"), isSuspended(spec));
      default ->
          ofTemplate(
              manifest, spec, workload(manifest, Fields.integer(spec, "replicas", 1), 0, 0), false);
    };
  }

  private WorkloadPods ofTemplate(
      Manifest manifest, Mapping spec, Workload workload, boolean daemon) {
    return new WorkloadPods(
        workload, List.of(shape(manifest, templateLabels(spec), podSpec(spec))), daemon, true);
  }

  private WorkloadPods deployment(Manifest manifest) {
    Mapping spec = manifest.spec();
    int replicas = replicas(manifest);
    Mapping strategy = spec.mapping("strategy");
    boolean recreate = Fields.string(strategy, "type").equals("Recreate");
    Mapping rolling = strategy.mapping("rollingUpdate");
    int surge = recreate ? 0 : Share.of(rolling.get("maxSurge"), replicas, true);
    int unavailable = recreate ? 0 : Share.of(rolling.get("maxUnavailable"), replicas, false);
    if (!recreate && surge == 0 && unavailable == 0) {
      unavailable = 1;
    }
    Map<String, String> labels =
        PodReader.with(templateLabels(spec), "pod-template-hash", manifest.ref().name());
    return new WorkloadPods(
        workload(manifest, replicas, surge, unavailable),
        List.of(shape(manifest, labels, podSpec(spec))),
        false,
        true);
  }

  private WorkloadPods statefulSet(Manifest manifest) {
    Mapping spec = manifest.spec();
    Workload workload = workload(manifest, replicas(manifest), 0, 0);
    Map<String, String> labels = templateLabels(spec);
    PodShape shared = shape(manifest, labels, podSpec(spec));
    if (!shared.mentions(POD_NAME) && !shared.mentions(POD_INDEX)) {
      return new WorkloadPods(workload, List.of(shared), false, true);
    }
    List<PodShape> shapes = new ArrayList<>();
    for (int i = 0; i < Math.max(1, workload.most()); i++) {
      String name = manifest.ref().name() + "-" + i;
      Map<String, String> own = PodReader.with(labels, POD_NAME, name);
      shapes.add(
          shape(manifest, PodReader.with(own, POD_INDEX, Integer.toString(i)), podSpec(spec)));
    }
    return new WorkloadPods(workload, shapes, false, true);
  }

  private static boolean isSuspended(Mapping spec) {
    return Boolean.TRUE.equals(spec.bool("suspend"));
  }

  private WorkloadPods job(Manifest manifest, Mapping spec, boolean suspended) {
    int parallel = Fields.integer(spec, "parallelism", 1);
    int completions = Fields.integer(spec, "completions", Integer.MAX_VALUE);
    int pods = suspended ? 0 : Math.min(parallel, completions);
    Map<String, String> labels =
        PodReader.with(templateLabels(spec), "batch.kubernetes.io/job-name", manifest.ref().name());
    labels = PodReader.with(labels, "job-name", manifest.ref().name());
    return new WorkloadPods(
        workload(manifest, pods, 0, 0),
        List.of(shape(manifest, labels, podSpec(spec))),
        false,
        true);
  }

  private static Map<String, String> templateLabels(Mapping spec) {
    return Fields.stringMap(spec.mapping("template").mapping("metadata").mapping("labels"));
  }

  private static Mapping podSpec(Mapping spec) {
    return spec.mapping("template").mapping("spec");
  }

  private PodShape shape(Manifest manifest, Map<String, String> labels, Mapping spec) {
    PodShape shape =
        reader.read(
            Namespaces.of(manifest), labels, spec, manifest.spec().seq("volumeClaimTemplates"));
    // Lone pods that are equal are many; templates have labels of their own.
    return manifest.ref().kind().equals("Pod")
        ? shapes.computeIfAbsent(shape.content(), content -> shape)
        : shape;
  }

  /** How many there are: as declared, within what an autoscaler allows. */
  private int replicas(Manifest manifest) {
    int declared = Fields.integer(manifest.spec(), "replicas", 1);
    @Nullable ReplicaRange autoscaler = autoscaler(manifest);
    return autoscaler == null || declared == 0 ? declared : autoscaler.nearest(declared);
  }

  private @Nullable ReplicaRange autoscaler(Manifest manifest) {
    return autoscalers.get(
        Namespaces.of(manifest) + "/" + manifest.ref().kind() + "/" + manifest.ref().name());
  }

  private Workload workload(Manifest manifest, int replicas, int surge, int unavailable) {
    @Nullable ReplicaRange autoscaler = autoscaler(manifest);
    int most =
        autoscaler == null || replicas == 0 ? replicas : Math.max(replicas, autoscaler.most());
    return new Workload(
        manifest.ref(), Namespaces.of(manifest), replicas, most, surge, unavailable);
  }
}
