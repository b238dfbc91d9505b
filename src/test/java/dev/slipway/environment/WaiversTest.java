package dev.slipway.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.render.Plan;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaiversTest {
  private static Plan plan(String waivers) {
    String file =
        """
        environment: shop
        cluster: {name: dev, kubernetes: "1.34"}
        applications:
          - name: shop
            workloads:
              - name: shop
                containers: [{name: web, image: "registry.example.com/shop:1"}]
            secrets:
              - {literal: shop-db, values: {password: "${env:PASSWORD}"}}
        """
            + waivers;
    return new Environments(List.of())
        .read(
            "shop.yaml",
            Inputs.of(Map.of("shop.yaml", file.getBytes(UTF_8)), Map.of("PASSWORD", "x")))
        .orElseThrow()
        .plan();
  }

  @Test
  void aWaiverIsDeclaredForTheObjectThatItIsFor() {
    Plan plan =
        plan("waivers: [{rule: literal-secret, kind: Secret, name: shop-db, reason: a demo}]");

    assertThat(plan.declared())
        .contains(
            new Declaration.Waived(
                "literal-secret",
                Optional.of(new ObjectRef.Key(GroupKind.of("", "Secret"), "shop", "shop-db")),
                "a demo"));
    assertThat(plan.notices()).extracting(Notice::rule).doesNotContain("unused-waiver");
  }

  @Test
  void aWaiverThatWaivesNothingIsItselfANotice() {
    Plan plan =
        plan("waivers: [{rule: literal-secrets, kind: Secret, name: shop-db, reason: a demo}]");

    assertThat(plan.notices())
        .contains(
            Notice.warning(
                "unused-waiver",
                "The waiver at shop.yaml:10:11 of 'literal-secrets' for Secret 'shop-db' waives"
                    + " nothing.",
                "Did you mean 'literal-secret'?"));
  }
}
