package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostNamespacesTest {
  private static final String ID = "hostNamespaces";

  @Test
  void eachNamespaceOfTheNodeIsRefused() {
    Violation violation =
        violation(ID, "1.34", "spec: {hostNetwork: true, hostPID: true, hostIPC: true}")
            .orElseThrow();

    assertThat(violation)
        .hasToString("host namespaces (the pod sets hostNetwork, hostPID and hostIPC to true)");
    assertThat(fields(violation))
        .containsExactly("spec.hostNetwork", "spec.hostPID", "spec.hostIPC");
    assertThat(violation.remedy()).isEqualTo("Leave out hostNetwork, hostPID and hostIPC.");
  }

  @Test
  void onlyTheNamespacesThatAreSharedAreNamed() {
    assertThat(violation(ID, "1.34", "spec: {hostNetwork: false, hostPID: true}"))
        .get()
        .extracting(Violation::detail)
        .isEqualTo("the pod sets hostPID to true");
  }

  @Test
  void namespacesOfThePodsOwnAreAllowed() {
    assertThat(violation(ID, "1.34", "spec: {hostNetwork: false, hostPID: null}")).isEmpty();
  }
}
