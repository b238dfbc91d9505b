package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline has what was found on the first day, so that only what comes to it fails. */
class BaselineTest {
  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
            - name: web
              image: registry.example.com/shop:latest
              env:
              - {name: DB_PASSWORD, value: hunter2-hunter2}
      """;

  private static final String KNOWN =
      """
      # What 'slipway check' found when this was written with --write-baseline. With --baseline it
      # fails nothing any more, and only what comes to it does. Entries may be removed by hand.
      findings:
      - object: Deployment shop/web
        rule: image-tag
        field: spec.template.spec.containers[web].image
      - object: Deployment shop/web
        rule: resource-requests
        field: spec.template.spec.containers[web].resources.requests
      - object: Deployment shop/web
        rule: secret-in-env
        field: spec.template.spec.containers[web].env[DB_PASSWORD].value
      """;

  @TempDir Path directory;

  private Outcome check(String manifests, String... more) throws IOException {
    Files.writeString(directory.resolve("web.yaml"), manifests);
    String[] args = new String[more.length + 2];
    args[0] = "check";
    System.arraycopy(more, 0, args, 1, more.length);
    args[args.length - 1] = "web.yaml";
    return new Command(directory).run(args);
  }

  private String known() throws IOException {
    return Files.readString(directory.resolve("known.yaml"));
  }

  @Test
  void theFileNamesWhatWasFoundInTurnAndNoValueOfIt() throws IOException {
    assertThat(check(WEB, "--write-baseline", "known.yaml"))
        .isEqualTo(new Outcome(0, "'known.yaml' has 3 findings now.\n", ""));
    assertThat(known()).isEqualTo(KNOWN).doesNotContain("hunter2");
  }

  @Test
  void whatItHasFailsNothingHoweverTheRestMoves() throws IOException {
    check(WEB, "--write-baseline", "known.yaml");
    String edited =
        "# moved\n"
            + WEB.replace("shop:latest", "store:latest")
                .replace("namespace: shop", "namespace: shop\n  labels: {team: shop}")
                .replace(
                    "      - name: web\n",
                    """
                          - name: first
                            image: registry.example.com/first:1.0
                            resources: {requests: {cpu: 1, memory: 1Gi}}
                          - name: web
                    """);

    assertThat(check(edited, "--baseline", "known.yaml"))
        .isEqualTo(new Outcome(0, "No findings in 1 object; 3 in the baseline.\n", ""));
  }

  @Test
  void whatComesToItFails() throws IOException {
    check(WEB, "--write-baseline", "known.yaml");
    String second = "---\n" + WEB.replace("web", "worker");

    Outcome outcome = check(WEB + second, "--baseline", "known.yaml");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("Deployment shop/worker\n", "3 findings in 2 objects: ", "; 3 in the baseline.\n")
        .doesNotContain("Deployment shop/web\n");
  }

  @Test
  void jsonHasOnlyWhatComesToIt() throws IOException {
    check(WEB, "--write-baseline", "known.yaml");

    assertThat(check(WEB, "--baseline", "known.yaml", "--format", "json").out())
        .isEqualTo("{\n  \"findings\": []\n}\n");
  }

  @Test
  void anEntryThatMatchesNothingIsToldAtItsLine() throws IOException {
    check(WEB, "--write-baseline", "known.yaml");

    assertThat(check(WEB.replace("latest", "1.4.2"), "--baseline", "known.yaml"))
        .isEqualTo(
            new Outcome(
                0,
                "No findings in 1 object; 2 in the baseline.\n",
                """
                known.yaml:4:3: The baseline has 'image-tag' of Deployment shop/web at spec.template.spec.containers[web].image, which is found no more.
                    Remove the entry, or write the baseline anew with --write-baseline.
                """));
  }

  @Test
  void whatIsFoundMoreOftenThanItSaysFails() throws IOException {
    String twice =
        WEB.replace("shop:latest", "shop:1.4.2")
            .replace("{name: DB_PASSWORD, value: hunter2-hunter2}", "{name: A, value: x}")
            .replace("env:", "resources: {requests: {cpu: 1, memory: 1Gi}}\n        env:");
    String role =
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: web, namespace: shop}
        rules:
        - {apiGroups: [""], resources: ["*"], verbs: [get]}
        - {apiGroups: [apps], resources: ["*"], verbs: [get]}
        """;
    check(twice + role, "--write-baseline", "known.yaml");
    assertThat(known())
        .endsWith("- object: Role shop/web\n  rule: wildcard-role\n  field: rules[]\n  times: 2\n");

    assertThat(check(twice + role, "--baseline", "known.yaml", "--fail-on", "info").code())
        .isZero();
    assertThat(
            check(
                    twice + role + "- {apiGroups: [batch], resources: [\"*\"], verbs: [get]}\n",
                    "--baseline",
                    "known.yaml",
                    "--fail-on",
                    "info")
                .code())
        .isEqualTo(1);
  }

  @Test
  void whatIsWaivedNeedsNoEntry() throws IOException {
    check(
        WEB.replace("name: web\n  namespace", "name: web\n  annotations: {ANNOTATION}\n  namespace")
            .replace("ANNOTATION", "slipway.dev/waive.image-tag: the mirror has no other"),
        "--write-baseline",
        "known.yaml");

    assertThat(known()).doesNotContain("image-tag");
  }

  @Test
  void aBaselineThatIsNotThereIsNoEmptyOne() throws IOException {
    assertThat(check(WEB, "--baseline", "known.yaml"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                """
                The baseline 'known.yaml' cannot be read.
                    Write one with '--write-baseline known.yaml'.

                1 problem; nothing was checked.
                """));
  }

  @Test
  void aBaselineWithAMisspeltFieldIsRefusedAtItsLine() throws IOException {
    Files.writeString(
        directory.resolve("known.yaml"), "findings:\n- {rule: image-tag, objekt: Pod web}\n");

    Outcome outcome = check(WEB, "--baseline", "known.yaml");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("known.yaml:2:", "'objekt'", "'object'");
  }

  @Test
  void writingItReplacesTheFileAndReadingItAtOnceIsRefused() throws IOException {
    Files.writeString(directory.resolve("known.yaml"), "an older one");
    check(WEB, "--write-baseline", "known.yaml");

    assertThat(known()).isEqualTo(KNOWN);
    assertThat(check(WEB, "--baseline", "known.yaml", "--write-baseline", "known.yaml").err())
        .startsWith("slipway: '--baseline' and '--write-baseline' are given both.\n");
  }
}
