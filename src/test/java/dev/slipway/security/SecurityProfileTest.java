package dev.slipway.security;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.target.Notice;
import org.junit.jupiter.api.Test;

class SecurityProfileTest {
  private static final Cluster KUBERNETES = Rendered.cluster(Distribution.KUBERNETES, "1.34");
  private static final Cluster OPENSHIFT = Rendered.cluster(Distribution.OPENSHIFT, "1.32");

  /** The contexts of the MLLP server's page. */
  private static final SecurityProfile MLLP =
      SecurityProfile.builder().runAsUser(65534).runAsGroup(65534).fsGroup(65534).build();

  @Test
  void theDefaultIsWhatRestrictedAsksForAndAReadOnlyRoot() {
    SecurityProfile profile = SecurityProfile.restricted();

    assertThat(profile.podContext(KUBERNETES))
        .isEqualTo(
            mapping(
                """
                runAsNonRoot: true
                seccompProfile: {type: RuntimeDefault}
                """));
    assertThat(profile.containerContext(KUBERNETES))
        .isEqualTo(
            mapping(
                """
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                capabilities: {drop: [ALL]}
                """));
  }

  @Test
  void fieldsComeAsPeopleWriteThem() {
    SecurityProfile profile =
        MLLP.toBuilder()
            .supplementalGroups(2000, 3000)
            .seLinux(SeLinux.ofLevel("s0:c1,c2"))
            .addCapabilities("NET_BIND_SERVICE")
            .build();

    assertThat(profile.podContext(KUBERNETES).toString())
        .isEqualTo(
            "{runAsNonRoot: true, runAsUser: 65534, runAsGroup: 65534, fsGroup: 65534,"
                + " supplementalGroups: [2000, 3000], seLinuxOptions: {level: s0:c1,c2},"
                + " seccompProfile: {type: RuntimeDefault}}");
    assertThat(profile.containerContext(KUBERNETES).toString())
        .isEqualTo(
            "{allowPrivilegeEscalation: false, readOnlyRootFilesystem: true,"
                + " capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}");
  }

  @Test
  void openShiftAssignsUserAndGroupsItself() {
    assertThat(MLLP.podContext(OPENSHIFT))
        .isEqualTo(
            mapping(
                """
                runAsNonRoot: true
                seccompProfile: {type: RuntimeDefault}
                """));
    assertThat(MLLP.toBuilder().idsOnOpenShift().build().podContext(OPENSHIFT))
        .isEqualTo(MLLP.podContext(KUBERNETES));
  }

  @Test
  void whatCanStandInContainersStandsThereOnRequest() {
    SecurityProfile profile = MLLP.toBuilder().inContainers().build();

    assertThat(profile.podContext(KUBERNETES)).isEqualTo(mapping("fsGroup: 65534"));
    assertThat(profile.containerContext(KUBERNETES).toString())
        .isEqualTo(
            "{allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, runAsNonRoot: true,"
                + " runAsUser: 65534, runAsGroup: 65534, capabilities: {drop: [ALL]},"
                + " seccompProfile: {type: RuntimeDefault}}");
  }

  /** The context of Hyperterse's page, which says nothing of the rest. */
  @Test
  void anUnsetProfileRendersWhatIsGivenAndNoMore() {
    SecurityProfile profile =
        SecurityProfile.unset().toBuilder()
            .readOnlyRootFilesystem(true)
            .runAsNonRoot(true)
            .runAsUser(1001)
            .inContainers()
            .build();

    assertThat(profile.podContext(KUBERNETES).isEmpty()).isTrue();
    assertThat(profile.containerContext(KUBERNETES))
        .isEqualTo(
            mapping(
                """
                readOnlyRootFilesystem: true
                runAsNonRoot: true
                runAsUser: 1001
                """));
  }

  @Test
  void aContainerOfItsOwnProfileSetsAgainWhatItsPodSetsOtherwise() {
    SecurityProfile fixer =
        SecurityProfile.builder()
            .runAsNonRoot(false)
            .runAsUser(0)
            .seccomp(Seccomp.localhost("profiles/chown.json"))
            .addCapabilities("CHOWN")
            .build();

    assertThat(fixer.containerContext(KUBERNETES, MLLP))
        .isEqualTo(
            mapping(
                """
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                runAsNonRoot: false
                runAsUser: 0
                capabilities: {drop: [ALL], add: [CHOWN]}
                seccompProfile: {type: Localhost, localhostProfile: profiles/chown.json}
                """));
    assertThat(SecurityProfile.restricted().containerContext(KUBERNETES, MLLP))
        .isEqualTo(SecurityProfile.restricted().containerContext(KUBERNETES));
  }

  @Test
  void capabilitiesThatNoProcessCanHoldAreTold() {
    SecurityProfile profile = SecurityProfile.builder().addCapabilities("SETUID", "SETGID").build();

    assertThat(profile.notices())
        .containsExactly(
            Notice.warning(
                "capability-without-effect",
                "Containers add SETUID, SETGID, run as another user than root, and may not escalate"
                    + " privileges: no process of theirs ever holds these capabilities.",
                "Allow privilege escalation, by which a set-user-ID program or a file's"
                    + " capabilities take effect, or do not add them."));
  }

  @Test
  void capabilitiesOfRootOrByEscalationTakeEffect() {
    assertThat(Rendered.HYPERSCIENCE.notices()).isEmpty();
    assertThat(
            SecurityProfile.builder()
                .runAsNonRoot(false)
                .addCapabilities("CHOWN")
                .build()
                .notices())
        .isEmpty();
    assertThat(SecurityProfile.restricted().notices()).isEmpty();
  }

  @Test
  void profilesThatSayTheSameAreEqual() {
    assertThat(SecurityProfile.builder().build()).isEqualTo(SecurityProfile.restricted());
    assertThat(MLLP).isNotEqualTo(SecurityProfile.restricted());
  }
}
