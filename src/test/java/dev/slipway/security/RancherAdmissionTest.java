package dev.slipway.security;

import static dev.slipway.security.Rendered.HYPERSCIENCE;
import static dev.slipway.security.Rendered.pods;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Distribution;
import dev.slipway.target.Notice;
import org.junit.jupiter.api.Test;

class RancherAdmissionTest {
  @Test
  void until124ItDecidesByPodSecurityPolicy() {
    Rendered rendered =
        Rendered.by(
            new RancherAdmission(),
            Rendered.cluster(Distribution.RANCHER, "1.24"),
            pods("platform", HYPERSCIENCE));

    assertThat(rendered.names())
        .containsExactly(
            "PodSecurityPolicy hyperscience.platform",
            "Role hyperscience/hyperscience.platform",
            "RoleBinding hyperscience/hyperscience.platform");
    assertThat(rendered.only("PodSecurityPolicy").mapping("spec").get("allowedCapabilities"))
        .hasToString("[SETUID, SETGID]");
  }

  @Test
  void since125TheNamespacesLabelsDecideAndNotEverybodyMaySetThem() {
    Rendered rendered =
        Rendered.by(
            new RancherAdmission(),
            Rendered.cluster(Distribution.RANCHER, "1.25"),
            pods("platform", HYPERSCIENCE));

    assertThat(rendered.names()).isEmpty();
    assertThat(rendered.notices())
        .containsExactly(
            Notice.info(
                "rancher-namespace-labels",
                "Rancher lets only those set the Pod Security labels of namespace 'hyperscience'"
                    + " who have the verb updatepsa on projects in management.cattle.io.",
                "Apply the namespace as a cluster or project owner, or ask one to label it; without"
                    + " the labels the cluster's own template decides, such as"
                    + " rancher-restricted."));
  }
}
