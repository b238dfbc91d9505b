package dev.slipway.check;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.placement.Judgement;
import dev.slipway.placement.Placement;
import dev.slipway.placement.PlacementOptions;
import dev.slipway.placement.ScenarioResult;
import dev.slipway.placement.Unplaced;
import dev.slipway.target.Declaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where all pods together find nodes of the declared cluster. It is worked out once, and only where
 * nodes are declared and something is to stand on them.
 */
public final class Schedule {
  /** What the ids of the rules that go by it begin with; the scenario's name follows. */
  public static final String RULES = "placement-";

  private final Optional<Cluster> cluster;
  private final List<Subject> subjects;
  private final List<Declaration> declarations;
  private final PlacementOptions options;
  private final Set<String> placeless = new HashSet<>();
  private @Nullable Map<String, ScenarioResult> failures;

  Schedule(
      Optional<Cluster> cluster,
      List<Subject> subjects,
      List<Declaration> declarations,
      PlacementOptions options) {
    this.cluster = cluster;
    this.subjects = subjects;
    this.declarations = declarations;
    this.options = options;
  }

  /** What became of a scenario that must hold and does not. */
  public Optional<ScenarioResult> failure(String scenario) {
    Map<String, ScenarioResult> known = failures;
    if (known == null) {
      known = isKnown() ? judged(cluster.orElseThrow()) : Map.of();
      failures = known;
    }
    return Optional.ofNullable(known.get(scenario));
  }

  /** Whether the pods have no place in the declared state, which is found to be wrong as such. */
  public boolean isPlaceless(Unplaced pods) {
    return placeless.contains(pods.namespace() + "/" + pods.workload());
  }

  /** Whether the pods are not those of any object; those of head-room are not. */
  public boolean isOfNoObject(Unplaced pods) {
    for (Subject subject : subjects) {
      if (isOf(pods, subject)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the pods are an object's. */
  public static boolean isOf(Unplaced pods, Subject object) {
    return object.pod() != null
        && (object.namespace().isEmpty() || object.namespace().equals(pods.namespace()))
        && pods.workload().equals(object.ref().kind() + " " + object.name());
  }

  private boolean isKnown() {
    return cluster.isPresent()
        && !cluster.get().nodeGroups().isEmpty()
        && !cluster.get().distribution().choosesNodes()
        && !options.mustHold().isEmpty()
        && isAnythingToPlace();
  }

  private boolean isAnythingToPlace() {
    for (Subject subject : subjects) {
      if (subject.pod() != null) {
        return true;
      }
    }
    for (Declaration declaration : declarations) {
      if (declaration instanceof Declaration.Headroom) {
        return true;
      }
    }
    return false;
  }

  private Map<String, ScenarioResult> judged(Cluster on) {
    Judgement judgement = Placement.of(on, options).judgeWhatMustHold(manifests(), declarations);
    Map<String, ScenarioResult> failed = new LinkedHashMap<>();
    for (ScenarioResult result : judgement.failures()) {
      failed.put(result.name(), result);
    }
    if (judgement.asDeclared().fails()) {
      for (Unplaced pods : judgement.asDeclared().unplaced()) {
        placeless.add(pods.namespace() + "/" + pods.workload());
      }
    }
    return failed;
  }

  /** Of an object that is declared twice the first counts; that it is so is found elsewhere. */
  private ManifestSet manifests() {
    Set<ObjectRef.Key> keys = new HashSet<>();
    List<Manifest> manifests = new ArrayList<>(subjects.size());
    for (Subject subject : subjects) {
      if (keys.add(subject.ref().key())) {
        manifests.add(subject.manifest());
      }
    }
    return ManifestSet.of(manifests);
  }
}
