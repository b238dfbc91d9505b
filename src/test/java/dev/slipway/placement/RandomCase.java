package dev.slipway.placement;

import dev.slipway.cluster.Taint;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.placement.pod.Requests;
import dev.slipway.placement.state.PlacementNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A cluster of 1 to 12 nodes and 1 to 60 pods that use whatever the filters look at, drawn from a
 * seed: lone pods, or workloads with limit ranges and quotas over them.
 */
final class RandomCase {
  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String HOST = "kubernetes.io/hostname";
  private static final List<String> APPS = List.of("web", "api", "db");
  private static final List<String> KINDS =
      List.of("Deployment", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");

  private final Random random;
  private final int intensity;
  private final String suffix;
  private final List<String> namespaceNames;
  final long seed;
  final List<PlacementNode> nodes = new ArrayList<>();
  final List<Mapping> namespaces = new ArrayList<>();
  final List<Mapping> volumes = new ArrayList<>();
  final List<Mapping> claims = new ArrayList<>();
  final Map<String, Mapping> pods = new LinkedHashMap<>();
  final List<Mapping> rules = new ArrayList<>();
  private final List<Mapping> workloads = new ArrayList<>();

  private RandomCase(long seed, String suffix) {
    this.seed = seed;
    this.suffix = suffix;
    this.namespaceNames = List.of("red" + suffix, "blue" + suffix);
    this.random = new Random(seed);
    this.intensity = any(List.of(15, 30, 60, 100));
  }

  static RandomCase of(long seed) {
    RandomCase made = new RandomCase(seed, "");
    made.addNodes();
    made.addNamespaces();
    made.addPods();
    return made;
  }

  /** Workloads rather than pods, under names that no other seed has. */
  static RandomCase ofWorkloads(long seed) {
    RandomCase made = new RandomCase(seed, "-" + seed);
    made.addNodes();
    made.addNamespaces();
    made.addRules();
    made.addPods();
    return made;
  }

  /** Pods and nodes of this case alone have it. */
  Map<String, String> label() {
    return Map.of("case", "c" + seed);
  }

  Mapping workload(String name) {
    return workloads.stream()
        .filter(workload -> name.equals(workload.mapping("metadata").string("name")))
        .findFirst()
        .orElseThrow();
  }

  private boolean controlled() {
    return !suffix.isEmpty();
  }

  ManifestSet manifests() {
    List<Manifest> all = new ArrayList<>();
    List<Mapping> bodies = new ArrayList<>(namespaces);
    bodies.addAll(volumes);
    bodies.addAll(claims);
    bodies.addAll(rules);
    bodies.addAll(workloads);
    bodies.addAll(pods.values());
    bodies.forEach(body -> all.add(Manifest.of(body, Origin.of("seed " + seed))));
    return ManifestSet.of(all);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** As {@link #chance}, but seldom in the cases that are to be simple. */
  private boolean feature(int percent) {
    return chance(percent * intensity / 100);
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void addNodes() {
    int count = 1 + random.nextInt(12);
    int zones = random.nextInt(4);
    boolean even = chance(40);
    int cores = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      Map<String, String> labels = new LinkedHashMap<>();
      labels.put(HOST, "n" + i + suffix);
      if (controlled()) {
        labels.putAll(label());
      }
      if (zones > 0 && !chance(4)) {
        labels.put(ZONE, "z" + i % zones);
      }
      labels.put("pool", chance(70) ? "a" : "b");
      labels.put("rank", Integer.toString(random.nextInt(4)));
      List<Taint> taints = new ArrayList<>();
      if (chance(15)) {
        taints.add(Taint.of("dedicated", any(APPS), any(List.of(Taint.Effect.values()))));
      }
      int own = even ? cores : 1 + random.nextInt(8);
      nodes.add(
          new PlacementNode(
              "n" + i + suffix,
              "g",
              labels,
              taints,
              new Requests(
                  own * 1000L,
                  own * (1L << 30),
                  20L << 30,
                  chance(20) ? Map.of("example.com/gpu", 1L + random.nextInt(3)) : Map.of()),
              chance(88) ? 110 : 2 + random.nextInt(12)));
    }
  }

  private void addNamespaces() {
    for (String name : namespaceNames) {
      namespaces.add(
          Mapping.builder()
              .put("apiVersion", "v1")
              .put("kind", "Namespace")
              .put(
                  "metadata",
                  Mapping.of(
                      "name",
                      Text.of(name),
                      "labels",
                      Mapping.of(
                          "kubernetes.io/metadata.name", Text.of(name), "team", Text.of(name))))
              .build());
    }
  }

  private void addPods() {
    int total = 1 + random.nextInt(60);
    int left = total;
    int template = 0;
    int most = 1 + random.nextInt(20);
    int load = any(List.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 13));
    while (left > 0) {
      int count = Math.min(left, 1 + random.nextInt(most));
      String namespace = namespaceNames.get(chance(80) ? 0 : 1);
      Map<String, String> labels = new LinkedHashMap<>();
      labels.put("app", any(APPS));
      if (chance(30)) {
        labels.put("tier", any(List.of("front", "back")));
      }
      if (controlled()) {
        labels.putAll(label());
        labels.put("workload", "p" + template);
      }
      Mapping spec = spec(namespace, labels, load, total, count);
      if (controlled()) {
        workloads.add(workload(namespace, "p" + template, labels, spec, count));
      }
      for (int i = 0; i < (controlled() ? 0 : count); i++) {
        String name = "p%02d-%02d".formatted(template, i);
        pods.put(name, pod(namespace, name, labels, own(spec)));
      }
      left -= count;
      template++;
    }
  }

  /** Limit ranges and quotas, now and then, and what a pod's own overhead needs. */
  private void addRules() {
    rules.add(
        Mapping.builder()
            .put("apiVersion", "node.k8s.io/v1")
            .put("kind", "RuntimeClass")
            .put("metadata", Mapping.of("name", "padded" + suffix))
            .put("handler", "padded")
            .put("overhead", Mapping.of("podFixed", Mapping.of("cpu", "50m")))
            .build());
    for (String namespace : namespaceNames) {
      if (chance(30)) {
        Mapping item =
            Mapping.builder()
                .put("type", "Container")
                .put("defaultRequest", Mapping.of("cpu", (50 + random.nextInt(400)) + "m"))
                .put("default", Mapping.of("cpu", "64"))
                .build();
        rules.add(rule("LimitRange", namespace, Mapping.of("limits", Seq.of(item))));
      }
      if (chance(30)) {
        rules.add(rule("ResourceQuota", namespace, quota()));
      }
    }
  }

  private Mapping quota() {
    Mapping.Builder hard = Mapping.builder();
    if (chance(50)) {
      hard.put("pods", Integer.toString(1 + random.nextInt(30)));
    }
    if (chance(60)) {
      hard.put("requests.cpu", (1 + random.nextInt(20)) + "");
    }
    if (chance(20)) {
      hard.put("requests.memory", (1 + random.nextInt(10)) + "Gi");
    }
    Mapping written = hard.build().isEmpty() ? Mapping.of("pods", "5") : hard.build();
    Mapping.Builder spec = Mapping.builder().put("hard", written);
    if (chance(25)) {
      spec.put("scopes", Seq.ofStrings(List.of(any(List.of("NotTerminating", "NotBestEffort")))));
    }
    return spec.build();
  }

  private static Mapping rule(String kind, String namespace, Mapping spec) {
    return Mapping.builder()
        .put("apiVersion", "v1")
        .put("kind", kind)
        .put("metadata", Mapping.of("name", Text.of("rule"), "namespace", Text.of(namespace)))
        .put("spec", spec)
        .build();
  }

  // Jobs are left out: on nodes that only pretend to run pods, theirs are over at once.
  private Mapping workload(
      String namespace, String name, Map<String, String> labels, Mapping podSpec, int count) {
    String kind = any(KINDS);
    Mapping here = podSpec.mapping("nodeSelector").with("case", Text.of("c" + seed));
    Mapping spec = podSpec.with("nodeSelector", here);
    Mapping template =
        Mapping.of("metadata", Mapping.of("labels", Mapping.ofStrings(labels)), "spec", spec);
    Mapping selector = Mapping.of("matchLabels", Mapping.of("workload", name));
    Mapping.Builder body = Mapping.builder().put("template", template);
    switch (kind) {
      case "DaemonSet" -> body.put("selector", selector);
      case "StatefulSet" ->
          body.put("selector", selector)
              .put("replicas", count)
              .put("serviceName", name)
              .put("podManagementPolicy", "Parallel");
      default -> body.put("selector", selector).put("replicas", count);
    }
    return Mapping.builder()
        .put("apiVersion", "apps/v1")
        .put("kind", kind)
        .put("metadata", Mapping.of("name", Text.of(name), "namespace", Text.of(namespace)))
        .put("spec", body.build())
        .build();
  }

  /** Now and then one pod of many is pinned, bound or more important. */
  private Mapping own(Mapping spec) {
    Mapping changed = spec;
    if (chance(2)) {
      changed = changed.with("priority", Scalar.of(random.nextInt(3)));
    }
    if (chance(2)) {
      changed = changed.with("nodeName", Text.of(any(nodes).name()));
    }
    return changed;
  }

  private static Mapping pod(
      String namespace, String name, Map<String, String> labels, Mapping spec) {
    return Mapping.builder()
        .put("apiVersion", "v1")
        .put("kind", "Pod")
        .put(
            "metadata",
            Mapping.builder()
                .put("name", name)
                .put("namespace", namespace)
                .put("labels", Mapping.ofStrings(labels))
                .build())
        .put("spec", spec)
        .build();
  }

  private Mapping spec(
      String namespace, Map<String, String> labels, int load, int total, int count) {
    Mapping.Builder spec = Mapping.builder();
    if (feature(8)) {
      spec.put("initContainers", Seq.of(initContainer(), initContainer()));
    }
    spec.put("containers", Seq.of(container(load, total, count)));
    if (feature(5)) {
      if (controlled()) {
        spec.put("runtimeClassName", "padded" + suffix);
      } else {
        spec.put("overhead", Mapping.of("cpu", "50m"));
      }
    }
    if (feature(12)) {
      spec.put("nodeSelector", Mapping.of("pool", any(List.of("a", "a", "b"))));
    }
    if (feature(30)) {
      spec.put("tolerations", Seq.of(toleration()));
    }
    Mapping.Builder affinity = Mapping.builder();
    if (feature(15)) {
      affinity.put("nodeAffinity", required(nodeAffinity()));
    }
    if (feature(12)) {
      affinity.put("podAffinity", required(Seq.of(podTerm(labels, 70))));
    }
    if (feature(18)) {
      affinity.put("podAntiAffinity", required(Seq.of(podTerm(labels, 50))));
    }
    spec.putUnlessEmpty("affinity", affinity.build());
    if (feature(22)) {
      spec.put(
          "topologySpreadConstraints",
          chance(25) ? Seq.of(spread(labels), spread(labels)) : Seq.of(spread(labels)));
    }
    if (feature(10)) {
      spec.put("volumes", Seq.of(volume(namespace)));
    }
    return spec.build();
  }

  private Mapping container(int load, int total, int count) {
    Mapping.Builder requests = Mapping.builder();
    long cores = nodes.stream().mapToLong(node -> node.capacity().cpu()).sum();
    if (chance(85)) {
      long each = Math.max(10, cores * load / 10 / total);
      requests.put("cpu", (each / 2 + random.nextInt((int) each + 1)) + "m");
    }
    if (chance(60)) {
      requests.put("memory", (16 + random.nextInt(cores > 20_000 ? 700 : 300)) + "Mi");
    }
    if (feature(8)) {
      requests.put("ephemeral-storage", (1 + random.nextInt(6)) + "Gi");
    }
    Mapping.Builder limits = Mapping.builder();
    if (feature(4) && count <= 4) {
      requests.put("example.com/gpu", "1");
      limits.put("example.com/gpu", "1");
    }
    if (chance(10)) {
      limits.put("memory", "800Mi");
    }
    Mapping.Builder container =
        Mapping.builder()
            .put("name", "main")
            .put("image", "registry.example.com/main:1")
            .put(
                "resources",
                Mapping.builder()
                    .putUnlessEmpty("requests", requests.build())
                    .putUnlessEmpty("limits", limits.build())
                    .build());
    if (feature(7) && count <= 8) {
      Mapping.Builder port =
          Mapping.builder().put("containerPort", 8080).put("hostPort", 9000 + random.nextInt(2));
      if (chance(30)) {
        port.put("protocol", "UDP");
      }
      if (chance(30)) {
        port.put("hostIP", any(List.of("10.0.0.1", "10.0.0.2", "0.0.0.0")));
      }
      container.put("ports", Seq.of(port.build()));
    }
    return container.build();
  }

  private Mapping initContainer() {
    Mapping.Builder container =
        Mapping.builder()
            .put("name", "init" + random.nextInt(1_000_000))
            .put("image", "registry.example.com/init:1")
            .put(
                "resources",
                Mapping.of("requests", Mapping.of("cpu", (50 + random.nextInt(600)) + "m")));
    if (chance(40)) {
      container.put("restartPolicy", "Always");
    }
    return container.build();
  }

  private Mapping toleration() {
    Mapping.Builder toleration = Mapping.builder();
    if (chance(15)) {
      return toleration.put("operator", "Exists").build();
    }
    toleration.put("key", "dedicated");
    if (chance(40)) {
      toleration.put("operator", "Exists");
    } else {
      toleration.put("operator", "Equal").put("value", any(APPS));
    }
    if (chance(50)) {
      toleration.put("effect", any(List.of("NoSchedule", "NoExecute")));
    }
    return toleration.build();
  }

  // A key that the selector names too is refused when pods are made, not when workloads are.
  private String ownKey() {
    return controlled() ? "workload" : "tier";
  }

  private static Mapping required(Node terms) {
    return Mapping.of("requiredDuringSchedulingIgnoredDuringExecution", terms);
  }

  private Mapping nodeAffinity() {
    List<Node> terms = new ArrayList<>();
    int count = chance(20) ? 2 : 1;
    for (int i = 0; i < count; i++) {
      terms.add(
          chance(15)
              ? Mapping.of(
                  "matchFields",
                  Seq.of(
                      expression(
                          "metadata.name",
                          any(List.of("In", "NotIn")),
                          "n" + random.nextInt(nodes.size() + 1) + suffix)))
              : Mapping.of("matchExpressions", Seq.of(nodeExpression())));
    }
    return Mapping.of("nodeSelectorTerms", Seq.of(terms));
  }

  private Mapping nodeExpression() {
    return switch (random.nextInt(7)) {
      case 0 -> expression("pool", "In", "a", "c");
      case 1 -> expression("pool", "NotIn", "b");
      case 2 -> expression(ZONE, "Exists");
      case 3 -> expression("gone", "DoesNotExist");
      case 4 -> expression("rank", "Gt", "0");
      case 5 -> expression("rank", "Lt", "3");
      default -> expression(ZONE, "In", "z0", "z1");
    };
  }

  private static Mapping expression(String key, String operator, String... values) {
    Mapping.Builder expression = Mapping.builder().put("key", key).put("operator", operator);
    if (values.length > 0) {
      expression.put("values", Seq.ofStrings(List.of(values)));
    }
    return expression.build();
  }

  private Mapping podTerm(Map<String, String> labels, int itself) {
    Mapping.Builder term =
        Mapping.builder()
            .put("labelSelector", selector(labels, itself))
            .put("topologyKey", any(List.of(ZONE, HOST, HOST, "pool")));
    if (chance(15)) {
      term.put("namespaces", Seq.ofStrings(List.of(any(namespaceNames))));
    }
    if (chance(15)) {
      term.put(
          "namespaceSelector",
          chance(30)
              ? Mapping.EMPTY
              : Mapping.of("matchLabels", Mapping.of("team", any(namespaceNames))));
    }
    if (chance(10)) {
      term.put(
          chance(70) ? "matchLabelKeys" : "mismatchLabelKeys", Seq.ofStrings(List.of(ownKey())));
    }
    return term.build();
  }

  private Mapping selector(Map<String, String> labels, int itself) {
    if (chance(4)) {
      return Mapping.EMPTY;
    }
    if (chance(10)) {
      return Mapping.of(
          "matchExpressions", Seq.of(expression("tier", any(List.of("Exists", "DoesNotExist")))));
    }
    String app = chance(itself) ? labels.getOrDefault("app", "web") : any(APPS);
    return chance(50)
        ? Mapping.of("matchLabels", Mapping.of("app", app))
        : Mapping.of(
            "matchExpressions", Seq.of(expression("app", any(List.of("In", "In", "NotIn")), app)));
  }

  private Mapping spread(Map<String, String> labels) {
    Mapping.Builder constraint =
        Mapping.builder()
            .put("maxSkew", 1 + random.nextInt(3))
            .put("topologyKey", any(List.of(ZONE, HOST)))
            .put("whenUnsatisfiable", chance(85) ? "DoNotSchedule" : "ScheduleAnyway");
    if (!chance(4)) {
      constraint.put("labelSelector", selector(labels, 85));
    }
    if (chance(15)) {
      constraint.put("minDomains", 1 + random.nextInt(4));
    }
    if (chance(20)) {
      constraint.put("nodeAffinityPolicy", any(List.of("Honor", "Ignore")));
    }
    if (chance(25)) {
      constraint.put("nodeTaintsPolicy", any(List.of("Honor", "Ignore")));
    }
    if (chance(10)) {
      constraint.put("matchLabelKeys", Seq.ofStrings(List.of(ownKey())));
    }
    Mapping made = constraint.build();
    return made.string("whenUnsatisfiable").equals("DoNotSchedule")
        ? made
        : made.without("minDomains");
  }

  private Mapping volume(String namespace) {
    int number = claims.size();
    String mode = chance(15) ? "ReadWriteOncePod" : "ReadWriteOnce";
    Mapping.Builder metadata = Mapping.builder().put("name", "v" + number + suffix);
    if (chance(50)) {
      metadata.put("labels", Mapping.of(ZONE, any(List.of("z0", "z1", "z0__z1"))));
    }
    Mapping.Builder spec =
        Mapping.builder()
            .put("capacity", Mapping.of("storage", "1Gi"))
            .put("accessModes", Seq.ofStrings(List.of(mode)))
            .put("hostPath", Mapping.of("path", "/data"))
            .put(
                "claimRef",
                Mapping.of("namespace", Text.of(namespace), "name", Text.of("c" + number)));
    if (chance(50)) {
      spec.put(
          "nodeAffinity",
          Mapping.of(
              "required",
              Mapping.of(
                  "nodeSelectorTerms",
                  Seq.of(
                      Mapping.of(
                          "matchExpressions",
                          Seq.of(expression(HOST, "In", any(nodes).name(), any(nodes).name())))))));
    }
    volumes.add(
        Mapping.builder()
            .put("apiVersion", "v1")
            .put("kind", "PersistentVolume")
            .put("metadata", metadata.build())
            .put("spec", spec.build())
            .build());
    claims.add(
        Mapping.builder()
            .put("apiVersion", "v1")
            .put("kind", "PersistentVolumeClaim")
            .put(
                "metadata",
                Mapping.of("name", Text.of("c" + number), "namespace", Text.of(namespace)))
            .put(
                "spec",
                Mapping.builder()
                    .put("accessModes", Seq.ofStrings(List.of(mode)))
                    .put("storageClassName", "")
                    .put("volumeName", "v" + number + suffix)
                    .put("resources", Mapping.of("requests", Mapping.of("storage", "1Gi")))
                    .build())
            .build());
    return Mapping.of(
        "name", Text.of("data"), "persistentVolumeClaim", Mapping.of("claimName", "c" + number));
  }
}
