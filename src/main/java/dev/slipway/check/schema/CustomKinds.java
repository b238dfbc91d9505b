package dev.slipway.check.schema;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds that CustomResourceDefinitions define; of two of one kind, the first counts. */
final class CustomKinds {
  private final Map<GroupKind, CustomKind> kinds = new HashMap<>();

  CustomKinds(Collection<Manifest> definitions) {
    for (Manifest definition : definitions) {
      Mapping spec = definition.body().mapping("spec");
      @Nullable String group = spec.string("group");
      @Nullable String kind = spec.mapping("names").string("kind");
      // v1beta1, which no release that is known serves, has its schema elsewhere.
      if (group != null && kind != null && definition.ref().type().version().equals("v1")) {
        kinds.putIfAbsent(GroupKind.of(group, kind), CustomKind.given(spec));
      }
    }
  }

  @Nullable CustomKind find(GroupKind kind) {
    return kinds.get(kind);
  }
}
