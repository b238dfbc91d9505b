package dev.slipway.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import dev.slipway.manifest.Manifest;
import dev.slipway.skeleton.Skeleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulumiSkeletonTest {
  @AfterEach
  void forgetTheMockedEngine() {
    PulumiTest.cleanup();
  }

  @Test
  void everyManifestIsRegisteredAsTheResourceItIs() {
    Recorder engine = new Recorder();

    PulumiTest.withMocks(engine)
        .runTest(
            context -> {
              Output<String> endpoint =
                  Output.of(CompletableFuture.supplyAsync(() -> "db.internal:5432"));
              Output<String> password = Output.ofSecret("s3cr3t");
              for (Manifest manifest :
                  Skeleton.render(
                      Texts.of("endpoint", endpoint), Texts.secret("password", password))) {
                new ManifestResource(
                    manifest.ref().kind() + "-" + manifest.ref().name(),
                    manifest,
                    CustomResourceOptions.Empty);
              }
            })
        .throwOnError();

    Map<String, Object> deployment = engine.inputs("kubernetes:apps/v1:Deployment");
    Map<String, Object> secret = engine.inputs("kubernetes:core/v1:Secret");
    assertThat(at(deployment, "metadata", "name")).isEqualTo("web");
    assertThat(deployment.toString()).contains("postgres://db.internal:5432/app");
    assertThat(deployment.toString())
        .contains("4e738ca5563c06cfd0018299933d58db1dd8bf97f6973dc99bf6cdc64b5550bd")
        .doesNotContain("s3cr3t");
    assertThat(at(secret, "data", "password")).isEqualTo("czNjcjN0");
  }

  private static Object at(Map<?, ?> map, String first, String second) {
    return ((Map<?, ?>) map.get(first)).get(second);
  }

  private static final class Recorder implements Mocks {
    private final List<ResourceArgs> registered = new CopyOnWriteArrayList<>();

    Map<String, Object> inputs(String type) {
      return registered.stream().filter(r -> r.type.equals(type)).findFirst().orElseThrow().inputs;
    }

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      registered.add(args);
      return CompletableFuture.completedFuture(
          ResourceResult.of(Optional.of(args.name + "_id"), args.inputs));
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
      return CompletableFuture.completedFuture(Map.of());
    }
  }
}
