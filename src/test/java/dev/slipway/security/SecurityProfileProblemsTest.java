package dev.slipway.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityProfileProblemsTest {
  @Test
  void everyProblemIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                SecurityProfile.builder()
                    .runAsUser(0)
                    .fsGroup(-1)
                    .addCapabilities("CAP_SETUID", "NET_RAW", "SYS_ADMIN")
                    .dropCapabilities("NET_RAW")
                    .volumeTypes("configmap", "teleporter")
                    .build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            """
            security profile: The fsGroup -1 is no ID. Give one from 0 to 2147483647.
            security profile: Containers run as user 0, which is root, and runAsNonRoot is true. Give \
            the user that the image is made for, or set runAsNonRoot to false.
            security profile: 'CAP_SETUID' is no capability as Kubernetes names them. Leave out CAP_: \
            'SETUID'.
            security profile: The capability 'NET_RAW' is both added and dropped. Keep one; what is \
            added stays when ALL are dropped.
            security profile: The capability 'SYS_ADMIN' is added and allowPrivilegeEscalation is \
            false; with SYS_ADMIN it is always true. Do without SYS_ADMIN, or set \
            allowPrivilegeEscalation to true.
            security profile: 'configmap' is no type of volume. Did you mean 'configMap'?
            security profile: 'teleporter' is no type of volume. There are configMap, csi, \
            downwardAPI, emptyDir, ephemeral, fc, hostPath, image, iscsi, nfs, persistentVolumeClaim, \
            projected, secret.\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cap_net_admin | Leave out CAP_: 'NET_ADMIN'.",
        "setuid | Did you mean 'SETUID'?",
        "SYS_TIMES | Did you mean 'SYS_TIME'?",
        "FLY | The names are those of capabilities(7) without CAP_.",
      })
  void aCapabilityThatIsNoneComesWithARemedy(String name, String remedy) {
    assertThatThrownBy(() -> SecurityProfile.builder().addCapabilities(name).build())
        .hasMessage(
            "security profile: '%s' is no capability as Kubernetes names them. %s", name, remedy);
  }

  @Test
  void allCapabilitiesAreDroppedButNeverAdded() {
    assertThatThrownBy(
            () -> SecurityProfile.builder().dropCapabilities().addCapabilities("ALL").build())
        .hasMessage(
            "security profile: ALL capabilities are added, which makes a container all but"
                + " privileged. Add those that are needed, by name.");
  }

  @ParameterizedTest
  @CsvSource({"/etc/profile.json", "../profile.json", "profiles/../../a.json", "''"})
  void aSeccompProfileStaysBelowTheKubeletsFolder(String path) {
    assertThatThrownBy(() -> Seccomp.localhost(path))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "The seccomp profile '%s' is no path below the kubelet's seccomp folder. Give one"
                    .formatted(path)
                + " relative to that folder, such as 'profiles/audit.json'.");
  }
}
