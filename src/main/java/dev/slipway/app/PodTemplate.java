package dev.slipway.app;

import dev.slipway.cluster.Feature;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvFrom;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.security.SecurityProfile;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Renders the pod template of a workload. */
final class PodTemplate {
  /** Changes when a setting does, so that the pods are rolled. */
  static final String CONFIG_CHECKSUM = "slipway.dev/config-checksum";

  /** Changes when a secret does whose source can tell, so that the pods are rolled. */
  static final String SECRET_REVISION = "slipway.dev/secret-revision";

  private static final String POD_TEMPLATE_HASH = "pod-template-hash";

  private final Workload workload;
  private final WorkloadNames names;
  private final Target target;
  private final List<Container> initContainers;
  private final List<Container> containers;

  PodTemplate(Workload workload, WorkloadNames names, Target target) {
    this.workload = workload;
    this.names = names;
    this.target = target;
    initContainers = withBindings(workload.initContainers());
    containers = withBindings(workload.containers());
  }

  Mapping render() {
    return Mapping.of("metadata", metadata(), "spec", spec());
  }

  private Mapping metadata() {
    Mapping.Builder labels = Mapping.builder().putAll(names.podLabels());
    Optional<Identity> identity = workload.identity();
    if (identity.isPresent()) {
      labels.putAll(Mapping.ofStrings(new TreeMap<>(identity.get().podLabels())));
    }
    labels.putAll(Mapping.ofStrings(workload.podLabels()));
    Mapping.Builder annotations =
        Mapping.builder().putAll(Mapping.ofStrings(workload.podAnnotations()));
    if (target.strict() && !workload.settings().isEmpty()) {
      annotations.put(CONFIG_CHECKSUM, configChecksum());
    }
    List<Text> revisions = new ArrayList<>();
    for (Workload.Use use : workload.uses()) {
      revisions.addAll(use.binding().revisions(target));
    }
    if (!revisions.isEmpty()) {
      annotations.put(SECRET_REVISION, Text.join(revisions).derive(Derivation.SHA256));
    }
    return Mapping.builder()
        .putUnlessEmpty("labels", labels.build())
        .putUnlessEmpty("annotations", annotations.build())
        .build();
  }

  private Text configChecksum() {
    List<Settings> settings = workload.settings();
    return settings.size() == 1
        ? settings.get(0).checksum()
        : Text.join(settings.stream().map(Settings::checksum).toList()).derive(Derivation.SHA256);
  }

  private Mapping spec() {
    Mapping.Builder spec = Mapping.builder();
    if (names.serviceAccount().isPresent()) {
      spec.put("serviceAccountName", names.serviceAccount().get());
    }
    Optional<ServiceAccount> account = workload.serviceAccount();
    if (target.strict() && !(account.isPresent() && account.get().mountsToken())) {
      spec.put("automountServiceAccountToken", false);
    }
    if (target.strict()) {
      // Every Service of the namespace would otherwise be in every container's environment.
      spec.put("enableServiceLinks", false);
    }
    if (workload.priorityClass().isPresent()) {
      spec.put("priorityClassName", workload.priorityClass().get());
    }
    spec.putUnlessEmpty(
        "imagePullSecrets",
        Seq.from(workload.imagePullSecrets(), name -> Mapping.of("name", name)));
    Optional<SecurityProfile> security = security();
    if (security.isPresent()) {
      spec.putUnlessEmpty("securityContext", security.get().podContext(target.cluster()));
    }
    workload.placement().renderInto(spec, target.cluster());
    spec.putUnlessEmpty("topologySpreadConstraints", spread());
    if (workload.grace().isPresent()) {
      spec.put("terminationGracePeriodSeconds", workload.grace().get().toSeconds());
    }
    if (workload.controller() instanceof Controller.Job
        || workload.controller() instanceof Controller.CronJob) {
      spec.put("restartPolicy", "OnFailure");
    }
    spec.putUnlessEmpty("initContainers", nodes(initContainers, security));
    spec.put("containers", nodes(containers, security));
    return spec.putUnlessEmpty("volumes", volumes()).build();
  }

  private Optional<SecurityProfile> security() {
    return workload.security().isPresent() || !target.strict()
        ? workload.security()
        : Optional.of(SecurityProfile.restricted());
  }

  private Seq spread() {
    boolean deployment = workload.controller() instanceof Controller.Deployment;
    boolean spreadable =
        (deployment || workload.controller() instanceof Controller.StatefulSet)
            && workload.replicas().max() > 1;
    List<Spread> ways =
        workload
            .placement()
            .spread()
            .orElse(
                target.strict() && spreadable
                    ? List.of(Spread.preferred(Spread.HOST), Spread.preferred(Spread.ZONE))
                    : List.of());
    Optional<String> revision =
        target.strict()
                && deployment
                && Feature.SPREAD_MATCH_LABEL_KEYS.in(target.cluster().version())
            ? Optional.of(POD_TEMPLATE_HASH)
            : Optional.empty();
    boolean honors = Feature.SPREAD_NODE_POLICIES.in(target.cluster().version());
    return Seq.from(ways, way -> way.toNode(names.selector(), revision, honors));
  }

  private Seq nodes(List<Container> some, Optional<SecurityProfile> security) {
    return Seq.from(some, container -> container.toNode(target, security));
  }

  private List<Container> withBindings(List<Container> declared) {
    if (workload.uses().isEmpty() && workload.settings().isEmpty()) {
      return declared;
    }
    List<Container> bound = new ArrayList<>(declared.size());
    for (Container container : declared) {
      bound.add(withBindings(container));
    }
    return bound;
  }

  /** A container's own variables and mounts win over those of the services it uses. */
  private Container withBindings(Container container) {
    List<Workload.Use> uses = workload.uses().stream().filter(use -> use.by(container)).toList();
    List<Settings> settings = container.isSidecar() ? List.of() : workload.settings();
    if (uses.isEmpty() && settings.isEmpty()) {
      return container;
    }
    Set<String> variables = new HashSet<>();
    container.env().forEach(variable -> variables.add(variable.name()));
    Set<String> paths = new HashSet<>();
    container.mounts().forEach(mount -> paths.add(mount.path()));
    Container.Builder more = container.toBuilder();
    for (Settings config : settings) {
      String name = names.settings(config);
      if (config.isFiles()) {
        more.mount(Mount.readOnly(Volume.config(config.name(), name), config.asFiles()));
      } else {
        more.envFrom(EnvFrom.config(name));
      }
    }
    for (Workload.Use use : uses) {
      for (EnvVar variable : use.binding().env()) {
        if (variables.add(variable.name())) {
          more.env(variable);
        }
      }
      for (Mount mount : use.binding().mounts()) {
        if (paths.add(mount.path())) {
          more.mount(mount);
        }
      }
    }
    return more.build();
  }

  private Seq volumes() {
    Map<String, Volume> byName = new java.util.LinkedHashMap<>();
    for (List<Container> all : List.of(initContainers, containers)) {
      for (Container container : all) {
        for (Mount mount : container.mounts()) {
          if (!(mount.volume() instanceof Volume.PerPod)) {
            byName.putIfAbsent(mount.volume().name(), mount.volume());
          }
        }
      }
    }
    return Seq.from(byName.values(), Volume::toNode);
  }
}
