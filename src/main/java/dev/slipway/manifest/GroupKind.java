package dev.slipway.manifest;

/**
 * A kind of Kubernetes object in whatever version.
 *
 * @param group the API group; empty for the core group
 */
public record GroupKind(String group, String kind) {

  public static GroupKind of(String group, String kind) {
    return new GroupKind(group, kind);
  }

  /** As kubectl writes it: {@code Deployment.apps}, {@code Secret}. */
  @Override
  public String toString() {
    return group.isEmpty() ? kind : kind + "." + group;
  }
}
