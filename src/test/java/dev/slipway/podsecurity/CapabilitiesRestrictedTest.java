package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapabilitiesRestrictedTest {
  private static final String ID = "capabilities_restricted";

  @Test
  void allMustBeDroppedAndHardlyAnyAdded() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  containers:
                    - {name: web, securityContext: {capabilities: {drop: [ALL], add: [SETUID]}}}
                    - {name: proxy, securityContext: {capabilities: {drop: [NET_RAW]}}}
                  ephemeralContainers:
                    - {name: debug}
                """)
            .orElseThrow();

    assertThat(violation)
        .hasToString(
            "unrestricted capabilities (containers 'proxy' and 'debug' do not drop ALL; container"
                + " 'web' adds 'SETUID')");
    assertThat(violation.level()).isEqualTo(Level.RESTRICTED);
    assertThat(fields(violation))
        .containsExactly(
            "spec.containers[1].securityContext.capabilities.drop",
            "spec.ephemeralContainers[0].securityContext.capabilities.drop",
            "spec.containers[0].securityContext.capabilities.add[0]");
    assertThat(violation.remedy())
        .isEqualTo(
            "Set securityContext.capabilities.drop to [ALL] in each container. Take 'SETUID' out of"
                + " securityContext.capabilities.add: only NET_BIND_SERVICE may be added.");
  }

  @Test
  void lowPortsMayBeBound() {
    assertThat(
            violation(
                ID,
                "1.34",
                """
                spec:
                  containers:
                    - name: web
                      securityContext: {capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}
                """))
        .isEmpty();
  }

  @Test
  void itCameWith122AndLeavesWindowsPodsAloneFrom125() {
    String pod = "spec: {os: {name: windows}, containers: [{name: web}]}";

    assertThat(violation(ID, "1.21", pod)).isEmpty();
    assertThat(violation(ID, "1.24", pod)).isPresent();
    assertThat(violation(ID, "1.25", pod)).isEmpty();
  }
}
