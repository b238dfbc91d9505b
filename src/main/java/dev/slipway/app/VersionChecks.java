package dev.slipway.app;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Feature;
import dev.slipway.manifest.Problems;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.ClaimSpec.AccessMode;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Hook;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import java.util.List;
import java.util.Optional;

/**
 * What a workload asks for that its cluster's version of Kubernetes does not have. An API server
 * that does not know a field refuses it under strict validation, and drops it otherwise.
 */
final class VersionChecks {
  private final Workload workload;
  private final Cluster cluster;
  private final Problems problems;

  private VersionChecks(Workload workload, Cluster cluster, Problems problems) {
    this.workload = workload;
    this.cluster = cluster;
    this.problems = problems;
  }

  static void check(Workload workload, Cluster cluster, Problems problems) {
    new VersionChecks(workload, cluster, problems).check();
  }

  private void check() {
    for (Container container : workload.everyContainer()) {
      container(container);
    }
    for (Spread spread : workload.placement().spread().orElse(List.of())) {
      spread(spread);
    }
    for (Volume volume : workload.volumes()) {
      volume(volume);
    }
    for (Workload.Use use : workload.uses()) {
      for (Mount mount : use.binding().mounts()) {
        volume(mount.volume());
      }
    }
    if (workload.controller() instanceof Controller.CronJob cronJob) {
      if (cronJob.timeZone().isPresent()) {
        need(Feature.CRON_JOB_TIME_ZONE, "It has the time zone " + cronJob.timeZone().get());
      }
    }
    if (workload.controller() instanceof Controller.StatefulSet
        && workload.rollout().orElse(null) instanceof Rollout.Rolling rolling) {
      if (rolling.unavailable().isPresent()) {
        need(
            Feature.STATEFUL_SET_MAX_UNAVAILABLE,
            "Its rollout lets " + rolling.unavailable().get() + " pods be away at a time");
      }
    }
  }

  private void container(Container container) {
    String subject = "The container '" + container.name() + "' ";
    if (container.isSidecar()) {
      need(Feature.NATIVE_SIDECARS, subject + "is a sidecar");
    }
    hook(container.preStop(), subject + "sleeps before it is stopped");
    hook(container.postStart(), subject + "sleeps after it has started");
    for (EnvVar variable : container.env()) {
      if (variable instanceof EnvVar.FromField field
          && field.fieldPath().equals("status.hostIPs")) {
        need(Feature.POD_HOST_IPS, subject + "reads status.hostIPs");
      }
    }
  }

  private void hook(Optional<Hook> hook, String what) {
    if (hook.orElse(null) instanceof Hook.Sleep) {
      need(Feature.SLEEP_HOOK, what);
    }
  }

  private void spread(Spread spread) {
    if (spread.minDomains().isPresent()) {
      need(
          Feature.SPREAD_MIN_DOMAINS,
          "The spread over %s has minDomains %s"
              .formatted(spread.topologyKey(), spread.minDomains().getAsInt()));
    }
  }

  private void volume(Volume volume) {
    Optional<ClaimSpec> claim =
        volume instanceof Volume.PerPod perPod
            ? Optional.of(perPod.spec())
            : volume instanceof Volume.Claim shared ? shared.declared() : Optional.empty();
    if (claim.isPresent() && claim.get().accessMode() == AccessMode.READ_WRITE_ONCE_POD) {
      need(Feature.READ_WRITE_ONCE_POD, "The volume '" + volume.name() + "' is ReadWriteOncePod");
    }
  }

  private void need(Feature feature, String what) {
    if (!feature.in(cluster.version())) {
      problems.add(feature.missing(what, cluster));
    }
  }
}
