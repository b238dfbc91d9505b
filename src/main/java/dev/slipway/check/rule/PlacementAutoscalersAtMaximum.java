package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** Every pod finds a declared node when every autoscaler has made as many as it may. */
final class PlacementAutoscalersAtMaximum extends ScenarioRule {
  PlacementAutoscalersAtMaximum() {
    super("autoscalers-at-maximum");
  }

  @Override
  public RuleText text() {
    return RuleText.of(
            "Every pod finds a declared node when every autoscaler has made as many as it "
                + "may.")
        .why(
            "An autoscaler makes its most pods under the heaviest load, which is when those"
                + " without a node are missed most.")
        .remedy("Add nodes, ask for less, or lower the maximum.")
        .on(
            """
            cluster:
              name: prod
              kubernetes: "1.34"
              nodeGroups:
              - name: platform
                machine: {cpu: 4, memory: 16Gi, pods: 110}
                nodes: 2
            scenarios: [autoscalers-at-maximum]
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
