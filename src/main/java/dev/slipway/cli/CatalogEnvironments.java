package dev.slipway.cli;

import dev.slipway.catalog.Catalog;
import dev.slipway.check.Checks;
import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.environment.Environment;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Inputs;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.postrender.PostRenderer;
import dev.slipway.render.Plan;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Environment files, whose applications can be any system of the catalogue. */
final class CatalogEnvironments implements EnvironmentSource {
  private final Environments environments = new Environments(Catalog.systems());
  private final Inputs inputs;

  CatalogEnvironments(Inputs inputs) {
    this.inputs = inputs;
  }

  @Override
  public Optional<Declared> read(String file) {
    return environments.read(file, inputs).map(FromFile::new);
  }

  @Override
  public String schema(boolean overlay) {
    return JsonWriter.write(overlay ? environments.overlaySchema() : environments.schema());
  }

  private record FromFile(Environment environment) implements Declared {
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
      return environment.plan(() -> Optional.of(today.get()), images);
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
