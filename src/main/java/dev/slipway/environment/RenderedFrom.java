package dev.slipway.environment;

import dev.slipway.app.Application;
import dev.slipway.check.Locator;
import dev.slipway.definition.Places;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Position;
import dev.slipway.render.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where in an environment's file stands what an object is rendered from. */
final class RenderedFrom implements Locator {
  private static final String COMPONENT = "app.kubernetes.io/component";

  private final Plan plan;
  private final Places places;
  private @Nullable Map<ObjectRef.Key, Application> owners;

  RenderedFrom(Plan plan, Places places) {
    this.plan = plan;
    this.places = places;
  }

  /** The place of the workload, the application or the namespace; the file's where it is shared. */
  @Override
  public Optional<Position> find(Manifest manifest, FieldPath path) {
    @Nullable Application owner = owners().get(manifest.ref().key());
    if (owner == null) {
      return places.nearest(FieldPath.of("namespaces", manifest.ref().name()));
    }
    FieldPath application = FieldPath.of("applications", owner.name());
    @Nullable String component = manifest.metadata().mapping("labels").string(COMPONENT);
    return places.nearest(
        component == null ? application : application.key("workloads").key(component));
  }

  private Map<ObjectRef.Key, Application> owners() {
    Map<ObjectRef.Key, Application> known = owners;
    if (known == null) {
      Map<ObjectRef.Key, Application> found = new HashMap<>();
      plan.byApplication()
          .forEach(
              (application, objects) ->
                  objects.forEach(object -> found.put(object.ref().key(), application)));
      known = found;
      owners = found;
    }
    return known;
  }
}
