package dev.slipway.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.check.Finding;
import dev.slipway.check.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaiversTest {
  private static Report report(String waivers) {
    String file =
        """
        environment: shop
        cluster: {name: dev, kubernetes: "1.34"}
        applications:
          - name: shop
            workloads:
              - name: shop
                containers:
                  - name: web
                    image: "registry.example.com/shop:1"
                    env: {PASSWORD: {secret: shop-db, key: password}}
            secrets:
              - {literal: shop-db, values: {password: "${env:PASSWORD}"}}
        """
            + waivers;
    Environment environment =
        new Environments(List.of())
            .read(
                "shop.yaml",
                Inputs.of(Map.of("shop.yaml", file.getBytes(UTF_8)), Map.of("PASSWORD", "x")))
            .orElseThrow();
    return environment.check(environment.plan());
  }

  @Test
  void aWaiverCoversTheFindingAboutItsObject() {
    Report report =
        report("waivers: [{rule: literal-secret, kind: Secret, name: shop-db, reason: a demo}]");

    assertThat(report.findings())
        .extracting(Finding::rule, Finding::waived)
        .containsExactly(tuple("literal-secret", Optional.of("a demo")));
  }

  @Test
  void aWaiverForAnotherNamespaceDoesNotCoverIt() {
    Report report =
        report(
            "waivers: [{rule: literal-secret, kind: Secret, name: shop-db, namespace: other,"
                + " reason: a demo}]");

    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("literal-secret", "unused-waiver");
  }

  @Test
  void aWaiverThatWaivesNothingIsItselfAFindingAtItsPlace() {
    Report report =
        report("waivers: [{rule: literal-secrets, kind: Secret, name: shop-db, reason: a demo}]");

    Finding unused =
        report.findings().stream()
            .filter(finding -> finding.rule().equals("unused-waiver"))
            .findFirst()
            .orElseThrow();
    assertThat(unused.message())
        .isEqualTo("The waiver of 'literal-secrets' for Secret 'shop-db' waives nothing.");
    assertThat(unused.remedy()).isEqualTo("Did you mean 'literal-secret'?");
    assertThat(unused.at().orElseThrow()).hasToString("shop.yaml:13:11");
  }
}
