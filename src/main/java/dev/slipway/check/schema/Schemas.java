package dev.slipway.check.schema;

import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges objects by what the API of a cluster takes, each once however often it is asked of. */
public final class Schemas {
  private final int minor;
  private final Map<Manifest, List<Fault>> known = new IdentityHashMap<>();
  private final List<Manifest> definitions;
  private @Nullable KubernetesApi api;
  private @Nullable CustomKinds customKinds;
  private @Nullable Patterns patterns;

  /**
   * What clusters of a version take; where it is not known, what any version does. A version newer
   * than all that Slipway has facts of is taken for the newest of these.
   *
   * @param definitions the CustomResourceDefinitions by which custom resources are judged
   */
  public Schemas(Optional<KubernetesVersion> version, Collection<Manifest> definitions) {
    this.definitions = List.copyOf(definitions);
    this.minor =
        version.isEmpty()
            ? Releases.UNKNOWN
            : Math.min(version.get().minor(), KubernetesVersion.NEWEST.minor());
  }

  /** Everything for which the API server refuses an object, in the object's own order. */
  public List<Fault> faults(Manifest object) {
    @Nullable List<Fault> faults = known.get(object);
    if (faults == null) {
      faults = judge(object);
      known.put(object, faults);
    }
    return faults;
  }

  private List<Fault> judge(Manifest object) {
    KubernetesApi kubernetes = api;
    if (kubernetes == null) {
      kubernetes = new KubernetesApi();
      api = kubernetes;
    }
    List<Fault> faults = new ArrayList<>(0);
    Judge judge = new Judge(kubernetes, minor, faults);
    @Nullable CustomKind custom = custom(object.ref().type().groupKind());
    if (custom != null) {
      new CustomJudge(custom, judge, patterns(), faults).object(object);
      return faults;
    }
    @Nullable String definition =
        new KindJudge(kubernetes, minor).definition(object.ref().type(), faults);
    if (definition != null) {
      judge.object(object.body(), definition);
    } else {
      judge.metadata(object.body(), Place.ROOT);
    }
    return faults;
  }

  /** How a kind is defined, or null; most runs know of no such kind, and load nothing for it. */
  private @Nullable CustomKind custom(GroupKind kind) {
    @Nullable CustomKind given = definitions.isEmpty() ? null : given(kind);
    return given == null && kind.group().equals(KnownKinds.HYPERBYTEDB)
        ? KnownKinds.find(kind.kind())
        : given;
  }

  private @Nullable CustomKind given(GroupKind kind) {
    CustomKinds known = customKinds;
    if (known == null) {
      known = new CustomKinds(definitions);
      customKinds = known;
    }
    return known.find(kind);
  }

  private Patterns patterns() {
    Patterns known = patterns;
    if (known == null) {
      known = new Patterns();
      patterns = known;
    }
    return known;
  }
}
