package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Command.Outcome;
import dev.slipway.cli.output.Plans;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Text;
import dev.slipway.render.Plan;
import dev.slipway.target.Declaration;
import dev.slipway.testing.YamlText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
  private static final String DIGEST =
      "sha256:9b2a1f0000000000000000000000000000000000000000000000000000000042";

  @TempDir Path directory;

  private static Manifest pod(String spec) {
    return Manifest.of(
        YamlText.mapping(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: " + spec),
        Origin.of("test"));
  }

  private static Manifest pulling(String image) {
    return pod("{containers: [{name: web, image: \"" + image + "\"}]}");
  }

  private Outcome images(Plan plan, String... options) {
    String[] all = new String[options.length + 3];
    System.arraycopy(new String[] {"images", "-f", "prod.yaml"}, 0, all, 0, 3);
    System.arraycopy(options, 0, all, 3, options.length);
    return new Command(directory).file("prod.yaml", "prod", plan).run(all);
  }

  private static Plan declaring(Plan plan, Declaration... declarations) {
    return plan.with(Arrays.asList(declarations), List.of());
  }

  private static Declaration.InternalRegistry internal(String names) {
    return new Declaration.InternalRegistry(Text.of(names));
  }

  @Test
  void everyImageThatAPodPullsIsListedOnceAndInitContainersAndVolumesCount() {
    Plan plan =
        Plans.of(
            pod(
                """
                {initContainers: [{name: init, image: "registry.example.com/init:1"}],
                 containers: [{name: a, image: "registry.example.com/web:1"}, {name: b, image: "registry.example.com/web:1"}],
                 volumes: [{name: v, image: {reference: "registry.example.com/data:1"}}]}
                """));

    assertThat(images(plan))
        .isEqualTo(
            new Outcome(
                0,
                """
                registry.example.com/data:1 -
                registry.example.com/init:1 -
                registry.example.com/web:1 -
                """,
                ""));
  }

  @Test
  void whatOperatorsWillStartIsListedWithWhatIsDeclared() {
    Plan plan = Plans.of();
    Plan judged =
        new Plan(
            plan.shared(),
            Map.of(),
            plan.all(),
            List.of(pulling("registry.example.com/by-operator:1")),
            List.of(),
            List.of(),
            List.of());

    assertThat(
            images(
                    declaring(
                        judged,
                        new Declaration.Pulled(Text.of("registry.example.com/block:1"), "a block")))
                .out())
        .isEqualTo("registry.example.com/block:1 -\nregistry.example.com/by-operator:1 -\n");
  }

  @Test
  void imagesGoToTheInternalRegistryThatIsNamedUnderTheirOwnRepositories() {
    assertThat(
            images(Plans.of(pulling("ghcr.io/team/web:1")), "--to", "registry.example.com/mirror")
                .out())
        .isEqualTo("ghcr.io/team/web:1 registry.example.com/mirror/team/web:1\n");
  }

  @Test
  void namesAreWrittenOutAsTheyAreMeant() {
    assertThat(images(Plans.of(pulling("nginx")), "--to", "registry.example.com").out())
        .isEqualTo("docker.io/library/nginx:latest registry.example.com/library/nginx:latest\n");
  }

  @Test
  void aDigestIsWhatIsCopiedAndTheCopyHasTheTag() {
    assertThat(
            images(Plans.of(pulling("ghcr.io/a/web:1@" + DIGEST)), "--to", "r.example.com").out())
        .isEqualTo("ghcr.io/a/web@" + DIGEST + " r.example.com/a/web:1\n");
    assertThat(images(Plans.of(pulling("ghcr.io/a/web@" + DIGEST)), "--to", "r.example.com").out())
        .isEqualTo("ghcr.io/a/web@" + DIGEST + " r.example.com/a/web@" + DIGEST + "\n");
  }

  @Test
  void whatIsPulledFromTheInternalRegistryComesFromElsewhere() {
    Plan plan =
        declaring(
            Plans.of(pulling("registry.example.com/hs/forms:40")),
            internal("registry.example.com/hs/"));

    assertThat(images(plan))
        .isEqualTo(
            new Outcome(
                0,
                "- registry.example.com/hs/forms:40\n",
                "1 of 1 images are pulled from the internal registry; where they come from is not"
                    + " known: give --from.\n"));
    assertThat(images(plan, "--from", "vendor.example.com/images"))
        .isEqualTo(
            new Outcome(
                0, "vendor.example.com/images/forms:40 registry.example.com/hs/forms:40\n", ""));
  }

  @Test
  void imagesOfOthersGoToTheDeclaredRegistryToo() {
    Plan plan =
        declaring(Plans.of(pulling("ghcr.io/a/web:1")), internal("registry.example.com/hs/"));

    assertThat(images(plan).out()).isEqualTo("ghcr.io/a/web:1 registry.example.com/hs/a/web:1\n");
  }

  @Test
  void jsonTellsTheRepositoriesAndWhoPulls() {
    assertThat(
            images(
                    Plans.of(pulling("ghcr.io/a/web:1")),
                    "--to",
                    "registry.example.com",
                    "--format",
                    "json")
                .out())
        .isEqualTo(
            """
            {
              "images": [
                {
                  "image": "ghcr.io/a/web:1",
                  "source": "ghcr.io/a/web:1",
                  "target": "registry.example.com/a/web:1",
                  "repository": "registry.example.com/a/web",
                  "usedBy": [
                    "Pod shop/web"
                  ]
                }
              ]
            }
            """);
  }

  @Test
  void twoImagesThatWouldBeCopiedToOnePlaceAreRefused() {
    Plan plan =
        Plans.of(
            pod(
                "{containers: [{name: a, image: \"ghcr.io/a/web:1\"}, {name: b, image:"
                    + " \"quay.io/a/web:1\"}]}"));

    assertThat(images(plan, "--to", "registry.example.com"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                """
                The images 'ghcr.io/a/web:1' and 'quay.io/a/web:1' would both be copied to 'registry.example.com/a/web:1'.
                    Give one of them another tag, or list their environments one by one, each with a --to of its own.

                1 problem; nothing was listed.
                """));
  }

  @Test
  void anImageThatIsNoneIsRefused() {
    Outcome outcome = images(Plans.of(pulling("Web:1")));

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("image 'Web:1'", "Did you mean 'web'?");
  }

  /**
   * Every image of the vendor that the file names, those of blocks too, which no manifest shows.
   */
  @Test
  void hyperscienceListsItsFourRepositories() {
    Outcome outcome =
        Shipped.run(
            Shipped.PROJECT,
            Map.of(),
            "images",
            "-f",
            "environments/hyperscience-aws.yaml",
            "--from",
            "vendor.example.com/hs");

    String registry = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/hyperscience/";
    assertThat(outcome.out())
        .isEqualTo(
            """
            vendor.example.com/hs/blocks:40.1.2 %1$sblocks:40.1.2
            vendor.example.com/hs/forms:40.1.2 %1$sforms:40.1.2
            vendor.example.com/hs/operator:40.1.2 %1$soperator:40.1.2
            vendor.example.com/hs/trainer:40.1.2 %1$strainer:40.1.2
            """
                .formatted(registry));
  }

  @Test
  void whatIsNoRegistryIsRefused() {
    assertThat(images(Plans.of(), "--to", "https://registry.example.com").err())
        .startsWith("slipway: '--to https://registry.example.com' is no registry.\n");
  }
}
