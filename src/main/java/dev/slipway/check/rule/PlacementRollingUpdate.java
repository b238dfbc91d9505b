package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** The pods that a rolling update starts before it ends old ones find nodes. */
final class PlacementRollingUpdate extends ScenarioRule {
  PlacementRollingUpdate() {
    super("rolling-update");
  }

  @Override
  public RuleText text() {
    return RuleText.of("The pods that a rolling update starts before it ends old ones find nodes.")
        .why(
            "An update whose new pods find no node neither goes on nor ends: the old "
                + "version stays until somebody makes room.")
        .remedy(
            "Add a node, ask for less, or let the update end old pods first: maxUnavailable"
                + " of 1.")
        .on(
            """
            cluster:
              name: prod
              kubernetes: "1.34"
              nodeGroups:
              - name: platform
                machine: {cpu: 4, memory: 16Gi, pods: 110}
                nodes: 2
            scenarios: [rolling-update]
            """)
        .failing(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              replicas: 2
              strategy:
                rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
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
                      requests: {cpu: "3", memory: 1Gi}
            """,
            "",
            "When Deployment web is rolled with 1 pod more, no node is found for 1 pod of "
                + "it: 0/2 nodes are available: 2 Insufficient cpu.")
        .passing(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              replicas: 2
              strategy:
                rollingUpdate: {maxSurge: 0, maxUnavailable: 1}
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
                      requests: {cpu: "3", memory: 1Gi}
            """);
  }
}
