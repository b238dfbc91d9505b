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
}
