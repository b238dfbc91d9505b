package dev.slipway.placement.pod;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which claims keep pods to nodes: those that only one pod may use, those whose volume is declared
 * and bound to them, and those that get it where their pod is and keep the pod near it from then
 * on.
 */
final class Volumes {
  private static final List<String> TOPOLOGY =
      List.of(
          "failure-domain.beta.kubernetes.io/zone",
          "failure-domain.beta.kubernetes.io/region",
          "topology.kubernetes.io/zone",
          "topology.kubernetes.io/region");

  private final Map<String, ClaimUse> claims = new HashMap<>();
  private final StorageClasses classes;

  Volumes(ManifestSet manifests, StorageClasses classes) {
    this.classes = classes;
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
    Reach reach = volume == null ? classes.of(spec) : Reach.ANYWHERE;
    if (onePod || nodes.isPresent() || !zones.isEmpty() || reach != Reach.ANYWHERE) {
      claims.put(key, new ClaimUse(key, onePod, nodes, Map.copyOf(zones), reach));
    }
  }

  /** A claim that a controller makes for each pod, as far as it decides anything. */
  private void addOwn(List<ClaimUse> used, String name, Mapping spec) {
    Reach reach = classes.of(spec);
    if (reach != Reach.ANYWHERE) {
      used.add(new ClaimUse(name, false, Optional.empty(), Map.of(), reach));
    }
  }

  /**
   * The claims that a pod's volumes name, but for those that any node will do for. An ephemeral
   * volume goes with its pod and keeps it nowhere.
   *
   * @param templates of the claims that its controller makes for each pod
   */
  List<ClaimUse> of(Mapping podSpec, String namespace, Seq templates) {
    List<ClaimUse> used = new ArrayList<>();
    for (Mapping template : Fields.mappings(templates)) {
      addOwn(used, Fields.string(template.mapping("metadata"), "name"), template.mapping("spec"));
    }
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
