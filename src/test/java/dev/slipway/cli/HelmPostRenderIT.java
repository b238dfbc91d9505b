package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.Namespace;
import dev.slipway.catalog.hypercache.HyperCache;
import dev.slipway.cli.Command.Outcome;
import dev.slipway.environment.Environment;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.render.Planner;
import dev.slipway.target.Defaults;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.controlplane.ControlPlane;
import dev.slipway.testing.controlplane.DeclaredNode;
import dev.slipway.testing.controlplane.LiveObject;
import dev.slipway.testing.controlplane.Running;
import dev.slipway.testing.controlplane.Tools;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.cli.CommandLine;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The command as the real Helm's post-renderer, and the real scheduler's word on what comes of it.
 */
class HelmPostRenderIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Path CHARTS = Path.of("src/test/resources/charts").toAbsolutePath();

  @RegisterExtension
  static final Running<ControlPlane> CLUSTER =
      Running.forClass(
          () ->
              ControlPlane.start(
                  declared().cluster().nodes().stream().map(DeclaredNode::of).toList()));

  @TempDir Path folder;
  private Path slipway = Path.of("slipway");
  private String namespace = "";

  private static Environment declared() {
    try {
      return EnvironmentFiles.parse(Files.readString(CHARTS.resolve("shop.env.yaml")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void prepare() throws IOException, URISyntaxException {
    namespace = CLUSTER.get().newNamespace("vendor");
    List<String> classes = new ArrayList<>();
    for (Class<?> one :
        List.of(Main.class, CommandLine.class, LoadSettings.class, NullMarked.class)) {
      classes.add(Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()) + "");
    }
    slipway = folder.resolve("slipway");
    Files.writeString(
        slipway,
        "#!/bin/sh\nexec '%s/bin/java' -cp '%s' %s \"$@\"\n"
            .formatted(
                System.getProperty("java.home"), String.join(":", classes), Main.class.getName()));
    Files.setPosixFilePermissions(slipway, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Outcome helm(String... args) {
    List<String> command = new ArrayList<>(List.of(Tools.binary("helm").toString()));
    command.addAll(Arrays.asList(args));
    return Processes.run(
        folder,
        Map.of(
            "KUBECONFIG",
            CLUSTER.get().kubeconfig().toString(),
            "HELM_CACHE_HOME",
            folder.resolve("cache").toString(),
            "HELM_CONFIG_HOME",
            folder.resolve("config").toString(),
            "HELM_DATA_HOME",
            folder.resolve("data").toString()),
        command);
  }

  /** What Helm does with the command as its post-renderer. */
  private Outcome passed(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(List.of("--namespace", namespace, "--post-renderer", slipway.toString()));
    for (String argument :
        List.of("post-render", "-f", CHARTS.resolve("shop.env.yaml").toString())) {
      all.addAll(List.of("--post-renderer-args", argument));
    }
    return helm(all.toArray(new String[0]));
  }

  /** The documents of a stream, by the template that each is from. */
  private static Map<String, String> bySource(String stream) {
    Map<String, String> documents = new TreeMap<>();
    for (String document : stream.split("(?m)^---\n")) {
      if (!document.isBlank()) {
        documents.put(document.lines().findFirst().orElseThrow(), document);
      }
    }
    return documents;
  }

  private Map<String, String> poolByPod(int pods) {
    Map<String, String> pools = new TreeMap<>();
    for (LiveObject pod : CLUSTER.get().pods(namespace).awaitScheduled(pods, LIMIT)) {
      String node = pod.text("spec", "nodeName").orElseThrow();
      pools.put(pod.name(), node.substring(0, node.lastIndexOf('-')));
    }
    return pools;
  }

  @Test
  void aChartsWorkloadsLandOnTheirGroups() {
    CLUSTER
        .get()
        .kubectl()
        .in(namespace)
        .run("create", "secret", "generic", "shop-db", "--from-literal=password=x")
        .orFail();

    Outcome installed = passed("install", "shop", CHARTS.resolve("shop").toString());

    assertThat(installed.code()).as(installed.err()).isZero();
    Map<String, String> pools = poolByPod(3);
    assertThat(pools).hasSize(3);
    pools.forEach(
        (pod, pool) ->
            assertThat(pool)
                .as(pod)
                .isEqualTo(pod.startsWith("shop-trainer-") ? "trainer" : "general"));
  }

  @Test
  void whatNoRuleNamesLeavesByteForByte() {
    String chart = CHARTS.resolve("shop").toString();
    Outcome before = helm("template", "shop", chart, "--namespace", namespace);
    Outcome after = passed("template", "shop", chart);

    assertThat(after.code()).as(after.err()).isZero();
    Map<String, String> came = bySource(before.out());
    Map<String, String> left = bySource(after.out());
    assertThat(left.keySet()).isEqualTo(came.keySet());
    assertThat(came).hasSize(6);
    came.forEach(
        (source, document) -> {
          if (source.endsWith("web.yaml") || source.endsWith("trainer.yaml")) {
            assertThat(left.get(source)).startsWith(source + "\n").contains("nodeSelector:");
          } else {
            assertThat(left.get(source)).isEqualTo(document);
          }
        });
  }

  /** What is a chart's: Helm makes the namespace itself. */
  private String rendered() {
    Environment environment = declared();
    return YamlWriter.write(
        Planner.on(environment.cluster())
            .application(
                HyperCache.builder("hyc")
                    .namespace(namespace)
                    .defaults(Defaults.AS_GIVEN)
                    .build()
                    .application())
            .namespace(new Namespace(namespace, false, Map.of(), Map.of(), Map.of(), List.of()))
            .plan()
            .all());
  }

  @Test
  void aChartThatAnotherToolWroteLandsOnItsGroup() throws IOException {
    Path chart = Files.createDirectories(folder.resolve("hypercache"));
    Files.writeString(
        chart.resolve("Chart.yaml"), "apiVersion: v2\nname: hypercache\nversion: 0.5.0\n");
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("templates/all.yaml"), rendered());

    Outcome before = helm("template", "hyc", chart.toString(), "--namespace", namespace);
    Outcome after = passed("template", "hyc", chart.toString());
    Outcome installed = passed("install", "hyc", chart.toString());

    assertThat(installed.code()).as(installed.err()).isZero();
    assertThat(poolByPod(5).values()).hasSize(5).containsOnly("caches");
    List<String> came = List.of(before.out().split("(?m)^---\n"));
    List<String> left = List.of(after.out().split("(?m)^---\n"));
    assertThat(left).hasSameSizeAs(came);
    for (int i = 0; i < came.size(); i++) {
      if (!came.get(i).contains("kind: StatefulSet")) {
        assertThat(left.get(i)).isEqualTo(came.get(i));
      }
    }
  }

  @Test
  void aFindingMakesHelmFailWithItsMessageAndInstallNothing() {
    Outcome outcome =
        passed("install", "shop", CHARTS.resolve("shop").toString(), "--set", "tag=latest");

    assertThat(outcome.code()).isNotZero();
    assertThat(outcome.err())
        .contains(
            "error image-tag: Image 'registry.example.com/shop/web:latest' is whatever is latest"
                + " when a node pulls it.",
            "Name the version that you have tried, or the digest of it.",
            "Nothing was passed on.");
    assertThat(CLUSTER.get().kubectl().in(namespace).list("deployments")).isEmpty();
    assertThat(helm("list", "--all", "--short", "--namespace", namespace).out()).isBlank();
  }
}
