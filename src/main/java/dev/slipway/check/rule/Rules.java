package dev.slipway.check.rule;

import dev.slipway.check.Rule;
import java.util.List;
import java.util.Optional;

/** Every rule, by its id. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new AsGiven(),
          new AutoscaledReplicas(),
          new AzureIdentity(),
          new BlockingBudget(),
          new BudgetQuorum(),
          new CertificateInConfigMap(),
          new DanglingNetworkPolicy(),
          new DanglingReference(),
          new DanglingService(),
          new ExclusiveVolume(),
          new GracePeriod(),
          new HyperbytedbReplicas(),
          new ImageTag(),
          new LegalNames(),
          new LiteralSecret(),
          new NodeSelector(),
          new PlacementAsDeclared(),
          new PlacementAutoscalersAtMaximum(),
          new PlacementNodeDrained(),
          new PlacementNodeGroupsAtMaximum(),
          new PlacementRollingUpdate(),
          new PlacementTwoTrainers(),
          new PlacementZoneLost(),
          new PodSecurityLevel(),
          new RequiredLabels(),
          new RequiredResources(),
          new ResourceRequests(),
          new RetiredPodSecurityPolicy(),
          new ScrapedTwice(),
          new SecretInConfigMap(),
          new SecretInEnv(),
          new SecretInProbe(),
          new UnclearAnnotation(),
          new UnusedWaiver(),
          new WritableRoot());

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }

  /** The rule of an id. */
  public static Optional<Rule> named(String id) {
    for (Rule rule : ALL) {
      if (rule.id().equals(id)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
