package dev.slipway.postrender;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Suggestions;
import dev.slipway.pod.EnvFrom;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives containers that somebody else described variables and files. */
final class PodInjecting {
  private static final List<String> LISTS = List.of("initContainers", "containers");

  private PodInjecting() {}

  /**
   * Gives them.
   *
   * @throws InvalidInputException with every container that there is not, and every volume whose
   *     name the pod has for another one
   */
  static void inject(EditedPod pod, Injection injection) {
    Problems problems = new Problems();
    Mapping spec = pod.spec();
    Set<String> seen = new LinkedHashSet<>();
    for (String list : LISTS) {
      if (spec.has(list)) {
        boolean all = injection.containers().isEmpty() && list.equals("containers");
        spec = spec.with(list, given(spec.seq(list), injection, all, seen));
      }
    }
    for (String name : injection.containers()) {
      if (!seen.contains(name)) {
        problems.add(
            "There is no container '%s'; there is %s."
                .formatted(name, "'" + String.join("', '", seen) + "'"),
            Suggestions.didYouMean(name, seen));
      }
    }
    if (!injection.mounts().isEmpty()) {
      spec = spec.with("volumes", volumes(spec.seq("volumes"), injection.mounts(), problems));
    }
    problems.throwIfAny();
    pod.spec(spec);
  }

  /** Names Secrets that images are pulled with. */
  static void pull(EditedPod pod, List<String> secrets) {
    Seq has = pod.spec().seq("imagePullSecrets");
    List<Node> all = new ArrayList<>(has.asList());
    for (String secret : secrets) {
      put(all, "name", Mapping.of("name", secret), true);
    }
    pod.spec(pod.spec().with("imagePullSecrets", Seq.of(all)));
  }

  private static Seq given(Seq containers, Injection injection, boolean all, Set<String> seen) {
    List<Node> given = new ArrayList<>();
    for (Node one : containers) {
      @Nullable String name = one instanceof Mapping body ? body.string("name") : null;
      if (name != null) {
        seen.add(name);
      }
      boolean meant = all || name != null && injection.containers().contains(name);
      given.add(meant && one instanceof Mapping body ? given(body, injection) : one);
    }
    return Seq.of(given);
  }

  private static Mapping given(Mapping container, Injection injection) {
    Mapping more = container;
    if (!injection.envFrom().isEmpty()) {
      List<Node> sources = new ArrayList<>(container.seq("envFrom").asList());
      for (EnvFrom source : injection.envFrom()) {
        if (!sources.contains(source.toNode())) {
          sources.add(source.toNode());
        }
      }
      more = more.with("envFrom", Seq.of(sources));
    }
    if (!injection.env().isEmpty()) {
      List<Node> variables = new ArrayList<>(container.seq("env").asList());
      for (EnvVar variable : injection.env()) {
        put(variables, "name", variable.toNode(), false);
      }
      more = more.with("env", Seq.of(variables));
    }
    if (!injection.mounts().isEmpty()) {
      List<Node> mounts = new ArrayList<>(container.seq("volumeMounts").asList());
      for (Mount mount : injection.mounts()) {
        put(mounts, "mountPath", mount.toNode(), false);
      }
      more = more.with("volumeMounts", Seq.of(mounts));
    }
    return more;
  }

  private static Seq volumes(Seq has, List<Mount> mounts, Problems problems) {
    List<Node> all = new ArrayList<>(has.asList());
    for (Mount mount : mounts) {
      Mapping volume = mount.volume().toNode();
      @Nullable Mapping other = find(all, "name", volume);
      if (other == null) {
        all.add(volume);
      } else if (!isSame(other, volume)) {
        problems.add(
            Problem.of(
                "The pod has another volume of the name '%s' already."
                    .formatted(mount.volume().name()),
                "Give the mount a name of its own: 'name: …'."));
      }
    }
    return Seq.of(all);
  }

  /** Whether a volume has the same source, whatever else is said of it. */
  private static boolean isSame(Mapping has, Mapping ours) {
    for (int i = 0; i < ours.size(); i++) {
      String key = ours.key(i);
      if (ours.value(i) instanceof Mapping source) {
        boolean covers = has.get(key) instanceof Mapping;
        for (int k = 0; k < source.size(); k++) {
          covers &= source.value(k).equals(has.mapping(key).get(source.key(k)));
        }
        if (!covers) {
          return false;
        }
      }
    }
    return true;
  }

  /** Puts an entry in the place of the one that has the same at a key, or at the end. */
  private static void put(List<Node> entries, String key, Mapping entry, boolean unlessThere) {
    @Nullable Mapping other = find(entries, key, entry);
    if (other == null) {
      entries.add(entry);
    } else if (!unlessThere && !other.equals(entry)) {
      entries.set(entries.indexOf(other), entry);
    }
  }

  private static @Nullable Mapping find(List<Node> entries, String key, Mapping like) {
    for (Node one : entries) {
      if (one instanceof Mapping entry && Objects.equals(entry.get(key), like.get(key))) {
        return entry;
      }
    }
    return null;
  }
}
