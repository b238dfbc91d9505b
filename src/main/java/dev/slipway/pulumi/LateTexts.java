package dev.slipway.pulumi;

import dev.slipway.manifest.Deferred;
import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of manifests that wait for Outputs, and what they become. */
final class LateTexts {
  private LateTexts() {}

  /** The Outputs that manifests wait for, each once. */
  static Set<OutputDeferred> awaited(Collection<Manifest> manifests) {
    Set<OutputDeferred> awaited = new LinkedHashSet<>();
    for (Manifest manifest : manifests) {
      collect(manifest.body(), awaited);
    }
    return awaited;
  }

  /** The Outputs that a text waits for, each once. */
  static Set<OutputDeferred> awaited(Text text) {
    Set<OutputDeferred> awaited = new LinkedHashSet<>();
    collect(text, awaited);
    return awaited;
  }

  private static void collect(Node node, Set<OutputDeferred> awaited) {
    if (node instanceof Mapping mapping) {
      mapping.forEach((key, value) -> collect(value, awaited));
    } else if (node instanceof Seq seq) {
      seq.forEach(item -> collect(item, awaited));
    } else if (node instanceof Text text && text.value() == null) {
      text.resolve(
          new Rewriting() {
            @Override
            public Text deferred(Deferred value) {
              if (value instanceof OutputDeferred ours) {
                awaited.add(ours);
              }
              return Text.deferred(value);
            }
          });
    }
  }

  /** A manifest in which the values that are known now stand. */
  static Manifest with(Map<OutputDeferred, String> values, Manifest manifest) {
    return new Manifest(manifest.ref(), (Mapping) with(values, manifest.body()), manifest.origin());
  }

  private static Node with(Map<OutputDeferred, String> values, Node node) {
    if (node instanceof Mapping mapping) {
      Mapping.Builder changed = Mapping.builder();
      mapping.forEach((key, value) -> changed.put(key, with(values, value)));
      return changed.build();
    }
    if (node instanceof Seq seq) {
      List<Node> changed = new ArrayList<>(seq.size());
      seq.forEach(item -> changed.add(with(values, item)));
      return Seq.of(changed);
    }
    if (node instanceof Text text && text.value() == null) {
      return text.resolve(
          new Rewriting() {
            @Override
            public Text deferred(Deferred value) {
              @Nullable String known =
                  value instanceof OutputDeferred ours ? values.get(ours) : null;
              if (known == null) {
                return Text.deferred(value);
              }
              return value.secret() ? Text.secret(known) : Text.of(known);
            }
          });
    }
    return node;
  }

  /** Makes a text of a text. */
  private abstract static class Rewriting implements Text.Resolver<Text> {
    @Override
    public Text known(String value, boolean secret) {
      return secret ? Text.secret(value) : Text.of(value);
    }

    @Override
    public Text join(List<Text> parts, boolean secret) {
      return Text.join(parts);
    }

    @Override
    public Text derive(Derivation how, Text input, boolean secret) {
      return input.derive(how);
    }
  }
}
