package dev.slipway.catalog.hyperscience;

import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.target.Notice;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Until when Hyperscience supports which version of Kubernetes.
 *
 * <p>The months are those of "Kubernetes versions support calendar" in Hyperscience's page
 * "Kubernetes"; a version is taken to be supported to the end of its month.
 */
final class SupportCalendar {
  private static final String RULE = "hyperscience-support-calendar";
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private static final Map<KubernetesVersion, YearMonth> ENDS =
      Map.of(
          new KubernetesVersion(1, 32), YearMonth.of(2026, 4),
          new KubernetesVersion(1, 31), YearMonth.of(2025, 12),
          new KubernetesVersion(1, 30), YearMonth.of(2025, 8),
          new KubernetesVersion(1, 29), YearMonth.of(2025, 4),
          new KubernetesVersion(1, 28), YearMonth.of(2024, 12));

  private SupportCalendar() {}

  /** What there is to say of a version on a day; never more than a warning. */
  static Optional<Notice> judge(KubernetesVersion version, LocalDate today) {
    YearMonth end = ENDS.get(version);
    if (end == null) {
      return Optional.of(
          Notice.warning(
              RULE,
              "Hyperscience's support calendar does not name Kubernetes " + version + ".",
              "Ask Hyperscience whether it is supported before you go to production."));
    }
    return today.isAfter(end.atEndOfMonth())
        ? Optional.of(
            Notice.warning(
                RULE,
                "Hyperscience's support for Kubernetes %s ended in %s."
                    .formatted(version, MONTH.format(end)),
                "Plan an upgrade of the cluster; later releases may no longer deploy on it."))
        : Optional.empty();
  }
}
