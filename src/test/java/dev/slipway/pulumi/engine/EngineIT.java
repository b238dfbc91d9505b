package dev.slipway.pulumi.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.slipway.environment.Environment;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.pulumi.ApplicationArgs;
import dev.slipway.pulumi.ApplicationComponent;
import dev.slipway.pulumi.CheckedPrograms;
import dev.slipway.pulumi.ClusterComponent;
import dev.slipway.pulumi.EnvironmentComponent;
import dev.slipway.pulumi.EnvironmentComponent.EnvironmentArgs;
import dev.slipway.pulumi.ResourceOptionsChange;
import dev.slipway.pulumi.Shop;
import dev.slipway.pulumi.Texts;
import dev.slipway.testing.controlplane.ControlPlane;
import dev.slipway.testing.controlplane.DeclaredNode;
import dev.slipway.testing.controlplane.LiveObject;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an update does when it is broken off, goes wrong or is told secrets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineIT {
  private static final String IMAGE = "registry.example.com/shop:1.4.2";
  private static final Text ENDPOINT = Text.of("db.internal:5432");
  private static final Text PASSWORD = Text.secret("not the canary");

  private ControlPlane controlPlane;
  private Engine engine;

  @BeforeAll
  void start() {
    controlPlane = ControlPlane.start(DeclaredNode.named("general-0"));
  }

  @AfterAll
  void stop() {
    controlPlane.close();
  }

  @BeforeEach
  void init(@TempDir Path folder) {
    engine = Engine.in(folder, controlPlane.kubectl());
  }

  @AfterEach
  void destroy() {
    engine.provider().failFor(object -> false);
    engine.provider().afterCreate(() -> {});
    engine.destroy();
    engine.close();
  }

  @Test
  void whatAProviderRefusesHalfWayIsMadeUpForAndNothingIsLost() {
    engine.provider().failFor(object -> object.startsWith("Deployment"));

    Engine.Run broken = engine.up(shop(IMAGE, PASSWORD));

    assertThat(broken.exit()).isNotZero();
    assertThat(broken.errors()).anyMatch(error -> error.contains("Deployment::shop/shop/shop-web"));
    List<String> created = engine.provider().created();
    assertThat(created).isNotEmpty().allSatisfy(object -> assertThat(inState(object)).isTrue());

    engine.provider().failFor(object -> false);
    engine.up(shop(IMAGE, PASSWORD)).orFail();
    assertThat(engine.provider().created())
        .as("nothing is created twice")
        .doesNotHaveDuplicates()
        .contains("Deployment shop/shop-web");
    assertThat(deployment().text("metadata", "uid")).isPresent();
  }

  @Test
  void anInterruptedUpdateIsTakenUpAgain() {
    AtomicInteger count = new AtomicInteger();
    engine
        .provider()
        .afterCreate(
            () -> {
              if (count.incrementAndGet() == 1) {
                engine.interrupt();
                sleep(2000);
              }
            });

    Engine.Run interrupted = engine.up(shop(IMAGE, PASSWORD));

    assertThat(interrupted.exit()).isNotZero();
    assertThat(engine.provider().created()).doesNotContain("Deployment shop/shop-web");

    engine.provider().afterCreate(() -> {});
    engine.up(shop(IMAGE, PASSWORD)).orFail();
    assertThat(engine.provider().created())
        .doesNotHaveDuplicates()
        .contains("Deployment shop/shop-web");
  }

  @Test
  void whatKubectlAppliedIsTakenOverAndGivenBackWithoutBeingCreatedAgain() {
    Environment environment = Environment.of(Shop.CLUSTER, Shop.with(IMAGE, ENDPOINT, PASSWORD));
    int objects = environment.plan().all().size();
    controlPlane.kubectl().apply(YamlWriter.write(environment.plan().all())).orFail();
    String uid = deployment().text("metadata", "uid").orElseThrow();

    ResourceOptionsChange adopt =
        (object, options) ->
            options.importId(
                (object.namespace().isEmpty() ? "" : object.namespace() + "/") + object.name());
    Engine.Run adopted = engine.up(declared(environment, adopt)).orFail();
    Engine.Run next = engine.up(declared(environment, ResourceOptionsChange.NONE)).orFail();

    assertThat(adopted.changes()).containsEntry("import", objects);
    assertThat(next.changes()).containsOnlyKeys("same");
    assertThat(engine.provider().created()).isEmpty();
    assertThat(deployment().text("metadata", "uid")).contains(uid);

    engine.forget();
    controlPlane.kubectl().apply(YamlWriter.write(environment.plan().all())).orFail();
    assertThat(deployment().text("metadata", "uid")).as("back with kubectl").contains(uid);
    controlPlane.kubectl().run("delete", "namespace", "shop").orFail();
  }

  private static Consumer<Context> declared(
      Environment environment, ResourceOptionsChange options) {
    return context ->
        new EnvironmentComponent(
            "env",
            environment,
            new EnvironmentArgs(Optional.empty(), Map.of(), options),
            ComponentResourceOptions.Empty);
  }

  @Test
  void aRotatedSecretOutputRollsThePods() {
    engine.up(shop(IMAGE, output("one"))).orFail();
    String before = revision();

    Engine.Run rotated = engine.up(shop(IMAGE, output("two"))).orFail();

    assertThat(rotated.changes()).containsEntry("update", 2).doesNotContainKey("replace");
    assertThat(revision()).isNotEqualTo(before);
  }

  @Test
  void aSecretIsNowhereInPlainText() {
    String literal = "canary-literal-7f3a91";
    String config = "canary-config-c02b5d";
    String output = "canary-output-91e6aa";
    engine.secretConfig("password", config);
    Consumer<Context> program =
        context -> {
          ClusterComponent cluster = new ClusterComponent("prod", Shop.CLUSTER);
          new ApplicationComponent(
              "shop", Shop.with(IMAGE, ENDPOINT, Text.secret(literal)), cluster);
          new ApplicationComponent(
              "second",
              Shop.named(
                  "second",
                  Text.of(IMAGE),
                  ENDPOINT,
                  Texts.secret("password", context.config().requireSecret("password"))),
              cluster);
          new ApplicationComponent(
              "third", Shop.named("third", Text.of(IMAGE), ENDPOINT, output(output)), cluster);
        };
    engine.preview(program).orFail();
    engine.provider().failFor(object -> object.startsWith("Secret"));
    assertThat(engine.up(program).exit()).as("an error about the Secrets").isNotZero();
    engine.provider().failFor(object -> false);
    engine.up(program).orFail();
    engine.export();

    assertThat(password("shop", "shop-db")).isEqualTo(literal);
    assertThat(password("second", "second-db")).isEqualTo(config);
    assertThat(password("third", "third-db")).isEqualTo(output);
    Map<Path, String> written = engine.written();
    assertThat(written).hasSizeGreaterThan(10);
    for (String canary : List.of(literal, config, output)) {
      String base64 = Base64.getEncoder().encodeToString(canary.getBytes(UTF_8));
      written.forEach(
          (file, content) ->
              assertThat(around(content, canary) + around(content, base64))
                  .as("what %s says around '%s'", file, canary)
                  .isEmpty());
    }
  }

  @Test
  void aComponentThatBreaksARuleIsRefusedByItsUrn() {
    Engine.Run refused = engine.up(shop("registry.example.com/shop:latest", PASSWORD));

    assertThat(refused.exit()).isNotZero();
    assertThat(refused.errors())
        .anyMatch(
            error ->
                error.startsWith("urn:pulumi:test::slipway::slipway:index:Application::shop ")
                    && error.contains("image-tag"));
    assertThat(engine.provider().created()).isEmpty();
    assertThat(engine.preview(shop("registry.example.com/shop:latest", PASSWORD)).exit())
        .isNotZero();
  }

  @Test
  void aResourceOfTheirsThatBreaksARuleFailsThePreview() {
    Consumer<Context> program =
        context ->
            new ConfigMap(
                "theirs",
                ConfigMapArgs.builder()
                    .metadata(ObjectMetaArgs.builder().name("theirs").build())
                    .data(Map.of("DB_PASSWORD", "hunter2hunter2"))
                    .build());
    CheckedPrograms.Checked checked = CheckedPrograms.of(program);

    Engine.Run refused = engine.preview(checked.program(), checked.options());

    assertThat(refused.exit()).isNotZero();
    assertThat(refused.errors())
        .anyMatch(
            error ->
                error.contains("urn:pulumi:test::slipway::kubernetes:core/v1:ConfigMap::theirs")
                    && error.contains("secret-in-config-map"));
  }

  @Test
  void protectionOfAComponentHoldsForItsObjectsAndTheirsStandBesideOurs() {
    engine
        .up(
            context -> {
              ApplicationComponent shop =
                  new ApplicationComponent(
                      "shop",
                      Shop.with(IMAGE, ENDPOINT, PASSWORD),
                      new ClusterComponent("prod", Shop.CLUSTER),
                      ApplicationArgs.NONE,
                      ComponentResourceOptions.builder().protect(true).build());
              new ConfigMap(
                  "theirs",
                  ConfigMapArgs.builder()
                      .metadata(ObjectMetaArgs.builder().name("theirs").namespace("shop").build())
                      .build(),
                  CustomResourceOptions.builder()
                      .dependsOn(shop.resource("Deployment", "shop-web"))
                      .build());
            })
        .orFail();

    List<String> created = engine.provider().created();
    assertThat(created.indexOf("ConfigMap shop/theirs"))
        .isGreaterThan(created.indexOf("Deployment shop/shop-web"));
    assertThat(engine.destroy().exit()).as("what is protected stays").isNotZero();
    assertThat(deployment().text("metadata", "uid")).isPresent();

    engine.up(shop(IMAGE, PASSWORD)).orFail();
  }

  private static Consumer<Context> shop(String image, Text password) {
    return context ->
        new ApplicationComponent(
            "shop",
            Shop.with(image, ENDPOINT, password),
            new ClusterComponent("prod", Shop.CLUSTER));
  }

  private static Text output(String value) {
    return Texts.secret("password", Output.of(value));
  }

  private static String around(String content, String canary) {
    int at = content.indexOf(canary);
    return at < 0
        ? ""
        : content.substring(Math.max(0, at - 300), Math.min(content.length(), at + 100));
  }

  private boolean inState(String object) {
    String name = object.substring(object.indexOf(' ') + 1);
    return engine.resources().keySet().stream()
        .anyMatch(
            urn ->
                urn.contains(":" + object.substring(0, object.indexOf(' ')) + "::")
                    && urn.endsWith(name));
  }

  private LiveObject deployment() {
    return controlPlane.kubectl().in("shop").get("deployment", "shop-web");
  }

  private String revision() {
    return deployment()
        .text("spec", "template", "metadata", "annotations", "slipway.dev/secret-revision")
        .orElseThrow();
  }

  private String password(String namespace, String secret) {
    String data =
        controlPlane
            .kubectl()
            .in(namespace)
            .get("secret", secret)
            .text("data", "password")
            .orElseThrow();
    return new String(Base64.getDecoder().decode(data), UTF_8);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
