package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The manifests of the systems' own pages, held against the rules. Those of the MLLP server are put
 * together from its page's parts, as its overlays would.
 */
class ReferenceTextsTest {
  private static final Path FILES = Shipped.PROJECT.resolve("src/test/resources/reference");

  @Test
  void hyperterseHasALatestTagAKeyThatNobodyDefinesAndAPasswordInAManifest() {
    assertThat(findings("hyperterse.yaml"))
        .containsExactlyInAnyOrder(
            "error image-tag Deployment hyperterse" + " spec.template.spec.containers[0].image",
            "error dangling-reference Deployment hyperterse"
                + " spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef.name",
            "warning literal-secret Secret db-credentials stringData");
  }

  @Test
  void theMllpServersBaseHasABudgetThatBlocksEveryDrain() {
    assertThat(findings("mllp-base.yaml"))
        .containsExactly("error blocking-budget PodDisruptionBudget mllp-server spec.minAvailable");
  }

  @Test
  void theMllpServersProductionSetsReplicasThatItsAutoscalerOwns() {
    assertThat(findings("mllp-prod.yaml"))
        .containsExactly("error autoscaled-replicas Deployment mllp-server spec.replicas");
  }

  @Test
  void theMllpServersProductionWithStorageCannotBe() {
    assertThat(findings("mllp-prod-persistent.yaml"))
        .containsExactlyInAnyOrder(
            "error autoscaled-replicas Deployment mllp-server spec.replicas",
            "error exclusive-volume Deployment mllp-server"
                + " spec.template.spec.volumes[0].persistentVolumeClaim.claimName",
            "warning writable-root Deployment mllp-server"
                + " spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem");
  }

  @Test
  void hyperbytedbClustersHaveLatestTagsAndOneIsScrapedTwiceAndOneScaledTwice() {
    assertThat(findings("hyperbytedb-clusters.yaml"))
        .containsExactlyInAnyOrder(
            "error image-tag HyperbytedbCluster hyperbytedb-single spec.image",
            "error image-tag HyperbytedbCluster hyperbytedb-cluster spec.image",
            "warning scraped-twice HyperbytedbCluster hyperbytedb-cluster"
                + " spec.podAnnotations[\"prometheus.io/scrape\"]",
            "error image-tag HyperbytedbCluster hyperbytedb-ha spec.image",
            "warning hyperbytedb-replicas HyperbytedbCluster hyperbytedb-ha spec.replicas",
            "error dangling-reference HyperbytedbCluster hyperbytedb-ha"
                + " spec.auth.credentialsSecretName",
            "error dangling-reference HyperbytedbCluster hyperbytedb-ha"
                + " spec.storage.s3.credentialsSecretName",
            "error image-tag HyperbytedbCluster hyperbytedb-tls spec.image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hyperterse.yaml", "mllp-base.yaml", "hyperbytedb-clusters.yaml"})
  void errorsMakeTheRunFail(String file) {
    assertThat(check(file).code()).isEqualTo(1);
  }

  private static Command.Outcome check(String file) {
    return Shipped.run(FILES, Map.of(), "check", "--format", "json", file);
  }

  /** Severity, rule, kind, name and path of each. */
  @SuppressWarnings("unchecked")
  private static List<String> findings(String file) {
    Map<String, Object> report =
        (Map<String, Object>)
            new Load(LoadSettings.builder().build()).loadFromString(check(file).out());
    List<String> findings = new ArrayList<>();
    for (Map<String, Object> finding : (List<Map<String, Object>>) report.get("findings")) {
      Map<String, Object> object = (Map<String, Object>) finding.get("object");
      findings.add(
          "%s %s %s %s %s"
              .formatted(
                  finding.get("severity"),
                  finding.get("rule"),
                  object.get("kind"),
                  object.get("name"),
                  finding.get("path")));
    }
    return findings;
  }
}
