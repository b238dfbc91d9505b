package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrivilegedTest {
  private static final String ID = "privileged";

  @Test
  void privilegedContainersAreRefused() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  containers:
                    - {name: web, securityContext: {privileged: false}}
                    - {name: agent, securityContext: {privileged: true}}
                """)
            .orElseThrow();

    assertThat(violation).hasToString("privileged (container 'agent' is privileged)");
    assertThat(fields(violation)).containsExactly("spec.containers[1].securityContext.privileged");
    assertThat(violation.remedy())
        .isEqualTo(
            "Leave securityContext.privileged out, and add the capabilities that are needed.");
  }

  @Test
  void othersAreAllowed() {
    assertThat(violation(ID, "1.34", "spec: {containers: [{name: web}]}")).isEmpty();
  }
}
