package dev.slipway.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServiceSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.slipway.app.Application;
import dev.slipway.app.Workload;
import dev.slipway.check.Waiver;
import dev.slipway.environment.Environment;
import dev.slipway.manifest.Text;
import dev.slipway.pod.Container;
import dev.slipway.testing.EnvironmentFiles;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CheckedProgramTest {
  private static final Text ENDPOINT = Text.of("db.internal:5432");
  private static final Text PASSWORD = Text.secret("s3cr3t");
  private static final String LATEST = "registry.example.com/shop:latest";

  @Test
  void aComponentThatBreaksARuleRegistersNoneOfItsObjects() {
    RecordedRun run = RecordedRun.of(shop(Text.of(LATEST), ApplicationArgs.NONE));

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.objects()).isEmpty();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("Application 'shop' breaks rules")
        .contains("image-tag")
        .contains(LATEST);
  }

  @Test
  void aPreviewFailsLikeAnUpdate() {
    RecordedRun run = RecordedRun.preview(shop(Text.of(LATEST), ApplicationArgs.NONE));

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.objects()).isEmpty();
  }

  @Test
  void whatIsWaivedIsRegistered() {
    ApplicationArgs waived =
        ApplicationArgs.builder()
            .waiver(Waiver.of("image-tag", "Deployment", "shop-web", "the tag moves on purpose"))
            .build();

    assertThat(RecordedRun.of(shop(Text.of(LATEST), waived)).orFail().objects())
        .contains("shop/shop/shop-web");
  }

  @Test
  void whatIsNotKnownIsNotJudged() {
    Text image = Texts.of("image", ApplicationComponentTest.unknown());

    assertThat(RecordedRun.preview(shop(image, ApplicationArgs.NONE)).orFail().objects())
        .contains("shop/shop/shop-web");
  }

  @Test
  void whatTurnsOutToBreakARuleIsNotRegisteredEither() {
    Text image = Texts.of("image", ApplicationComponentTest.later(LATEST));

    RecordedRun run = RecordedRun.of(shop(image, ApplicationArgs.NONE));

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.objects()).isEmpty();
    assertThat(run.errors()).anyMatch(error -> error.contains("image-tag"));
  }

  @Test
  void whatTurnsOutToBeFineIsRegistered() {
    Text image =
        Texts.of("image", ApplicationComponentTest.later("registry.example.com/shop:1.4.2"));

    assertThat(RecordedRun.of(shop(image, ApplicationArgs.NONE)).orFail().objects())
        .contains("shop/shop/shop-web");
  }

  @Test
  void whatDoesNotFitTogetherIsToldWithoutAStackTrace() {
    Application shop =
        Application.builder("shop")
            .workload(
                Workload.deployment("web")
                    .onNodeGroup("gpu")
                    .container(Container.builder("web", "registry.example.com/shop:1.4.2").build())
                    .build())
            .build();
    RecordedRun run =
        RecordedRun.of(
            context -> new EnvironmentComponent("env", Environment.of(Shop.CLUSTER, shop)));

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith("Environment 'prod' does not fit together")
        .contains("There is no node group 'gpu'")
        .doesNotContain("\tat ");
  }

  @Test
  void aScenarioThatMustHoldAndDoesNotFailsThePreview() {
    RecordedRun held = RecordedRun.preview(scenarios("[as-declared]"));
    RecordedRun failed = RecordedRun.preview(scenarios("[as-declared, node-drained]"));

    assertThat(held.orFail().objects()).contains("shop/shop/shop-web");
    assertThat(failed.exitCode()).isNotZero();
    assertThat(failed.objects()).isEmpty();
    assertThat(failed.errors())
        .singleElement()
        .asString()
        .startsWith("Environment 'shop' breaks rules")
        .contains("placement-node-drained");
  }

  /** Two pods that each fill a node, on two nodes. */
  private static Consumer<Context> scenarios(String mustHold) {
    Environment environment =
        EnvironmentFiles.parse(
            """
            environment: shop
            cluster:
              name: prod
              kubernetes: "1.34"
              nodeGroups: [{name: general, machine: {cpu: 4, memory: 16Gi}, nodes: 2}]
            applications:
              - name: shop
                workloads:
                  - name: web
                    replicas: 2
                    rollout: {surge: 0, unavailable: 1}
                    containers:
                      - name: web
                        image: registry.example.com/shop:1.4.2
                        resources: {requests: {cpu: 3, memory: 2Gi}}
            scenarios: %s
            """
                .formatted(mustHold));
    return context -> new EnvironmentComponent("shop", environment);
  }

  @Test
  void aResourceOfTheirsThatBreaksARuleFailsWithItsUrn() {
    RecordedRun run = RecordedRun.checked(context -> web(Output.of(LATEST)));

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.objects()).isEmpty();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith("urn:pulumi:stack::project::kubernetes:apps/v1:Deployment::web breaks rules")
        .contains("image-tag");
  }

  @Test
  void withoutTheirProgramStartedByUsTheirResourcesAreLeftAlone() {
    assertThat(RecordedRun.of(context -> web(Output.of(LATEST))).orFail().objects())
        .containsExactly("web");
  }

  @Test
  void aResourceOfTheirsIsJudgedAgainByWhatItWaitedFor() {
    RecordedRun run = RecordedRun.checked(context -> web(ApplicationComponentTest.later(LATEST)));

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.objects()).isEmpty();
    assertThat(run.errors()).anyMatch(error -> error.contains("image-tag"));
  }

  @Test
  void theirResourcesAreJudgedBesideEachOtherAtTheEnd() {
    RecordedRun alone = RecordedRun.checked(context -> service());
    RecordedRun together =
        RecordedRun.checked(
            context -> {
              service();
              web(Output.of("registry.example.com/shop:1.4.2"));
            });

    assertThat(alone.errors()).singleElement().asString().contains("dangling-service");
    assertThat(together.orFail().objects()).containsExactlyInAnyOrder("web", "web");
  }

  @Test
  void theirResourcesAreJudgedBesideOurs() {
    RecordedRun run =
        RecordedRun.checked(
            context -> {
              shop(Text.of("registry.example.com/shop:1.4.2"), ApplicationArgs.NONE)
                  .accept(context);
              new Service(
                  "front",
                  ServiceArgs.builder()
                      .metadata(ObjectMetaArgs.builder().namespace("shop").build())
                      .spec(
                          ServiceSpecArgs.builder()
                              .selector(Map.of("app.kubernetes.io/component", "web"))
                              .build())
                      .build());
            });

    assertThat(run.orFail().objects()).contains("front");
  }

  private static Consumer<Context> shop(Text image, ApplicationArgs args) {
    return context ->
        new ApplicationComponent(
            "shop",
            Shop.with(image, ENDPOINT, PASSWORD),
            new ClusterComponent("prod", Shop.CLUSTER),
            args,
            ComponentResourceOptions.Empty);
  }

  private static void service() {
    new Service(
        "web",
        ServiceArgs.builder()
            .spec(ServiceSpecArgs.builder().selector(Map.of("app", "web")).build())
            .build());
  }

  private static void web(Output<String> image) {
    new Deployment(
        "web",
        DeploymentArgs.builder()
            .spec(
                DeploymentSpecArgs.builder()
                    .selector(LabelSelectorArgs.builder().matchLabels(Map.of("app", "web")).build())
                    .template(
                        PodTemplateSpecArgs.builder()
                            .metadata(ObjectMetaArgs.builder().labels(Map.of("app", "web")).build())
                            .spec(
                                PodSpecArgs.builder()
                                    .containers(
                                        ContainerArgs.builder().name("web").image(image).build())
                                    .build())
                            .build())
                    .build())
            .build());
  }
}
