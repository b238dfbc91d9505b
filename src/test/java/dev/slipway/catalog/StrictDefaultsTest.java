package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Finding;
import dev.slipway.environment.Environment;
import dev.slipway.render.Plan;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import dev.slipway.testing.EnvironmentFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a system as given goes without is said, for the reason that its guide gives. */
class StrictDefaultsTest {
  private static final Pattern TABLE =
      Pattern.compile(
          "## What strict defaults add\n.*?\\|---\\|---\\|\n((?:\\|[^\n]*\n)+)", Pattern.DOTALL);

  private static final String CLUSTER =
      """
      environment: test
      cluster:
        name: test
        kubernetes: "1.34"
        installed: [hyperbytedb.hyperbyte.cloud/v1alpha1, cert-manager]
        nodeGroups: [{name: apps, machine: {cpu: 4, memory: 16Gi}, nodes: 5}]
      applications:
      """;

  private static final String HYPERCACHE =
      "- {name: hyc, system: hypercache, defaults: as-given, auth: open-sesame}\n";
  private static final String HYPERTERSE =
      """
      - name: tools
        system: hyperterse
        defaults: as-given
        image: tools:1
        env: {URL: {secret: db, key: url}}
        secrets: [{existing: db, keys: [url], revision: "1"}, {literal: more, values: {a: b}}]
        configuration: {folder: /etc/hyperterse, files: {a.yaml: "name: tools"}}
      """;
  private static final String MLLP =
      "- {name: mllp-server, system: mllp-server, defaults: as-given, image: mllp:1, replicas:"
          + " 2}\n";
  private static final String HYPERBYTEDB =
      """
      - name: metrics
        system: hyperbytedb
        defaults: as-given
        spec: {replicas: 3, image: "hyperbytedb:1.0.0", version: "1.0.0"}
      """;

  private static Plan plan(String application) {
    return EnvironmentFiles.parse(CLUSTER + application).plan().withLeftOut();
  }

  private static Stream<Declaration.LeftOut> leftOut(Plan plan) {
    return plan.declared().stream()
        .filter(Declaration.LeftOut.class::isInstance)
        .map(Declaration.LeftOut.class::cast);
  }

  /** One line for each: the object, the field, what would be there, and why. */
  private static List<String> lines(Plan plan) {
    return leftOut(plan)
        .map(
            out ->
                "%s %s: %s: %s"
                    .formatted(out.object().kind().kind(), out.field(), out.addition(), out.why()))
        .toList();
  }

  @Test
  void theChartOfHyperCacheGoesWithoutThese() {
    assertThat(lines(EnvironmentFiles.read("hypercache").plan().withLeftOut()))
        .containsExactly(
            "StatefulSet spec.template.spec.automountServiceAccountToken:"
                + " 'automountServiceAccountToken: false', also to ServiceAccount 'hyc-hypercache':"
                + " the server does not talk to the cluster's API",
            "StatefulSet spec.template.spec.enableServiceLinks: 'enableServiceLinks: false': other"
                + " Services' addresses are no business of its environment",
            "StatefulSet spec.template.spec.topologySpreadConstraints:"
                + " 'topologySpreadConstraints': the chart's wish to stand apart does not know"
                + " zones",
            "PodDisruptionBudget spec.unhealthyPodEvictionPolicy: 'unhealthyPodEvictionPolicy:"
                + " AlwaysAllow': a pod that never became ready must not hold up a drain",
            "StatefulSet : NetworkPolicy 'hyc-hypercache': nobody but the cache's pods has business"
                + " at the dist port",
            "StatefulSet metadata.labels[\"app.kubernetes.io/part-of\"]:"
                + " 'app.kubernetes.io/part-of', also to 5 other objects: tools find and group"
                + " objects by the standard labels");
  }

  @Test
  void whatEachContainerSaysOfItselfIsNotMissingFromItsPod() {
    assertThat(lines(plan(HYPERTERSE)))
        .filteredOn(line -> line.contains("securityContext"))
        .containsExactly(
            "Deployment spec.template.spec.securityContext.seccompProfile: 'seccompProfile.type:"
                + " RuntimeDefault', 'allowPrivilegeEscalation: false' and 'capabilities.drop:"
                + " [ALL]': with these the pods pass the level restricted");
  }

  @Test
  void itIsSaidOfACustomResourceToo() {
    assertThat(lines(plan(HYPERBYTEDB)))
        .contains(
            "HyperbytedbCluster spec.topologySpreadConstraints: 'topologySpreadConstraints':"
                + " members on one node go down together");
  }

  @Test
  void nothingIsSaidUnderStrictDefaults() {
    assertThat(lines(plan(HYPERCACHE.replace("as-given", "strict")))).isEmpty();
  }

  @Test
  void whatIsPatchedInIsNotLeftOut() {
    String patched =
        HYPERTERSE
            + """
            patches:
            - kind: Deployment
              name: tools
              merge:
                spec: {template: {spec: {enableServiceLinks: true, automountServiceAccountToken: false}}}
            """;

    assertThat(lines(plan(patched)))
        .noneMatch(line -> line.contains("enableServiceLinks"))
        .noneMatch(line -> line.contains("automountServiceAccountToken"))
        .anyMatch(line -> line.contains("seccompProfile"));
  }

  @Test
  void itIsInformationThatCanBeWaived() {
    String waived =
        HYPERTERSE
            + """
            waivers:
            - {rule: as-given, kind: Deployment, name: tools, reason: to be compared with the page}
            """;
    Environment environment = EnvironmentFiles.parse(CLUSTER + waived);

    assertThat(environment.check(environment.plan().withLeftOut()).findings())
        .filteredOn(finding -> finding.rule().equals("as-given"))
        .isNotEmpty()
        .allMatch(Finding::isWaived)
        .extracting(Finding::severity)
        .containsOnly(Notice.Severity.INFO);
  }

  @Test
  void noSecretIsSaid() {
    assertThat(lines(plan(HYPERCACHE))).noneMatch(line -> line.contains("open-sesame"));
  }

  @ParameterizedTest
  @CsvSource({"hypercache", "hyperterse", "mllp-server", "hyperbytedb"})
  void theGuideGivesTheSameReasons(String guide) throws IOException {
    Set<String> reasons = new HashSet<>();
    leftOut(plan(application(guide))).forEach(out -> reasons.add(out.why()));
    Matcher table = TABLE.matcher(Files.readString(Path.of("docs", guide + ".md")));
    assertThat(table.find()).isTrue();

    List<String> given =
        table
            .group(1)
            .lines()
            .map(row -> row.split("\\s*\\|\\s*"))
            .filter(cells -> !cells[1].toLowerCase(Locale.ROOT).contains("namespace with"))
            .map(cells -> cells[2])
            .toList();

    assertThat(given).containsExactlyInAnyOrderElementsOf(reasons);
  }

  private static String application(String guide) {
    return switch (guide) {
      case "hypercache" -> HYPERCACHE;
      case "hyperterse" -> HYPERTERSE;
      case "mllp-server" -> MLLP;
      default -> HYPERBYTEDB;
    };
  }
}
