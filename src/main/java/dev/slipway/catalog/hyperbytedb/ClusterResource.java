package dev.slipway.catalog.hyperbytedb;

import dev.slipway.app.CustomResource;
import dev.slipway.app.Placement;
import dev.slipway.app.Spread;
import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.pod.Mount;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Declaration;
import dev.slipway.target.Naming;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The custom resource: the spec that was given, and what placement, secrets and strictness add. */
record ClusterResource(HyperbytedbCluster cluster) implements Renderable {
  private static final String SECRET_REVISION = "slipway.dev/secret-revision";

  @Override
  public void render(Target target, Sink out) {
    Mapping spec = withSecrets(placed(target), target);
    if (target.strict()
        && mayHaveSeveral(spec)
        && !Spec.TOPOLOGY_SPREAD_CONSTRAINTS.isGiven(spec)) {
      spec = spec.with(Spec.TOPOLOGY_SPREAD_CONSTRAINTS.name(), spread());
    }
    CustomResource.of(HyperbytedbCluster.TYPE, cluster.name(), spec).render(target, out);
    declare(target, out);
  }

  /** Whether there may be more than one member. */
  static boolean mayHaveSeveral(Mapping spec) {
    return Spec.REPLICAS.number(spec) > 1
        || (Autoscaling.ENABLED.isTrue(spec) && Autoscaling.MAX_REPLICAS.number(spec) > 1);
  }

  /** The labels that the operator gives its pods. */
  static Mapping podLabels(String name) {
    return Mapping.builder()
        .put(Naming.NAME, HyperbytedbCluster.SOFTWARE)
        .put(Naming.INSTANCE, name)
        .build();
  }

  private Mapping placed(Target target) {
    Mapping spec = cluster.spec();
    Placement placement = cluster.placement();
    if (placement.equals(Placement.ANYWHERE)) {
      return spec;
    }
    Mapping.Builder where = Mapping.builder();
    placement.renderAsAffinity(where, target.cluster());
    Mapping rendered = where.build();
    @Nullable Node affinity = rendered.get("affinity");
    if (affinity != null) {
      spec = spec.with(Spec.AFFINITY.name(), affinity);
    }
    return appended(spec, Spec.TOLERATIONS, rendered.seq("tolerations").asList());
  }

  /** What a pod must mount for a Secret to be there, and what rolls it when one changes. */
  private Mapping withSecrets(Mapping given, Target target) {
    Mapping spec = given;
    List<Text> revisions = new ArrayList<>();
    for (SecretSource source : cluster.credentials().sources().values()) {
      for (Mount mount : source.mounts()) {
        spec = appended(spec, Spec.ADDITIONAL_VOLUMES, List.of(mount.volume().toNode()));
        spec = appended(spec, Spec.ADDITIONAL_VOLUME_MOUNTS, List.of(mount.toNode()));
      }
      source.revision(target).ifPresent(revisions::add);
    }
    if (revisions.isEmpty()) {
      return spec;
    }
    Text revision = Text.join(revisions).derive(Derivation.SHA256);
    return spec.with(
        Spec.POD_ANNOTATIONS.name(),
        spec.mapping(Spec.POD_ANNOTATIONS.name()).with(SECRET_REVISION, revision));
  }

  private static Mapping appended(Mapping spec, Setting<?> list, List<? extends Node> more) {
    if (more.isEmpty()) {
      return spec;
    }
    List<Node> all = new ArrayList<>(spec.seq(list.name()).asList());
    more.stream().filter(item -> !all.contains(item)).forEach(all::add);
    return spec.with(list.name(), Seq.of(all));
  }

  private Seq spread() {
    Mapping labels = podLabels(cluster.name());
    return Seq.of(
        Spread.preferred(Spread.HOST).toNode(labels, Optional.empty(), true),
        Spread.preferred(Spread.ZONE).toNode(labels, Optional.empty(), true));
  }

  /** A Secret that the spec names and nothing here makes is one that somebody else puts there. */
  private void declare(Target target, Sink out) {
    Mapping spec = cluster.spec();
    for (Credentials.Role role : Credentials.Role.values()) {
      boolean made =
          cluster.credentials().sources().containsKey(role)
              || (role == Credentials.Role.SERVER_TLS && Server.TLS.byCertManager(spec))
              || (role == Credentials.Role.PEER_TLS && Peers.TLS.byCertManager(spec));
      if (role.setting().isGiven(spec) && !made) {
        out.declare(
            new Declaration.Existing(
                HyperbytedbOperator.ref("", "v1", "Secret", target, role.setting().text(spec)),
                Set.copyOf(role.keys())));
      }
    }
  }
}
