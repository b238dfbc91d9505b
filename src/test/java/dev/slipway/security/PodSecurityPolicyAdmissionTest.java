package dev.slipway.security;

import static dev.slipway.security.Rendered.HYPERSCIENCE;
import static dev.slipway.security.Rendered.pods;
import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodSecurityPolicyAdmissionTest {
  private static final Cluster CLUSTER = Rendered.cluster(Distribution.KUBERNETES, "1.24");

  @ParameterizedTest
  @CsvSource({
    "KUBERNETES, 1.24, true",
    "EKS, 1.24, true",
    "KUBERNETES, 1.25, false",
    "OPENSHIFT, 1.24, false",
    "RANCHER, 1.24, false",
  })
  void clustersUntil124DecideByIt(Distribution distribution, String version, boolean on) {
    assertThat(new PodSecurityPolicyAdmission().on(Rendered.cluster(distribution, version)))
        .isEqualTo(on);
  }

  @Test
  void hyperscienceGetsAPolicyWithTheFieldsThatOneHas() {
    Rendered rendered = render(pods("platform", HYPERSCIENCE));

    assertThat(rendered.names())
        .containsExactly(
            "PodSecurityPolicy hyperscience.platform",
            "Role hyperscience/hyperscience.platform",
            "RoleBinding hyperscience/hyperscience.platform");
    assertThat(rendered.only("PodSecurityPolicy"))
        .isEqualTo(
            mapping(
                """
                apiVersion: policy/v1beta1
                kind: PodSecurityPolicy
                metadata:
                  name: hyperscience.platform
                  labels:
                    app.kubernetes.io/name: hyperscience
                    app.kubernetes.io/instance: hs
                    app.kubernetes.io/part-of: hyperscience
                    app.kubernetes.io/managed-by: slipway
                  annotations:
                    seccomp.security.alpha.kubernetes.io/allowedProfileNames: runtime/default
                    seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default
                spec:
                  privileged: false
                  allowPrivilegeEscalation: true
                  readOnlyRootFilesystem: false
                  requiredDropCapabilities: [ALL]
                  allowedCapabilities: [SETUID, SETGID]
                  runAsUser: {rule: MustRunAsNonRoot}
                  fsGroup: {rule: RunAsAny}
                  supplementalGroups: {rule: MayRunAs, ranges: [{min: 1, max: 65535}]}
                  seLinux: {rule: RunAsAny}
                  volumes: [configMap, emptyDir, persistentVolumeClaim, secret]
                """));
  }

  @Test
  void theAccountsOfThePodsMayUseThePolicy() {
    Rendered rendered = render(pods("platform", HYPERSCIENCE).and(pods("trainer", HYPERSCIENCE)));

    assertThat(rendered.only("Role").get("rules"))
        .isEqualTo(
            mapping(
                    """
                    rules:
                      - apiGroups: [policy]
                        resources: [podsecuritypolicies]
                        resourceNames: [hyperscience.platform]
                        verbs: [use]
                    """)
                .get("rules"));
    assertThat(rendered.only("RoleBinding").without("metadata"))
        .isEqualTo(
            mapping(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: Role
                  name: hyperscience.platform
                subjects:
                  - {kind: ServiceAccount, name: platform, namespace: hyperscience}
                  - {kind: ServiceAccount, name: trainer, namespace: hyperscience}
                """));
  }

  @Test
  void theStrictProfileGetsAStrictPolicy() {
    assertThat(spec(pods("web", SecurityProfile.restricted())))
        .isEqualTo(
            mapping(
                """
                privileged: false
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                requiredDropCapabilities: [ALL]
                runAsUser: {rule: MustRunAsNonRoot}
                fsGroup: {rule: MayRunAs, ranges: [{min: 1, max: 65535}]}
                supplementalGroups: {rule: MayRunAs, ranges: [{min: 1, max: 65535}]}
                seLinux: {rule: RunAsAny}
                volumes:
                  - configMap
                  - csi
                  - downwardAPI
                  - emptyDir
                  - ephemeral
                  - persistentVolumeClaim
                  - projected
                  - secret
                """));
  }

  @Test
  void namedIdsAndLabelsAreTheOnlyOnesAllowed() {
    Mapping spec =
        spec(
            pods(
                "web",
                SecurityProfile.builder()
                    .runAsUser(1001)
                    .fsGroup(2000)
                    .supplementalGroups(3000, 4000)
                    .seLinux(SeLinux.ofLevel("s0:c1,c2"))
                    .build()));

    assertThat(spec.get("runAsUser"))
        .isEqualTo(mapping("{rule: MustRunAs, ranges: [{min: 1001, max: 1001}]}"));
    assertThat(spec.get("fsGroup"))
        .isEqualTo(mapping("{rule: MayRunAs, ranges: [{min: 2000, max: 2000}]}"));
    assertThat(spec.get("supplementalGroups"))
        .isEqualTo(
            mapping("{rule: MayRunAs, ranges: [{min: 3000, max: 3000}, {min: 4000, max: 4000}]}"));
    assertThat(spec.get("seLinux"))
        .isEqualTo(mapping("{rule: MustRunAs, seLinuxOptions: {level: \"s0:c1,c2\"}}"));
  }

  @Test
  void severalProfilesGetWhatAnyOneNeedsAndTheHardeningOfAll() {
    SecurityProfile fixer =
        SecurityProfile.builder()
            .runAsNonRoot(false)
            .runAsUser(0)
            .readOnlyRootFilesystem(false)
            .dropCapabilities("NET_RAW")
            .addCapabilities("CHOWN")
            .seccomp(Seccomp.localhost("chown.json"))
            .build();
    SecurityProfile web =
        SecurityProfile.builder().runAsUser(1001).addCapabilities("NET_BIND_SERVICE").build();

    Rendered rendered = render(pods("web", fixer, web));

    Mapping spec = rendered.only("PodSecurityPolicy").mapping("spec");
    assertThat(spec.bool("allowPrivilegeEscalation")).isFalse();
    assertThat(spec.bool("readOnlyRootFilesystem")).isFalse();
    assertThat(spec.get("requiredDropCapabilities")).hasToString("[NET_RAW]");
    assertThat(spec.get("allowedCapabilities")).hasToString("[CHOWN, NET_BIND_SERVICE]");
    assertThat(spec.get("runAsUser"))
        .isEqualTo(
            mapping("{rule: MustRunAs, ranges: [{min: 0, max: 0}, {min: 1001, max: 1001}]}"));
    assertThat(
            rendered
                .only("PodSecurityPolicy")
                .mapping("metadata")
                .mapping("annotations")
                .toString())
        .isEqualTo(
            "{seccomp.security.alpha.kubernetes.io/allowedProfileNames:"
                + " runtime/default,localhost/chown.json,"
                + " seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default}");
  }

  @Test
  void rootIsAllowedOnlyToWhoAsks() {
    SecurityProfile anybody = SecurityProfile.builder().runAsNonRoot(false).build();

    assertThat(spec(pods("web", anybody)).get("runAsUser")).isEqualTo(mapping("rule: RunAsAny"));
    assertThat(spec(pods("web")).get("runAsUser")).isEqualTo(mapping("rule: MustRunAsNonRoot"));
  }

  @Test
  void anIdentitysTokenAndASecretStoreAddTheirVolumes() {
    Subject who =
        Subject.of(
                "platform",
                List.of(HYPERSCIENCE),
                List.of(
                    Rendered.pod(
                        """
                        volumes:
                          - {name: store, csi: {driver: secrets-store.csi.k8s.io}}
                        """)))
            .mounting("projected");

    assertThat(spec(who).get("volumes"))
        .hasToString("[configMap, csi, emptyDir, persistentVolumeClaim, projected, secret]");
  }

  @Test
  void aTokenNeedsAProjectedVolumeOnlyWhereSecretsAreNotAllowed() {
    SecurityProfile noSecrets = HYPERSCIENCE.toBuilder().volumeTypes("emptyDir").build();
    List<dev.slipway.podsecurity.PodTemplate> pods = List.of(Rendered.pod("containers: []"));

    assertThat(spec(Subject.of("a", List.of(noSecrets), pods)).get("volumes"))
        .hasToString("[emptyDir, projected]");
    assertThat(spec(Subject.of("a", List.of(HYPERSCIENCE), pods)).get("volumes"))
        .hasToString("[configMap, emptyDir, persistentVolumeClaim, secret]");
  }

  @Test
  void aVolumeThatNoProfileHasIsToldAndNotAllowed() {
    Subject who = pods("platform", HYPERSCIENCE).mounting("hostPath");

    Rendered rendered = render(who);

    assertThat(rendered.notices())
        .containsExactly(
            Notice.error(
                "undeclared-volume-type",
                "Pods of 'platform' mount volumes of type hostPath, and no security profile of"
                    + " theirs has it.",
                "Declare the type in the profile, or use a persistentVolumeClaim."));
    assertThat(spec(who).get("volumes"))
        .hasToString("[configMap, emptyDir, persistentVolumeClaim, secret]");
  }

  private static Rendered render(Subject who) {
    return Rendered.by(new PodSecurityPolicyAdmission(), CLUSTER, who);
  }

  private static Mapping spec(Subject who) {
    return render(who).only("PodSecurityPolicy").mapping("spec");
  }
}
