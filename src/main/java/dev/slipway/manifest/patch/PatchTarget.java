package dev.slipway.manifest.patch;

import dev.slipway.manifest.ObjectRef;
import java.util.Optional;

/**
 * Which objects a patch is for. Kind and name are exact; group and namespace need only be told
 * where several objects of that kind have that name.
 *
 * @param name an object's name, or {@code *} for all of the kind
 * @param group the API group, which is empty for the core group; any where not given
 * @param namespace the namespace, which is empty for objects without one; any where not given
 */
public record PatchTarget(
    String kind, String name, Optional<String> group, Optional<String> namespace) {
  private static final String ALL = "*";

  /** The one object of a kind and name. */
  public static PatchTarget of(String kind, String name) {
    return new PatchTarget(kind, name, Optional.empty(), Optional.empty());
  }

  /** All objects of a kind. */
  public static PatchTarget all(String kind) {
    return of(kind, ALL);
  }

  /** This target, but only in an API group; the core group is the empty one. */
  public PatchTarget inGroup(String only) {
    return new PatchTarget(kind, name, Optional.of(only), namespace);
  }

  /** This target, but only in a namespace. */
  public PatchTarget inNamespace(String only) {
    return new PatchTarget(kind, name, group, Optional.of(only));
  }

  /** Whether any number of objects may be meant. */
  public boolean isAll() {
    return name.equals(ALL);
  }

  /** Whether an object is meant. */
  public boolean matches(ObjectRef object) {
    return isOfKind(object) && (isAll() || name.equals(object.name()));
  }

  /** Whether an object is meant but for its name. */
  boolean isOfKind(ObjectRef object) {
    return kind.equals(object.kind())
        && group.map(object.type().group()::equals).orElse(true)
        && namespace.map(object.namespace()::equals).orElse(true);
  }

  /** {@code Deployment 'platform' in namespace 'hs'}. */
  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder(kind);
    group.filter(g -> !g.isEmpty()).ifPresent(g -> shown.append('.').append(g));
    shown.append(" '").append(name).append('\'');
    namespace.ifPresent(
        n -> shown.append(n.isEmpty() ? " without a namespace" : " in namespace '" + n + "'"));
    return shown.toString();
  }
}
