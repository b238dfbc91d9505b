package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** The next version's trainer finds a node beside the one that there is. */
final class PlacementTwoTrainers extends ScenarioRule {
  PlacementTwoTrainers() {
    super("two-trainers");
  }

  @Override
  public RuleText text() {
    return RuleText.of("The next version's trainer finds a node beside the one that there is.")
        .why(
            "Before an upgrade of Hyperscience the next version's trainer is installed "
                + "beside the current one.")
        .remedy("Add a trainer node, at least for the upgrade, or ask for less.")
        .on(
            """
            cluster:
              name: prod
              kubernetes: "1.34"
              nodeGroups:
              - name: platform
                machine: {cpu: 16, memory: 16Gi, pods: 110}
                nodes: 1
            scenarios: [two-trainers]
            """)
        .failing(
            trainer(10),
            "",
            "No node is found for 1 pod of it: 0/1 nodes are available: 1 Insufficient cpu. 2 pods"
                + " can only go on 1 node, with 15750m of cpu left together; the request is 20.")
        .passing(trainer(5));
  }

  private static String trainer(int cpu) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: trainer
    spec:
      replicas: 1
      selector:
        matchLabels: {app.kubernetes.io/component: trainer}
      template:
        metadata:
          labels: {app.kubernetes.io/component: trainer}
        spec:
          containers:
          - name: trainer
            image: registry.example.com/trainer:1.4.2
            resources:
              requests: {cpu: "%s", memory: 1Gi}
    """
        .formatted(cpu);
  }
}
