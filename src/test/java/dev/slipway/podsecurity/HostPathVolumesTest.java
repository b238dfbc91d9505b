package dev.slipway.podsecurity;

import static dev.slipway.podsecurity.Pods.fields;
import static dev.slipway.podsecurity.Pods.violation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostPathVolumesTest {
  private static final String ID = "hostPathVolumes";

  @Test
  void aFolderOfTheNodeIsRefused() {
    Violation violation =
        violation(
                ID,
                "1.34",
                """
                spec:
                  volumes:
                    - {name: scratch, emptyDir: {}}
                    - {name: logs, hostPath: {path: /var/log}}
                """)
            .orElseThrow();

    assertThat(violation).hasToString("hostPath volumes (volume 'logs' is a folder of the node)");
    assertThat(fields(violation)).containsExactly("spec.volumes[1].hostPath");
    assertThat(violation.remedy())
        .isEqualTo("Use a persistentVolumeClaim, or emptyDir for what need not outlive the pod.");
  }

  @Test
  void otherVolumesAreAllowedOnBaseline() {
    assertThat(
            violation(
                ID,
                "1.34",
                """
                spec:
                  volumes:
                    - {name: share, nfs: {server: files, path: /}}
                    - {name: scratch, emptyDir: {}, hostPath: null}
                """))
        .isEmpty();
  }
}
