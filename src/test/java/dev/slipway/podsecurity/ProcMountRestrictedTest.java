package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcMountRestrictedTest {
  private static final String ID = "procMount_restricted";
  private static final String UNMASKED =
      """
      spec:
        hostUsers: false
        containers:
          - {name: build, securityContext: {procMount: Unmasked}}
      """;

  @Test
  void unmaskedProcIsRefusedEvenWithUsersOfThePodsOwn() {
    Violation violation = violation(ID, "1.35", UNMASKED).orElseThrow();

    assertThat(violation).hasToString("procMount (container 'build' sets procMount to 'Unmasked')");
    assertThat(violation.level()).isEqualTo(Level.RESTRICTED);
    assertThat(fields(violation)).containsExactly("spec.containers[0].securityContext.procMount");
    assertThat(violation.remedy())
        .isEqualTo("Leave securityContext.procMount out, or set it to Default.");
  }

  @Test
  void before135TheBaselineControlSaysSo() {
    assertThat(violation(ID, "1.34", UNMASKED)).isEmpty();
  }
}
