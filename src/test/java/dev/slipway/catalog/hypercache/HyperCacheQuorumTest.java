package dev.slipway.catalog.hypercache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.app.Disruption;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Declaration;
import dev.slipway.testing.YamlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyperCacheQuorumTest {

  @ParameterizedTest
  @CsvSource({
    // The chart's own default first.
    "5, 3, 4",
    "3, 3, 2",
    "4, 4, 3",
    "5, 5, 3",
    "9, 5, 7",
    "100, 7, 97"
  })
  void theBudgetLeavesAQuorumOfOwners(int replicas, int replicationFactor, int minAvailable) {
    HyperCache.Builder cache =
        Caches.asGiven().replicas(replicas).cluster(Caches.owners(replicationFactor));

    assertThat(budget(cache)).isEqualTo(YamlText.mapping("minAvailable: " + minAvailable));
    assertThat(Caches.noticed(cache)).isEmpty();
    assertThat(Caches.plan(cache).declared())
        .filteredOn(Declaration.Quorum.class::isInstance)
        .extracting(declared -> ((Declaration.Quorum) declared).minAvailable())
        .containsExactly(minAvailable);
  }

  @Test
  void withTwoOwnersNoBudgetKeepsAQuorumAndTheArithmeticSaysWhy() {
    HyperCache.Builder cache = Caches.asGiven().replicas(3).cluster(Caches.owners(2));

    assertThat(Caches.noticed(cache))
        .containsExactly(
            "budget-quorum ERROR No disruption budget keeps a quorum and lets a node be drained"
                + " (replication factor 2: a key has 2 owners, floor(2 / 2) + 1 = 2 of them must be"
                + " up, so 2 - 2 = 0 may be away and 3 - 0 = 3 of 3 pods must stay). While a pod is"
                + " away, keys that it owns are not written. Give a replication factor of 3 and at"
                + " least 3 replicas: then one pod may be away.");
    assertThat(budget(cache)).isEqualTo(YamlText.mapping("maxUnavailable: 1"));
  }

  @Test
  void oneOwnerIsAWarningSinceNobodyCountsOnMore() {
    assertThat(Caches.noticed(Caches.asGiven().replicas(3).cluster(Caches.owners(1))))
        .hasSize(1)
        .allMatch(notice -> notice.startsWith("budget-quorum WARNING "));
  }

  @Test
  void aBudgetThatLetsTooManyGoIsAnError() {
    assertThat(Caches.noticed(Caches.asGiven().disruption(Disruption.minAvailable(3))))
        .containsExactly(
            "budget-quorum ERROR The disruption budget lets 2 of 5 pods go at a time, and a"
                + " quorum leaves 1 (replication factor 3: a key has 3 owners, floor(3 / 2) + 1 = 2"
                + " of them must be up, so 3 - 2 = 1 may be away and 5 - 1 = 4 of 5 pods must"
                + " stay). Leave the budget out, or give minAvailable 4.");
    assertThat(Caches.noticed(Caches.asGiven().disruption(Disruption.unbounded())))
        .hasSize(1)
        .allMatch(notice -> notice.contains("lets 5 of 5 pods go"));
    assertThat(Caches.noticed(Caches.asGiven().disruption(Disruption.maxUnavailable(1)))).isEmpty();
  }

  @Test
  void aBudgetThatBlocksEveryDrainIsRefused() {
    assertThatThrownBy(
            () -> Caches.asGiven().disruption(Disruption.minAvailable(5)).build().application())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no node with one of them could be drained");
  }

  @Test
  void thereAreNeverFewerPodsThanOwners() {
    assertThatThrownBy(() -> Caches.strict().replicas(2).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("It has 2 replicas, and each key is to have 3 owners.");
  }

  private static Mapping budget(HyperCache.Builder cache) {
    return Caches.plan(cache).all().ofKind("PodDisruptionBudget").get(0).spec().without("selector");
  }
}
