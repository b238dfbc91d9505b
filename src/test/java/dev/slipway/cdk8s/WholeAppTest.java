package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.app.Application;
import dev.slipway.app.Workload;
import dev.slipway.check.Requirements;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.definition.Places;
import dev.slipway.environment.Environment;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.placement.PlacementOptions;
import dev.slipway.pod.Container;
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
import software.constructs.Construct;

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
  void whatABaselineHasFailsNothingAndWhatComesToItDoes() throws Exception {
    Path baseline = out.resolve("baseline.yaml");
    Files.writeString(
        baseline,
        """
        findings:
        - object: Service front
          rule: dangling-service
          field: spec.selector
        """);
    withCluster(ClusterProps.builder().baseline(baseline.toString()).build());
    service("front");
    assertThatCode(app::synth).doesNotThrowAnyException();

    service("back");

    assertThatThrownBy(app::synth)
        .hasMessageContaining("theirs/back: dangling-service: ")
        .hasMessageNotContaining("theirs/front");
  }

  @Test
  void aBaselineThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> ClusterProps.builder().baseline("gone.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("The baseline 'gone.yaml' cannot be read.");
  }

  private void service(String name) {
    object(
        theirs,
        name,
        "v1",
        "Service",
        "/spec",
        Map.of("selector", Map.of("app", "nothing"), "ports", List.of(Map.of("port", 80))));
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

  @Test
  void anAnnotationOfTheObjectLetsAFindingPass() {
    withCluster(ClusterProps.NONE);
    idleService(theirs)
        .addJsonPatch(
            JsonPatch.add(
                "/metadata/annotations",
                Map.of(
                    "slipway.dev/waive.dangling-service", "Its pods come with the next release.")));

    assertThatCode(app::synth).doesNotThrowAnyException();
  }

  @Test
  void aConstructsWaiverCoversWhatStandsBelowItAndNothingElse() {
    withCluster(ClusterProps.NONE);
    Construct legacy = new Construct(theirs, "legacy");
    idleService(legacy);
    Waivers.of(legacy).waive("dangling-service", "Its pods are started by hand.");
    idlePolicy(legacy);
    Chart other = new Chart(app, "other");
    object(other, "spare", "v1", "Service", "/spec", SELECTS_NOTHING);

    assertThatThrownBy(app::synth)
        .hasMessageContaining("theirs/legacy/idle: dangling-network-policy: ")
        .hasMessageContaining("other/spare: dangling-service: ")
        .message()
        .doesNotContain("theirs/legacy/front");
  }

  @Test
  void aWaiverSaysWhyAndNamesARule() {
    Waivers waivers = Waivers.of(theirs);

    assertThatThrownBy(() -> waivers.waive("image-tga", "It is being replaced."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no rule 'image-tga'. Did you mean 'image-tag'?");
    assertThatThrownBy(() -> waivers.waive("image-tag", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The waiver of 'image-tag' at 'theirs' has no reason. Say why it is accepted.");
  }

  @Test
  void whatIsBrokenAfterASynthFailsTheNext() {
    withCluster(ClusterProps.NONE);
    ApiObject front = idleService(theirs);
    front.addJsonPatch(JsonPatch.remove("/spec/selector"));
    app.synth();

    front.addJsonPatch(JsonPatch.add("/spec/selector", Map.of("app", "nothing")));

    assertThatThrownBy(app::synth).hasMessageContaining("theirs/front: dangling-service: ");
  }

  @Test
  void whatIsMendedAfterASynthPassesTheNext() {
    withCluster(ClusterProps.NONE);
    ApiObject front = idleService(theirs);
    assertThatThrownBy(app::synth).hasMessageContaining("theirs/front: dangling-service: ");

    front.addJsonPatch(JsonPatch.remove("/spec/selector"));

    assertThatCode(app::synth).doesNotThrowAnyException();
  }

  @Test
  void withTheScopeOfItsOwnApplicationsOthersObjectsAreNotJudged() {
    ClusterConstruct prod = withCluster(ClusterProps.builder().scope(CheckScope.OWN).build());
    idleService(theirs);
    new ApplicationConstruct(
        theirs,
        "shop",
        prod,
        Application.builder("shop")
            .workload(
                Workload.deployment("web")
                    .container(Container.builder("web", "registry.example.com/web:latest").build())
                    .build())
            .build());

    assertThatThrownBy(app::synth)
        .hasMessageContaining("theirs/shop/Deployment-shop-web: image-tag: ")
        .message()
        .doesNotContain("dangling-service");
  }

  @Test
  void aChartThatAnotherClusterStandsInIsThatClustersToJudge() {
    withCluster(ClusterProps.NONE);
    new ClusterConstruct(
        theirs,
        "staging",
        Cluster.builder("staging").kubernetes("1.34").build(),
        ClusterProps.builder().scope(CheckScope.NONE).build());
    idleService(theirs);

    assertThatCode(app::synth).doesNotThrowAnyException();
  }

  @Test
  void theScenariosOfAnEnvironmentAreThoseThatMustHold() {
    new EnvironmentChart(app, oneNode("strict", PlacementOptions.DEFAULT));
    assertThatThrownBy(app::synth)
        .hasMessageContaining(
            "[strict/cluster] strict/Deployment-shop-shop-web: placement-node-drained: ");

    App relaxed = new App(AppProps.builder().outdir(out.resolve("relaxed").toString()).build());
    new EnvironmentChart(
        relaxed, oneNode("relaxed", PlacementOptions.mustHold(List.of("as-declared"))));
    assertThatCode(relaxed::synth).doesNotThrowAnyException();
  }

  /** Whose pod has nowhere to go when the node is drained. */
  private static Environment oneNode(String name, PlacementOptions scenarios) {
    Cluster cluster =
        Cluster.builder(name)
            .kubernetes("1.34")
            .nodeGroup(
                NodeGroup.builder("only")
                    .machine(MachineType.of("4", "16Gi", 110))
                    .nodes(1)
                    .build())
            .build();
    Application shop =
        Application.builder("shop")
            .workload(
                Workload.deployment("web")
                    .container(Container.builder("web", "registry.example.com/web:1.0").build())
                    .build())
            .build();
    return new Environment(
        name,
        cluster,
        List.of(),
        List.of(),
        List.of(shop),
        List.of(),
        List.of(),
        List.of(),
        Requirements.NONE,
        scenarios,
        List.of(),
        Places.NONE);
  }

  private static final Map<String, Object> SELECTS_NOTHING =
      Map.of("selector", Map.of("app", "nothing"), "ports", List.of(Map.of("port", 80)));

  private static ApiObject idleService(Construct scope) {
    return object(scope, "front", "v1", "Service", "/spec", SELECTS_NOTHING);
  }

  private static ApiObject idlePolicy(Construct scope) {
    return object(
        scope,
        "idle",
        "networking.k8s.io/v1",
        "NetworkPolicy",
        "/spec",
        Map.of("podSelector", Map.of("matchLabels", Map.of("app", "wbe"))));
  }

  private ClusterConstruct withCluster(ClusterProps props) {
    return new ClusterConstruct(
        new Chart(app, "ours"), "prod", Cluster.builder("prod").kubernetes("1.34").build(), props);
  }

  private static ApiObject object(
      Construct scope, String name, String apiVersion, String kind, String path, Object value) {
    ApiObject object =
        new ApiObject(
            scope,
            name,
            ApiObjectProps.builder()
                .apiVersion(apiVersion)
                .kind(kind)
                .metadata(ApiObjectMetadata.builder().name(name).build())
                .build());
    object.addJsonPatch(JsonPatch.add(path, value));
    return object;
  }
}
