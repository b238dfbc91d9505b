package dev.slipway.check.schema;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind as a CustomResourceDefinition defines it, read as far as it is asked for. */
final class CustomKind {
  private final Mapping spec;
  private final boolean complete;

  private CustomKind(Mapping spec, boolean complete) {
    this.spec = spec;
    this.complete = complete;
  }

  /** What is defined beside the objects, and so is what the cluster will have. */
  static CustomKind given(Mapping spec) {
    return new CustomKind(spec, true);
  }

  /** What is known of a kind; the cluster may have it in a newer definition. */
  static CustomKind known(Mapping spec) {
    return new CustomKind(spec, false);
  }

  /** Whether a version that it does not serve is served by nobody. */
  boolean isComplete() {
    return complete;
  }

  /** A version that is served, or null. */
  @Nullable Mapping version(String name) {
    for (Node node : spec.seq("versions")) {
      if (isServed(node) && name.equals(((Mapping) node).string("name"))) {
        return (Mapping) node;
      }
    }
    return null;
  }

  /** The names of the versions that are served. */
  List<String> versions() {
    List<String> names = new ArrayList<>();
    for (Node node : spec.seq("versions")) {
      @Nullable String name = isServed(node) ? ((Mapping) node).string("name") : null;
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isServed(Node version) {
    return version instanceof Mapping mapping && Boolean.TRUE.equals(mapping.bool("served"));
  }
}
