package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AppArmorProfileTest {
  private static final String ID = "appArmorProfile";

  @Test
  void unconfinedPodAndContainersAreRefused() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  securityContext: {appArmorProfile: {type: Unconfined}}
                  initContainers:
                    - {name: init, securityContext: {appArmorProfile: {type: Unconfined}}}
                  containers:
                    - {name: web, securityContext: {appArmorProfile: {type: RuntimeDefault}}}
                  ephemeralContainers:
                    - {name: debug, securityContext: {appArmorProfile: {}}}
                """)
            .orElseThrow();

    assertThat(violation)
        .hasToString(
            "forbidden AppArmor profile (the pod and containers 'init' and 'debug' have AppArmor"
                + " profile '' and 'Unconfined')");
    assertThat(violation.level()).isEqualTo(Level.BASELINE);
    assertThat(fields(violation))
        .containsExactly(
            "spec.securityContext.appArmorProfile.type",
            "spec.initContainers[0].securityContext.appArmorProfile.type",
            "spec.ephemeralContainers[0].securityContext.appArmorProfile.type");
    assertThat(violation.remedy())
        .isEqualTo(
            "Use RuntimeDefault, or Localhost with the name of a profile that the nodes have.");
  }

  @Test
  void unconfinedAnnotationIsRefused() {
    Violation violation =
        violation(
                ID,
                "1.24",
                """
                metadata:
                  annotations:
                    container.apparmor.security.beta.kubernetes.io/web: unconfined
                    container.apparmor.security.beta.kubernetes.io/proxy: localhost/proxy
                """)
            .orElseThrow();

    assertThat(violation.detail()).isEqualTo("container 'web' has AppArmor profile 'unconfined'");
    assertThat(fields(violation))
        .containsExactly(
            "metadata.annotations[\"container.apparmor.security.beta.kubernetes.io/web\"]");
  }

  @Test
  void theRuntimesAndTheNodesProfilesAreAllowed() {
    assertThat(
            violation(
                ID,
                "1.34",
                """
                metadata:
                  annotations:
                    container.apparmor.security.beta.kubernetes.io/a: runtime/default
                    container.apparmor.security.beta.kubernetes.io/b: localhost/strict
                    container.apparmor.security.beta.kubernetes.io/c: ""
                spec:
                  securityContext: {appArmorProfile: {type: Localhost, localhostProfile: strict}}
                  containers:
                    - {name: a, securityContext: {appArmorProfile: null}}
                """))
        .isEmpty();
  }
}
