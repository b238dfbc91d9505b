package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestrictedVolumesTest {
  private static final String ID = "restrictedVolumes";

  @Test
  void volumesPastTheClustersStorageAreRefused() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  volumes:
                    - {name: share, nfs: {server: files, path: /}}
                    - {name: scratch, emptyDir: {}}
                    - {name: logs, hostPath: {path: /var/log}}
                    - {name: future, teleporter: {}}
                """)
            .orElseThrow();

    assertThat(violation)
        .hasToString(
            "restricted volume types (volumes 'share' of type nfs, 'logs' of type hostPath and"
                + " 'future' of type teleporter)");
    assertThat(violation.level()).isEqualTo(Level.RESTRICTED);
    assertThat(fields(violation))
        .containsExactly(
            "spec.volumes[0].nfs", "spec.volumes[2].hostPath", "spec.volumes[3].teleporter");
    assertThat(violation.remedy())
        .isEqualTo(
            "Use a persistentVolumeClaim or one of the types configMap, csi, downwardAPI, emptyDir,"
                + " ephemeral, image, projected and secret.");
  }

  @Test
  void theOthersAreAllowed() {
    assertThat(
            violation(
                ID,
                "1.34",
                """
                spec:
                  volumes:
                    - {name: a, configMap: {name: a}}
                    - {name: b, csi: {driver: b}}
                    - {name: c, downwardAPI: {}}
                    - {name: d, emptyDir: {}}
                    - {name: e, ephemeral: {}}
                    - {name: f, image: {}}
                    - {name: g, persistentVolumeClaim: {claimName: g}}
                    - {name: h, projected: {}}
                    - {name: i, secret: {secretName: i}}
                """))
        .isEmpty();
  }

  @Test
  void aVolumeWithoutSourceBecomesAnEmptyDir() {
    assertThat(violation(ID, "1.34", "spec: {volumes: [{name: scratch}]}")).isEmpty();
  }
}
