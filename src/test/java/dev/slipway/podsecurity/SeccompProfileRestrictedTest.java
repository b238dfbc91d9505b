package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeccompProfileRestrictedTest {
  private static final String ID = "seccompProfile_restricted";
  private static final String REMEDY =
      "Set securityContext.seccompProfile.type to RuntimeDefault in the pod, and to RuntimeDefault"
          + " or Localhost where a container sets its own.";

  @Test
  void sayingNothingIsRefused() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  containers:
                    - {name: web, securityContext: {seccompProfile: {type: RuntimeDefault}}}
                    - {name: proxy}
                """)
            .orElseThrow();

    assertThat(violation)
        .hasToString(
            "seccompProfile (container 'proxy' does not set a seccomp profile, nor does the pod)");
    assertThat(violation.level()).isEqualTo(Level.RESTRICTED);
    assertThat(fields(violation))
        .containsExactly("spec.containers[1].securityContext.seccompProfile.type");
    assertThat(violation.remedy()).isEqualTo(REMEDY);
  }

  @Test
  void unconfinedIsRefused() {
    assertThat(
            violation(
                ID,
                "1.34",
                """
                spec:
                  securityContext: {seccompProfile: {type: RuntimeDefault}}
                  containers:
                    - {name: web, securityContext: {seccompProfile: {type: Unconfined}}}
                """))
        .get()
        .extracting(Violation::detail)
        .isEqualTo("container 'web' sets seccomp profile 'Unconfined'");
  }

  @Test
  void aContainersOwnProfileSufficesWhereThePodHasNone() {
    assertThat(
            violation(
                ID,
                "1.34",
                """
                spec:
                  containers:
                    - {name: web, securityContext: {seccompProfile: {type: Localhost}}}
                """))
        .isEmpty();
  }

  @Test
  void itCameWith119AndLeavesWindowsPodsAloneFrom125() {
    String pod = "spec: {os: {name: windows}, containers: [{name: web}]}";

    assertThat(violation(ID, "1.18", pod)).isEmpty();
    assertThat(violation(ID, "1.24", pod)).isPresent();
    assertThat(violation(ID, "1.25", pod)).isEmpty();
  }
}
