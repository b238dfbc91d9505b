package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** Every pod finds another node when all nodes of any one zone are gone. */
final class PlacementZoneLost extends ScenarioRule {
  PlacementZoneLost() {
    super("zone-lost");
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every pod finds another node when all nodes of any one zone are gone.")
        .why(
            "A cloud loses a zone now and then, and all nodes in it at once. The others "
                + "must have room for what stood there.")
        .remedy("Add nodes in the other zones, ask for less, or let the pod go to other zones.")
        .on(
            """
            cluster:
              name: prod
              kubernetes: "1.34"
              nodeGroups:
              - name: platform
                machine: {cpu: 4, memory: 16Gi, pods: 110}
                nodes: 2
                zones: [a, b]
            scenarios: [zone-lost]
            """)
        .failing(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              replicas: 2
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
            "When zone 'a' is gone, no node is found for 1 pod of it: 0/1 nodes are "
                + "available: 1 Insufficient cpu.")
        .passing(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              replicas: 2
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
