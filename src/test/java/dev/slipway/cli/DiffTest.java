package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Command.Outcome;
import dev.slipway.cli.output.Plans;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Text;
import dev.slipway.target.Document;
import dev.slipway.testing.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - name: web
              image: registry.example.com/shop:1
              args: [serve, --port=80]
              env:
              - {name: LEVEL, value: info}
              - {name: COLOUR, value: blue}
            - name: log
              image: registry.example.com/log:1
      """;

  @TempDir Path directory;

  private static Manifest manifest(String yaml) {
    return Manifest.of(YamlText.mapping(yaml), Origin.of("test"));
  }

  private Command with(Manifest... manifests) {
    return new Command(directory).file("prod.yaml", "prod", Plans.of(manifests));
  }

  private Outcome diff(Manifest... manifests) {
    return with(manifests).run("diff", "-f", "prod.yaml");
  }

  private void written(Manifest... manifests) {
    assertThat(with(manifests).run("synth", "-f", "prod.yaml").code()).isZero();
  }

  /** Puts a Deployment where the rules would not let synth write it. */
  private void writtenByHand(String deployment) throws IOException {
    written(manifest(DEPLOYMENT));
    Files.writeString(
        directory.resolve("dist/prod/namespaces/shop/deployment-web.yaml"), deployment);
  }

  /** What stands below an object's line, of a diff of one changed object. */
  private String fields(String before, String after) {
    written(manifest(before));
    Outcome outcome = diff(manifest(after));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(1);
    return outcome
        .out()
        .lines()
        .filter(line -> line.startsWith("      "))
        .map(line -> line.substring(6) + "\n")
        .reduce("", String::concat);
  }

  @Test
  void whereNothingWouldChangeItSaysSoAndIsFine() {
    written(manifest(DEPLOYMENT));

    assertThat(diff(manifest(DEPLOYMENT))).isEqualTo(new Outcome(0, "Nothing would change.\n", ""));
  }

  @Test
  void itWritesNothing() {
    written(manifest(DEPLOYMENT));
    Map<String, byte[]> before = Shipped.files(directory);

    diff(manifest(DEPLOYMENT.replace("replicas: 2", "replicas: 3")));

    assertThat(Shipped.files(directory)).containsExactlyEntriesOf(before);
  }

  @Test
  void objectsAreNewChangedOrGo() {
    Manifest service = Plans.object("v1", "Service", "shop", "web");
    Manifest config = Plans.configMap("shop", "old", "text");
    written(manifest(DEPLOYMENT), config);

    assertThat(diff(manifest(DEPLOYMENT.replace("replicas: 2", "replicas: 3")), service))
        .isEqualTo(
            new Outcome(
                1,
                """
                dist/prod
                  + Service shop/web
                  ~ Deployment shop/web
                      ~ spec.replicas: 2 -> 3
                  - ConfigMap shop/old
                  ~ file kustomization.yaml
                  objects: 1 new, 1 changed, 1 removed; other files: 1
                """,
                ""));
  }

  @Test
  void aFolderThatIsNotThereIsAllNew() {
    assertThat(diff(manifest(DEPLOYMENT)).out())
        .isEqualTo(
            """
            dist/prod
              + Deployment shop/web
              + file kustomization.yaml
              objects: 1 new, 0 changed, 0 removed; other files: 1
            """);
  }

  @Test
  void thingsInListsAreToldApartByTheirNames() {
    String after =
        DEPLOYMENT
            .replace("        - {name: LEVEL, value: info}\n", "")
            .replace("value: blue", "value: red")
            .replace("shop:1", "shop:2")
            .replace(
                "      - name: log\n        image: registry.example.com/log:1\n",
                "      - name: proxy\n        image: registry.example.com/proxy:1\n");

    assertThat(fields(DEPLOYMENT, after))
        .isEqualTo(
            """
            ~ spec.template.spec.containers[web].image: "registry.example.com/shop:1" -> "registry.example.com/shop:2"
            - spec.template.spec.containers[web].env[LEVEL]:
                - name: LEVEL
                - value: info
            ~ spec.template.spec.containers[web].env[COLOUR].value: "blue" -> "red"
            - spec.template.spec.containers[log]:
                - name: log
                - image: registry.example.com/log:1
            + spec.template.spec.containers[proxy]:
                + name: proxy
                + image: registry.example.com/proxy:1
            """);
  }

  @Test
  void namedThingsInAnotherOrderAreADifference() {
    String after =
        DEPLOYMENT.replace(
            "        - {name: LEVEL, value: info}\n        - {name: COLOUR, value: blue}\n",
            "        - {name: COLOUR, value: blue}\n        - {name: LEVEL, value: info}\n");

    assertThat(fields(DEPLOYMENT, after))
        .isEqualTo(
            "~ spec.template.spec.containers[web].env (order): [\"LEVEL\", \"COLOUR\"] ->"
                + " [\"COLOUR\", \"LEVEL\"]\n");
  }

  @Test
  void thingsWithoutNamesAreToldApartByTheirPlaces() {
    String after = DEPLOYMENT.replace("[serve, --port=80]", "[serve, --fast, --port=80]");

    assertThat(fields(DEPLOYMENT, after))
        .isEqualTo("+ spec.template.spec.containers[web].args[1]: \"--fast\"\n");
  }

  @Test
  void aNumberAndAStringOfTheSameDigitsDiffer() {
    assertThat(fields(DEPLOYMENT, DEPLOYMENT.replace("replicas: 2", "replicas: \"2\"")))
        .isEqualTo("~ spec.replicas: 2 -> \"2\"\n");
  }

  @Test
  void ofATextOfManyLinesThoseThatDifferAreShown() {
    String config =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: web, namespace: shop}
        data:
          server.conf: |
            port = 80
            level = info
            end
        """;

    assertThat(fields(config, config.replace("level = info", "level = debug\n    more = 1")))
        .isEqualTo(
            """
            ~ data["server.conf"]:
                - level = info
                + level = debug
                + more = 1
            """);
  }

  @Test
  void aSecretsValuesAreMaskedBeforeAndAfter() {
    String secret =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: db, namespace: shop}
        stringData: {password: hunter2, gone: hunter3}
        """;
    String other = secret.replace("hunter2", "hunter4").replace("gone: hunter3", "come: hunter5");

    String shown = fields(secret, other);

    assertThat(shown)
        .isEqualTo(
            """
            ~ stringData.password: (secret), another one
            - stringData.gone: (secret)
            + stringData.come: (secret)
            """);
  }

  @Test
  void whatTheEnvironmentKnowsForASecretIsMaskedWhereverItStands() {
    String before = DEPLOYMENT.replace("value: blue", "value: \"see hunter2 there\"");
    written(manifest(before));
    Manifest secret =
        Plans.object(
            "v1",
            "Secret",
            "shop",
            "db",
            Mapping.of("stringData", Mapping.of("x", Text.secret("hunter2"))));

    Outcome outcome = diff(manifest(DEPLOYMENT), secret);

    assertThat(outcome.out())
        .contains("env[COLOUR].value: (secret), another one")
        .doesNotContain("hunter2");
  }

  @Test
  void whatANameOrAFormGivesAwayAsASecretIsMasked() throws IOException {
    String before =
        DEPLOYMENT
            .replace("LEVEL, value: info", "DB_PASSWORD, value: hunter2")
            .replace("COLOUR, value: blue", "URL, value: \"postgres://shop:hunter3@db/shop\"");

    writtenByHand(before);

    assertThat(diff(manifest(DEPLOYMENT)).out())
        .contains("env[DB_PASSWORD]:", "value: (secret)", "env[URL]:")
        .doesNotContain("hunter2", "hunter3");
  }

  @Test
  void referencesToSecretsAreNotMasked() throws IOException {
    String reference = "LEVEL, valueFrom: {secretKeyRef: {name: db, key: password}}";
    String before = DEPLOYMENT.replace("LEVEL, value: info", reference);

    writtenByHand(before);

    assertThat(diff(manifest(before.replace("name: db", "name: database"))).out())
        .contains(
            "~ spec.template.spec.containers[web].env[LEVEL].valueFrom.secretKeyRef.name: \"db\" ->"
                + " \"database\"\n");
  }

  @Test
  void aFileThatSomebodyMadeUnreadableOrWroteOtherwiseIsSaidToBeReplaced() throws IOException {
    written(manifest(DEPLOYMENT), Plans.configMap("shop", "a", "text"));
    Path folder = directory.resolve("dist/prod/namespaces/shop");
    Files.writeString(folder.resolve("deployment-web.yaml"), "<<<<<<< mine\n");
    Path config = folder.resolve("configmap-a.yaml");
    Files.writeString(config, "# by hand\n" + Files.readString(config));

    assertThat(diff(manifest(DEPLOYMENT), Plans.configMap("shop", "a", "text")).out())
        .isEqualTo(
            """
            dist/prod
              ~ ConfigMap shop/a: the way it is written, not a field
              ~ Deployment shop/web: its file holds no object now
              objects: 0 new, 2 changed, 0 removed; other files: 0
            """);
  }

  @Test
  void documentsAreToldByTheirFiles() {
    Document page = new Document.Page("page.md", Text.of("one"));
    Command before =
        new Command(directory)
            .file("prod.yaml", "prod", Plans.with(Plans.of(manifest(DEPLOYMENT)), page));
    before.run("synth", "-f", "prod.yaml");

    assertThat(diff(manifest(DEPLOYMENT)).out())
        .isEqualTo(
            """
            dist/prod
              - file page.md
              objects: 0 new, 0 changed, 0 removed; other files: 1
            """);
  }

  @Test
  void anotherFolderIsNamedAndStandardOutputIsNone() {
    assertThat(with(manifest(DEPLOYMENT)).run("diff", "-f", "prod.yaml", "-o", "other").out())
        .startsWith("other/prod\n");
    assertThat(with(manifest(DEPLOYMENT)).run("diff", "-f", "prod.yaml", "-o", "-").err())
        .startsWith("slipway: 'diff' compares with a folder, and '-' is none.\n");
  }

  @Test
  void whatCannotBeComparedIsNeitherFineNorADifference() throws IOException {
    Files.writeString(directory.resolve("dist"), "a file");

    Outcome outcome = diff(manifest(DEPLOYMENT));

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).endsWith("1 problem; nothing was compared.\n");
  }
}
