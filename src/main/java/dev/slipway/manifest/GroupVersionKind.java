package dev.slipway.manifest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of a Kubernetes object.
 *
 * @param group the API group; empty for the core group
 */
public record GroupVersionKind(String group, String version, String kind) {

  /** The type of {@code apiVersion} ("apps/v1", "v1") and {@code kind}. */
  public static GroupVersionKind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return slash < 0
        ? new GroupVersionKind("", apiVersion, kind)
        : new GroupVersionKind(
            apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
  }

  /** As a manifest writes it: {@code apps/v1}, or {@code v1} for the core group. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  public GroupKind groupKind() {
    return new GroupKind(group, kind);
  }

  @Override
  public String toString() {
    return apiVersion() + " " + kind;
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GroupVersionKind that
        && group.equals(that.group)
        && version.equals(that.version)
        && kind.equals(that.kind);
  }

  @Override
  public int hashCode() {
    return Objects.hash(group, version, kind);
  }
}
