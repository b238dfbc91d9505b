package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** Every pod finds another node when any one node is drained. */
final class PlacementNodeDrained extends ScenarioRule {
  PlacementNodeDrained() {
    super("node-drained");
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every pod finds another node when any one node is drained.")
        .why(
            "Nodes are drained for each upgrade of a cluster. What finds no other node then"
                + " is away until its own comes back.")
        .remedy(
            "Add a node, ask for less, or accept with a waiver that the workload is away "
                + "while its node is drained.")
        .on(
            """
            cluster:
              name: prod
              kubernetes: "1.34"
              nodeGroups:
              - name: platform
                machine: {cpu: 4, memory: 16Gi, pods: 110}
                nodes: 2
            scenarios: [node-drained]
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
            "When node 'platform-0' is drained, no node is found for 1 pod of it: 0/2 nodes"
                + " are available: 1 Insufficient cpu, 1 node(s) were unschedulable.")
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
