package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostPortsTest {
  private static final String ID = "hostPorts";

  @Test
  void portsOfTheNodeAreRefused() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  initContainers:
                    - {name: init, ports: [{containerPort: 9090, hostPort: 9090}]}
                  containers:
                    - name: web
                      ports:
                        - {containerPort: 80}
                        - {containerPort: 81, hostPort: 8081}
                """)
            .orElseThrow();

    assertThat(violation)
        .hasToString(
            "hostPort (containers 'init' and 'web' take ports '8081' and '9090' of the node)");
    assertThat(fields(violation))
        .containsExactly(
            "spec.initContainers[0].ports[0].hostPort", "spec.containers[0].ports[1].hostPort");
    assertThat(violation.remedy())
        .isEqualTo("Leave hostPort out, and reach the pod through a Service.");
  }

  @Test
  void zeroIsNoPortOfTheNode() {
    assertThat(
            violation(
                ID,
                "1.34",
                "spec: {containers: [{name: web, ports: [{containerPort: 80, hostPort: 0}]}]}"))
        .isEmpty();
  }
}
