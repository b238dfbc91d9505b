package dev.slipway.cdk8s;

import dev.slipway.check.Requirements;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.ApiObjectProps;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.JsonPatch;

/** An app of somebody else's with a cluster in it, and with what its argument names wrong in it. */
final class BrokenApp {
  private final App app = new App();
  private final Chart theirs = new Chart(app, "theirs");

  private BrokenApp(Requirements requirements) {
    Cluster cluster =
        Cluster.builder("prod")
            .kubernetes("1.34")
            .nodeGroup(
                NodeGroup.builder("platform")
                    .label("pool", "platform")
                    .machine(MachineType.of("8", "32Gi", 58))
                    .nodes(2)
                    .build())
            .build();
    new ClusterConstruct(
        new Chart(app, "ours"),
        "prod",
        cluster,
        ClusterProps.builder().requirements(requirements).build());
    object("v1", "ConfigMap", "settings", Map.of("data", Map.of("a", "b")));
  }

  /** Runs the app. */
  public static void main(String[] args) {
    BrokenApp broken =
        new BrokenApp(
            List.of(args).contains("no-requests")
                ? new Requirements(List.of("cpu", "memory"), List.of(), List.of())
                : Requirements.NONE);
    for (String what : args) {
      switch (what) {
        case "unknown-nodes" -> broken.deploymentOnNodesThatThereAreNone();
        case "too-big" -> broken.deploymentThatIsTooBig();
        case "no-requests" -> broken.deploymentWithoutRequests();
        case "privileged" -> broken.privilegedDeployment();
        case "idle-policy" -> broken.policyThatSelectsNothing();
        case "duplicate" -> broken.secondObjectOfAName();
        default -> throw new IllegalArgumentException(what);
      }
    }
    broken.app.synth();
  }

  private void deploymentOnNodesThatThereAreNone() {
    deployment("web", Map.of("nodeSelector", Map.of("pool", "platfrom")), Map.of());
  }

  private void deploymentThatIsTooBig() {
    deployment(
        "trainer",
        Map.of(),
        Map.of("resources", Map.of("requests", Map.of("cpu", "12", "memory", "8Gi"))));
  }

  private void deploymentWithoutRequests() {
    deployment("web", Map.of(), Map.of("resources", Map.of("requests", Map.of("memory", "64Mi"))));
  }

  private void privilegedDeployment() {
    object(
        "v1",
        "Namespace",
        "shop",
        Map.of(
            "metadata",
            Map.of(
                "name",
                "shop",
                "labels",
                Map.of("pod-security.kubernetes.io/enforce", "baseline"))));
    deployment("agent", Map.of(), Map.of("securityContext", Map.of("privileged", true)));
  }

  private void policyThatSelectsNothing() {
    object(
        "networking.k8s.io/v1",
        "NetworkPolicy",
        "idle",
        Map.of(
            "spec",
            Map.of(
                "podSelector",
                Map.of("matchLabels", Map.of("app", "wbe")),
                "policyTypes",
                List.of("Ingress"))));
  }

  private void secondObjectOfAName() {
    new ApiObject(
        new Chart(app, "other"),
        "again",
        ApiObjectProps.builder()
            .apiVersion("v1")
            .kind("ConfigMap")
            .metadata(ApiObjectMetadata.builder().name("settings").build())
            .build());
  }

  private void deployment(String name, Map<String, Object> pod, Map<String, Object> container) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", name);
    one.put("image", "registry.example.com/" + name + ":1.0");
    one.putAll(container);
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("containers", List.of(one));
    spec.putAll(pod);
    Map<String, String> labels = Map.of("app", name);
    object(
        "apps/v1",
        "Deployment",
        name,
        Map.of(
            "metadata",
            Map.of("name", name, "namespace", "shop"),
            "spec",
            Map.of(
                "selector",
                Map.of("matchLabels", labels),
                "template",
                Map.of("metadata", Map.of("labels", labels), "spec", spec))));
  }

  private void object(String apiVersion, String kind, String name, Map<String, Object> fields) {
    ApiObject object =
        new ApiObject(
            theirs,
            name,
            ApiObjectProps.builder()
                .apiVersion(apiVersion)
                .kind(kind)
                .metadata(ApiObjectMetadata.builder().name(name).build())
                .build());
    fields.forEach((field, value) -> object.addJsonPatch(JsonPatch.add("/" + field, value)));
  }
}
