package dev.slipway.pulumi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.resources.ComponentResourceOptions;
import dev.slipway.app.Namespace;
import dev.slipway.environment.Environment;
import dev.slipway.manifest.Manifest;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.pulumi.EnvironmentComponent;
import dev.slipway.pulumi.EnvironmentComponent.EnvironmentArgs;
import dev.slipway.pulumi.ResourceOptionsChange;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.controlplane.EnvironmentCluster;
import dev.slipway.testing.controlplane.LiveObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Environments that Slipway comes with, from the first preview to nothing left of them. */
class ShippedEnvironmentsPulumiIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "hyperscience-aws",
        "hypercache",
        "mllp-server-prod",
        "hyperterse",
        "hyperbytedb-ha"
      })
  void anEnvironmentLivesFromPreviewToDestroy(String name) {
    Environment environment = EnvironmentFiles.read(name);
    int objects = environment.plan().all().size();
    try (EnvironmentCluster cluster = EnvironmentCluster.start(environment);
        Engine engine = Engine.in(folder, cluster.kubectl())) {
      prepare(cluster, environment);

      Map<String, Integer> previewed =
          engine.preview(program(environment, Map.of())).orFail().changes();
      assertThat(engine.provider().created()).as("a preview creates nothing").isEmpty();

      Engine.Run first = engine.up(program(environment, Map.of())).orFail();
      assertThat(first.changes()).as("what the preview told").isEqualTo(previewed);
      assertThat(engine.provider().created()).hasSize(objects);
      assertThat(cluster.versions()).as("everything is there").hasSize(objects);
      cluster.pods().awaitScheduled(pods(environment), LIMIT);

      Engine.Run second = engine.up(program(environment, Map.of())).orFail();
      assertThat(second.changes()).as("nothing changed").containsOnlyKeys("same");
      assertThat(engine.provider().updated()).isEmpty();

      Map<String, String> before = workloads(cluster, environment);
      Engine.Run changed = engine.up(program(environment, otherImages(environment))).orFail();
      // An operator's resource names its image itself, and has no workload here.
      assertThat(changed.changes())
          .containsOnlyKeys(before.isEmpty() ? Set.of("same") : Set.of("same", "update"));
      assertThat(workloads(cluster, environment)).as("updated in place").isEqualTo(before);

      engine.destroy().orFail();
      assertThat(engine.resources()).as("state").isEmpty();
      assertThat(
              cluster
                  .kubectl()
                  .send(cluster.yaml(), "get", "--ignore-not-found", "-o", "name", "-f", "-")
                  .orFail()
                  .out())
          .as("cluster")
          .isEmpty();
    }
  }

  private static Consumer<Context> program(Environment environment, Map<String, String> images) {
    return context ->
        new EnvironmentComponent(
            environment.name(),
            environment,
            new EnvironmentArgs(Optional.empty(), images, ResourceOptionsChange.NONE),
            ComponentResourceOptions.Empty);
  }

  /** Namespaces that the environment takes to be there. */
  private static void prepare(EnvironmentCluster cluster, Environment environment) {
    for (Namespace namespace : environment.namespaces()) {
      if (cluster.kubectl().find("namespace", namespace.name()).isEmpty()
          && environment.plan().all().ofKind("Namespace").stream()
              .noneMatch(manifest -> manifest.ref().name().equals(namespace.name()))) {
        cluster.kubectl().run("create", "namespace", namespace.name()).orFail();
      }
    }
  }

  private static int pods(Environment environment) {
    int pods = 0;
    for (Manifest manifest : environment.plan().all()) {
      if (PodTemplate.of(manifest).isPresent()) {
        Long replicas = manifest.spec().integer("replicas");
        pods += replicas == null ? 1 : replicas.intValue();
      }
    }
    return pods;
  }

  /** Another tag for each image. */
  private static Map<String, String> otherImages(Environment environment) {
    Map<String, String> images = new LinkedHashMap<>();
    for (Manifest manifest : environment.plan().all()) {
      PodTemplate.of(manifest)
          .ifPresent(
              pod ->
                  pod.spec()
                      .seq("containers")
                      .forEach(
                          container -> {
                            String image =
                                ((dev.slipway.manifest.Mapping) container).string("image");
                            String repository = String.valueOf(image).replaceAll(":[^/:]*$", "");
                            images.put(repository, repository + ":99.0.0");
                          }));
    }
    return images;
  }

  /** Each workload's identity, which a replaced one does not keep. */
  private static Map<String, String> workloads(
      EnvironmentCluster cluster, Environment environment) {
    Map<String, String> uids = new TreeMap<>();
    for (Manifest manifest : environment.plan().all()) {
      if (PodTemplate.of(manifest).isPresent()) {
        LiveObject live =
            cluster
                .kubectl()
                .in(manifest.ref().namespace())
                .get(manifest.ref().kind(), manifest.ref().name());
        uids.put(manifest.ref().toString(), live.text("metadata", "uid").orElseThrow());
      }
    }
    return uids;
  }
}
