package dev.slipway.testing.controlplane;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Kubernetes 1.34 without its kubelets: a real API server, scheduler and controllers, and nodes of
 * declared shapes that kwok pretends to run. Volumes are provided for claims.
 *
 * <p>It proves admission, defaulting, scheduling and eviction. Pods on fake nodes turn Ready
 * whatever they are: for more, let a {@link RealKubelet} join.
 */
public final class ControlPlane implements AutoCloseable {

  public static final String VERSION = "v1.34.2";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final KwokCluster cluster;
  private final Kubectl kubectl;
  private final Volumes volumes;
  private final AtomicInteger namespaces = new AtomicInteger();

  private ControlPlane(KwokCluster cluster, Volumes volumes) {
    this.cluster = cluster;
    this.kubectl = cluster.kubectl();
    this.volumes = volumes;
  }

  /** Starts a control plane with these nodes Ready; a few seconds. */
  public static ControlPlane start(DeclaredNode... nodes) {
    return start(List.of(nodes));
  }

  /** Starts a control plane with these nodes Ready; a few seconds. */
  public static ControlPlane start(List<DeclaredNode> nodes) {
    KwokCluster cluster = KwokCluster.start(configuration());
    try {
      Volumes volumes = Volumes.provideFor(cluster.kubectl(), cluster.folder().resolve("volumes"));
      ControlPlane controlPlane = new ControlPlane(cluster, volumes);
      controlPlane.awaitServiceAccount("default");
      if (!nodes.isEmpty()) {
        controlPlane.add(nodes);
      }
      nodes.forEach(node -> controlPlane.awaitReady(node.name()));
      return controlPlane;
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  /** kubectl as the cluster's administrator. */
  public Kubectl kubectl() {
    return kubectl;
  }

  /** The administrator's kubeconfig, for other clients. */
  public Path kubeconfig() {
    return cluster.kubeconfig();
  }

  /** Provides the claims' volumes. */
  public Volumes volumes() {
    return volumes;
  }

  /**
   * Makes a namespace with a new name that starts as given, so that tests can share a control
   * plane, and waits for its default service account. Returns the name.
   */
  public String newNamespace(String prefix) {
    String name = prefix + "-" + namespaces.incrementAndGet();
    kubectl.run("create", "namespace", name).orFail();
    awaitServiceAccount(name);
    return name;
  }

  /** Waits for the default service account of a namespace, without which no pod is taken. */
  private void awaitServiceAccount(String namespace) {
    Await.until(
        PATIENCE,
        () -> "service account default in " + namespace,
        () -> kubectl.in(namespace).find("serviceaccount", "default").isPresent());
  }

  /** Begins to delete a namespace; on real nodes its pods end. */
  public void delete(String namespace) {
    kubectl.run("delete", "namespace", namespace, "--wait=false").orFail();
  }

  /** The pods of a namespace. */
  public Pods pods(String namespace) {
    return new Pods(kubectl.in(namespace));
  }

  /** Adds a fake node. */
  public void add(DeclaredNode node) {
    add(List.of(node));
  }

  /** Adds fake nodes, at once. */
  public void add(List<DeclaredNode> nodes) {
    String manifests =
        nodes.stream().map(DeclaredNode::fakeManifest).collect(Collectors.joining("\n---\n"));
    kubectl.send(manifests, "create", "-f", "-").orFail();
  }

  /**
   * Drains a node like an operator, waiting for budgets; fails where that takes longer than the
   * limit.
   */
  public Outcome drain(String node, Duration limit) {
    return kubectl.run(
        "drain",
        node,
        "--ignore-daemonsets",
        "--delete-emptydir-data",
        "--timeout=" + limit.toSeconds() + "s");
  }

  /** Lets pods onto a drained node again. */
  public void uncordon(String node) {
    kubectl.run("uncordon", node).orFail();
  }

  /** What kubelets join with. */
  KwokCluster cluster() {
    return cluster;
  }

  /** Waits until the node is Ready and free of the taint that admission sets on new ones. */
  public void awaitReady(String node) {
    Await.until(
        PATIENCE,
        () -> "node " + node + " Ready\n" + describe(node) + cluster.logs(),
        () -> kubectl.find("node", node).filter(ControlPlane::isOpen).isPresent());
  }

  private String describe(String node) {
    return kubectl.run("describe", "node", node).text();
  }

  @Override
  public void close() {
    volumes.close();
    cluster.close();
  }

  private static boolean isOpen(LiveObject node) {
    return node.is("Ready")
        && node.list("spec", "taints").stream()
            .noneMatch(
                taint -> taint.text("key").equals(Optional.of("node.kubernetes.io/not-ready")));
  }

  private static KwokCluster.Configuration configuration() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("kubeVersion", VERSION);
    options.put("kubeApiserverBinary", Tools.binary("kube-apiserver").toString());
    options.put("kubeSchedulerBinary", Tools.binary("kube-scheduler").toString());
    options.put("kubeControllerManagerBinary", Tools.binary("kube-controller-manager").toString());
    // The controllers make 20 pods a second by default.
    options.put("disableQPSLimits", true);
    // A real node's name is in no DNS.
    return new KwokCluster.Configuration(
        options,
        Map.of("kube-apiserver", Map.of("kubelet-preferred-address-types", "InternalIP,Hostname")));
  }
}
