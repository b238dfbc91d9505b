package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** Every pod finds a node of the declared cluster. */
final class PlacementAsDeclared extends ScenarioRule {
  PlacementAsDeclared() {
    super("as-declared");
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every pod finds a node of the declared cluster.")
        .why(
            "A pod that no node has room for, or that no node may take, stays Pending for "
                + "ever; a rollout or an installation waits for it until it gives up.")
        .remedy(
            "Ask for less, add nodes or larger machines, or let the pod go where there is "
                + "room.")
        .on(
            """
            cluster:
              name: prod
              kubernetes: "1.34"
              nodeGroups:
              - name: platform
                machine: {cpu: 4, memory: 16Gi, pods: 110}
                nodes: 2
            scenarios: [as-declared]
            """)
        .failing(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              replicas: 4
              selector:
                matchLabels: {app: web}
              template:
                metadata:
                  labels: {app: web}
                spec:
                  containers:
                  - name: web
                    image: registry.example.com/web:1.4.2
                    resources:
                      requests: {cpu: "2", memory: 1Gi}
            """,
            "",
            "No node is found for 2 pods of it: 0/2 nodes are available: 2 Insufficient cpu. 4 pods"
                + " can only go on 2 nodes, with 7500m of cpu left together; the request is 8.")
        .passing(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              replicas: 4
              selector:
                matchLabels: {app: web}
              template:
                metadata:
                  labels: {app: web}
                spec:
                  containers:
                  - name: web
                    image: registry.example.com/web:1.4.2
                    resources:
                      requests: {cpu: "1", memory: 1Gi}
            """);
  }
}
