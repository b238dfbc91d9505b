package dev.slipway.notation;

import dev.slipway.app.Controller;
import dev.slipway.app.CronSchedule;
import dev.slipway.app.TimeZones;
import dev.slipway.app.Workload;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Problems;
import java.util.List;
import java.util.Optional;

/** What keeps the pods of a workload there, and what only some kinds of it have, in a file. */
final class KindNotation {
  enum Kind {
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

  static final Field<Kind> KIND =
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
              "job",
              Type.object(() -> JobNotation.definition()),
              "How a Job, or a CronJob's, runs.")
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

  /** A field that only some kinds have. */
  private record Belonging(Field<?> field, List<Kind> kinds) {}

  private static final List<Belonging> BELONGINGS =
      List.of(
          new Belonging(HEADLESS, List.of(Kind.STATEFUL_SET)),
          new Belonging(PARALLEL, List.of(Kind.STATEFUL_SET)),
          new Belonging(JOB, List.of(Kind.JOB, Kind.CRON_JOB)),
          new Belonging(SCHEDULE, List.of(Kind.CRON_JOB)),
          new Belonging(TIME_ZONE, List.of(Kind.CRON_JOB)));

  private KindNotation() {}

  /** The fields beside {@link #KIND} that {@link #workload} reads. */
  static Field<?>[] fields() {
    return new Field<?>[] {HEADLESS, PARALLEL, JOB, SCHEDULE, TIME_ZONE};
  }

  /** A workload of its kind, of which nothing is said yet but what only that kind has. */
  static Workload.Builder workload(String name, Given given) {
    Workload.Builder workload = begun(name, given);
    if (given.has(HEADLESS)) {
      workload.serviceName(given.get(HEADLESS));
    }
    if (given.get(PARALLEL)) {
      workload.parallel();
    }
    return workload;
  }

  /** Reports what only another kind has, or this kind lacks. */
  static void check(Given given, Problems problems) {
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

  private static Workload.Builder begun(String name, Given given) {
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
}
