package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeccompProfileBaselineTest {
  private static final String ID = "seccompProfile_baseline";

  @Test
  void unconfinedIsRefused() {
    Violation violation =
        violation(
                ID,
                "1.24",
                """
                spec:
                  securityContext: {seccompProfile: {type: Unconfined}}
                  containers:
                    - {name: web, securityContext: {seccompProfile: {type: Unconfined}}}
                """)
            .orElseThrow();

    assertThat(violation)
        .hasToString(
            "seccompProfile (the pod and container 'web' set seccomp profile 'Unconfined')");
    assertThat(fields(violation))
        .containsExactly(
            "spec.securityContext.seccompProfile.type",
            "spec.containers[0].securityContext.seccompProfile.type");
    assertThat(violation.remedy())
        .isEqualTo(
            "Use RuntimeDefault, or Localhost with the name of a profile that the nodes have.");
  }

  @Test
  void noneIsAllowedOnBaseline() {
    assertThat(
            violation(
                ID,
                "1.34",
                """
                spec:
                  containers:
                    - {name: web, securityContext: {seccompProfile: {type: Localhost}}}
                """))
        .isEmpty();
  }

  @Test
  void annotationsCountBefore119Only() {
    String annotated =
        """
        metadata:
          annotations:
            seccomp.security.alpha.kubernetes.io/pod: docker/default
            container.seccomp.security.alpha.kubernetes.io/web: unconfined
            container.seccomp.security.alpha.kubernetes.io/stranger: unconfined
        spec: {containers: [{name: web}]}
        """;
    Violation violation = violation(ID, "1.18", annotated).orElseThrow();

    assertThat(violation.detail())
        .isEqualTo("annotation container.seccomp.security.alpha.kubernetes.io/web is 'unconfined'");
    assertThat(fields(violation))
        .containsExactly(
            "metadata.annotations[\"container.seccomp.security.alpha.kubernetes.io/web\"]");
    assertThat(violation(ID, "1.19", annotated)).isEmpty();
  }
}
