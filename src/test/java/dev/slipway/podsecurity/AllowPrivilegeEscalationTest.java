package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowPrivilegeEscalationTest {
  private static final String ID = "allowPrivilegeEscalation";

  @Test
  void everyContainerMustForbidEscalation() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  initContainers:
                    - {name: init, securityContext: {allowPrivilegeEscalation: true}}
                  containers:
                    - {name: web, securityContext: {allowPrivilegeEscalation: false}}
                    - {name: proxy}
                """)
            .orElseThrow();

    assertThat(violation)
        .hasToString(
            "allowPrivilegeEscalation != false (containers 'init' and 'proxy' do not forbid"
                + " privilege escalation)");
    assertThat(violation.level()).isEqualTo(Level.RESTRICTED);
    assertThat(fields(violation))
        .containsExactly(
            "spec.initContainers[0].securityContext.allowPrivilegeEscalation",
            "spec.containers[1].securityContext.allowPrivilegeEscalation");
    assertThat(violation.remedy())
        .isEqualTo(
            "Set securityContext.allowPrivilegeEscalation to false in each container: it is true"
                + " where it is left out.");
  }

  @Test
  void windowsPodsAreExemptFrom125() {
    String pod = "spec: {os: {name: windows}, containers: [{name: web}]}";

    assertThat(violation(ID, "1.24", pod)).isPresent();
    assertThat(violation(ID, "1.25", pod)).isEmpty();
  }
}
