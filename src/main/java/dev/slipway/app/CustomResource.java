package dev.slipway.app;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;

/**
 * An object of a kind that an operator or an extension of the cluster brings.
 *
 * @param name the object's name
 * @param annotations may be empty
 * @param fields what follows the metadata, mostly {@code spec}
 */
public record CustomResource(
    GroupVersionKind type, String name, Mapping annotations, Mapping fields) implements Renderable {

  public static CustomResource of(GroupVersionKind type, String name, Mapping spec) {
    return new CustomResource(type, name, Mapping.EMPTY, Mapping.of("spec", spec));
  }

  @Override
  public void render(Target target, Sink out) {
    Origin origin =
        Origin.of(
            type.kind() + " '" + name + "' of application '" + target.naming().instance() + "'",
            FieldPath.of("applications", target.naming().instance(), "resources", name));
    Mapping labels = target.strict() ? target.naming().labels() : Mapping.EMPTY;
    out.object(target.object(type, name, labels, annotations, fields, origin));
  }
}
