package dev.slipway.app;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Suggestions;
import dev.slipway.network.Exposure;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.Container;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a workload one that cannot be. */
final class WorkloadChecks {
  private static final Duration DEFAULT_GRACE = Duration.ofSeconds(30);

  private static final String ROLLOUT = "rollout";

  private WorkloadChecks() {}

  static void check(Workload workload, Problems problems) {
    if (workload.containers().isEmpty()) {
      problems.add("It has no container.", "Give it at least one.", "containers");
    }
    containers(workload, problems);
    PortChecks.check(workload, problems);
    volumes(workload, problems);
    replicas(workload, problems);
    rollout(workload, problems);
    network(workload, problems);
    grace(workload, problems);
    labels(workload, problems);
  }

  private static void containers(Workload workload, Problems problems) {
    Set<String> names = new HashSet<>();
    for (Container container : workload.everyContainer()) {
      if (!names.add(container.name())) {
        problems.add(
            "Two containers are named '" + container.name() + "'.",
            "Rename one of them.",
            "containers");
      }
    }
    for (Container container : workload.containers()) {
      if (container.isSidecar()) {
        problems.add(
            "The sidecar '" + container.name() + "' is among the containers.",
            "Give it as an init container: that is where Kubernetes has its sidecars.",
            FieldPath.of("containers", container.name(), "sidecar"));
      }
    }
    for (Workload.Use use : workload.uses()) {
      use.containers().stream()
          .filter(name -> !names.contains(name))
          .sorted()
          .forEach(
              name ->
                  problems.add(
                      "There is no container '" + name + "' to use a backing service.",
                      Suggestions.didYouMean(name, names)));
    }
  }

  private static void volumes(Workload workload, Problems problems) {
    Map<String, Volume> byName = new HashMap<>();
    for (Container container : workload.everyContainer()) {
      for (Mount mount : container.mounts()) {
        Volume volume = mount.volume();
        volume(workload, volume, byName.put(volume.name(), volume), problems);
      }
    }
  }

  private static void volume(
      Workload workload, Volume volume, @Nullable Volume other, Problems problems) {
    if (other != null) {
      if (!other.equals(volume)) {
        problems.add(
            "Two different volumes are named '" + volume.name() + "'.",
            "Rename one of them.",
            "containers");
      }
      return;
    }
    Optional<String> wrongName = Names.label(volume.name());
    if (wrongName.isPresent()) {
      problems.add(
          "The volume '" + volume.name() + "' " + wrongName.get() + ".",
          "Rename it.",
          "containers");
    }
    if (volume instanceof Volume.PerPod
        && !(workload.controller() instanceof Controller.StatefulSet)) {
      problems.add(
          "The volume '" + volume.name() + "' is one for each pod.",
          "Only a StatefulSet can have such; declare a claim that the pods share.",
          "kind",
          "containers");
    }
    if (volume instanceof Volume.Claim claim) {
      Optional<ClaimSpec> spec = claim.declared();
      if (spec.isPresent() && spec.get().accessMode().exclusive()) {
        exclusive(workload, spec.get(), problems);
      }
    }
  }

  private static void exclusive(Workload workload, ClaimSpec claim, Problems problems) {
    String volume =
        "The volume '" + claim.name() + "' is " + claim.accessMode().kubernetes() + ", ";
    if (workload.replicas() instanceof Replicas.Autoscaled) {
      problems.add(
          volume + "and the workload has an autoscaler.",
          "Give it one replica, or a volume that is ReadWriteMany.",
          "replicas",
          "containers");
    } else if (workload.replicas().max() > 1) {
      problems.add(
          volume + "and the workload has " + workload.replicas().max() + " replicas.",
          "Give it one replica, a volume that is ReadWriteMany, or make it a StatefulSet with a"
              + " volume for each pod.",
          "replicas",
          "containers",
          "kind");
    }
    if (workload.controller() instanceof Controller.Deployment
        && workload.rollout().filter(r -> !(r instanceof Rollout.Recreate)).isPresent()) {
      problems.add(
          volume + "and the rollout starts new pods before the old ones end.",
          "Use Rollout.recreate(): the new pod could not attach the volume.",
          ROLLOUT,
          "containers");
    }
  }

  private static void replicas(Workload workload, Problems problems) {
    Controller controller = workload.controller();
    boolean scaled =
        controller instanceof Controller.Deployment || controller instanceof Controller.StatefulSet;
    if (workload.replicasGiven() && !scaled) {
      problems.add(
          "It has replicas, and a " + controller.type().kind() + " has none.",
          "Leave them out" + (controller instanceof Controller.Job ? "; give completions." : "."),
          "replicas",
          "kind");
    }
    if (workload.replicas() instanceof Replicas.Autoscaled auto && auto.metrics().isEmpty()) {
      problems.add(
          "Its autoscaler has nothing to go by.", "Say a CPU or memory use to aim at.", "replicas");
    }
    if (workload.disruption().isPresent()) {
      workload.disruption().get().check(workload.replicas(), problems);
    }
    Workload.@Nullable Quorum quorum = workload.quorum().orElse(null);
    if (quorum != null && quorum.minAvailable() > workload.replicas().min()) {
      problems.add(
          "It needs %s pods to work and may have only %s (%s)."
              .formatted(quorum.minAvailable(), workload.replicas().min(), quorum.why()),
          "Have more replicas.",
          "replicas");
    }
  }

  private static void rollout(Workload workload, Problems problems) {
    Controller controller = workload.controller();
    String kind = controller.type().kind();
    @Nullable Rollout rollout = workload.rollout().orElse(null);
    if (rollout == null) {
      return;
    }
    if (controller instanceof Controller.Job || controller instanceof Controller.CronJob) {
      problems.add("It has a rollout, and a " + kind + " has none.", "Leave it out.", ROLLOUT);
    } else if (rollout instanceof Rollout.Recreate
        && !(controller instanceof Controller.Deployment)) {
      problems.add(
          "Its rollout ends the old pods before new ones start, which a " + kind + " cannot.",
          "Leave it out: a " + kind + " ends a pod before it starts the one in its place.",
          ROLLOUT);
    } else if (rollout instanceof Rollout.OnDelete && controller instanceof Controller.Deployment) {
      problems.add(
          "Its rollout waits until somebody deletes a pod, which a Deployment cannot.",
          "Only a StatefulSet and a DaemonSet can; use a rolling one.",
          ROLLOUT);
    } else if (rollout instanceof Rollout.Rolling rolling) {
      if (rolling.partition().isPresent() && !(controller instanceof Controller.StatefulSet)) {
        problems.add(
            "Its rollout has a partition, and a " + kind + " has none.",
            "Only a StatefulSet has; leave it out.",
            ROLLOUT);
      }
      if (rolling.surge().isPresent() && controller instanceof Controller.StatefulSet) {
        problems.add(
            "Its rollout has a surge of " + rolling.surge().get() + ", and a StatefulSet has none.",
            "Leave it out: a pod's name is free again only when the old one is gone.",
            ROLLOUT);
      }
    }
  }

  private static void network(Workload workload, Problems problems) {
    boolean reachable = false;
    for (Exposure exposure : workload.exposures()) {
      reachable |= !exposure.ports().isEmpty();
    }
    if (!reachable && !(workload.ingresses().isEmpty() && workload.routes().isEmpty())) {
      problems.add(
          "It has a way in from outside and no Service for it to lead to.",
          "Expose a port.",
          workload.ingresses().isEmpty() ? "routes" : "ingresses",
          "services");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < workload.exposures().size(); i++) {
      String name = workload.exposures().get(i).name().orElse("");
      if (!names.add(name)) {
        problems.add(
            "Two of its Services have "
                + (name.isEmpty() ? "the workload's own name." : "the name '" + name + "'."),
            "Give each a name of its own.",
            FieldPath.of("services").index(i));
      }
    }
  }

  private static void grace(Workload workload, Problems problems) {
    Optional<Duration> needed = workload.shutdown();
    Duration grace = workload.grace().orElse(DEFAULT_GRACE);
    if (needed.isPresent() && needed.get().compareTo(grace) >= 0) {
      problems.add(
          "Its process may take %s s to end and is killed after %s s."
              .formatted(needed.get().toSeconds(), grace.toSeconds()),
          "Give a grace period above " + needed.get().toSeconds() + " s.",
          "grace",
          "shutdown");
    }
  }

  private static void labels(Workload workload, Problems problems) {
    labels("pod label", "podLabels", workload.podLabels(), problems);
    labels("label", "labels", workload.onlyLabels().orElse(Map.of()), problems);
    labels("selector", "labels", workload.selector().orElse(Map.of()), problems);
    for (String key : workload.podAnnotations().keySet()) {
      annotation("podAnnotations", key, problems);
    }
    for (String key : workload.annotations().keySet()) {
      annotation("annotations", key, problems);
    }
  }

  private static void labels(
      String what, String field, Map<String, String> labels, Problems problems) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      label(what, field, label.getKey(), label.getValue(), problems);
    }
  }

  private static void annotation(String field, String key, Problems problems) {
    Optional<String> wrongKey = Names.labelKey(key);
    if (wrongKey.isPresent()) {
      problems.add(
          "The annotation '" + key + "' " + wrongKey.get() + ".",
          "Mend it.",
          FieldPath.of(field, key));
    }
  }

  private static void label(
      String what, String field, String key, String value, Problems problems) {
    Optional<String> wrongKey = Names.labelKey(key);
    if (wrongKey.isPresent()) {
      problems.add(
          "The " + what + " '" + key + "' " + wrongKey.get() + ".",
          "Mend it.",
          FieldPath.of(field, key));
    }
    Optional<String> wrongValue = Names.labelValue(value);
    if (wrongValue.isPresent()) {
      problems.add(
          "The value '" + value + "' of the " + what + " '" + key + "' " + wrongValue.get() + ".",
          "Mend it.",
          FieldPath.of(field, key));
    }
  }
}
