package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowsHostProcessTest {
  private static final String ID = "windowsHostProcess";

  @Test
  void hostProcessesAreRefused() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  securityContext: {windowsOptions: {hostProcess: true}}
                  containers:
                    - {name: a, securityContext: {windowsOptions: {hostProcess: true}}}
                    - {name: b, securityContext: {windowsOptions: {hostProcess: false}}}
                """)
            .orElseThrow();

    assertThat(violation)
        .hasToString(
            "hostProcess (the pod and container 'a' set windowsOptions.hostProcess to true)");
    assertThat(fields(violation))
        .containsExactly(
            "spec.securityContext.windowsOptions.hostProcess",
            "spec.containers[0].securityContext.windowsOptions.hostProcess");
    assertThat(violation.remedy())
        .isEqualTo("Leave securityContext.windowsOptions.hostProcess out.");
  }

  @Test
  void othersAreAllowed() {
    assertThat(violation(ID, "1.34", "spec: {securityContext: {windowsOptions: {}}}")).isEmpty();
  }
}
