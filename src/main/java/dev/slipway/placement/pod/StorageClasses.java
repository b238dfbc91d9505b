package dev.slipway.placement.pod;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From where the volumes of a cluster's storage classes can be reached: by the provisioner of those
 * that are given, by their names for those that a distribution brings along. What nothing is known
 * of is taken to be reached from anywhere.
 *
 * @see <a href="https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html">Amazon
 *     EBS: the volume and the instance must be in the same Availability Zone</a>
 * @see <a href="https://cloud.google.com/kubernetes-engine/docs/concepts/persistent-volumes">GKE:
 *     persistent disks are zonal unless their class says regional-pd</a>
 * @see <a href="https://learn.microsoft.com/azure/aks/azure-csi-disk-storage-provision">AKS: disks
 *     are zonal unless their SKU ends in ZRS</a>
 * @see <a href="https://github.com/rancher/local-path-provisioner">Local path provisioner: volumes
 *     are folders of one node</a>
 */
public final class StorageClasses {
  /** Nothing is known of any. */
  public static final StorageClasses UNKNOWN = new StorageClasses(Map.of(), Map.of(), "");

  private static final Map<String, Reach> PROVISIONERS =
      Map.ofEntries(
          Map.entry("ebs.csi.aws.com", Reach.ZONE),
          Map.entry("ebs.csi.eks.amazonaws.com", Reach.ZONE),
          Map.entry("kubernetes.io/aws-ebs", Reach.ZONE),
          Map.entry("pd.csi.storage.gke.io", Reach.ZONE),
          Map.entry("kubernetes.io/gce-pd", Reach.ZONE),
          Map.entry("disk.csi.azure.com", Reach.ZONE),
          Map.entry("kubernetes.io/azure-disk", Reach.ZONE),
          Map.entry("kubernetes.io/no-provisioner", Reach.NODE),
          Map.entry("rancher.io/local-path", Reach.NODE),
          Map.entry("topolvm.io", Reach.NODE),
          Map.entry("openebs.io/local", Reach.NODE));

  private static final Map<String, Reach> EVERYWHERE = Map.of("local-path", Reach.NODE);
  private static final Map<String, Reach> OF_EKS =
      Map.of("", Reach.ZONE, "gp2", Reach.ZONE, "local-path", Reach.NODE);
  private static final Map<String, Reach> OF_GKE =
      Map.of(
          "", Reach.ZONE,
          "standard", Reach.ZONE,
          "standard-rwo", Reach.ZONE,
          "premium-rwo", Reach.ZONE);

  private static final Set<String> ONE_NODE = Set.of("ReadWriteOnce", "ReadWriteOncePod");

  private final Map<String, Reach> given;
  private final Map<String, Reach> brought;
  private final String usual;

  private StorageClasses(Map<String, Reach> given, Map<String, Reach> brought, String usual) {
    this.given = given;
    this.brought = brought;
    this.usual = usual;
  }

  /** The classes among some manifests, and those that the cluster's distribution brings along. */
  public static StorageClasses of(Cluster cluster, ManifestSet manifests) {
    Map<String, Reach> given = new HashMap<>();
    String usual = "";
    for (Manifest manifest : manifests.ofKind("StorageClass")) {
      given.put(manifest.ref().name(), reach(manifest.body()));
      Mapping annotations = manifest.metadata().mapping("annotations");
      if ("true".equals(annotations.string("storageclass.kubernetes.io/is-default-class"))) {
        usual = manifest.ref().name();
      }
    }
    return new StorageClasses(given, brought(cluster.distribution()), usual);
  }

  private static Map<String, Reach> brought(Distribution distribution) {
    return switch (distribution) {
      case EKS -> OF_EKS;
      case GKE, GKE_AUTOPILOT -> OF_GKE;
      case AKS, OPENSHIFT, RANCHER, KUBERNETES -> EVERYWHERE;
    };
  }

  private static Reach reach(Mapping storageClass) {
    Mapping parameters = storageClass.mapping("parameters");
    boolean severalZones =
        "regional-pd".equals(parameters.string("replication-type"))
            || Fields.string(parameters, "skuName").endsWith("_ZRS")
            || Fields.string(parameters, "skuname").endsWith("_ZRS");
    return severalZones
        ? Reach.ANYWHERE
        : PROVISIONERS.getOrDefault(Fields.string(storageClass, "provisioner"), Reach.ANYWHERE);
  }

  /** From where the volume can be reached that a claim will get. */
  Reach of(Mapping claim) {
    String named = Fields.string(claim, "storageClassName");
    String name = named.isEmpty() ? usual : named;
    @Nullable Reach known = given.get(name);
    if (known != null) {
      return known;
    }
    List<String> modes = Fields.strings(claim.seq("accessModes"));
    return ONE_NODE.containsAll(modes)
        ? brought.getOrDefault(name, Reach.ANYWHERE)
        : Reach.ANYWHERE;
  }
}
