package dev.slipway.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import dev.slipway.pod.Container;
import dev.slipway.security.SecurityProfile;
import org.junit.jupiter.api.Test;

class PodAdmissionTest {
  private static final SecurityProfile SETTING_USERS =
      SecurityProfile.builder()
          .allowPrivilegeEscalation(true)
          .addCapabilities("SETUID", "SETGID")
          .build();

  @Test
  void onePolicyPinsTheCapabilitiesOfAllWorkloads() {
    Rendered rendered =
        Rendered.of(
            Application.builder("shop")
                .workload(workload("web", SecurityProfile.restricted()))
                .workload(workload("worker", SETTING_USERS))
                .exactSecurity()
                .build());

    assertThat(rendered.only("ValidatingAdmissionPolicy").mapping("spec").seq("variables").get(0))
        .isEqualTo(Mapping.of("name", "allowed").with("expression", text("['SETUID', 'SETGID']")));
    assertThat(
            rendered.only("ValidatingAdmissionPolicyBinding").mapping("spec").string("policyName"))
        .isEqualTo("shop.capabilities");
  }

  @Test
  void capabilitiesArePinnedOnRequestAlone() {
    assertThat(
            Rendered.of(
                    Application.builder("shop").workload(workload("worker", SETTING_USERS)).build())
                .objects()
                .ofKind("ValidatingAdmissionPolicy"))
        .isEmpty();
  }

  private static Text text(String value) {
    return Text.of(value);
  }

  private static Workload workload(String name, SecurityProfile profile) {
    return Workload.deployment(name)
        .container(Container.builder(name, "example.com/" + name + ":1").build())
        .security(profile)
        .build();
  }
}
