package dev.slipway.manifest;

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

  /** {@code Deployment hyperscience/platform}, or {@code Namespace hyperscience}. */
  @Override
  public String toString() {
    return type.kind() + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }

  /** An object's identity in a cluster. */
  public record Key(GroupKind kind, String namespace, String name) {}
}
