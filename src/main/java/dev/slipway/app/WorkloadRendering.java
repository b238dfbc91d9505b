package dev.slipway.app;

import dev.slipway.cluster.Feature;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Seq;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.Volume;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Renders one workload and what stands around it, but for its service account. */
final class WorkloadRendering {
  private final Workload workload;
  private final Target target;
  private final Sink out;
  private final WorkloadNames names;
  private final Origin origin;

  WorkloadRendering(Workload workload, WorkloadNames names, Target target, Sink out) {
    this.workload = workload;
    this.target = target;
    this.out = out;
    this.names = names;
    origin =
        Origin.of(
            "workload '"
                + workload.name()
                + "' of application '"
                + target.naming().instance()
                + "'",
            FieldPath.of("applications", target.naming().instance(), "workloads", workload.name()));
  }

  /** Gives everything to the sink, and returns the manifest with the pods. */
  Manifest render() {
    for (Workload.Use use : workload.uses()) {
      use.binding().render(target, out);
    }
    for (Settings settings : workload.settings()) {
      renderSettings(settings);
    }
    for (Volume volume : workload.volumes()) {
      renderClaim(volume);
    }
    WorkloadNetwork network = new WorkloadNetwork(workload, names, target, out, origin);
    network.renderServices();
    Manifest controller = renderController();
    renderAutoscaler();
    renderBudget();
    network.renderWaysIn();
    network.renderPolicy();
    declare();
    return controller;
  }

  private void add(GroupVersionKind type, String name, Mapping fields) {
    add(type, name, names.labels(), Mapping.EMPTY, fields);
  }

  private void add(
      GroupVersionKind type, String name, Mapping labels, Mapping annotations, Mapping fields) {
    out.object(target.object(type, name, labels, annotations, fields, origin));
  }

  private void addSpec(GroupVersionKind type, String name, Mapping spec) {
    add(type, name, Mapping.of("spec", spec));
  }

  private void renderSettings(Settings settings) {
    String name = names.settings(settings);
    add(Types.CONFIG_MAP, name, Mapping.of("data", settings.data()));
    ObjectRef ref = new ObjectRef(Types.CONFIG_MAP, target.namespace(), name);
    for (Notice notice : settings.keyMaterial()) {
      out.notice(notice.about(ref));
    }
  }

  private void renderClaim(Volume volume) {
    if (volume instanceof Volume.Claim claim) {
      Optional<ClaimSpec> declared = claim.declared();
      if (declared.isPresent()) {
        addSpec(Types.CLAIM, claim.claim(), declared.get().spec());
      }
    }
  }

  private Manifest renderController() {
    Mapping template = new PodTemplate(workload, names, target).render();
    Controller controller = workload.controller();
    Mapping spec;
    if (controller instanceof Controller.Job job) {
      spec = job.spec(template);
    } else if (controller instanceof Controller.CronJob cronJob) {
      spec = cronJob.spec(template);
    } else if (controller instanceof Controller.StatefulSet set) {
      spec = statefulSet(set, template);
    } else {
      spec = replicated(template);
    }
    Manifest manifest =
        target.object(
            controller.type(),
            names.object(),
            names.labels(),
            Mapping.ofStrings(workload.annotations()),
            Mapping.of("spec", spec),
            origin);
    out.object(manifest);
    return manifest;
  }

  private Mapping replicated(Mapping template) {
    Mapping.Builder spec = Mapping.builder();
    boolean deployment = workload.controller() instanceof Controller.Deployment;
    if (deployment) {
      putReplicas(spec);
    }
    Optional<Rollout> rollout =
        deployment && hasExclusiveClaim() ? Optional.of(Rollout.recreate()) : workload.rollout();
    if (rollout.isPresent()) {
      spec.put(deployment ? "strategy" : "updateStrategy", rollout.get().toNode());
    }
    return spec.put("selector", Mapping.of("matchLabels", names.selector()))
        .put("template", template)
        .build();
  }

  private Mapping statefulSet(Controller.StatefulSet set, Mapping template) {
    Mapping.Builder spec = Mapping.builder();
    putReplicas(spec);
    spec.put("serviceName", names.headless(set));
    if (set.parallel()) {
      spec.put("podManagementPolicy", "Parallel");
    }
    if (workload.rollout().isPresent()) {
      spec.put("updateStrategy", workload.rollout().get().toNode());
    }
    spec.put("selector", Mapping.of("matchLabels", names.selector())).put("template", template);
    List<Mapping> claims = new ArrayList<>();
    for (Volume volume : workload.volumes()) {
      if (volume instanceof Volume.PerPod perPod) {
        ClaimSpec claim = perPod.spec();
        claims.add(Mapping.of("metadata", Mapping.of("name", claim.name()), "spec", claim.spec()));
      }
    }
    return spec.putUnlessEmpty("volumeClaimTemplates", Seq.of(claims)).build();
  }

  /** An autoscaler owns the number of replicas: one that is applied again would undo its work. */
  private void putReplicas(Mapping.Builder spec) {
    if (workload.replicas() instanceof Replicas.Fixed fixed
        && (workload.replicasGiven() || target.strict())) {
      spec.put("replicas", fixed.count());
    }
  }

  private boolean hasExclusiveClaim() {
    for (Volume volume : workload.volumes()) {
      if (volume instanceof Volume.Claim claim
          && claim.declared().isPresent()
          && claim.declared().get().accessMode().exclusive()) {
        return true;
      }
    }
    return false;
  }

  private void renderAutoscaler() {
    if (workload.replicas() instanceof Replicas.Autoscaled auto) {
      GroupVersionKind type = workload.controller().type();
      addSpec(
          Types.AUTOSCALER,
          names.object(),
          auto.spec(type.apiVersion(), type.kind(), names.object()));
    }
  }

  private void renderBudget() {
    Optional<Disruption> budget = workload.disruption();
    if (budget.isEmpty() && target.strict() && isBudgeted()) {
      budget = Optional.of(Disruption.maxUnavailable(1));
    }
    Optional<Mapping> bound = budget.isPresent() ? budget.get().bound() : Optional.empty();
    if (bound.isPresent()) {
      addSpec(Types.BUDGET, names.object(), Disruption.spec(bound.get(), names.selector(), target));
    }
  }

  private boolean isBudgeted() {
    Controller controller = workload.controller();
    return (controller instanceof Controller.Deployment
            || controller instanceof Controller.StatefulSet)
        && workload.replicas().max() > 1;
  }

  private void declare() {
    ObjectRef.Key key = controllerRef().key();
    Workload.@Nullable Quorum quorum = workload.quorum().orElse(null);
    if (quorum != null) {
      out.declare(new Declaration.Quorum(key, quorum.minAvailable(), quorum.why()));
    }
    if (workload.shutdown().isPresent()) {
      out.declare(
          new Declaration.ShutdownTime(
              key, workload.shutdown().get(), "the process's own deadline"));
    }
    Optional<ServiceAccount> account = workload.serviceAccount();
    if (account.isPresent() && account.get().existing()) {
      if (names.serviceAccount().isPresent()) {
        out.declare(existing(Types.SERVICE_ACCOUNT, names.serviceAccount().get()));
      }
    }
    for (Volume volume : workload.volumes()) {
      declareVolume(volume);
    }
    for (Spread way : workload.placement().spread().orElse(List.of())) {
      noticeSpread(way);
    }
  }

  private void noticeSpread(Spread way) {
    if (way.hard()
        && way.honorTaints()
        && !Feature.SPREAD_NODE_POLICIES.in(target.cluster().version())) {
      out.notice(
          Notice.warning(
                  "spread-counts-drained-nodes",
                  "The required spread over %s counts drained nodes as empty: Kubernetes %s has no nodeTaintsPolicy, and a drained node's pods may stay pending."
                      .formatted(way.topologyKey(), target.cluster().version()),
                  "Make the spread a wish, or upgrade the cluster to 1.26 or later.")
              .about(controllerRef()));
    }
  }

  private ObjectRef controllerRef() {
    return new ObjectRef(workload.controller().type(), target.namespace(), names.object());
  }

  private void declareVolume(Volume volume) {
    if (volume instanceof Volume.Claim claim && claim.declared().isEmpty()) {
      out.declare(existing(Types.CLAIM, claim.claim()));
    }
  }

  private Declaration existing(GroupVersionKind type, String name) {
    return new Declaration.Existing(new ObjectRef(type, target.namespace(), name).key(), Set.of());
  }
}
