package dev.slipway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectTest {
  @Test
  void accountsAndVolumesAreThoseOfThePods() {
    Subject who =
        Subject.of(
            "app",
            List.of(SecurityProfile.restricted(), SecurityProfile.restricted()),
            List.of(
                Rendered.pod(
                    """
                    serviceAccountName: web
                    automountServiceAccountToken: false
                    volumes:
                      - {name: config, configMap: {name: config}}
                      - {name: data, persistentVolumeClaim: {claimName: data}}
                    """),
                Rendered.pod("automountServiceAccountToken: false")));

    assertThat(who.serviceAccounts()).containsExactly("default", "web");
    assertThat(who.volumeTypes()).containsExactly("configMap", "persistentVolumeClaim");
    assertThat(who.profiles()).containsExactly(SecurityProfile.restricted());
    assertThat(who.mountsTokens()).isFalse();
  }

  @Test
  void aPodThatDoesNotDeclineHasItsAccountsToken() {
    assertThat(Subject.of("app", List.of(), List.of(Rendered.pod("containers: []"))).mountsTokens())
        .isTrue();
  }

  @Test
  void podsWithoutProfileHaveNothingSet() {
    assertThat(Rendered.pods("web").profiles()).containsExactly(SecurityProfile.unset());
  }

  @Test
  void togetherPodsNeedWhatEitherNeeds() {
    Subject both =
        Rendered.pods("platform", Rendered.HYPERSCIENCE)
            .and(Rendered.pods("web", SecurityProfile.restricted()).mounting("csi"));

    assertThat(both.name()).isEqualTo("platform");
    assertThat(both.serviceAccounts()).containsExactly("platform", "web");
    assertThat(both.profiles())
        .containsExactly(Rendered.HYPERSCIENCE, SecurityProfile.restricted());
    assertThat(both.volumeTypes()).containsExactly("csi");
  }
}
