package dev.slipway.backing;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service as one workload uses it.
 *
 * @param own what the service itself needs mounted; its credentials' source adds to it
 * @param ownGrants the rights to the service itself; its credentials' source adds to them
 * @param rest what else there is to render
 */
record Bound(
    List<EnvVar> env,
    List<Mount> own,
    List<Grant> ownGrants,
    List<Egress> egress,
    Optional<SecretSource> credentials,
    Renderable rest)
    implements Binding {
  Bound {
    env = List.copyOf(env);
    own = List.copyOf(own);
    ownGrants = List.copyOf(ownGrants);
    egress = List.copyOf(egress);
  }

  @Override
  public List<Mount> mounts() {
    return Stream.concat(
            own.stream(), credentials.map(SecretSource::mounts).orElse(List.of()).stream())
        .toList();
  }

  @Override
  public List<Grant> grants() {
    return Stream.concat(
            ownGrants.stream(), credentials.map(SecretSource::grants).orElse(List.of()).stream())
        .toList();
  }

  @Override
  public List<Text> revisions(Target target) {
    return credentials.flatMap(source -> source.revision(target)).stream().toList();
  }

  @Override
  public void render(Target target, Sink out) {
    if (credentials.isPresent()) {
      credentials.get().render(target, out);
    }
    rest.render(target, out);
  }
}
