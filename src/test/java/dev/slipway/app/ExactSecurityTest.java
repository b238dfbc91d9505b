package dev.slipway.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.pod.Container;
import dev.slipway.render.Plan;
import dev.slipway.render.Planner;
import dev.slipway.target.Notice;
import org.junit.jupiter.api.Test;

class ExactSecurityTest {
  private static Plan on(String version) {
    return Planner.on(Cluster.builder("test").kubernetes(version).build())
        .application(
            Application.builder("shop")
                .exactSecurity()
                .workload(
                    Workload.deployment("shop")
                        .container(Container.builder("it", "it:1").build())
                        .build())
                .build())
        .plan();
  }

  @Test
  void aClusterThatCannotPinCapabilitiesIsAnError() {
    assertThat(on("1.29").notices())
        .extracting(Notice::rule, Notice::severity)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "exact-security-unavailable", Notice.Severity.ERROR));
  }

  @Test
  void aClusterThatCanGetsThePolicy() {
    assertThat(on("1.30").all().ofKind("ValidatingAdmissionPolicy")).hasSize(1);
    assertThat(on("1.30").notices())
        .extracting(Notice::rule)
        .doesNotContain("exact-security-unavailable");
  }
}
