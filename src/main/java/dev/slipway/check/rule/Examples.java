package dev.slipway.check.rule;

/** What the examples of several rules begin with. */
final class Examples {
  private Examples() {}

  /** A Deployment that breaks no rule, with a line of its spec. */
  static String deployment(String specLine) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
      %s
      selector:
        matchLabels: {app: web}
      template:
        metadata:
          labels: {app: web}
        spec:
          containers:
          - name: web
            image: registry.example.com/shop:1.4.2
            resources:
              requests: {cpu: 100m, memory: 128Mi}
    """
        .formatted(specLine);
  }

  /**
   * A Pod that breaks no rule, with more lines for its container.
   *
   * @param lines each as deep as {@code image}
   */
  static String pod(String lines) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
      labels: {app: web}
    spec:
      containers:
      - name: web
        image: registry.example.com/shop:1.4.2
        resources:
          requests: {cpu: 100m, memory: 128Mi}
    """
        + lines.indent(4);
  }

  /**
   * A Deployment that breaks no rule, with more lines for its container.
   *
   * @param lines each as deep as {@code image}
   */
  static String deploymentOf(String lines) {
    return deployment("replicas: 2") + lines.indent(8);
  }

  /**
   * A Service for the pods of either.
   *
   * @param port its only port, as {@code {port: 80}}
   */
  static String service(String port) {
    return """
    ---
    apiVersion: v1
    kind: Service
    metadata:
      name: web
      labels: {app: web}
    spec:
      selector: {app: web}
      ports:
      - %s
    """
        .formatted(port);
  }

  /** A PodDisruptionBudget that lets one of the pods of either go. */
  static String budget(String name, String app) {
    return """
    ---
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata:
      name: %s
    spec:
      maxUnavailable: 1
      selector:
        matchLabels: {app: %s}
    """
        .formatted(name, app);
  }

  /** A HorizontalPodAutoscaler. */
  static String autoscaler(String name, String target) {
    return """
    ---
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata:
      name: %s
    spec:
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %s}
      minReplicas: 2
      maxReplicas: 10
    """
        .formatted(name, target);
  }
}
