package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** Every pod finds a node when autoscalers and node groups are at their maximum. */
final class PlacementNodeGroupsAtMaximum extends ScenarioRule {
  PlacementNodeGroupsAtMaximum() {
    super("node-groups-at-maximum");
  }

  @Override
  public RuleText text() {
    return RuleText.of(
            "Every pod finds a node when autoscalers and node groups are at their maximum.")
        .why(
            "A cluster that has grown as far as it may and still has no room leaves pods "
                + "Pending under the heaviest load.")
        .remedy(
            "Raise the maximum of a node group, ask for less, or lower the maximum of an "
                + "autoscaler.")
        .on(
            """
            cluster:
              name: prod
              kubernetes: "1.34"
              nodeGroups:
              - name: platform
                machine: {cpu: 4, memory: 16Gi, pods: 110}
                nodes: {min: 1, max: 2}
            scenarios: [node-groups-at-maximum]
            """)
        .failing(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
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
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata:
              name: web
            spec:
              minReplicas: 1
              maxReplicas: 3
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
            """,
            "",
            "No node is found for 1 pod of it: 0/2 nodes are available: 2 Insufficient cpu. 3 pods"
                + " can only go on 2 nodes, with 7500m of cpu left together; the request is 9.")
        .passing(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
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
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata:
              name: web
            spec:
              minReplicas: 1
              maxReplicas: 3
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
            """);
  }
}
