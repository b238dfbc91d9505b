package dev.slipway.skeleton;

import dev.slipway.app.Application;
import dev.slipway.app.Workload;
import dev.slipway.backing.Binding;
import dev.slipway.cluster.Cluster;
import dev.slipway.identity.Grant;
import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.render.Collected;
import dev.slipway.target.Defaults;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.List;

/** The smallest application that needs everything of the seams. */
public final class Skeleton {
  private static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");

  private Skeleton() {}

  /**
   * Its manifests, rendered once: a Deployment with an endpoint, and the Secret with a password.
   */
  public static ManifestSet render(Text endpoint, Text password) {
    Container web =
        Container.builder("web", "registry.example.com/web:1.0").port("http", 8080).build();
    Application application =
        Application.builder("web")
            .workload(
                Workload.deployment("web")
                    .container(web)
                    .uses(new Database(endpoint, password))
                    .build())
            .build();
    Cluster cluster = Cluster.builder("test").kubernetes("1.34").build();
    Collected collected = new Collected();
    application.render(
        new Target(cluster, "web", application.naming(), Defaults.AS_GIVEN), collected);
    return ManifestSet.of(collected.objects());
  }

  private record Database(Text endpoint, Text password) implements Binding {
    @Override
    public List<EnvVar> env() {
      return List.of(
          EnvVar.of("DB_URL", Text.join(Text.of("postgres://"), endpoint, Text.of("/app"))),
          EnvVar.secret("DB_PASSWORD", new KeyRef("web-db", "password")));
    }

    @Override
    public List<Mount> mounts() {
      return List.of();
    }

    @Override
    public List<Grant> grants() {
      return List.of();
    }

    @Override
    public List<Egress> egress() {
      return List.of();
    }

    @Override
    public List<Text> revisions(Target target) {
      return List.of(password);
    }

    @Override
    public void render(Target target, Sink out) {
      out.object(
          target.object(
              SECRET,
              "web-db",
              Mapping.EMPTY,
              Mapping.EMPTY,
              Mapping.of("data", Mapping.of("password", password.derive(Derivation.BASE64))),
              Origin.of("skeleton")));
    }
  }
}
