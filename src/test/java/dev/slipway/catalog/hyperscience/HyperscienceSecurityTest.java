package dev.slipway.catalog.hyperscience;

import static dev.slipway.catalog.hyperscience.Installations.names;
import static dev.slipway.catalog.hyperscience.Installations.object;
import static dev.slipway.catalog.hyperscience.Installations.plan;
import static dev.slipway.catalog.hyperscience.Installations.prerequisites;
import static dev.slipway.catalog.hyperscience.Installations.whole;
import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Mapping;
import dev.slipway.render.Plan;
import org.junit.jupiter.api.Test;

/** What the page "PodSecurityPolicy" asks for, on each generation of pod security. */
class HyperscienceSecurityTest {

  @Test
  void onOpenShiftConstraintsSayWhatThePageSays() {
    Cluster openshift = Installations.ofOnesOwn(Distribution.OPENSHIFT, "1.32");
    Plan plan =
        plan(
            openshift,
            Installations.onOwnMachines()
                .platform(Platform.of("forms:40.1.2"))
                .trainer(Trainer.of("trainer:40.1.2"))
                .operator(HyperOperator.of("operator:40.1.2")));

    Mapping constraints = object(plan, "SecurityContextConstraints", "hs.hs");
    assertThat(constraints.get("allowedCapabilities")).hasToString("[SETUID, SETGID]");
    assertThat(constraints.bool("allowPrivilegeEscalation")).isTrue();
    assertThat(constraints.bool("readOnlyRootFilesystem")).isFalse();
    assertThat(constraints.get("runAsUser")).isEqualTo(mapping("type: MustRunAsNonRoot"));
    assertThat(constraints.get("fsGroup")).isEqualTo(mapping("type: RunAsAny"));
    assertThat(constraints.get("volumes"))
        .hasToString("[configMap, emptyDir, persistentVolumeClaim, secret]");
    assertThat(object(plan, "RoleBinding", "hs.hs").seq("subjects"))
        .isEqualTo(
            mapping(
                    """
                    subjects:
                      - {kind: ServiceAccount, name: hs-operator, namespace: hs}
                      - {kind: ServiceAccount, name: hs-platform, namespace: hs}
                      - {kind: ServiceAccount, name: hs-trainer, namespace: hs}
                    """)
                .get("subjects"));
  }

  @Test
  void until124APolicySaysTheSameAndWhatThePageForgot() {
    Cluster old = Installations.ofOnesOwn(Distribution.KUBERNETES, "1.24");
    Mapping spec =
        object(plan(old, Installations.onOwnMachines()), "PodSecurityPolicy", "hs.hs")
            .mapping("spec");

    assertThat(spec.get("allowedCapabilities")).hasToString("[SETUID, SETGID]");
    assertThat(spec.get("runAsUser")).isEqualTo(mapping("rule: MustRunAsNonRoot"));
    assertThat(spec.get("fsGroup")).isEqualTo(mapping("rule: RunAsAny"));
    assertThat(spec.bool("allowPrivilegeEscalation")).isTrue();
    assertThat(spec.bool("readOnlyRootFilesystem")).isFalse();
    assertThat(spec.get("volumes"))
        .hasToString("[configMap, emptyDir, persistentVolumeClaim, secret]");
    assertThat(spec.has("seLinux")).isTrue();
    assertThat(spec.has("supplementalGroups")).isTrue();
    assertThat(spec.has("requiredCapabilities")).isFalse();
  }

  @Test
  void theTokenOfAnIdentityIsMountedByAProjectedVolume() {
    Cluster old = Installations.eks("1.24").build();

    for (Hyperscience.Builder system : new Hyperscience.Builder[] {whole(), prerequisites()}) {
      assertThat(
              object(plan(old, system), "PodSecurityPolicy", "hs.hs")
                  .mapping("spec")
                  .get("volumes"))
          .hasToString("[configMap, emptyDir, persistentVolumeClaim, projected, secret]");
    }
  }

  @Test
  void from125TheNamespaceEnforcesBaselineBeforeThereIsAPod() {
    for (Hyperscience.Builder system : new Hyperscience.Builder[] {whole(), prerequisites()}) {
      Plan plan = plan(Installations.eks("1.32").build(), system);

      Mapping labels = object(plan, "Namespace", "hs").mapping("metadata").mapping("labels");
      assertThat(labels.string("pod-security.kubernetes.io/enforce")).isEqualTo("baseline");
      assertThat(labels.string("pod-security.kubernetes.io/warn")).isEqualTo("restricted");
      assertThat(labels.string("pod-security.kubernetes.io/audit")).isEqualTo("restricted");
      assertThat(names(plan, "PodSecurityPolicy")).isEmpty();
      assertThat(names(plan, "ValidatingAdmissionPolicy")).isEmpty();
    }
  }

  @Test
  void onRequestAPolicyNarrowsBaselineToTheTwoCapabilities() {
    Plan plan = plan(Installations.eks("1.32").build(), whole().exactSecurity());

    assertThat(names(plan, "ValidatingAdmissionPolicy")).containsExactly("hs.capabilities");
    assertThat(names(plan, "ValidatingAdmissionPolicyBinding")).containsExactly("hs.capabilities");
    assertThat(
            object(plan, "ValidatingAdmissionPolicy", "hs.capabilities").mapping("spec").toString())
        .contains("'SETUID'", "'SETGID'")
        .doesNotContain("CHOWN");
  }

  @Test
  void containersHaveTheTwoCapabilitiesAndNoOthers() {
    Plan plan = plan(Installations.eks("1.32").build(), whole());

    for (String deployment : new String[] {"hs-platform", "hs-trainer", "hs-operator"}) {
      Mapping container =
          (Mapping) Installations.podSpec(plan, deployment).seq("containers").get(0);
      assertThat(container.mapping("securityContext"))
          .isEqualTo(
              mapping(
                  """
                  allowPrivilegeEscalation: true
                  readOnlyRootFilesystem: false
                  capabilities: {drop: [ALL], add: [SETUID, SETGID]}
                  """));
    }
  }
}
