package dev.slipway.security;

import static dev.slipway.security.Rendered.HYPERSCIENCE;
import static dev.slipway.security.Rendered.pods;
import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Mapping;
import org.junit.jupiter.api.Test;

class SecurityContextConstraintsAdmissionTest {
  private static final Cluster OPENSHIFT = Rendered.cluster(Distribution.OPENSHIFT, "1.32");

  @Test
  void onlyOpenShiftDecidesByThem() {
    SecurityContextConstraintsAdmission admission = new SecurityContextConstraintsAdmission();

    assertThat(admission.on(OPENSHIFT)).isTrue();
    assertThat(admission.on(Rendered.cluster(Distribution.EKS, "1.32"))).isFalse();
  }

  @Test
  void hyperscienceGetsConstraintsOfItsOwn() {
    Rendered rendered = render(OPENSHIFT, pods("platform", HYPERSCIENCE));

    assertThat(rendered.names())
        .containsExactly(
            "SecurityContextConstraints hyperscience.platform",
            "Role hyperscience/hyperscience.platform",
            "RoleBinding hyperscience/hyperscience.platform");
    assertThat(rendered.only("SecurityContextConstraints"))
        .isEqualTo(
            mapping(
                """
                apiVersion: security.openshift.io/v1
                kind: SecurityContextConstraints
                metadata:
                  name: hyperscience.platform
                  labels:
                    app.kubernetes.io/name: hyperscience
                    app.kubernetes.io/instance: hs
                    app.kubernetes.io/part-of: hyperscience
                    app.kubernetes.io/managed-by: slipway
                priority: null
                allowPrivilegedContainer: false
                allowPrivilegeEscalation: true
                readOnlyRootFilesystem: false
                allowHostDirVolumePlugin: false
                allowHostIPC: false
                allowHostNetwork: false
                allowHostPID: false
                allowHostPorts: false
                defaultAddCapabilities: []
                requiredDropCapabilities: [ALL]
                allowedCapabilities: [SETUID, SETGID]
                runAsUser: {type: MustRunAsNonRoot}
                fsGroup: {type: RunAsAny}
                supplementalGroups: {type: RunAsAny}
                seLinuxContext: {type: MustRunAs}
                seccompProfiles: [runtime/default]
                volumes: [configMap, emptyDir, persistentVolumeClaim, secret]
                """));
    assertThat(rendered.only("Role").get("rules"))
        .isEqualTo(
            mapping(
                    """
                    rules:
                      - apiGroups: [security.openshift.io]
                        resources: [securitycontextconstraints]
                        resourceNames: [hyperscience.platform]
                        verbs: [use]
                    """)
                .get("rules"));
    assertThat(rendered.only("RoleBinding").get("subjects"))
        .isEqualTo(
            mapping(
                    """
                    subjects:
                      - {kind: ServiceAccount, name: platform, namespace: hyperscience}
                    """)
                .get("subjects"));
  }

  @Test
  void whatEveryAccountMayDoAnywayNeedsNone() {
    SecurityProfile web =
        SecurityProfile.builder()
            .runAsUser(1001)
            .fsGroup(1001)
            .addCapabilities("NET_BIND_SERVICE")
            .build();

    assertThat(render(OPENSHIFT, pods("web", SecurityProfile.restricted(), web)).names()).isEmpty();
  }

  @Test
  void idsThatOpenShiftDoesNotAssignAreNamed() {
    Mapping constraints =
        constraints(
            SecurityProfile.builder().runAsUser(1001).fsGroup(2000).idsOnOpenShift().build());

    assertThat(constraints.get("runAsUser")).isEqualTo(mapping("{type: MustRunAs, uid: 1001}"));
    assertThat(constraints.get("fsGroup"))
        .isEqualTo(mapping("{type: MustRunAs, ranges: [{min: 2000, max: 2000}]}"));
  }

  @Test
  void keepingTheRuntimesCapabilitiesTakesConstraintsOfItsOwn() {
    Mapping constraints = constraints(SecurityProfile.builder().dropCapabilities().build());

    assertThat(constraints.get("requiredDropCapabilities")).hasToString("[]");
    assertThat(constraints.get("allowedCapabilities")).hasToString("[]");
    assertThat(constraints.get("fsGroup")).isEqualTo(mapping("type: MustRunAs"));
  }

  @Test
  void aFolderOfTheNodeTakesASwitchOfItsOwn() {
    Mapping constraints =
        constraints(SecurityProfile.builder().volumeTypes("emptyDir", "hostPath").build());

    assertThat(constraints.bool("allowHostDirVolumePlugin")).isTrue();
    assertThat(constraints.get("volumes")).hasToString("[emptyDir, hostPath]");
  }

  @Test
  void aLabelOfOnesOwnMayBeAny() {
    assertThat(
            constraints(SecurityProfile.builder().seLinux(SeLinux.ofType("spc_t")).build())
                .get("seLinuxContext"))
        .isEqualTo(mapping("type: RunAsAny"));
  }

  private static Mapping constraints(SecurityProfile profile) {
    return render(OPENSHIFT, pods("web", profile)).only("SecurityContextConstraints");
  }

  private static Rendered render(Cluster cluster, Subject who) {
    return Rendered.by(new SecurityContextConstraintsAdmission(), cluster, who);
  }
}
