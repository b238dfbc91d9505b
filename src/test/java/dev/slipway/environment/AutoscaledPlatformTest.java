package dev.slipway.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The platform of Hyperscience has a fixed number of pods in a file, or an autoscaler. */
class AutoscaledPlatformTest {
  @Test
  void anAutoscalerOfTheFileIsRenderedAndOwnsTheReplicas() throws IOException {
    Environment environment = read("replicas: {min: 2, max: 4, cpu: 70}");

    Mapping autoscaler = object(environment, "HorizontalPodAutoscaler").body().mapping("spec");
    assertThat(autoscaler.integer("minReplicas")).isEqualTo(2);
    assertThat(autoscaler.integer("maxReplicas")).isEqualTo(4);
    assertThat(platform(environment).has("replicas")).isFalse();
  }

  @Test
  void aFixedNumberIsRenderedAsItIs() throws IOException {
    assertThat(platform(read("replicas: 3")).integer("replicas")).isEqualTo(3);
  }

  private static Mapping platform(Environment environment) {
    return environment.plan().all().asList().stream()
        .filter(object -> object.ref().kind().equals("Deployment"))
        .filter(object -> object.ref().name().equals("hyperscience-platform"))
        .findFirst()
        .orElseThrow()
        .body()
        .mapping("spec");
  }

  private static Manifest object(Environment environment, String kind) {
    return environment.plan().all().asList().stream()
        .filter(object -> object.ref().kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static Environment read(String replicas) throws IOException {
    String image = "      image: forms:40.1.2\n";
    String file = Files.readString(Path.of("environments/hyperscience-aws.yaml"));
    assertThat(file).contains(image);
    String changed = file.replace(image, image + "      " + replicas + "\n");
    return new Environments(Catalog.systems())
        .read("env.yaml", KnownFiles.with("env.yaml", changed).inputs())
        .orElseThrow();
  }
}
