package dev.slipway.check.rule;

/** What the examples of scenarios have in common: nodes of four cores, and a server that asks. */
final class ScenarioExamples {
  private ScenarioExamples() {}

  /** A cluster with one group of nodes, and the one scenario that must hold on it. */
  static String cluster(String nodes, String scenario) {
    return """
    cluster:
      name: prod
      kubernetes: "1.34"
      nodeGroups:
      - name: platform
        machine: {cpu: 4, memory: 16Gi, pods: 110}
        nodes: %s
    scenarios: [%s]
    """
        .formatted(nodes, scenario);
  }

  /** So many pods that each request so many cores. */
  static String web(int replicas, String cpu) {
    return deployment("  replicas: " + replicas + "\n", cpu);
  }

  /** Two pods that each request three cores, rolled in one way. */
  static String rolled(String rollingUpdate) {
    return deployment(
        "  replicas: 2\n  strategy:\n    rollingUpdate: {" + rollingUpdate + "}\n", "3");
  }

  /** One to three pods that each request so many cores. */
  static String autoscaled(String cpu) {
    return deployment("", cpu)
        + """
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 1
          maxReplicas: 3
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
        """;
  }

  private static String deployment(String scale, String cpu) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
    %s  selector:
        matchLabels: {app: web}
      template:
        metadata:
          labels: {app: web}
        spec:
          containers:
          - name: web
            image: registry.example.com/web:1.4.2
            resources:
              requests: {cpu: "%s", memory: 1Gi}
    """
        .formatted(scale, cpu);
  }
}
