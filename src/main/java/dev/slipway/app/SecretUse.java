package dev.slipway.app;

import dev.slipway.backing.Binding;
import dev.slipway.identity.Grant;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvFrom;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A secret that containers name in their variables or mounts: what they need for it to be there,
 * and what rolls them when it changes.
 */
record SecretUse(SecretSource source) implements Binding {

  /** The workload, using each of the secrets that its containers name. */
  static Workload linked(Workload workload, List<SecretSource> secrets) {
    Workload.Builder linked = workload.toBuilder();
    for (SecretSource secret : secrets) {
      Set<String> users = new HashSet<>();
      for (List<Container> all : List.of(workload.initContainers(), workload.containers())) {
        all.stream()
            .filter(container -> names(container, secret.name()))
            .forEach(container -> users.add(container.name()));
      }
      if (!users.isEmpty()) {
        linked.uses(new SecretUse(secret), users);
      }
    }
    return linked.build();
  }

  private static boolean names(Container container, String secret) {
    return container.env().stream().anyMatch(v -> isFrom(v, secret))
        || container.envFrom().stream().anyMatch(s -> s.equals(EnvFrom.secret(secret)))
        || container.mounts().stream().anyMatch(m -> isOf(m.volume(), secret));
  }

  private static boolean isFrom(EnvVar variable, String secret) {
    return variable instanceof EnvVar.FromSecret from && from.key().secret().equals(secret);
  }

  private static boolean isOf(Volume volume, String secret) {
    return volume instanceof Volume.Secret of && of.secret().equals(secret);
  }

  @Override
  public List<EnvVar> env() {
    return List.of();
  }

  @Override
  public List<Mount> mounts() {
    return source.mounts();
  }

  @Override
  public List<Grant> grants() {
    return source.grants();
  }

  @Override
  public List<Egress> egress() {
    return List.of();
  }

  @Override
  public List<Text> revisions(Target target) {
    return source.revision(target).stream().toList();
  }

  @Override
  public void render(Target target, Sink out) {
    source.render(target, out);
  }
}
