package dev.slipway.testing.controlplane;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays the provisioner of every storage class made here: a claim gets a volume as soon as the
 * control plane asks for one, on a folder of this machine, of any access mode and within reach of
 * every node. It plays one of a cloud's disks, too, whose volumes are reached from the zone that
 * they were made in.
 */
public final class Volumes implements AutoCloseable {

  /** Of storage classes whose volumes stay in a zone. */
  public static final String ZONAL = "ebs.csi.aws.com";

  private static final String PROVISIONER = "volumes.slipway.dev";
  private static final String COLUMNS =
      String.join(
          ",",
          "NAMESPACE:.metadata.namespace",
          "NAME:.metadata.name",
          "UID:.metadata.uid",
          "PHASE:.status.phase",
          "PROVISIONER:.metadata.annotations.volume\\.kubernetes\\.io/storage-provisioner",
          "CLASS:.spec.storageClassName",
          "SIZE:.spec.resources.requests.storage",
          "MODES:.spec.accessModes[*]",
          "NODE:.metadata.annotations.volume\\.kubernetes\\.io/selected-node");

  private final Kubectl kubectl;
  private final Path folder;
  private final Set<String> provided = ConcurrentHashMap.newKeySet();
  private final Process watch;

  private Volumes(Kubectl kubectl, Path folder, Process watch) {
    this.kubectl = kubectl;
    this.folder = folder;
    this.watch = watch;
  }

  /** Starts to provide, with a default storage class named standard. */
  static Volumes provideFor(Kubectl kubectl, Path folder) {
    try {
      Process watch =
          kubectl
              .start(
                  "get",
                  "persistentvolumeclaims",
                  "--all-namespaces",
                  "--watch",
                  "--no-headers",
                  "--output=custom-columns=" + COLUMNS)
              .redirectErrorStream(true)
              .start();
      Volumes volumes = new Volumes(kubectl, folder, watch);
      volumes.storageClass("standard", true);
      Thread thread = new Thread(volumes::follow, "volumes");
      thread.setDaemon(true);
      thread.start();
      return volumes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a storage class under the name that manifests ask for; volumes are bound when a pod needs
   * them.
   */
  public void storageClass(String name) {
    storageClass(name, false);
  }

  @Override
  public void close() {
    watch.destroy();
  }

  private void storageClass(String name, boolean isDefault) {
    String manifest =
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: %s
          annotations:
            storageclass.kubernetes.io/is-default-class: "%s"
        provisioner: %s
        volumeBindingMode: WaitForFirstConsumer
        """
            .formatted(name, isDefault, PROVISIONER);
    kubectl.apply(manifest).orFail();
  }

  private void follow() {
    try (BufferedReader lines = watch.inputReader()) {
      lines.lines().map(Claim::parse).filter(this::isOurs).forEach(this::provide);
    } catch (IOException | UncheckedIOException e) {
      // The watch was ended.
    }
  }

  private boolean isOurs(Claim claim) {
    return claim.phase().equals("Pending")
        && (claim.provisioner().equals(PROVISIONER) || claim.isZonal())
        && provided.add(claim.uid());
  }

  private void provide(Claim claim) {
    Path place = folder.resolve(claim.uid());
    try {
      Files.createDirectories(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    kubectl.send(Json.write(volume(claim, place)), "create", "-f", "-");
  }

  /** A local volume rather than a host path: the kubelet sets its group as it does a disk's. */
  private Map<String, Object> volume(Claim claim, Path place) {
    Map<String, Object> reference =
        Map.of(
            "apiVersion", "v1",
            "kind", "PersistentVolumeClaim",
            "namespace", claim.namespace(),
            "name", claim.name(),
            "uid", claim.uid());
    Map<String, Object> reached = Map.of("matchExpressions", List.of(reach(claim)));
    return Map.of(
        "apiVersion",
        "v1",
        "kind",
        "PersistentVolume",
        "metadata",
        Map.of("name", "pvc-" + claim.uid()),
        "spec",
        Map.of(
            "capacity", Map.of("storage", claim.size()),
            "accessModes", claim.modes(),
            "storageClassName", claim.storageClass(),
            "persistentVolumeReclaimPolicy", "Retain",
            "claimRef", reference,
            "local", Map.of("path", place.toString()),
            "nodeAffinity", Map.of("required", Map.of("nodeSelectorTerms", List.of(reached)))));
  }

  private Map<String, Object> reach(Claim claim) {
    if (!claim.isZonal()) {
      return Map.of("key", "kubernetes.io/hostname", "operator", "Exists");
    }
    String zone = "topology.kubernetes.io/zone";
    String value = kubectl.get("node", claim.node()).text("metadata", "labels", zone).orElseThrow();
    return Map.of("key", zone, "operator", "In", "values", List.of(value));
  }

  private record Claim(
      String namespace,
      String name,
      String uid,
      String phase,
      String provisioner,
      String storageClass,
      String size,
      List<String> modes,
      String node) {

    boolean isZonal() {
      return provisioner.equals(ZONAL);
    }

    /** Reads one line of kubectl's columns; a message among them is no claim of ours. */
    static Claim parse(String line) {
      String[] words = Arrays.copyOf(line.trim().split("\\s+", -1), 9);
      for (int i = 0; i < words.length; i++) {
        words[i] = words[i] == null ? "" : words[i];
      }
      return new Claim(
          words[0],
          words[1],
          words[2],
          words[3],
          words[4],
          words[5],
          words[6],
          List.of(words[7].split(",")),
          words[8]);
    }
  }
}
