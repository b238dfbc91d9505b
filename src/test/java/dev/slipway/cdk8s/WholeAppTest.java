package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.check.Requirements;
import dev.slipway.cluster.Cluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.ApiObjectProps;
import org.cdk8s.App;
import org.cdk8s.AppProps;
import org.cdk8s.Chart;
import org.cdk8s.JsonPatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes an app fail that has a cluster in it. */
class WholeAppTest {
  @TempDir Path out;

  private App app;
  private Chart theirs;

  @BeforeEach
  void anAppOfSomebodyElse() {
    app = new App(AppProps.builder().outdir(out.resolve("dist").toString()).build());
    theirs = new Chart(app, "theirs");
  }

  @Test
  void aServiceThatSelectsNothingFailsTheAppBeforeItWrites() {
    withCluster(ClusterProps.NONE);
    object(
        theirs,
        "front",
        "v1",
        "Service",
        "/spec",
        Map.of("selector", Map.of("app", "nothing"), "ports", List.of(Map.of("port", 80))));

    assertThatThrownBy(app::synth)
        .hasMessageContaining("[ours/prod] theirs/front: dangling-service: ");
    assertThat(out.resolve("dist")).isEmptyDirectory();
  }

  @Test
  void anAppWithoutFindingsIsWritten() {
    withCluster(ClusterProps.NONE);
    object(theirs, "settings", "v1", "ConfigMap", "/data", Map.of("a", "b"));

    assertThatCode(app::synth).doesNotThrowAnyException();
    assertThat(out.resolve("dist/theirs.k8s.yaml")).exists();
  }

  @Test
  void twoObjectsThatAreOneFailTheAppWithBothPaths() {
    withCluster(ClusterProps.NONE);
    object(theirs, "settings", "v1", "ConfigMap", "/data", Map.of("a", "b"));
    Chart other = new Chart(app, "other");
    new ApiObject(
        other,
        "again",
        ApiObjectProps.builder()
            .apiVersion("v1")
            .kind("ConfigMap")
            .metadata(ApiObjectMetadata.builder().name("settings").build())
            .build());

    assertThatThrownBy(app::synth)
        .hasMessageContaining("duplicate-object: ConfigMap settings is declared by each of these")
        .hasMessageContaining("theirs/settings")
        .hasMessageContaining("other/again");
    assertThat(out.resolve("dist")).isEmptyDirectory();
  }

  @Test
  void whatTheClusterDemandsIsDemandedOfTheirObjectsToo() {
    withCluster(
        ClusterProps.builder()
            .requirements(
                new Requirements(List.of("cpu", "memory"), List.of("memory"), List.of("team")))
            .build());
    object(
        theirs,
        "web",
        "v1",
        "Pod",
        "/spec",
        Map.of(
            "containers",
            List.of(Map.of("name", "web", "image", "registry.example.com/shop:1.4.2"))));

    assertThatThrownBy(app::synth)
        .hasMessageContaining(
            "[ours/prod] theirs/web: required-labels: Pod 'web' has no label 'team'")
        .hasMessageContaining(
            "[ours/prod] theirs/web: required-resources: Container 'web' requests no cpu and no"
                + " memory")
        .hasMessageContaining("required-resources: Container 'web' limits no memory");
    assertThat(out.resolve("dist")).isEmptyDirectory();
  }

  @Test
  void withTheScopeOfItsChartTheOthersAreNotJudged() throws Exception {
    withCluster(ClusterProps.builder().scope(CheckScope.CHART).build());
    object(
        theirs,
        "front",
        "v1",
        "Service",
        "/spec",
        Map.of("selector", Map.of("app", "nothing"), "ports", List.of(Map.of("port", 80))));

    app.synth();

    assertThat(Files.readString(out.resolve("dist/theirs.k8s.yaml"))).contains("kind: Service");
  }

  @Test
  void aWaiverLetsAFindingPass() {
    withCluster(
        ClusterProps.builder()
            .waive("dangling-service", "Service", "front", "Its pods come with the next release.")
            .build());
    object(
        theirs,
        "front",
        "v1",
        "Service",
        "/spec",
        Map.of("selector", Map.of("app", "nothing"), "ports", List.of(Map.of("port", 80))));

    assertThatCode(app::synth).doesNotThrowAnyException();
  }

  private void withCluster(ClusterProps props) {
    new ClusterConstruct(
        new Chart(app, "ours"), "prod", Cluster.builder("prod").kubernetes("1.34").build(), props);
  }

  private static void object(
      Chart chart, String name, String apiVersion, String kind, String path, Object value) {
    new ApiObject(
            chart,
            name,
            ApiObjectProps.builder()
                .apiVersion(apiVersion)
                .kind(kind)
                .metadata(ApiObjectMetadata.builder().name(name).build())
                .build())
        .addJsonPatch(JsonPatch.add(path, value));
  }
}
