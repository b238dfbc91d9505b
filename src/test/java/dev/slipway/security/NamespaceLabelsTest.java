package dev.slipway.security;

import static dev.slipway.security.Rendered.HYPERSCIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.podsecurity.PodTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceLabelsTest {
  private static final Cluster CLUSTER = Rendered.cluster(Distribution.EKS, "1.32");
  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

  private static final PodTemplate RESTRICTED =
      Rendered.pod(
          """
          securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
          containers:
            - name: web
              securityContext:
                allowPrivilegeEscalation: false
                capabilities: {drop: [ALL]}
          """);

  private static final PodTemplate BASELINE = Rendered.pod("containers: [{name: web}]");

  @Test
  void clustersSince125DecideByThem() {
    assertThat(NamespaceLabels.on(Rendered.cluster(Distribution.EKS, "1.24"))).isFalse();
    assertThat(NamespaceLabels.on(Rendered.cluster(Distribution.EKS, "1.25"))).isTrue();
    assertThat(NamespaceLabels.on(Rendered.cluster(Distribution.OPENSHIFT, "1.32"))).isTrue();
  }

  @Test
  void theStrictestLevelThatAdmitsEveryPodIsEnforced() {
    assertThat(NamespaceLabels.forPods(List.of(RESTRICTED), CLUSTER))
        .containsEntry(ENFORCE, "restricted");
    assertThat(NamespaceLabels.forPods(List.of(RESTRICTED, BASELINE), CLUSTER))
        .containsEntry(ENFORCE, "baseline");
    assertThat(
            NamespaceLabels.forPods(
                List.of(RESTRICTED, Rendered.pod("{hostNetwork: true}")), CLUSTER))
        .containsEntry(ENFORCE, "privileged");
  }

  @Test
  void enforcedIsTheClustersVersionAndToldIsTheLatest() {
    assertThat(NamespaceLabels.forPods(List.of(BASELINE), CLUSTER))
        .containsExactly(
            entry("pod-security.kubernetes.io/enforce", "baseline"),
            entry("pod-security.kubernetes.io/enforce-version", "v1.32"),
            entry("pod-security.kubernetes.io/warn", "restricted"),
            entry("pod-security.kubernetes.io/warn-version", "latest"),
            entry("pod-security.kubernetes.io/audit", "restricted"),
            entry("pod-security.kubernetes.io/audit-version", "latest"));
  }

  @Test
  void aVersionThatNobodyJudgedByIsNotEnforced() {
    assertThat(
            NamespaceLabels.forPods(
                List.of(RESTRICTED), Rendered.cluster(Distribution.KUBERNETES, "1.50")))
        .containsEntry("pod-security.kubernetes.io/enforce-version", "v1.36");
  }

  @Test
  void withoutPodsTheDeclaredProfilesDecide() {
    assertThat(NamespaceLabels.forProfiles(List.of(SecurityProfile.restricted()), CLUSTER))
        .containsEntry(ENFORCE, "restricted");
    assertThat(
            NamespaceLabels.forProfiles(
                List.of(SecurityProfile.restricted(), HYPERSCIENCE), CLUSTER))
        .containsEntry(ENFORCE, "baseline");
    assertThat(
            NamespaceLabels.forProfiles(
                List.of(SecurityProfile.builder().volumeTypes("hostPath").build()), CLUSTER))
        .containsEntry(ENFORCE, "privileged");
    assertThat(
            NamespaceLabels.forProfiles(
                List.of(SecurityProfile.builder().volumeTypes("nfs").build()), CLUSTER))
        .containsEntry(ENFORCE, "baseline");
    assertThat(NamespaceLabels.forProfiles(List.of(), CLUSTER))
        .containsEntry(ENFORCE, "restricted");
  }
}
