package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunAsUserTest {
  private static final String ID = "runAsUser";

  @Test
  void rootIsRefused() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  securityContext: {runAsUser: 0}
                  containers:
                    - {name: web, securityContext: {runAsUser: 1000}}
                    - {name: fixer, securityContext: {runAsUser: 0}}
                """)
            .orElseThrow();

    assertThat(violation)
        .hasToString("runAsUser=0 (the pod and container 'fixer' set runAsUser to 0)");
    assertThat(violation.level()).isEqualTo(Level.RESTRICTED);
    assertThat(fields(violation))
        .containsExactly(
            "spec.securityContext.runAsUser", "spec.containers[1].securityContext.runAsUser");
    assertThat(violation.remedy())
        .isEqualTo("Set runAsUser to the user that the image is made for.");
  }

  @Test
  void itCameWith123AndExemptsUsersOfThePodsOwnFrom135() {
    String root = "spec: {securityContext: {runAsUser: 0}}";
    String nobody = "spec: {hostUsers: false, securityContext: {runAsUser: 0}}";

    assertThat(violation(ID, "1.22", root)).isEmpty();
    assertThat(violation(ID, "1.23", root)).isPresent();
    assertThat(violation(ID, "1.34", nobody)).isPresent();
    assertThat(violation(ID, "1.35", nobody)).isEmpty();
    assertThat(violation(ID, "1.35", root))
        .get()
        .extracting(Violation::remedy)
        .isEqualTo(
            "Set runAsUser to the user that the image is made for. With hostUsers: false it may"
                + " stay 0.");
  }

  @Test
  void leavingTheUserToTheImageIsAllowed() {
    assertThat(violation(ID, "1.34", "spec: {containers: [{name: web}]}")).isEmpty();
  }
}
