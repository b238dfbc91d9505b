package dev.slipway.notation;

import dev.slipway.definition.Outline;

/** What people who know other tools call the fields of a workload. */
final class WorkloadWords {
  private WorkloadWords() {}

  static Outline known(Outline workload) {
    return workload
        .hint(
            "disruption: {minAvailable: 2}",
            "budget",
            "pdb",
            "disruptionBudget",
            "podDisruptionBudget",
            "minAvailable",
            "maxUnavailable")
        .hint(
            "replicas: {min: 2, max: 10, cpu: 70}",
            "autoscale",
            "autoscaled",
            "autoscaling",
            "autoscaler",
            "hpa",
            "scale",
            "minReplicas",
            "maxReplicas")
        .hint(
            "containers: [{name: web, image: \"registry.example.com/shop:1.4.2\"}]",
            "image",
            "container",
            "command",
            "args")
        .hint(
            "containers: [{name: web, image: \"registry.example.com/shop:1.4.2\", ports: {http:"
                + " 8080}}]",
            "port",
            "ports")
        .hint(
            "containers: [{name: web, image: \"registry.example.com/shop:1.4.2\", resources:"
                + " {requests: {cpu: 100m, memory: 128Mi}}}]",
            "resources",
            "requests",
            "limits",
            "cpu",
            "memory")
        .hint(
            "containers: [{name: web, image: \"registry.example.com/shop:1.4.2\", mounts:"
                + " [{scratch: 1Gi, path: /tmp}]}]",
            "mounts",
            "volumes",
            "volumeMounts",
            "volume")
        .hint(
            "containers: [{name: web, image: \"registry.example.com/shop:1.4.2\", readiness:"
                + " {http: /ready, port: http}}]",
            "readiness",
            "liveness",
            "startup",
            "probe",
            "probes",
            "readinessProbe",
            "livenessProbe")
        .hint("settings: {LOG_LEVEL: info}", "env", "environment", "config", "configMap")
        .hint("services: [{ports: [{name: http, port: 80}]}]", "service", "expose")
        .hint("nodeGroups: platform", "nodePool", "nodePools", "placement")
        .hint("grace: 45s", "terminationGracePeriodSeconds")
        .hint(
            "spread: [{over: zone, required: true}]", "topologySpread", "topologySpreadConstraints")
        .hint("rollout: {surge: 1, unavailable: 0}", "strategy", "updateStrategy")
        .hint(
            "job: {backoffLimit: 2, deadline: 10m}",
            "backoffLimit",
            "completions",
            "parallelism",
            "activeDeadlineSeconds")
        .hint(
            "serviceAccount: {identity: {gke: shop@my-project.iam.gserviceaccount.com}}",
            "identity")
        .hint("podAnnotations: {prometheus.io/scrape: \"true\"}", "annotations");
  }
}
