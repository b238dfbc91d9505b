package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Waiver;
import dev.slipway.cli.Command.Outcome;
import dev.slipway.cli.output.Plans;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Origin;
import dev.slipway.render.Plan;
import dev.slipway.target.Notice;
import dev.slipway.target.Notice.Severity;
import dev.slipway.testing.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels: {app: web}
      spec:
        containers:
        - name: web
          image: registry.example.com/shop:latest
          resources:
            requests: {cpu: 100m, memory: 128Mi}
      """;

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: shop
      spec:
        selector: {app: web}
        ports:
        - port: 80
      """;

  @TempDir Path directory;

  private Command command() {
    return new Command(directory);
  }

  private void write(String file, String content) {
    try {
      Files.createDirectories(directory.resolve(file).getParent());
      Files.writeString(directory.resolve(file), content);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsFoundIsToldByObjectWithItsPlaceAndRemedy() {
    write("web.yaml", POD + "---\n" + SERVICE);

    assertThat(command().run("check", "web.yaml"))
        .isEqualTo(
            new Outcome(
                1,
                """
                Pod shop/web
                  error image-tag: Image 'registry.example.com/shop:latest' is whatever is latest when a node pulls it.
                    at spec.containers[0].image (web.yaml:10:5)
                    Name the version that you have tried, or the digest of it.

                1 finding in 2 objects: 1 error.
                """,
                ""));
  }

  @Test
  void jsonIsOnePlainDocument() {
    assertThat(command().reading(POD + "---\n" + SERVICE).run("check", "--format", "json", "-"))
        .isEqualTo(
            new Outcome(
                1,
                """
                {
                  "findings": [
                    {
                      "rule": "image-tag",
                      "severity": "error",
                      "object": {
                        "apiVersion": "v1",
                        "kind": "Pod",
                        "namespace": "shop",
                        "name": "web"
                      },
                      "path": "spec.containers[0].image",
                      "message": "Image 'registry.example.com/shop:latest' is whatever is latest when a node pulls it.",
                      "remedy": "Name the version that you have tried, or the digest of it.",
                      "waiver": null
                    }
                  ]
                }
                """,
                ""));
  }

  @Test
  void aWaiverIsShownWithItsReasonAndTheRunIsFine() {
    String waived =
        POD.replace(
            "  labels:",
            "  annotations: {slipway.dev/waive.image-tag: the mirror has no other}\n  labels:");

    Outcome outcome = command().reading(waived).run("check", "--format", "json", "-");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains(
            """
                  "waiver": {
                    "reason": "the mirror has no other"
                  }
            """);
  }

  @Test
  void nothingFoundIsSaid() {
    assertThat(command().reading(POD.replace("latest", "1.4.2")).run("check", "-"))
        .isEqualTo(new Outcome(0, "No findings in 1 object.\n", ""));
  }

  @Test
  void aFolderIsReadWithAllBelowButWhatIsNoManifest() {
    write("shop/pods/web.yaml", POD.replace("latest", "1.4.2"));
    write("shop/service.yml", SERVICE);
    write(
        "shop/kustomization.yaml",
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n");
    write("shop/cloud/trust.json", "{}");
    write("shop/.slipway", "no yaml");

    assertThat(command().run("check", "shop"))
        .isEqualTo(new Outcome(0, "No findings in 2 objects.\n", ""));
  }

  @Test
  void theObjectsOfAListAreCheckedEach() {
    String list =
        "apiVersion: v1\nkind: List\nitems:\n- " + POD.strip().replace("\n", "\n  ") + "\n";

    assertThat(command().reading(list).run("check", "-").out())
        .contains("at spec.containers[0].image (-:13:7)");
  }

  @Test
  void withoutManifestsWhatSynthWouldWriteIsChecked() {
    Manifest namespace = Plans.object("v1", "Namespace", "", "web");
    Plan plan =
        Plans.with(
            Plans.of(namespace), Notice.error("part-them", "Two share 'web'.", "Part them."));

    assertThat(command().file("prod.yaml", "prod", plan).run("check", "-f", "prod.yaml"))
        .isEqualTo(
            new Outcome(
                1,
                """
                The environment
                  error part-them: Two share 'web'.
                    Part them.

                1 finding in 1 object: 1 error.
                """,
                ""));
  }

  @Test
  void anEnvironmentsObjectsAreThereForThoseThatAreGiven() {
    Plan plan = Plans.of(readPod());

    assertThat(command().reading(SERVICE).run("check", "-").code()).isEqualTo(1);
    assertThat(
            command()
                .reading(SERVICE)
                .file("prod.yaml", "prod", plan)
                .run("check", "-f", "prod.yaml", "-"))
        .isEqualTo(new Outcome(0, "No findings in 1 object.\n", ""));
  }

  @Test
  void anEnvironmentsWaiversCoverWhatIsGiven() {
    Outcome outcome =
        command()
            .reading(POD)
            .file(
                "prod.yaml",
                "prod",
                Plans.of(),
                Waiver.of("image-tag", "Pod", "*", "the mirror has no other"))
            .run("check", "-f", "prod.yaml", "-");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("    waived: the mirror has no other\n", "No findings in 1 object; 1 waived.\n");
  }

  @Test
  void whatCannotBeReadIsToldWithItsPlace() {
    write("a.yaml", "kind: Pod\nmetadata: {name: a}\n");
    write("b.yaml", "- a list\n");

    assertThat(command().run("check", "a.yaml", "b.yaml", "c.yaml"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                """
                a.yaml:1:1: Pod 'a': There is no apiVersion.
                    Every object has an apiVersion, a kind and a name.
                b.yaml:1:1: An object must be a map, but this is a list.
                    Give manifests, such as 'helm template' or 'kubectl get -o yaml' print.
                There is no file 'c.yaml'.
                    Name a file or folder of manifests, or '-' for standard input.

                3 problems; nothing was checked.
                """));
  }

  @Test
  void aKeyThatStandsTwiceIsToldAndTheLastOneCounts() {
    Outcome outcome =
        command()
            .reading(POD.replace("latest", "1.4.2").replace("kind: Pod", "kind: Job\nkind: Pod"))
            .run("check", "-");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                "No findings in 1 object.\n",
                """
                -:3:1: The key 'kind' stands here a second time; the first is on line 2.
                    Remove one of the two.
                """));
  }

  @Test
  void anUnknownFormatIsRefused() {
    assertThat(command().run("check", "--format", "xml", "a.yaml").err())
        .startsWith(
            "slipway: '--format xml' is none that there is.\n"
                + "    There are text, json and sarif.\n");
  }

  @Test
  void emptyInputIsNoSuccess() {
    Outcome outcome = command().reading("---\n").run("check", "-");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("There is no object in what was given.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "error, 1, 0, 0",
    "warning, 1, 1, 0",
    "info, 1, 1, 1",
    "never, 0, 0, 0",
  })
  void howBadAFindingMustBeToFailIsForTheUserToSay(String least, int error, int warning, int info) {
    for (Severity severity : Severity.values()) {
      Notice notice = new Notice("told", severity, Optional.empty(), "It is so.", "");
      Plan plan = Plans.with(Plans.of(), notice);
      int expected =
          switch (severity) {
            case ERROR -> error;
            case WARNING -> warning;
            case INFO -> info;
          };

      assertThat(
              command()
                  .file("prod.yaml", "prod", plan)
                  .run("check", "-f", "prod.yaml", "--fail-on", least)
                  .code())
          .as(severity.label())
          .isEqualTo(expected);
    }
  }

  @Test
  void theEnvironmentsOwnObjectsAreToldOfWhenTheyAreAskedFor() {
    Plan plan = Plans.of(Manifest.of(YamlText.mapping(POD), Origin.of("test")));
    Command command = command().reading(SERVICE).file("prod.yaml", "prod", plan);

    assertThat(command.run("check", "-f", "prod.yaml", "-").out())
        .isEqualTo("No findings in 1 object.\n");
    assertThat(command.run("check", "-f", "prod.yaml", "--scope", "all", "-").out())
        .contains("Pod shop/web\n", "1 finding in 2 objects: 1 error.\n");
  }

  private static Manifest readPod() {
    return Manifest.of(YamlText.mapping(POD.replace("latest", "1.4.2")), Origin.of("test"));
  }

  @Test
  void aCustomResourceIsHeldAgainstADefinitionAmongTheManifests() {
    write(
        "crds/gadget.yaml",
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: gadgets.toys.example.com}
        spec:
          group: toys.example.com
          scope: Namespaced
          names: {kind: Gadget, listKind: GadgetList, plural: gadgets, singular: gadget}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      pieces: {type: integer, maximum: 10}
        """);
    write(
        "gadget.yaml",
        """
        apiVersion: toys.example.com/v1
        kind: Gadget
        metadata: {name: toy}
        spec:
          pieces: 12
          color: red
        """);

    assertThat(command().run("check", "gadget.yaml", "crds"))
        .isEqualTo(
            new Outcome(
                1,
                """
                Gadget toy
                  error unknown-field: 'spec' of a Gadget has no field 'color' in v1.
                    at spec.color (gadget.yaml:6:3)
                    Remove it, or move it to where it is known.
                  error wrong-value: 'pieces' takes at most 10, and has 12.
                    at spec.pieces (gadget.yaml:5:3)
                    Write it as the field takes it.

                2 findings in 2 objects: 2 errors.
                """,
                ""));
    assertThat(command().run("check", "gadget.yaml").code()).isZero();
  }
}
