package dev.slipway.app;

import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What keeps a workload's pods there, with what only that kind of controller has. */
public sealed interface Controller {

  GroupVersionKind type();

  /** Pods that are all alike. */
  record Deployment() implements Controller {
    @Override
    public GroupVersionKind type() {
      return Types.DEPLOYMENT;
    }
  }

  /**
   * Pods with a name and storage of their own each.
   *
   * @param serviceName the headless Service that gives the pods their names; empty for {@code
   *     <name>-headless}
   * @param parallel whether pods start and end all at once, not one after the other
   */
  record StatefulSet(Optional<String> serviceName, boolean parallel) implements Controller {
    @Override
    public GroupVersionKind type() {
      return Types.STATEFUL_SET;
    }
  }

  /** One pod on every node that it may go on. */
  record DaemonSet() implements Controller {
    @Override
    public GroupVersionKind type() {
      return Types.DAEMON_SET;
    }
  }

  /**
   * Pods that run to their end.
   *
   * @param backoffLimit how many failures there may be
   * @param deadline after which the job is given up
   * @param keepFor how long a finished job is kept; empty for ever
   */
  record Job(
      OptionalInt completions,
      OptionalInt parallelism,
      OptionalInt backoffLimit,
      Optional<Duration> deadline,
      Optional<Duration> keepFor)
      implements Controller {

    /** One pod that must end well once. */
    public static Job once() {
      return new Job(
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());
    }

    @Override
    public GroupVersionKind type() {
      return Types.JOB;
    }

    Mapping spec(Mapping template) {
      Mapping.Builder spec = Mapping.builder();
      if (completions.isPresent()) {
        spec.put("completions", completions.getAsInt());
      }
      if (parallelism.isPresent()) {
        spec.put("parallelism", parallelism.getAsInt());
      }
      if (backoffLimit.isPresent()) {
        spec.put("backoffLimit", backoffLimit.getAsInt());
      }
      if (deadline.isPresent()) {
        spec.put("activeDeadlineSeconds", deadline.get().toSeconds());
      }
      if (keepFor.isPresent()) {
        spec.put("ttlSecondsAfterFinished", keepFor.get().toSeconds());
      }
      return spec.put("template", template).build();
    }
  }

  /**
   * A job at times.
   *
   * @param schedule five fields in cron's form
   * @param timeZone an IANA name; empty for the control plane's own
   * @param concurrency {@code Allow}, {@code Forbid} or {@code Replace} what still runs
   */
  record CronJob(String schedule, Optional<String> timeZone, Optional<String> concurrency, Job job)
      implements Controller {
    /**
     * A job at times.
     *
     * @throws dev.slipway.manifest.InvalidInputException if an API server would refuse the schedule
     *     or the time zone
     */
    public CronJob {
      CronSchedule.checked(schedule);
      if (timeZone.isPresent()) {
        TimeZones.checked(timeZone.get());
      }
    }

    @Override
    public GroupVersionKind type() {
      return Types.CRON_JOB;
    }

    Mapping spec(Mapping template) {
      Mapping.Builder spec = Mapping.builder().put("schedule", schedule);
      if (timeZone.isPresent()) {
        spec.put("timeZone", timeZone.get());
      }
      if (concurrency.isPresent()) {
        spec.put("concurrencyPolicy", concurrency.get());
      }
      return spec.put("jobTemplate", Mapping.of("spec", job.spec(template))).build();
    }
  }
}
