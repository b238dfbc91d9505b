package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Waiver;
import dev.slipway.cli.Command.Made;
import dev.slipway.cli.Command.Outcome;
import dev.slipway.cli.output.Plans;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Text;
import dev.slipway.render.Plan;
import dev.slipway.target.Document;
import dev.slipway.target.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthTest {
  private static final Manifest NAMESPACE = Plans.object("v1", "Namespace", "", "web");
  private static final Manifest DEPLOYMENT = Plans.object("apps/v1", "Deployment", "web", "web");
  private static final Manifest POLICY =
      Plans.object("networking.k8s.io/v1", "NetworkPolicy", "web", "web");
  private static final Plan WEB = Plans.of(POLICY, DEPLOYMENT, NAMESPACE);

  @TempDir Path directory;

  @Test
  void whatWasWrittenIsListedInApplyOrderWithSizes() {
    Plan plan =
        Plans.with(
            WEB,
            new Document.Cloud("trust.json", Mapping.EMPTY),
            new Document.Page("hand-off.md", Text.of("# Hand-off\n")));

    assertThat(command().file("prod.yaml", "prod", plan).run("synth", "-f", "prod.yaml"))
        .isEqualTo(
            new Outcome(
                0,
                """
                dist/prod
                     KIND           NAME     BYTES
                  1  Namespace      web         53  new
                  2  Deployment     web/web     76  new
                  3  NetworkPolicy  web/web     92  new
                  beside them:
                    kustomization.yaml
                    cloud/trust.json
                    hand-off.md
                  3 objects, 221 bytes; files: 6 new, 0 changed, 0 removed, 0 unchanged
                """,
                ""));
    assertThat(directory.resolve("dist/prod/namespaces/web/deployment-web.yaml")).exists();
  }

  @Test
  void aSecondRunSaysWhatChanged() throws IOException {
    command().file("prod.yaml", "prod", WEB).run("synth", "-f", "prod.yaml");
    Path prod = directory.resolve("dist/prod");
    Files.writeString(prod.resolve("notes.txt"), "mine");
    Files.writeString(prod.resolve("cluster/namespace-web.yaml"), "by hand");
    Manifest service = Plans.object("v1", "Service", "web", "web");

    assertThat(
            command()
                .file("prod.yaml", "prod", Plans.of(NAMESPACE, service, DEPLOYMENT))
                .run("synth", "-f", "prod.yaml")
                .out())
        .isEqualTo(
            """
            dist/prod
                 KIND        NAME     BYTES
              1  Namespace   web         53  changed
              2  Service     web/web     68  new
              3  Deployment  web/web     76
              beside them:
                kustomization.yaml
              removed:
                namespaces/web/networkpolicy-web.yaml
              replaced, though changed by hand:
                cluster/namespace-web.yaml
              left alone, not Slipway's:
                notes.txt
              3 objects, 197 bytes; files: 1 new, 2 changed, 1 removed, 1 unchanged
            """);
  }

  @Test
  void manyObjectsAreListedByKind() {
    List<Manifest> many = new ArrayList<>();
    many.add(NAMESPACE);
    for (int i = 100; i < 250; i++) {
      many.add(Plans.object("v1", "ConfigMap", "web", "c" + i));
    }

    assertThat(
            command()
                .file("prod.yaml", "prod", Plans.of(many.toArray(new Manifest[0])))
                .run("synth", "-f", "prod.yaml")
                .out())
        .isEqualTo(
            """
            dist/prod
                 KIND       OBJECTS  BYTES
              1  Namespace  1           53
              2  ConfigMap  150      10650
              beside them:
                kustomization.yaml
              151 objects, 10703 bytes; files: 152 new, 0 changed, 0 removed, 0 unchanged
            """);
  }

  @Test
  void ofManyFilesTheFirstAreListed() {
    List<Manifest> many = new ArrayList<>();
    for (int i = 100; i < 250; i++) {
      many.add(Plans.object("v1", "ConfigMap", "web", "c" + i));
    }
    command()
        .file("prod.yaml", "prod", Plans.of(many.toArray(new Manifest[0])))
        .run("synth", "-f", "prod.yaml");

    assertThat(
            command()
                .file("prod.yaml", "prod", Plans.of(NAMESPACE))
                .run("synth", "-f", "prod.yaml")
                .out())
        .contains(
            "removed:\n    namespaces/web/configmap-c100.yaml\n",
            "    namespaces/web/configmap-c198.yaml\n    and 51 more\n");
  }

  @Test
  void theManifestsOfOneEnvironmentArePrintedOnRequest() {
    Plan plan = Plans.with(WEB, new Document.Cloud("trust.json", Mapping.EMPTY));

    assertThat(command().file("prod.yaml", "prod", plan).run("synth", "-f", "prod.yaml", "-o", "-"))
        .isEqualTo(
            new Outcome(
                0,
                """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: web
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  namespace: web
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: web
                  namespace: web
                """,
                "prod: 3 objects, 229 bytes; 1 document beside them only with -o DIR.\n"));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void environmentsOfSeveralClustersAreNotPrintedAsOneStream() {
    Outcome outcome =
        command()
            .file("a.yaml", "a", WEB)
            .file("b.yaml", "b", WEB)
            .run("synth", "-f", "a.yaml", "-f", "b.yaml", "-o", "-");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith(
            """
            slipway: '-o -' prints one environment, and there are 2: a, b.
                They are for different clusters; name the file of one with -f.
            """);
  }

  @Test
  void withoutAFileEveryEnvironmentOfTheFolderIsWritten() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("environments"));
    for (String name : List.of("b.yml", "a.yaml", "base.yaml", ".hidden.yaml", "notes.txt")) {
      Files.writeString(folder.resolve(name), "");
    }

    Outcome outcome =
        command()
            .file("environments/a.yaml", "a", Plans.of(NAMESPACE))
            .file("environments/b.yml", "b", Plans.of(NAMESPACE))
            .abstractFile("environments/base.yaml")
            .run("synth", "-o", "out");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines().filter(line -> line.startsWith("out")))
        .containsExactly("out/a", "out/b");
    assertThat(directory.resolve("out/a/kustomization.yaml")).exists();
    assertThat(directory.resolve("out/b/kustomization.yaml")).exists();
  }

  @Test
  void withoutAFileOrAFolderTheRemedyIsTold() throws IOException {
    assertThat(command().run("synth"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                """
                There is no folder 'environments' here.
                    Name an environment file with -f, or run it where your environments/ are.

                1 problem; nothing was written.
                """));

    Path folder = Files.createDirectory(directory.resolve("environments"));
    assertThat(command().run("synth").err())
        .startsWith("The folder 'environments' holds no YAML file.\n");

    Files.writeString(folder.resolve("base.yaml"), "");
    assertThat(command().abstractFile("environments/base.yaml").run("synth").err())
        .startsWith("Every file in 'environments' is abstract.\n");
  }

  @Test
  void anAbstractEnvironmentCannotBeNamed() {
    assertThat(command().abstractFile("base.yaml").run("synth", "-f", "base.yaml").err())
        .startsWith(
            """
            base.yaml:1:1: The file is abstract: a base for other environments, not one itself.
                Name a file that extends it.
            """);
  }

  @Test
  void twoFilesCannotBeOneEnvironment() {
    assertThat(
            command()
                .file("a.yaml", "prod", WEB)
                .file("b.yaml", "prod", WEB)
                .run("synth", "-f", "a.yaml", "-f", "b.yaml")
                .err())
        .startsWith("'a.yaml' and 'b.yaml' are both environment 'prod'.\n");
    assertThat(directory.resolve("dist")).doesNotExist();
  }

  @Test
  void everyProblemOfEveryFileIsToldByItsPlaceAndNothingIsWritten() {
    Problem late =
        Problem.at(
            new Position("b.yaml", 12, 3),
            "'replicas' must be a number, but is 'two'.",
            "Write, for example, 'replicas: 2'.");
    Problem early =
        Problem.at(
                new Position("b.yaml", 2, 9), "Unknown field 'clster'.", "Did you mean 'cluster'?")
            .in("environment 'b'");

    Outcome outcome =
        command()
            .file("a.yaml", "a", WEB)
            .file(
                "b.yaml",
                () -> {
                  throw new InvalidInputException(List.of(late, early));
                })
            .run("synth", "-f", "missing.yaml", "-f", "a.yaml", "-f", "b.yaml");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                2,
                "",
                """
                b.yaml:2:9: environment 'b': Unknown field 'clster'.
                    Did you mean 'cluster'?
                b.yaml:12:3: 'replicas' must be a number, but is 'two'.
                    Write, for example, 'replicas: 2'.
                There is no file 'missing.yaml'.
                    Name one that exists.

                3 problems; nothing was written.
                """));
    assertThat(directory.resolve("dist")).doesNotExist();
  }

  @Test
  void whatTheModelSaysIsToldByObjectTheWorstFirst() {
    Plan plan =
        Plans.with(
            WEB,
            Notice.info("rotation", "A rotated secret rolls no pods.", "Restart them."),
            Notice.warning("literal-secret", "The value stands in a file.", "Keep it in a vault.")
                .about(ObjectRef.of("v1", "Secret", "web", "a")),
            Notice.warning("end-of-support", "Postgres 14 ends in 2026.", "Move to 16."),
            Notice.warning("literal-secret", "The value stands in a file.", "Keep it in a vault.")
                .about(ObjectRef.of("v1", "Secret", "web", "b")));

    Outcome outcome = command().file("prod.yaml", "prod", plan).run("synth", "-f", "prod.yaml");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err())
        .isEqualTo(
            """
            The environment
              warning end-of-support: Postgres 14 ends in 2026.
                Move to 16.
              info rotation: A rotated secret rolls no pods.
                Restart them.
            Secret web/a
              warning literal-secret: The value stands in a file.
                Keep it in a vault.
            Secret web/b
              warning literal-secret: The value stands in a file.
                Keep it in a vault.

            4 findings in 3 objects: 3 warnings, 1 note.
            """);
  }

  @Test
  void anErrorWritesNothingAndIsAFinding() {
    Plan plan =
        Plans.with(WEB, Notice.error("dedicated-namespace", "Two share 'web'.", "Part them."));

    assertThat(command().file("prod.yaml", "prod", plan).run("synth", "-f", "prod.yaml"))
        .isEqualTo(
            new Outcome(
                1,
                "",
                """
                The environment
                  error dedicated-namespace: Two share 'web'.
                    Part them.

                1 finding in 3 objects: 1 error.
                Nothing was written.
                """));
    assertThat(directory.resolve("dist")).doesNotExist();
  }

  @Test
  void aWaivedErrorIsToldWithItsReasonAndStopsNothing() {
    ObjectRef object = DEPLOYMENT.ref();
    Plan plan =
        Plans.with(WEB, Notice.error("image-tag", "The tag is 'latest'.", "Pin it.").about(object));

    Outcome outcome =
        command()
            .file("prod.yaml", "prod", plan, Waiver.of("image-tag", "Deployment", "web", "a demo"))
            .run("synth", "-f", "prod.yaml");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err())
        .isEqualTo(
            """
            Deployment web/web
              waived image-tag: The tag is 'latest'.
                waived: a demo
                Pin it.

            No findings in 3 objects; 1 waived.
            """);
  }

  @Test
  void withSeveralEnvironmentsEachReportNamesItsOwn() {
    Plan plan = Plans.with(WEB, Notice.info("rule", "So it is.", ""));

    assertThat(
            command()
                .file("a.yaml", "a", plan)
                .file("b.yaml", "b", plan)
                .run("synth", "-f", "a.yaml", "-f", "b.yaml")
                .err())
        .isEqualTo(
            """
            The environment
              info rule: So it is.

            a: 1 finding in 3 objects: 1 note.
            The environment
              info rule: So it is.

            b: 1 finding in 3 objects: 1 note.
            """);
  }

  @Test
  void imagesAndTheDayReachThePlan() {
    Made made = new Made("prod", 34, WEB);

    command()
        .file("prod.yaml", () -> made)
        .run(
            "synth",
            "-f",
            "prod.yaml",
            "--image",
            "forms=r.example/forms:1=2",
            "--today",
            "2027-01-02");

    assertThat(made.asked())
        .isEqualTo(Map.of("forms", "r.example/forms:1=2", "today", "2027-01-02"));
  }

  @Test
  void theDayIsTodayUnlessItIsGiven() {
    Made made = new Made("prod", 34, WEB);

    command().file("prod.yaml", () -> made).run("synth", "-f", "prod.yaml");

    assertThat(made.asked()).containsEntry("today", "2026-03-31");
  }

  @Test
  void argumentsThatMakeNoSenseAreRefused() {
    assertThat(command().run("synth", "--image", "forms").err())
        .startsWith(
            """
            slipway: '--image forms' is not NAME=REF.
                Write, for example, '--image forms=registry.example.com/forms:42'.
            """);
    assertThat(command().run("synth", "--image", "a=b", "--image", "a=c").err())
        .startsWith("slipway: '--image' names 'a' twice.\n");
    assertThat(command().run("synth", "--today", "31.3.2026").err())
        .startsWith(
            """
            slipway: '--today 31.3.2026' is no day.
                Write year, month and day: '2026-03-31'.
            """);
    assertThat(command().run("synth", "--out=").err()).startsWith("slipway: '--out' is empty.\n");
  }

  @Test
  void anOldKubectlIsNotGivenWhatItDoesNotKnow() throws IOException {
    command()
        .file("old.yaml", () -> new Made("old", 27, WEB))
        .file("new.yaml", () -> new Made("new", 28, WEB))
        .run("synth", "-f", "old.yaml", "-f", "new.yaml");

    assertThat(directory.resolve("dist/old/kustomization.yaml"))
        .content()
        .doesNotContain("sortOptions");
    assertThat(directory.resolve("dist/new/kustomization.yaml"))
        .content()
        .contains("sortOptions:\n  order: fifo\n");
  }

  @Test
  void whatCannotBeWrittenIsOneProblem() throws IOException {
    Files.writeString(directory.resolve("dist"), "a file");

    assertThat(command().file("prod.yaml", "prod", WEB).run("synth", "-f", "prod.yaml"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                """
                'dist' is not a folder, and the output is to be in one.
                    Move it away, or choose another folder with -o.

                1 problem; nothing was written.
                """));
  }

  @Test
  void aSecretIsWrittenOnlyIntoASecret() {
    Plan plan =
        Plans.of(
            Plans.object(
                "v1",
                "ConfigMap",
                "web",
                "c",
                Mapping.of("data", Mapping.of("key", Text.secret("s3cr3t")))));

    for (String out : List.of("dist", "-")) {
      Outcome found =
          command().file("prod.yaml", "prod", plan).run("synth", "-f", "prod.yaml", "-o", out);
      Outcome refused =
          command()
              .file(
                  "prod.yaml",
                  "prod",
                  plan,
                  Waiver.of("secret-in-config-map", "ConfigMap", "c", "a demo"))
              .run("synth", "-f", "prod.yaml", "-o", out);

      assertThat(found.code()).isEqualTo(1);
      assertThat(refused.code()).as("no waiver makes it writable").isEqualTo(2);
      for (Outcome outcome : List.of(found, refused)) {
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("ConfigMap web/c", "data.key").doesNotContain("s3cr3t");
      }
    }
  }

  private Command command() {
    return new Command(directory);
  }
}
