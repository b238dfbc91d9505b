package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SysctlsTest {
  private static final String ID = "sysctls";

  @Test
  void sysctlsThatReachBeyondThePodAreRefused() {
    Violation violation =
        violation(
                ID,
                "1.24",
                """
                spec:
                  securityContext:
                    sysctls:
                      - {name: net.ipv4.tcp_syncookies, value: "1"}
                      - {name: kernel.msgmax, value: "65536"}
                """)
            .orElseThrow();

    assertThat(violation).hasToString("forbidden sysctls (the pod sets 'kernel.msgmax')");
    assertThat(fields(violation)).containsExactly("spec.securityContext.sysctls[1].name");
    assertThat(violation.remedy())
        .isEqualTo(
            "Set it on the nodes, or do without: allowed are kernel.shm_rmid_forced,"
                + " net.ipv4.ip_local_port_range, net.ipv4.ip_unprivileged_port_start,"
                + " net.ipv4.ping_group_range and net.ipv4.tcp_syncookies.");
  }

  @ParameterizedTest
  @CsvSource({
    "net.ipv4.ip_local_reserved_ports, 1.26, 1.27",
    "net.ipv4.tcp_keepalive_time, 1.28, 1.29",
    "net.ipv4.tcp_fin_timeout, 1.28, 1.29",
    "net.ipv4.tcp_keepalive_intvl, 1.28, 1.29",
    "net.ipv4.tcp_keepalive_probes, 1.28, 1.29",
    "net.ipv4.tcp_rmem, 1.31, 1.32",
    "net.ipv4.tcp_wmem, 1.31, 1.32",
  })
  void theListGrew(String sysctl, String lastRefusing, String firstAllowing) {
    String pod = "spec: {securityContext: {sysctls: [{name: %s}]}}".formatted(sysctl);

    assertThat(violation(ID, lastRefusing, pod)).isPresent();
    assertThat(violation(ID, firstAllowing, pod)).isEmpty();
  }
}
