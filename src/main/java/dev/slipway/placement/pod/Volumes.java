package dev.slipway.placement.pod;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which claims keep pods to nodes: those that only one pod may use, and those whose volume is
 * declared and bound to them. A claim that gets its volume later gets it where its pod is.
 */
final class Volumes {
  private static final List<String> TOPOLOGY =
      List.of(
          "failure-domain.beta.kubernetes.io/zone",
          "failure-domain.beta.kubernetes.io/region",
          "topology.kubernetes.io/zone",
          "topology.kubernetes.io/region");

  private final Map<String, ClaimUse> claims = new HashMap<>();

  Volumes(ManifestSet manifests) {
    Map<String, Manifest> byName = new HashMap<>();
    Map<String, Manifest> byClaim = new HashMap<>();
    for (Manifest volume : manifests.ofKind("PersistentVolume")) {
      byName.put(volume.ref().name(), volume);
      Mapping claim = volume.spec().mapping("claimRef");
      if (!claim.isEmpty()) {
        byClaim.put(Fields.string(claim, "namespace") + "/" + Fields.string(claim, "name"), volume);
      }
    }
    for (Manifest claim : manifests.ofKind("PersistentVolumeClaim")) {
      String key = Namespaces.of(claim) + "/" + claim.ref().name();
      @Nullable Manifest volume = byName.get(Fields.string(claim.spec(), "volumeName"));
      add(key, claim.spec(), volume == null ? byClaim.get(key) : volume);
    }
  }

  private void add(String key, Mapping spec, @Nullable Manifest volume) {
    boolean onePod = Fields.strings(spec.seq("accessModes")).contains("ReadWriteOncePod");
    Optional<List<NodeTerm>> nodes = Optional.empty();
    Map<String, Set<String>> zones = new LinkedHashMap<>();
    if (volume != null) {
      Mapping required = volume.spec().mapping("nodeAffinity").mapping("required");
      if (!required.isEmpty()) {
        nodes = Optional.of(NodeTerm.list(required.seq("nodeSelectorTerms")));
      }
      Mapping labels = volume.metadata().mapping("labels");
      for (String label : TOPOLOGY) {
        @Nullable String value = labels.string(label);
        if (value != null) {
          zones.put(label, Set.of(value.split("__")));
        }
      }
    }
    if (onePod || nodes.isPresent() || !zones.isEmpty()) {
      claims.put(key, new ClaimUse(key, onePod, nodes, Map.copyOf(zones)));
    }
  }

  /** The claims that a pod's volumes name, but for those that any node will do for. */
  List<ClaimUse> of(Mapping podSpec, String namespace) {
    if (claims.isEmpty()) {
      return List.of();
    }
    List<ClaimUse> used = new ArrayList<>();
    for (Mapping volume : Fields.mappings(podSpec.seq("volumes"))) {
      Mapping source = volume.mapping("persistentVolumeClaim");
      if (!source.isEmpty()) {
        @Nullable ClaimUse use = claims.get(namespace + "/" + Fields.string(source, "claimName"));
        if (use != null) {
          used.add(use);
        }
      }
    }
    return used;
  }
}
