package dev.slipway.cli;

import dev.slipway.app.Application;
import dev.slipway.catalog.Catalog;
import dev.slipway.check.Checks;
import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.definition.Definition;
import dev.slipway.environment.Environment;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Inputs;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.notation.SystemNotation;
import dev.slipway.postrender.PostRenderer;
import dev.slipway.render.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Environment files, whose applications can be any system of the catalogue. */
final class CatalogEnvironments implements EnvironmentSource {
  private final Set<String> named = new TreeSet<>();
  private final Environments environments;
  private final Inputs inputs;
  private int objects;

  CatalogEnvironments(Inputs inputs) {
    this.inputs = inputs;
    List<SystemNotation> systems = new ArrayList<>();
    for (SystemNotation system : Catalog.systems()) {
      systems.add(
          new SystemNotation(system.id(), system.summary(), () -> definitionThatIsNamed(system)));
    }
    environments = new Environments(systems);
  }

  private Definition<Application> definitionThatIsNamed(SystemNotation system) {
    named.add(system.id());
    return system.definition().get();
  }

  @Override
  public Set<String> systems() {
    return Collections.unmodifiableSet(named);
  }

  @Override
  public int objects() {
    return objects;
  }

  @Override
  public Optional<Declared> read(String file) {
    return environments.read(file, inputs).map(environment -> new FromFile(environment, this));
  }

  @Override
  public String schema(boolean overlay) {
    return JsonWriter.write(overlay ? environments.overlaySchema() : environments.schema());
  }

  private record FromFile(Environment environment, CatalogEnvironments source) implements Declared {
    @Override
    public String name() {
      return environment.name();
    }

    @Override
    public KubernetesVersion kubernetes() {
      return environment.cluster().version();
    }

    @Override
    public Plan plan(Supplier<LocalDate> today, Map<String, String> images) {
      Plan plan = environment.plan(() -> Optional.of(today.get()), images);
      source.objects += plan.everything().size();
      return plan;
    }

    @Override
    public Checks checks(Plan plan) {
      return environment.checks(plan);
    }

    @Override
    public PostRenderer postRenderer() {
      return environment.postRenderer();
    }
  }
}
