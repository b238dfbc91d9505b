package dev.slipway.catalog.hyperscience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.target.Notice;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportCalendarTest {
  private static final String RULE = "hyperscience-support-calendar";

  @ParameterizedTest
  @CsvSource({
    "32, 2026-04-30, 2026-05-01, April 2026",
    "31, 2025-12-31, 2026-01-01, December 2025",
    "30, 2025-08-31, 2025-09-01, August 2025",
    "29, 2025-04-30, 2025-05-01, April 2025",
    "28, 2024-12-31, 2025-01-01, December 2024",
  })
  void aVersionIsSupportedToTheEndOfItsMonth(
      int minor, LocalDate last, LocalDate first, String month) {
    KubernetesVersion version = new KubernetesVersion(1, minor);

    assertThat(SupportCalendar.judge(version, last)).isEmpty();
    Notice notice = SupportCalendar.judge(version, first).orElseThrow();
    assertThat(notice.severity()).isEqualTo(Notice.Severity.WARNING);
    assertThat(notice.message())
        .isEqualTo("Hyperscience's support for Kubernetes 1." + minor + " ended in " + month + ".");
  }

  @ParameterizedTest
  @CsvSource({"27", "33", "34"})
  void aVersionThatTheCalendarDoesNotNameIsAWarningOnAnyDay(int minor) {
    KubernetesVersion version = new KubernetesVersion(1, minor);

    assertThat(SupportCalendar.judge(version, LocalDate.of(2024, 1, 1)))
        .contains(
            Notice.warning(
                RULE,
                "Hyperscience's support calendar does not name Kubernetes 1." + minor + ".",
                "Ask Hyperscience whether it is supported before you go to production."));
  }

  @Test
  void withoutADayTheCalendarIsNotLookedAt() {
    assertThat(
            Installations.notices(
                Installations.plan(Installations.eks("1.28").build(), Installations.whole()), RULE))
        .isEmpty();
    assertThat(
            Installations.notices(
                Installations.plan(
                    Installations.eks("1.28").build(),
                    Installations.whole(),
                    LocalDate.of(2026, 3, 31)),
                RULE))
        .containsExactly(
            "WARNING: Hyperscience's support for Kubernetes 1.28 ended in December 2024. Plan an"
                + " upgrade of the cluster; later releases may no longer deploy on it.");
  }
}
