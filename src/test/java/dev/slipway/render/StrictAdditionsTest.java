package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.Application;
import dev.slipway.app.Workload;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Problems;
import dev.slipway.pod.Container;
import dev.slipway.target.Declaration;
import dev.slipway.target.Defaults;
import dev.slipway.target.Notice;
import dev.slipway.target.StrictDefault;
import org.junit.jupiter.api.Test;

class StrictAdditionsTest {
  private static final Cluster CLUSTER = Cluster.builder("test").kubernetes("1.34").build();

  private static Application.Builder shop() {
    return Application.builder("shop")
        .defaults(Defaults.AS_GIVEN)
        .workload(
            Workload.deployment("web")
                .container(Container.builder("web", "web:1").build())
                .build());
  }

  private static Plan plan(Application application) {
    return Planner.on(CLUSTER).application(application).plan().withLeftOut();
  }

  @Test
  void aWorkloadThatIsSpelledOutIsComparedWithItselfUnderStrictDefaults() {
    assertThat(plan(shop().build()).declared())
        .extracting(declaration -> ((Declaration.LeftOut) declaration).addition())
        .contains(
            "ServiceAccount 'shop-web' and 'serviceAccountName: shop-web'",
            "'replicas: 1'",
            "'resources.requests'",
            "NetworkPolicy 'shop-web'");
  }

  @Test
  void anApplicationSaysItselfWhatTheyAreFor() {
    assertThat(
            plan(shop().because(StrictDefault.SERVICE_LINKS, "it reads its environment").build())
                .declared())
        .contains(
            new Declaration.LeftOut(
                ObjectRef.of("apps/v1", "Deployment", "shop", "shop-web").key(),
                FieldPath.of("spec", "template", "spec", "enableServiceLinks"),
                "'enableServiceLinks: false'",
                "it reads its environment"));
  }

  @Test
  void whatStrictDefaultsWouldRefuseIsSaidAndRenderedAllTheSame() {
    Application strict =
        Application.builder("shop")
            .with(
                (target, out) -> {
                  Problems problems = new Problems();
                  problems.add("It has no budget.", "Give it two replicas.");
                  problems.throwIfAny();
                })
            .build();

    Plan plan = plan(shop().strictly(() -> strict).build());

    assertThat(plan.all().ofKind("Deployment")).hasSize(1);
    assertThat(plan.notices())
        .containsExactly(
            Notice.info(
                    "as-given",
                    "Strict defaults would refuse application 'shop': It has no budget.",
                    "Give it two replicas.")
                .about(ObjectRef.of("apps/v1", "Deployment", "shop", "shop-web")));
  }
}
