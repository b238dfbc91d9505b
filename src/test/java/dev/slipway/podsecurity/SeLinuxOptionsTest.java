package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeLinuxOptionsTest {
  private static final String ID = "seLinuxOptions";

  @Test
  void otherTypesAndAnyUserOrRoleAreRefused() {
    Violation violation =
        violation(
                ID,
                "1.30",
                """
                spec:
                  securityContext: {seLinuxOptions: {type: spc_t, level: "s0:c1,c2"}}
                  containers:
                    - {name: web, securityContext: {seLinuxOptions: {user: sysadm_u, role: sysadm_r}}}
                """)
            .orElseThrow();

    assertThat(violation)
        .hasToString(
            "seLinuxOptions (the pod and container 'web' set SELinux 'role sysadm_r', 'type spc_t'"
                + " and 'user sysadm_u')");
    assertThat(fields(violation))
        .containsExactly(
            "spec.securityContext.seLinuxOptions.type",
            "spec.containers[0].securityContext.seLinuxOptions.user",
            "spec.containers[0].securityContext.seLinuxOptions.role");
    assertThat(violation.remedy())
        .isEqualTo(
            "Leave out user and role, and set type, if at all, to one of container_init_t,"
                + " container_kvm_t, container_t.");
  }

  @Test
  void containerEnginesHaveATypeFrom131() {
    String engine = "spec: {securityContext: {seLinuxOptions: {type: container_engine_t}}}";

    assertThat(violation(ID, "1.30", engine)).isPresent();
    assertThat(violation(ID, "1.31", engine)).isEmpty();
  }

  @Test
  void levelsAndContainersTypesAreAllowed() {
    assertThat(
            violation(
                ID,
                "1.24",
                """
                spec:
                  securityContext: {seLinuxOptions: {level: "s0:c1,c2"}}
                  containers:
                    - {name: a, securityContext: {seLinuxOptions: {type: container_t, user: ""}}}
                    - {name: b, securityContext: {seLinuxOptions: {type: container_init_t}}}
                    - {name: c, securityContext: {seLinuxOptions: {type: container_kvm_t}}}
                """))
        .isEmpty();
  }
}
