package dev.slipway.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.Manifest;
import dev.slipway.target.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a rule's finding where the model has a word on the same object. */
class NoticesAndRulesTest {
  private static final List<Manifest> POD =
      Manifests.of(
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: web, namespace: shop}
          spec:
            containers:
            - name: web
              image: registry.example.com/web:1.0
              resources: {requests: {cpu: 100m, memory: 64Mi}}
              env:
              - name: PASSWORD
                valueFrom: {secretKeyRef: {name: shop-db, key: password}}
          """);

  @Test
  void aWarningOfTheModelHidesNoErrorOfARule() {
    Report report = report(warning("dangling-reference"));

    assertThat(report.blocks()).isTrue();
    assertThat(report.findings())
        .filteredOn(finding -> finding.rule().equals("dangling-reference"))
        .extracting(Finding::severity)
        .containsExactly(Notice.Severity.ERROR);
  }

  @Test
  void whatTheModelSaysAsSeverelyIsSaidOnce() {
    Report report =
        report(
            Notice.error("dangling-reference", "Nothing makes Secret 'shop-db'.", "Declare it.")
                .about(POD.get(0).ref()));

    assertThat(report.findings())
        .filteredOn(finding -> finding.rule().equals("dangling-reference"))
        .extracting(Finding::message)
        .containsExactly("Nothing makes Secret 'shop-db'.");
  }

  private static Notice warning(String rule) {
    return Notice.warning(rule, "Nothing makes Secret 'shop-db'.", "Declare it.")
        .about(POD.get(0).ref());
  }

  private static Report report(Notice notice) {
    Cluster cluster = Cluster.builder("prod").kubernetes("1.34").build();
    return Checks.of(cluster, List.of(), List.of()).run(POD, List.of(notice));
  }
}
