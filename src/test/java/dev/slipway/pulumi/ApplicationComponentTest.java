package dev.slipway.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.slipway.manifest.Text;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import pulumirpc.Resource.RegisterResourceRequest;

class ApplicationComponentTest {
  private static final Text ENDPOINT = Text.of("db.internal:5432");
  private static final Text PASSWORD = Text.secret("s3cr3t");

  private static final String STACK = "urn:pulumi:stack::project::pulumi:pulumi:Stack$";

  @Test
  void objectsAreChildrenOfTheirApplication() {
    RecordedRun run = RecordedRun.of(shop(ENDPOINT, PASSWORD)).orFail();

    assertThat(run.request("Deployment", "shop/shop/shop-web").getParent())
        .isEqualTo(STACK + "slipway:index:Application::shop");
    assertThat(run.request("Namespace", "shop/shop").getParent())
        .isEqualTo(STACK + "slipway:index:Application::shop");
  }

  @Test
  void onlyWhatTheClusterNeedsFirstIsWaitedFor() {
    RecordedRun run = RecordedRun.of(shop(ENDPOINT, PASSWORD)).orFail();

    assertThat(dependencies(run, "Deployment", "shop/shop/shop-web"))
        .containsExactlyInAnyOrder("shop/shop", "shop/shop/shop-web", "shop/shop/shop-db");
    assertThat(dependencies(run, "Secret", "shop/shop/shop-db")).containsExactly("shop/shop");
    assertThat(dependencies(run, "Namespace", "shop/shop")).isEmpty();
  }

  @Test
  void whatASecretHoldsIsMaskedAndNothingElseIs() {
    RecordedRun run = RecordedRun.of(shop(ENDPOINT, PASSWORD)).orFail();

    assertThat(run.input("Secret", "shop/shop/shop-db", "data"))
        .startsWith("secret(")
        .contains("czNjcjN0");
    assertThat(run.request("Secret", "shop/shop/shop-db").getAdditionalSecretOutputsList())
        .containsExactly("data", "stringData");
    assertThat(run.input("Secret", "shop/shop/shop-db", "metadata")).doesNotContain("secret(");
    assertThat(run.input("Deployment", "shop/shop/shop-web", "spec"))
        .doesNotContain("secret(")
        .doesNotContain("s3cr3t");
  }

  @Test
  void whatASecretHoldsIsMaskedWhereItsTextsAreNot() {
    RecordedRun run = RecordedRun.of(shop(ENDPOINT, Text.of("public"))).orFail();

    assertThat(run.input("Secret", "shop/shop/shop-db", "data")).startsWith("secret(");
  }

  @Test
  void outputsArePutWhereTheyBelongOnceTheyAreKnown() {
    Output<String> endpoint = later("db.internal:5432");
    Output<String> password = later("s3cr3t").asSecret();
    RecordedRun run =
        RecordedRun.of(shop(Texts.of("endpoint", endpoint), Texts.secret("password", password)))
            .orFail();
    RecordedRun known = RecordedRun.of(shop(ENDPOINT, PASSWORD)).orFail();

    assertThat(run.input("Deployment", "shop/shop/shop-web", "spec"))
        .as("joined in a variable, and the checksum of the Secret on the pods")
        .contains("postgres://db.internal:5432/shop")
        .isEqualTo(known.input("Deployment", "shop/shop/shop-web", "spec"));
    assertThat(run.input("Secret", "shop/shop/shop-db", "data"))
        .startsWith("secret(")
        .contains("czNjcjN0");
  }

  @Test
  void aChangedSecretOutputChangesThePods() {
    RecordedRun before = RecordedRun.of(shop(ENDPOINT, later("one"))).orFail();
    RecordedRun after = RecordedRun.of(shop(ENDPOINT, later("two"))).orFail();

    assertThat(before.input("Deployment", "shop/shop/shop-web", "spec"))
        .isNotEqualTo(after.input("Deployment", "shop/shop/shop-web", "spec"));
  }

  @Test
  void aPreviewShowsWhatIsKnownAndRegistersEverything() {
    Output<String> unknown = unknown();
    RecordedRun run = RecordedRun.preview(shop(Texts.of("endpoint", unknown), PASSWORD)).orFail();

    assertThat(run.objects()).contains("shop/shop", "shop/shop/shop-db", "shop/shop/shop-web");
    assertThat(run.input("Deployment", "shop/shop/shop-web", "spec"))
        .contains("image: registry.example.com/shop:1.4.2")
        .doesNotContain("postgres://");
  }

  @Test
  void optionsOfTheComponentAndOfItsObjectsPassThrough() {
    RecordedRun run =
        RecordedRun.of(
                context -> {
                  Provider provider = new Provider("elsewhere");
                  ConfigMap theirs = new ConfigMap("theirs");
                  new ApplicationComponent(
                      "shop",
                      Shop.with(ENDPOINT, PASSWORD),
                      new ClusterComponent("prod", Shop.CLUSTER),
                      ApplicationArgs.builder()
                          .options(
                              (object, options) -> {
                                if (object.kind().equals("Deployment")) {
                                  options.ignoreChanges("spec.replicas").dependsOn(theirs);
                                }
                              })
                          .build(),
                      ComponentResourceOptions.builder()
                          .providers(List.of(provider))
                          .protect(true)
                          .build());
                })
            .orFail();

    RegisterResourceRequest deployment = run.request("Deployment", "shop/shop/shop-web");
    assertThat(deployment.getIgnoreChangesList()).containsExactly("spec.replicas");
    assertThat(deployment.getDependenciesList())
        .as("ours and theirs")
        .anyMatch(urn -> urn.endsWith("::theirs"))
        .anyMatch(urn -> urn.endsWith("::shop/shop/shop-db"));
    // The engine hands it down to what has none of its own.
    assertThat(run.request("Application", "shop").getProtect()).isTrue();
    assertThat(deployment.getProvider()).contains("pulumi:providers:kubernetes::elsewhere");
    assertThat(run.request("Secret", "shop/shop/shop-db").getIgnoreChangesList()).isEmpty();
  }

  @Test
  void aliasesAndLeavingBehindAreSaidOfSingleObjects() {
    RecordedRun run =
        RecordedRun.of(
                context ->
                    new ApplicationComponent(
                        "store",
                        Shop.with(ENDPOINT, PASSWORD),
                        new ClusterComponent("prod", Shop.CLUSTER),
                        ApplicationArgs.builder()
                            .options(
                                (object, options) ->
                                    options
                                        .aliases(
                                            Alias.builder().name("shop/" + object.name()).build())
                                        .retainOnDelete(object.kind().equals("Secret")))
                            .build(),
                        ComponentResourceOptions.Empty))
            .orFail();

    assertThat(run.request("Namespace", "store/shop").getAliasesList())
        .extracting(alias -> alias.getSpec().getName())
        .containsExactly("shop/shop");
    assertThat(run.request("Secret", "store/shop/shop-db").getRetainOnDelete()).isTrue();
    assertThat(run.request("Deployment", "store/shop/shop-web").getRetainOnDelete()).isFalse();
  }

  @Test
  void aTransformationOfTheComponentSeesItsObjects() {
    List<String> seen = new CopyOnWriteArrayList<>();
    RecordedRun.of(
            context ->
                new ApplicationComponent(
                    "shop",
                    Shop.with(ENDPOINT, PASSWORD),
                    new ClusterComponent("prod", Shop.CLUSTER),
                    ApplicationArgs.NONE,
                    ComponentResourceOptions.builder()
                        .resourceTransformations(
                            args -> {
                              seen.add(args.resource().pulumiResourceName());
                              return Optional.empty();
                            })
                        .build()))
        .orFail();

    assertThat(seen).contains("shop", "shop/shop", "shop/shop/shop-web", "shop/shop/shop-db");
  }

  @Test
  void anObjectIsCalledTheSameWhateverElseThereIs() {
    RecordedRun alone = RecordedRun.of(shop(ENDPOINT, PASSWORD)).orFail();
    RecordedRun beside =
        RecordedRun.of(
                context -> {
                  ClusterComponent cluster = new ClusterComponent("prod", Shop.CLUSTER);
                  new ApplicationComponent(
                      "second",
                      Shop.named(
                          "second", Text.of("registry.example.com/b:1.0"), ENDPOINT, PASSWORD),
                      cluster);
                  new ApplicationComponent("shop", Shop.with(ENDPOINT, PASSWORD), cluster);
                })
            .orFail();

    assertThat(beside.objects()).containsAll(alone.objects());
  }

  @Test
  void theirTypedResourcesCanDependOnOurs() {
    RecordedRun run =
        RecordedRun.of(
                context -> {
                  ApplicationComponent shop =
                      new ApplicationComponent(
                          "shop",
                          Shop.with(ENDPOINT, PASSWORD),
                          new ClusterComponent("prod", Shop.CLUSTER));
                  new ConfigMap(
                      "theirs",
                      null,
                      CustomResourceOptions.builder()
                          .dependsOn(shop.resource("Deployment", "shop-web"))
                          .build());
                })
            .orFail();

    assertThat(run.request("ConfigMap", "theirs").getDependenciesList())
        .containsExactly(
            STACK + "slipway:index:Application$kubernetes:apps/v1:Deployment::shop/shop/shop-web");
  }

  static Consumer<Context> shop(Text endpoint, Text password) {
    return context ->
        new ApplicationComponent(
            "shop", Shop.with(endpoint, password), new ClusterComponent("prod", Shop.CLUSTER));
  }

  private static Consumer<Context> shop(Text endpoint, Output<String> password) {
    return shop(endpoint, Texts.secret("password", password));
  }

  static Output<String> later(String value) {
    return Output.of(
        CompletableFuture.supplyAsync(
            () -> value, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS)));
  }

  /** What a resource that is not there yet will tell. */
  static Output<String> unknown() {
    return new com.pulumi.core.internal.OutputInternal<>(
        com.pulumi.core.internal.OutputData.<String>unknown());
  }

  private static List<String> dependencies(RecordedRun run, String kind, String name) {
    return run.request(kind, name).getDependenciesList().stream()
        .map(urn -> urn.substring(urn.lastIndexOf("::") + 2))
        .toList();
  }
}
