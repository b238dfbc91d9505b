package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapabilitiesBaselineTest {
  private static final String ID = "capabilities_baseline";

  @Test
  void capabilitiesBeyondTheDefaultsAreRefused() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  initContainers:
                    - {name: init, securityContext: {capabilities: {add: [SETUID, NET_ADMIN]}}}
                  containers:
                    - {name: web, securityContext: {capabilities: {add: [NET_RAW, CHOWN]}}}
                """)
            .orElseThrow();

    assertThat(violation)
        .hasToString(
            "non-default capabilities (containers 'init' and 'web' add 'NET_ADMIN' and 'NET_RAW')");
    assertThat(fields(violation))
        .containsExactly(
            "spec.initContainers[0].securityContext.capabilities.add[1]",
            "spec.containers[0].securityContext.capabilities.add[0]");
    assertThat(violation.remedy())
        .isEqualTo("Take 'NET_ADMIN' and 'NET_RAW' out of securityContext.capabilities.add.");
  }

  @Test
  void everyDefaultCapabilityIsAllowed() {
    assertThat(
            violation(
                ID,
                "1.34",
                """
                spec:
                  containers:
                    - name: web
                      securityContext:
                        capabilities:
                          add: [AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD,
                            NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT]
                """))
        .isEmpty();
  }

  @Test
  void namesAreTakenAsTheyAreWritten() {
    assertThat(
            violation(
                ID,
                "1.34",
                """
                spec:
                  containers:
                    - {name: web, securityContext: {capabilities: {add: [CAP_CHOWN, setuid]}}}
                """))
        .get()
        .extracting(Violation::detail)
        .isEqualTo("container 'web' adds 'CAP_CHOWN' and 'setuid'");
  }
}
