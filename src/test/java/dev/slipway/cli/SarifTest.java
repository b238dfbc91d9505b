package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.slipway.check.rule.Rules;
import dev.slipway.testing.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check --format sarif} prints is SARIF 2.1.0, and leads to the user's own lines. */
class SarifTest {
  private static final String POD =
      """
      # a comment
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
        - name: side
          image: registry.example.com/side:1.0
          resources:
            requests: {cpu: 100m, memory: 128Mi}
        - name: web
          image: registry.example.com/shop:latest
          resources:
            requests: {cpu: 100m, memory: 128Mi}
      """;

  private static final String ENVIRONMENT =
      """
      environment: shop
      cluster: {name: shop, kubernetes: "1.34"}
      applications:
        - name: shop
          namespace: shop
          workloads:
            - name: web
              containers:
                - name: web
                  image: registry.example.com/shop:latest
                  resources: {requests: {cpu: 100m, memory: 128Mi}}
      waivers:
        - rule: image-tag
          kind: Deployment
          reason: the mirror keeps no other tag
        - rule: literal-secret
          kind: Secret
          name: shop
          reason: it was a demo
      """;

  @TempDir Path directory;

  private String log(String... args) {
    return Shipped.run(directory, Map.of(), args).out();
  }

  private String checked(String manifests, String... more) throws IOException {
    Files.writeString(directory.resolve("web.yaml"), manifests);
    String[] args = new String[more.length + 4];
    System.arraycopy(new String[] {"check", "--format", "sarif", "web.yaml"}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return log(args);
  }

  private static void isValid(String log) throws IOException {
    String schema =
        Files.readString(
            Shipped.PROJECT.resolve("src/test/resources/sarif/sarif-2.1.0-rtm.5.json"));
    JsonSchema sarif =
        JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(schema, InputFormat.JSON);
    assertThat(sarif.validate(log, InputFormat.JSON)).isEmpty();
    assertThat(sarif.validate(log.replace("\"startLine\"", "\"line\""), InputFormat.JSON))
        .as("the schema sees what is wrong")
        .isNotEmpty();
  }

  @SuppressWarnings("unchecked")
  private static <T> T at(@Nullable Object value, Object... path) {
    @Nullable Object found = value;
    for (Object step : path) {
      found =
          step instanceof Integer index
              ? ((List<?>) Objects.requireNonNull(found)).get(index)
              : ((Map<?, ?>) Objects.requireNonNull(found)).get(step);
    }
    return (T) found;
  }

  private static List<Map<String, Object>> results(String log) {
    return at(JsonValues.read(log), "runs", 0, "results");
  }

  private static String place(Map<String, Object> result) {
    Object physical = at(result, "locations", 0, "physicalLocation");
    return "%s:%s:%s"
        .formatted(
            SarifTest.<Object>at(physical, "artifactLocation", "uri"),
            SarifTest.<Object>at(physical, "region", "startLine"),
            SarifTest.<Object>at(physical, "region", "startColumn"));
  }

  @Test
  void aFindingLeadsToTheFieldInTheUsersFile() throws IOException {
    String log = checked(POD);

    isValid(log);
    Map<String, Object> result = results(log).get(0);
    assertThat(results(log)).hasSize(1);
    assertThat(result).containsEntry("ruleId", "image-tag").containsEntry("level", "error");
    assertThat(place(result)).isEqualTo("web.yaml:14:5");
    assertThat(SarifTest.<Object>at(result, "locations", 0, "logicalLocations", 0))
        .isEqualTo(
            Map.of(
                "fullyQualifiedName", "Pod shop/web spec.containers[1].image", "kind", "member"));
    assertThat(SarifTest.<String>at(result, "message", "text"))
        .startsWith("Image 'registry.example.com/shop:latest' is whatever is latest")
        .contains("\nName the version that you have tried");
  }

  @Test
  void everyRuleIsThereWithItsTextsAndItsLevel() throws IOException {
    String log = checked(POD);

    List<Map<String, Object>> rules =
        at(JsonValues.read(log), "runs", 0, "tool", "driver", "rules");
    assertThat(rules).extracting(rule -> rule.get("id")).containsExactlyElementsOf(Rules.ids());
    Map<String, Object> used =
        rules.get(((Number) results(log).get(0).get("ruleIndex")).intValue());
    assertThat(used)
        .containsEntry("id", "image-tag")
        .containsEntry(
            "shortDescription",
            Map.of("text", "Every image has a tag other than latest, or a digest."))
        .containsEntry("defaultConfiguration", Map.of("level", "error"))
        .containsKeys("fullDescription", "help");
  }

  @Test
  void aFingerprintStaysWhenLinesAndItemsMove() throws IOException {
    String before = checked(POD);
    String moved =
        checked(
            POD.replace("# a comment\n", "# a comment\n# and one more\n")
                .replace("- name: side", "- name: first\n    image: a:1\n  - name: side"));

    assertThat(place(results(moved).get(0))).isNotEqualTo(place(results(before).get(0)));
    assertThat(fingerprint(moved)).isEqualTo(fingerprint(before)).hasSize(64);
    assertThat(fingerprint(checked(POD.replace("name: web\n    image", "name: www\n    image"))))
        .isNotEqualTo(fingerprint(before));
  }

  private static String fingerprint(String log) {
    return results(log).stream()
        .filter(result -> "image-tag".equals(result.get("ruleId")))
        .map(result -> SarifTest.<String>at(result, "partialFingerprints", "slipway/v1"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatAnEnvironmentRendersIsShownAtItsWorkloadAndItsWaivers() throws IOException {
    Files.writeString(directory.resolve("shop.yaml"), ENVIRONMENT);

    String log = log("check", "-f", "shop.yaml", "--format", "sarif");

    isValid(log);
    assertThat(results(log))
        .filteredOn(result -> "image-tag".equals(result.get("ruleId")))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(place(result)).isEqualTo("shop.yaml:7:9");
              assertThat(SarifTest.<Object>at(result, "suppressions", 0))
                  .isEqualTo(
                      Map.of(
                          "kind",
                          "external",
                          "status",
                          "accepted",
                          "justification",
                          "the mirror keeps no other tag"));
            });
    assertThat(results(log))
        .filteredOn(result -> "unused-waiver".equals(result.get("ruleId")))
        .extracting(SarifTest::place)
        .containsExactly("shop.yaml:16:5");
  }

  @Test
  void againstABaselineEachFindingIsNewOrNot() throws IOException {
    Files.writeString(directory.resolve("web.yaml"), POD);
    log("check", "--write-baseline", "known.yaml", "web.yaml");

    String log =
        checked(POD.replace("side:1.0", "side"), "--baseline", "known.yaml", "--fail-on", "never");

    isValid(log);
    assertThat(results(log))
        .extracting(result -> place(result) + " " + result.get("baselineState"))
        .containsExactly("web.yaml:10:5 new", "web.yaml:14:5 unchanged");
  }

  @Test
  void whatTheModelSaysOfTheWholeIsShownAtTheFilesStart() throws IOException {
    isValid(
        Shipped.run(
                Shipped.PROJECT,
                Map.of(),
                "check",
                "--format",
                "sarif",
                "-f",
                "environments/mllp-server-prod.yaml")
            .out());
    String log =
        Shipped.run(
                Shipped.PROJECT,
                Map.of(),
                "check",
                "--format",
                "sarif",
                "-f",
                "environments/mllp-server-prod.yaml")
            .out();

    assertThat(results(log))
        .filteredOn(result -> "mllp-client-namespaces".equals(result.get("ruleId")))
        .extracting(SarifTest::place)
        .containsExactly("environments/mllp-server-prod.yaml:1:1");
  }

  @Test
  void aNameThatNoUriMayHaveIsEncoded() throws IOException {
    Files.writeString(directory.resolve("web und größe.yaml"), POD);

    assertThat(place(results(log("check", "--format", "sarif", "web und größe.yaml")).get(0)))
        .isEqualTo("web%20und%20gr%C3%B6%C3%9Fe.yaml:14:5");
  }
}
