package dev.slipway.testing.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What containerd, its CNI plugins and the kubelet of one real node are configured with. */
final class NodeFiles {

  /** Every pod's first container; a stand-in without a script only waits. */
  static final String SANDBOX_IMAGE = "slipway.dev/sandbox:1";

  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

  private final Path folder;
  private final String bridge;
  private final int network;

  NodeFiles(Path folder) {
    this.folder = folder;
    // Interface names have at most 15 characters, and two nodes must not meet.
    this.network = freeNetwork();
    this.bridge = "slipway" + network;
  }

  String bridge() {
    return bridge;
  }

  /** The address of the node, at which the API server reaches its kubelet. */
  String gateway() {
    return "10." + network + ".0.1";
  }

  String cgroup() {
    return folder.getFileName().toString();
  }

  Path kubeletConfiguration() {
    return folder.resolve("kubelet.json");
  }

  void write(DeclaredNode node) {
    try {
      Files.createDirectories(folder.resolve("cni"));
      Files.writeString(folder.resolve("containerd.toml"), containerd());
      Files.writeString(folder.resolve("cni/10-bridge.conflist"), Json.write(cni()));
      Files.writeString(kubeletConfiguration(), Json.write(kubelet(node)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The kubelet wants its root cgroup made, in each hierarchy where there are several (version 1).
   */
  void makeCgroup() {
    try {
      if (Files.exists(CGROUPS.resolve("cgroup.controllers"))) {
        String controllers = Files.readString(CGROUPS.resolve("cgroup.controllers")).trim();
        Path control = CGROUPS.resolve("cgroup.subtree_control");
        Files.writeString(control, "+" + controllers.replace(" ", " +"));
        Files.createDirectories(CGROUPS.resolve(cgroup()));
        return;
      }
      try (Stream<Path> hierarchies = Files.list(CGROUPS)) {
        for (Path hierarchy : hierarchies.filter(NodeFiles::isHierarchy).toList()) {
          Files.createDirectories(hierarchy.resolve(cgroup()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Made before the first pod needs it, since its address is the node's. */
  void makeBridge() {
    Command.of("ip", "link", "add", bridge, "type", "bridge").run().orFail();
    Command.of("ip", "address", "add", gateway() + "/24", "dev", bridge).run().orFail();
    Command.of("ip", "link", "set", bridge, "up").run().orFail();
  }

  private static boolean isHierarchy(Path path) {
    return Files.isDirectory(path) && !Files.isSymbolicLink(path);
  }

  private static int freeNetwork() {
    for (int attempt = 0; attempt < 100; attempt++) {
      int network = ThreadLocalRandom.current().nextInt(100, 250);
      try {
        @Nullable NetworkInterface taken = NetworkInterface.getByName("slipway" + network);
        if (taken == null) {
          return network;
        }
      } catch (SocketException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException("No bridge name slipway100 to slipway249 is free.");
  }

  private String containerd() {
    return """
    version = 2
    root = "%1$s/containerd"
    state = "%1$s/containerd-state"
    disabled_plugins = [
      "io.containerd.snapshotter.v1.aufs",
      "io.containerd.snapshotter.v1.btrfs",
      "io.containerd.snapshotter.v1.devmapper",
      "io.containerd.snapshotter.v1.zfs",
    ]
    [grpc]
      address = "%1$s/containerd.sock"
    [plugins."io.containerd.internal.v1.opt"]
      path = "%1$s/opt"
    [plugins."io.containerd.grpc.v1.cri"]
      sandbox_image = "%2$s"
      # Even root may lack the capability to lower it as far as the kubelet asks.
      restrict_oom_score_adj = true
    [plugins."io.containerd.grpc.v1.cri".cni]
      bin_dir = "/usr/lib/cni"
      conf_dir = "%1$s/cni"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      SystemdCgroup = false
    """
        .formatted(folder, SANDBOX_IMAGE);
  }

  private Map<String, Object> cni() {
    Map<String, Object> addresses =
        Map.of(
            "type",
            "host-local",
            "dataDir",
            folder.resolve("addresses").toString(),
            "ranges",
            List.of(List.of(Map.of("subnet", "10." + network + ".0.0/24"))));
    Map<String, Object> plugin =
        Map.of("type", "bridge", "bridge", bridge, "isGateway", true, "ipam", addresses);
    return Map.of("cniVersion", "0.4.0", "name", bridge, "plugins", List.of(plugin));
  }

  private Map<String, Object> kubelet(DeclaredNode node) {
    return Map.ofEntries(
        Map.entry("apiVersion", "kubelet.config.k8s.io/v1beta1"),
        Map.entry("kind", "KubeletConfiguration"),
        Map.entry("containerRuntimeEndpoint", "unix://" + folder.resolve("containerd.sock")),
        Map.entry("address", gateway()),
        Map.entry("port", KwokCluster.freePort()),
        Map.entry("healthzPort", 0),
        Map.entry("authentication", Map.of("anonymous", Map.of("enabled", true))),
        Map.entry("authorization", Map.of("mode", "AlwaysAllow")),
        Map.entry("registerWithTaints", node.taintObjects()),
        Map.entry("cgroupDriver", "cgroupfs"),
        Map.entry("cgroupRoot", "/" + cgroup()),
        Map.entry("failCgroupV1", false),
        Map.entry("failSwapOn", false),
        Map.entry("enforceNodeAllocatable", List.of("none")),
        Map.entry("makeIPTablesUtilChains", false),
        Map.entry("resolvConf", ""),
        Map.entry("podLogsDir", folder.resolve("pod-logs").toString()),
        Map.entry("volumePluginDir", folder.resolve("volume-plugins").toString()),
        // The disk's state is the machine's own affair, and images cannot be fetched again.
        Map.entry("imageGCHighThresholdPercent", 100),
        Map.entry("evictionHard", Map.of("nodefs.available", "0%", "imagefs.available", "0%")));
  }
}
