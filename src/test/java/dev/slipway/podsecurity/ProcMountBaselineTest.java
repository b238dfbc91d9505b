package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcMountBaselineTest {
  private static final String ID = "procMount";
  private static final String UNMASKED =
      """
      spec:
        containers:
          - {name: build, securityContext: {procMount: Unmasked}}
      """;
  private static final String UNMASKED_FOR_NOBODY = UNMASKED + "  hostUsers: false\n";

  @Test
  void unmaskedProcIsRefused() {
    Violation violation = violation(ID, "1.34", UNMASKED).orElseThrow();

    assertThat(violation).hasToString("procMount (container 'build' sets procMount to 'Unmasked')");
    assertThat(fields(violation)).containsExactly("spec.containers[0].securityContext.procMount");
    assertThat(violation.remedy())
        .isEqualTo("Leave securityContext.procMount out, or set it to Default.");
  }

  @Test
  void usersOfThePodsOwnMakeNoDifferenceBefore135() {
    assertThat(violation(ID, "1.34", UNMASKED_FOR_NOBODY)).isPresent();
  }

  @Test
  void usersOfThePodsOwnAllowItFrom135() {
    assertThat(violation(ID, "1.35", UNMASKED_FOR_NOBODY)).isEmpty();
    assertThat(violation(ID, "1.36", UNMASKED_FOR_NOBODY)).isEmpty();
    assertThat(violation(ID, "1.35", UNMASKED))
        .get()
        .extracting(Violation::remedy)
        .isEqualTo(
            "Leave securityContext.procMount out, or set it to Default. With hostUsers: false it"
                + " may stay.");
  }

  @Test
  void theRuntimesMaskIsAllowed() {
    assertThat(
            violation(
                ID,
                "1.34",
                "spec: {containers: [{name: a, securityContext: {procMount: Default}}]}"))
        .isEmpty();
  }
}
