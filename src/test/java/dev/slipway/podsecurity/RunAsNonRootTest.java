package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunAsNonRootTest {
  private static final String ID = "runAsNonRoot";
  private static final String REMEDY =
      "Set securityContext.runAsNonRoot to true in the pod, and to false in no container.";

  @Test
  void allowingRootIsRefused() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  securityContext: {runAsNonRoot: true}
                  containers:
                    - {name: web}
                    - {name: fixer, securityContext: {runAsNonRoot: false}}
                """)
            .orElseThrow();

    assertThat(violation)
        .hasToString("runAsNonRoot != true (container 'fixer' sets runAsNonRoot to false)");
    assertThat(violation.level()).isEqualTo(Level.RESTRICTED);
    assertThat(fields(violation))
        .containsExactly("spec.containers[1].securityContext.runAsNonRoot");
    assertThat(violation.remedy()).isEqualTo(REMEDY);
  }

  @Test
  void sayingNothingIsRefused() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  containers:
                    - {name: web, securityContext: {runAsNonRoot: true}}
                    - {name: proxy}
                """)
            .orElseThrow();

    assertThat(violation.detail())
        .isEqualTo("container 'proxy' does not set runAsNonRoot, nor does the pod");
    assertThat(fields(violation))
        .containsExactly("spec.containers[1].securityContext.runAsNonRoot");
  }

  @Test
  void aPodThatAllowsRootIsRefusedThoughItsContainersDoNot() {
    assertThat(
            violation(
                ID,
                "1.34",
                """
                spec:
                  securityContext: {runAsNonRoot: false}
                  containers: [{name: web, securityContext: {runAsNonRoot: true}}]
                """))
        .get()
        .extracting(Violation::detail)
        .isEqualTo("the pod sets runAsNonRoot to false");
  }

  @Test
  void thePodOrEveryContainerMaySayIt() {
    assertThat(
            violation(
                ID,
                "1.34",
                "spec: {securityContext: {runAsNonRoot: true}, containers: [{name: a}]}"))
        .isEmpty();
    assertThat(
            violation(
                ID,
                "1.34",
                "spec: {containers: [{name: a, securityContext: {runAsNonRoot: true}}]}"))
        .isEmpty();
  }

  @Test
  void usersOfThePodsOwnAllowRootFrom135() {
    String pod = "spec: {hostUsers: false, containers: [{name: web}]}";

    assertThat(violation(ID, "1.34", pod)).isPresent();
    assertThat(violation(ID, "1.35", pod)).isEmpty();
    assertThat(violation(ID, "1.35", "spec: {hostUsers: true, containers: [{name: web}]}"))
        .get()
        .extracting(Violation::remedy)
        .isEqualTo(REMEDY + " With hostUsers: false it may stay as it is.");
  }
}
