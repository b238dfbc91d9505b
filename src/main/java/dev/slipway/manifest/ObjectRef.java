package dev.slipway.manifest;

import org.jspecify.annotations.Nullable;

/**
 * Which object a manifest is.
 *
 * @param type the object's group, version and kind
 * @param namespace its namespace; empty for a cluster-scoped object
 */
public record ObjectRef(GroupVersionKind type, String namespace, String name) {

  public static ObjectRef of(String apiVersion, String kind, String namespace, String name) {
    return new ObjectRef(GroupVersionKind.of(apiVersion, kind), namespace, name);
  }

  public String kind() {
    return type.kind();
  }

  /** What makes an object one: a cluster has no two with the same, whatever their version. */
  public Key key() {
    return new Key(type.groupKind(), namespace, name);
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectRef ref
        && name.equals(ref.name)
        && namespace.equals(ref.namespace)
        && type.equals(ref.type);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + namespace.hashCode()) + name.hashCode();
  }

  /** {@code Deployment hyperscience/platform}, or {@code Namespace hyperscience}. */
  @Override
  public String toString() {
    return type.kind() + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }

  /** An object's identity in a cluster. */
  public record Key(GroupKind kind, String namespace, String name) {

    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && name.equals(key.name)
          && namespace.equals(key.namespace)
          && kind.equals(key.kind);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * kind.hashCode() + namespace.hashCode()) + name.hashCode();
    }
  }
}
