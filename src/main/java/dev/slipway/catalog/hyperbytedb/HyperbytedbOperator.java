package dev.slipway.catalog.hyperbytedb;

import dev.slipway.app.Operator;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * What the HyperbytedbCluster's operator makes of one, so far as its text and its published types
 * tell: enough to place the pods and to judge their budget, not to run them.
 */
final class HyperbytedbOperator implements Operator {
  private static final int GRACE = 60;
  private static final int BUDGET_FROM = 3;
  private static final String PORT_NAME = "http";

  @Override
  public GroupKind watches() {
    return HyperbytedbCluster.TYPE.groupKind();
  }

  @Override
  public List<Manifest> creates(Manifest resource, Cluster cluster) {
    Made made = new Made(resource);
    Mapping spec = resource.spec();
    List<Manifest> created = new ArrayList<>();
    created.add(made.object("", "v1", "Service", "", service(made, false)));
    created.add(made.object("", "v1", "Service", "-headless", service(made, true)));
    created.add(made.object("apps", "v1", "StatefulSet", "", statefulSet(made)));
    if (Spec.REPLICAS.number(spec) >= BUDGET_FROM) {
      created.add(made.object("policy", "v1", "PodDisruptionBudget", "-pdb", budget(made)));
    }
    if (Autoscaling.ENABLED.isTrue(spec)) {
      created.add(
          made.object("autoscaling", "v2", "HorizontalPodAutoscaler", "-hpa", autoscaler(made)));
    }
    return created;
  }

  static ObjectRef.Key ref(String group, String version, String kind, Target target, String name) {
    return new ObjectRef(new GroupVersionKind(group, version, kind), target.namespace(), name)
        .key();
  }

  private static Mapping service(Made made, boolean headless) {
    Mapping.Builder spec = Mapping.builder();
    if (headless) {
      spec.put("clusterIP", "None").put("publishNotReadyAddresses", true);
    }
    return spec.put("selector", made.labels())
        .put(
            "ports",
            Seq.of(
                Mapping.builder()
                    .put("name", PORT_NAME)
                    .put("port", Server.PORT.number(made.spec()))
                    .put("targetPort", PORT_NAME)
                    .build()))
        .build();
  }

  private static Mapping statefulSet(Made made) {
    return Mapping.builder()
        .put("replicas", Spec.REPLICAS.number(made.spec()))
        .put("serviceName", made.name() + "-headless")
        .put("selector", Mapping.of("matchLabels", made.labels()))
        .put("template", template(made))
        .put("volumeClaimTemplates", Seq.of(claim(made.spec())))
        .build();
  }

  private static Mapping template(Made made) {
    Mapping spec = made.spec();
    Mapping metadata =
        Mapping.builder()
            .put(
                "labels",
                Mapping.builder()
                    .putAll(made.labels())
                    .putAll(spec.mapping(Spec.POD_LABELS.name()))
                    .build())
            .putUnlessEmpty("annotations", spec.mapping(Spec.POD_ANNOTATIONS.name()))
            .build();
    Mapping pod =
        Mapping.builder()
            .putUnlessEmpty("imagePullSecrets", spec.seq(Spec.IMAGE_PULL_SECRETS.name()))
            .putUnlessEmpty("affinity", affinity(made))
            .putUnlessEmpty("tolerations", spec.seq(Spec.TOLERATIONS.name()))
            .putUnlessEmpty(
                "topologySpreadConstraints", spec.seq(Spec.TOPOLOGY_SPREAD_CONSTRAINTS.name()))
            .put("terminationGracePeriodSeconds", GRACE)
            .put("containers", Seq.of(container(spec)))
            .putUnlessEmpty("volumes", spec.seq(Spec.ADDITIONAL_VOLUMES.name()))
            .build();
    return Mapping.of("metadata", metadata, "spec", pod);
  }

  /** Where none is given, the operator wishes for members of one cluster on different hosts. */
  private static Mapping affinity(Made made) {
    Mapping given = made.spec().mapping(Spec.AFFINITY.name());
    if (!given.isEmpty() || Spec.REPLICAS.number(made.spec()) < 2) {
      return given;
    }
    Mapping term =
        Mapping.of(
            "labelSelector",
            Mapping.of("matchLabels", made.labels()),
            "topologyKey",
            Text.of("kubernetes.io/hostname"));
    return Mapping.of(
        "podAntiAffinity",
        Mapping.of(
            "preferredDuringSchedulingIgnoredDuringExecution",
            Seq.of(Mapping.builder().put("weight", 100).put("podAffinityTerm", term).build())));
  }

  private static Mapping container(Mapping spec) {
    Mapping.Builder container =
        Mapping.builder()
            .put("name", HyperbytedbCluster.SOFTWARE)
            .put("image", Spec.IMAGE.text(spec));
    Spec.IMAGE_PULL_POLICY.find(spec).ifPresent(p -> container.put("imagePullPolicy", p));
    container
        .put(
            "ports",
            Seq.of(
                Mapping.builder()
                    .put("name", PORT_NAME)
                    .put("containerPort", Server.PORT.number(spec))
                    .build()))
        .putUnlessEmpty("env", credentials(spec));
    List<Node> mounts = new ArrayList<>();
    mounts.add(Mapping.of("name", Text.of("data"), "mountPath", Text.of("/var/lib/hyperbytedb")));
    mounts.addAll(spec.seq(Spec.ADDITIONAL_VOLUME_MOUNTS.name()).asList());
    return container
        .put("volumeMounts", Seq.of(mounts))
        .putUnlessEmpty("resources", spec.mapping(Spec.RESOURCES.name()))
        .build();
  }

  /** The bucket's credentials, by the names that the text gives their keys. */
  private static Seq credentials(Mapping spec) {
    if (!Storage.S3_CREDENTIALS_SECRET_NAME.isGiven(spec)) {
      return Seq.EMPTY;
    }
    Text secret = Text.of(Storage.S3_CREDENTIALS_SECRET_NAME.text(spec));
    return Seq.from(
        Credentials.Role.S3.keys(),
        key ->
            Mapping.of(
                "name",
                Text.of(key.toUpperCase(java.util.Locale.ROOT)),
                "valueFrom",
                Mapping.of("secretKeyRef", Mapping.of("name", secret, "key", Text.of(key)))));
  }

  private static Mapping claim(Mapping spec) {
    Mapping.Builder claim = Mapping.builder().put("accessModes", Seq.of(Text.of("ReadWriteOnce")));
    Storage.STORAGE_CLASS_NAME.find(spec).ifPresent(c -> claim.put("storageClassName", c));
    Mapping size = Mapping.of("storage", Text.of(Storage.SIZE.text(spec)));
    return Mapping.of(
        "metadata",
        Mapping.of("name", "data"),
        "spec",
        claim.put("resources", Mapping.of("requests", size)).build());
  }

  private static Mapping budget(Made made) {
    return Mapping.builder()
        .put("minAvailable", Spec.REPLICAS.number(made.spec()) - 1)
        .put("selector", Mapping.of("matchLabels", made.labels()))
        .build();
  }

  private static Mapping autoscaler(Made made) {
    Mapping spec = made.spec();
    Mapping.Builder scaler =
        Mapping.builder()
            .put(
                "scaleTargetRef",
                Mapping.builder()
                    .put("apiVersion", "apps/v1")
                    .put("kind", "StatefulSet")
                    .put("name", made.name())
                    .build());
    Autoscaling.MIN_REPLICAS.find(spec).ifPresent(min -> scaler.put("minReplicas", min));
    Mapping target =
        Mapping.builder()
            .put("type", "Utilization")
            .put("averageUtilization", Autoscaling.TARGET_CPU_UTILIZATION_PERCENTAGE.number(spec))
            .build();
    Mapping cpu =
        Mapping.of(
            "type",
            Text.of("Resource"),
            "resource",
            Mapping.of("name", Text.of("cpu"), "target", target));
    return scaler
        .put("maxReplicas", Autoscaling.MAX_REPLICAS.number(spec))
        .put("metrics", Seq.of(cpu))
        .build();
  }

  /** The resource that things are made of. */
  private record Made(Manifest resource) {
    String name() {
      return resource.ref().name();
    }

    Mapping spec() {
      return resource.spec();
    }

    Mapping labels() {
      return ClusterResource.podLabels(name());
    }

    Manifest object(String group, String version, String kind, String suffix, Mapping spec) {
      GroupVersionKind type = new GroupVersionKind(group, version, kind);
      String name = name() + suffix;
      Mapping metadata =
          Mapping.builder()
              .put("name", name)
              .put("namespace", resource.ref().namespace())
              .put("labels", labels())
              .build();
      Mapping body =
          Mapping.builder()
              .put("apiVersion", type.apiVersion())
              .put("kind", kind)
              .put("metadata", metadata)
              .put("spec", spec)
              .build();
      return new Manifest(
          new ObjectRef(type, resource.ref().namespace(), name),
          body,
          Origin.of("the operator of HyperbytedbCluster '" + name() + "'"));
    }
  }
}
