package dev.slipway.render;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.Text;
import dev.slipway.pod.Image;
import dev.slipway.podsecurity.PodTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Images of containers that are replaced by others.
 *
 * @param references whole references, by the name of the image they replace: all that stands before
 *     its tag, or the part of that after the last slash
 */
public record ImageOverrides(Map<String, String> references) {
  static final ImageOverrides NONE = new ImageOverrides(Map.of());

  public ImageOverrides {
    references = Map.copyOf(references);
  }

  /**
   * The manifests with the images replaced.
   *
   * @param whole whether all manifests are there, so that what replaces none of their images is
   *     wrong
   * @param problems where references are told that are none, and those that replace nothing
   */
  ManifestSet apply(ManifestSet manifests, boolean whole, Problems problems) {
    if (references.isEmpty()) {
      return manifests;
    }
    Problems none = new Problems();
    references.values().stream().sorted().forEach(r -> none.collect(() -> Image.parse(r)));
    if (!none.isEmpty()) {
      problems.addAll(none.all());
      return manifests;
    }
    Set<String> seen = new TreeSet<>();
    Set<String> used = new TreeSet<>();
    ManifestSet replaced = manifests.map(manifest -> apply(manifest, seen, used));
    for (String name : new TreeMap<>(references).keySet()) {
      if (whole && !used.contains(name)) {
        problems.add(
            "No container has the image '%s', which is to be replaced.".formatted(name),
            Suggestions.closest(name, seen)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("The images are: " + String.join(", ", seen) + "."));
      }
    }
    return replaced;
  }

  private Manifest apply(Manifest manifest, Set<String> seen, Set<String> used) {
    return PodTemplate.of(manifest)
        .map(
            pod -> {
              Mapping spec = pod.spec();
              for (String list : List.of("initContainers", "containers")) {
                if (spec.has(list)) {
                  spec = spec.with(list, containers(spec.seq(list), seen, used));
                }
              }
              return manifest.withBody(
                  with(manifest.body(), pod.path().key("spec").segments(), spec));
            })
        .orElse(manifest);
  }

  private Seq containers(Seq containers, Set<String> seen, Set<String> used) {
    List<Node> replaced = new ArrayList<>();
    for (Node node : containers) {
      @Nullable String reference =
          node instanceof Mapping container ? container.string("image") : null;
      @Nullable String other = reference == null ? null : replacement(reference, seen, used);
      replaced.add(
          other != null && node instanceof Mapping container
              ? container.with("image", Text.of(other))
              : node);
    }
    return Seq.of(replaced);
  }

  private @Nullable String replacement(String reference, Set<String> seen, Set<String> used) {
    String name = Image.parse(reference).name().toString();
    String last = name.substring(name.lastIndexOf('/') + 1);
    seen.add(name);
    for (String key : List.of(name, last)) {
      @Nullable String other = references.get(key);
      if (other != null) {
        used.add(key);
        return other;
      }
    }
    return null;
  }

  /** The tree with a value at a path of keys that is there. */
  private static Mapping with(Mapping root, List<Object> keys, Node value) {
    String key = (String) keys.get(0);
    return keys.size() == 1
        ? root.with(key, value)
        : root.with(key, with(root.mapping(key), keys.subList(1, keys.size()), value));
  }
}
