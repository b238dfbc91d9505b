package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.pod;
import static dev.slipway.podsecurity.Pods.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Deferred;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodSecurityTest {
  private static final PodTemplate RESTRICTED = pod(Pods.RESTRICTED);
  private static final PodTemplate BASELINE = pod("spec: {containers: [{name: web}]}");
  private static final PodTemplate PRIVILEGED =
      pod("spec: {hostNetwork: true, containers: [{name: agent}]}");

  @Test
  void privilegedAdmitsEverything() {
    assertThat(PodSecurity.evaluate(Level.PRIVILEGED, version("1.34"), PRIVILEGED)).isEmpty();
  }

  @Test
  void baselineAsksForNothingToBeSet() {
    assertThat(PodSecurity.evaluate(Level.BASELINE, version("1.34"), BASELINE)).isEmpty();
  }

  @Test
  void violationsComeByLevelAndThenByControl() {
    assertThat(PodSecurity.evaluate(Level.RESTRICTED, version("1.34"), PRIVILEGED))
        .extracting(Violation::control)
        .containsExactly(
            "hostNamespaces",
            "allowPrivilegeEscalation",
            "capabilities_restricted",
            "runAsNonRoot",
            "seccompProfile_restricted");
  }

  @Test
  void onRestrictedTheStricterControlOfAKindSpeaksAlone() {
    PodTemplate pod =
        pod(
            """
            spec:
              securityContext: {runAsNonRoot: true, seccompProfile: {type: Unconfined}}
              volumes: [{name: logs, hostPath: {path: /var/log}}]
              containers:
                - name: web
                  securityContext:
                    allowPrivilegeEscalation: false
                    capabilities: {drop: [ALL], add: [NET_ADMIN]}
            """);

    assertThat(PodSecurity.evaluate(Level.BASELINE, version("1.34"), pod))
        .extracting(Violation::control)
        .containsExactly("capabilities_baseline", "hostPathVolumes", "seccompProfile_baseline");
    assertThat(PodSecurity.evaluate(Level.RESTRICTED, version("1.34"), pod))
        .extracting(Violation::control)
        .containsExactly(
            "capabilities_restricted", "restrictedVolumes", "seccompProfile_restricted");
    assertThat(PodSecurity.evaluate(Level.RESTRICTED, version("1.18"), pod))
        .extracting(Violation::control)
        .containsExactly("capabilities_baseline", "restrictedVolumes");
  }

  @Test
  void unmaskedProcIsToldOnceOnRestricted() {
    PodTemplate pod =
        pod("spec: {containers: [{name: web, securityContext: {procMount: Unmasked}}]}");

    assertThat(PodSecurity.evaluate(Level.RESTRICTED, version("1.34"), pod))
        .extracting(Violation::control)
        .contains("procMount")
        .doesNotContain("procMount_restricted");
    assertThat(PodSecurity.evaluate(Level.RESTRICTED, version("1.35"), pod))
        .extracting(Violation::control)
        .contains("procMount_restricted")
        .doesNotContain("procMount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.18", "1.24", "1.25", "1.30", "1.34", "1.36", "1.99", "2.0"})
  void aRestrictedPodPassesEveryVersion(String version) {
    assertThat(PodSecurity.evaluate(Level.RESTRICTED, version(version), RESTRICTED)).isEmpty();
  }

  @Test
  void aVersionBeforeTheFirstIsJudgedAsTheFirst() {
    assertThat(PodSecurity.evaluate(Level.RESTRICTED, version("0.9"), PRIVILEGED))
        .extracting(Violation::control)
        .containsExactly("hostNamespaces", "runAsNonRoot");
  }

  @Test
  void aVersionAfterTheNewestIsJudgedAsTheNewest() {
    PodTemplate pod =
        pod("{spec: {hostUsers: false, securityContext: {runAsUser: 0}, containers: []}}");

    assertThat(PodSecurity.evaluate(Level.RESTRICTED, PodSecurity.NEWEST, pod)).isEmpty();
    assertThat(PodSecurity.evaluate(Level.RESTRICTED, version("2.1"), pod)).isEmpty();
  }

  @Test
  void theStrictestLevelAdmitsEveryPod() {
    assertThat(PodSecurity.strictestLevel(List.of(RESTRICTED), version("1.34")))
        .isEqualTo(Level.RESTRICTED);
    assertThat(PodSecurity.strictestLevel(List.of(RESTRICTED, BASELINE), version("1.34")))
        .isEqualTo(Level.BASELINE);
    assertThat(PodSecurity.strictestLevel(List.of(PRIVILEGED, RESTRICTED), version("1.34")))
        .isEqualTo(Level.PRIVILEGED);
    assertThat(PodSecurity.strictestLevel(List.of(), version("1.34"))).isEqualTo(Level.RESTRICTED);
  }

  @Test
  void whatIsKnownOnlyLaterIsTakenForForbidden() {
    Text later =
        Text.deferred(
            new Deferred() {
              @Override
              public String label() {
                return "output 'profile'";
              }

              @Override
              public boolean secret() {
                return false;
              }
            });
    PodTemplate pod =
        PodTemplate.of(
            Mapping.EMPTY,
            Mapping.of("securityContext", Mapping.of("seccompProfile", Mapping.of("type", later))));

    assertThat(PodSecurity.evaluate(Level.BASELINE, version("1.34"), pod))
        .extracting(Violation::detail)
        .containsExactly("the pod sets seccomp profile '(known later: output 'profile')'");
  }

  @Test
  void aSecretIsNeverShown() {
    PodTemplate pod =
        PodTemplate.of(
            Mapping.EMPTY,
            Mapping.of(
                "securityContext",
                Mapping.of("seccompProfile", Mapping.of("type", Text.secret("canary")))));

    assertThat(PodSecurity.evaluate(Level.BASELINE, version("1.34"), pod).toString())
        .contains("(secret)")
        .doesNotContain("canary");
  }
}
