package dev.slipway.manifest;

import org.jspecify.annotations.Nullable;

/**
 * A kind of Kubernetes object in whatever version.
 *
 * @param group the API group; empty for the core group
 */
public record GroupKind(String group, String kind) {

  public static GroupKind of(String group, String kind) {
    return new GroupKind(group, kind);
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GroupKind that && kind.equals(that.kind) && group.equals(that.group);
  }

  @Override
  public int hashCode() {
    return 31 * group.hashCode() + kind.hashCode();
  }

  /** As kubectl writes it: {@code Deployment.apps}, {@code Secret}. */
  @Override
  public String toString() {
    return group.isEmpty() ? kind : kind + "." + group;
  }
}
