package dev.slipway.testing.controlplane;

import dev.slipway.cluster.Node;
import dev.slipway.environment.Environment;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.render.Plan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A control plane for one environment: nodes of the shapes that it declares, its storage classes,
 * and stand-ins for the definitions of the kinds that others install.
 */
public final class EnvironmentCluster implements AutoCloseable {
  /** Each file holds definitions with the fields that Slipway writes. */
  private static final Path KINDS = Path.of("src/test/resources/crds");

  /** Definitions that are shipped, as their operators have them. */
  private static final Path SHIPPED = Path.of("crds");

  private final ControlPlane controlPlane;
  private final Plan plan;

  private EnvironmentCluster(ControlPlane controlPlane, Plan plan) {
    this.controlPlane = controlPlane;
    this.plan = plan;
  }

  /** Starts it with fake nodes, as many as are declared at least. */
  public static EnvironmentCluster start(Environment environment) {
    List<Node> nodes = environment.cluster().nodes();
    return start(environment.plan(), nodes.stream().map(DeclaredNode::of).toList());
  }

  /** Starts it without nodes, for real ones to join. */
  public static EnvironmentCluster startEmpty(Environment environment) {
    return start(environment.plan(), List.of());
  }

  private static EnvironmentCluster start(Plan plan, List<DeclaredNode> nodes) {
    ControlPlane controlPlane = ControlPlane.start(nodes);
    try {
      EnvironmentCluster cluster = new EnvironmentCluster(controlPlane, plan);
      cluster.prepare();
      return cluster;
    } catch (RuntimeException | Error e) {
      controlPlane.close();
      throw e;
    }
  }

  private void prepare() {
    for (Path kinds : List.of(KINDS, SHIPPED)) {
      kubectl().run("create", "-f", kinds.toString()).orFail();
      kubectl().awaitEstablished("-f", kinds.toString());
    }
    for (Manifest claim : plan.all().ofKind("PersistentVolumeClaim")) {
      @Nullable String storageClass = claim.spec().string("storageClassName");
      if (storageClass != null) {
        controlPlane.volumes().storageClass(storageClass);
      }
    }
  }

  public ControlPlane controlPlane() {
    return controlPlane;
  }

  /** kubectl as the cluster's administrator. */
  public Kubectl kubectl() {
    return controlPlane.kubectl();
  }

  /** What the environment is. */
  public Plan plan() {
    return plan;
  }

  /** The environment's objects, as the command writes them. */
  public String yaml() {
    return YamlWriter.write(plan.all());
  }

  /** The namespace of the only application. */
  public String namespace() {
    return plan.byApplication().keySet().iterator().next().namespace();
  }

  /** The pods of the only application. */
  public Pods pods() {
    return controlPlane.pods(namespace());
  }

  /** The pods that the environment's workloads start, by workload. */
  public Map<String, PodTemplate> templates() {
    Map<String, PodTemplate> templates = new LinkedHashMap<>();
    for (Manifest manifest : plan.all()) {
      PodTemplate.of(manifest).ifPresent(pod -> templates.put(manifest.ref().name(), pod));
    }
    return templates;
  }

  /** How many pods the environment's workloads ask for. */
  public int expectedPods() {
    int pods = 0;
    for (Manifest manifest : plan.all()) {
      @Nullable Long replicas = manifest.spec().integer("replicas");
      if (PodTemplate.of(manifest).isPresent()) {
        pods += replicas == null ? 1 : replicas.intValue();
      }
    }
    return pods;
  }

  /**
   * Each object's generation and resource version: neither changes while nothing is written to it.
   */
  public Map<String, String> versions() {
    Outcome outcome = kubectl().send(yaml(), "get", "--output=json", "--filename=-").orFail();
    Map<String, String> versions = new TreeMap<>();
    for (LiveObject object : new LiveObject(Json.object(outcome.out())).list("items")) {
      versions.put(
          object.kind() + " " + object.name(),
          "generation %s, resource version %s"
              .formatted(
                  object.text("metadata", "generation").orElse("none"),
                  object.text("metadata", "resourceVersion").orElseThrow()));
    }
    return versions;
  }

  /** A pod as a workload's template describes it, in JSON; its account need not be there. */
  public static String pod(String name, PodTemplate template) {
    Mapping spec = template.spec().without("serviceAccountName");
    Mapping pod =
        Mapping.builder()
            .put("apiVersion", "v1")
            .put("kind", "Pod")
            .put("metadata", Mapping.of("name", name))
            .put("spec", spec)
            .build();
    return dev.slipway.manifest.JsonWriter.write(pod);
  }

  @Override
  public void close() {
    controlPlane.close();
  }
}
