package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostProbesAndHostLifecycleTest {
  private static final String ID = "hostProbesAndHostLifecycle";
  private static final String CALLING_OTHERS =
      """
      spec:
        initContainers:
          - name: sidecar
            startupProbe: {tcpSocket: {port: 1, host: 10.0.0.1}}
        containers:
          - name: web
            livenessProbe: {httpGet: {port: 80, host: 127.0.0.1}}
            readinessProbe: {httpGet: {port: 80}}
            lifecycle:
              postStart: {httpGet: {port: 80, host: metadata}}
              preStop: {tcpSocket: {port: 80, host: 127.0.0.1}}
      """;

  @Test
  void aHostInAProbeOrAHandlerIsRefused() {
    Violation violation = violation(ID, "1.34", CALLING_OTHERS).orElseThrow();

    assertThat(violation)
        .hasToString(
            "probe or lifecycle host (containers 'sidecar' and 'web' have the kubelet call"
                + " '10.0.0.1', '127.0.0.1' and 'metadata')");
    assertThat(fields(violation))
        .containsExactly(
            "spec.initContainers[0].startupProbe.tcpSocket.host",
            "spec.containers[0].livenessProbe.httpGet.host",
            "spec.containers[0].lifecycle.postStart.httpGet.host",
            "spec.containers[0].lifecycle.preStop.tcpSocket.host");
    assertThat(violation.remedy())
        .isEqualTo("Leave host out: the kubelet then calls the pod's own address.");
  }

  @Test
  void aHostIsAllowedBefore134() {
    assertThat(violation(ID, "1.33", CALLING_OTHERS)).isEmpty();
  }

  @Test
  void anEmptyHostIsThePod() {
    assertThat(
            violation(
                ID,
                "1.34",
                """
                spec:
                  containers:
                    - {name: web, livenessProbe: {httpGet: {port: 80, host: ""}}}
                """))
        .isEmpty();
  }
}
