package dev.slipway.cdk8s;

import dev.slipway.backing.Binding;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.KnownTexts;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.PlainValues;
import dev.slipway.manifest.Problem;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.render.Collected;
import dev.slipway.target.Defaults;
import dev.slipway.target.Naming;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cdk8s.plus28.AbstractPod;
import org.cdk8s.plus28.ConfigMap;
import org.cdk8s.plus28.Container;
import org.cdk8s.plus28.EnvFieldPaths;
import org.cdk8s.plus28.EnvValue;
import org.cdk8s.plus28.ISecret;
import org.cdk8s.plus28.Secret;
import org.cdk8s.plus28.SecretValue;
import software.constructs.Construct;

/**
 * A database or another backing service in a construct tree, for cdk8s-plus workloads: its children
 * are the objects that bring its secrets, and {@link #grantTo} tells a workload how to reach it.
 *
 * <p>What {@link dev.slipway.backing.Database#binding} and {@link
 * dev.slipway.backing.ObjectStore#binding} give is what it takes.
 */
public final class BackingConstruct extends Construct {
  private final Binding binding;
  private final Target target;
  private final Map<String, ISecret> secrets = new LinkedHashMap<>();

  /**
   * Adds a backing service to a chart.
   *
   * @param namespace where the workloads are that will use it
   * @param binding what such a workload is told and mounts
   * @throws InvalidInputException if its secrets cannot be had on this cluster
   */
  public BackingConstruct(
      Construct scope, String id, ClusterConstruct cluster, String namespace, Binding binding) {
    super(scope, id);
    this.binding = binding;
    target = new Target(cluster.cluster(), namespace, new Naming(id, id, ""), Defaults.STRICT);
    Collected rendered = new Collected();
    binding.render(target, rendered);
    cluster.take(rendered);
    ConstructThread.build(this, () -> add(rendered.objects(), new ObjectIds(namespace)));
  }

  private void add(List<Manifest> objects, ObjectIds ids) {
    Map<String, Manifest> added = new LinkedHashMap<>();
    objects.forEach(object -> added.put(ids.next(object.ref()), object));
    TreeSide.add(this, added);
  }

  /**
   * Gives every container of a cdk8s-plus workload the variables and mounts by which it reaches
   * this service. Add the containers first.
   *
   * @throws InvalidInputException if the service lets in only who has an identity in the cloud,
   *     which a cdk8s-plus workload has not
   */
  public void grantTo(AbstractPod workload) {
    if (!binding.grants().isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
              "'%s' needs rights in the cloud to use '%s', and has no identity there."
                  .formatted(workload.getNode().getPath(), getNode().getPath()),
              "Declare the workload as one of Slipway's, which brings its service account, or give"
                  + " the service credentials from a secret."));
    }
    ConstructThread.build(this, () -> wire(workload));
  }

  private void wire(AbstractPod workload) {
    PodFields fields = PodFields.of(workload);
    for (Container container : fields.containers("containers")) {
      binding.env().forEach(env -> container.getEnv().addVariable(env.name(), value(env)));
    }
    for (Mount mount : binding.mounts()) {
      fields.mount(plain(mount.volume().toNode()), plain(mount.toNode()));
    }
    List<String> revisions = new ArrayList<>();
    binding
        .revisions(target)
        .forEach(revision -> revisions.add(revision.resolve(KnownTexts.INSTANCE)));
    if (!revisions.isEmpty()) {
      workload
          .getPodMetadata()
          .addAnnotation(
              "slipway.dev/" + getNode().getId() + "-revision", String.join(".", revisions));
    }
    workload.getNode().addDependency(this);
  }

  private EnvValue value(EnvVar env) {
    if (env instanceof EnvVar.Value value) {
      return EnvValue.fromValue(value.value().resolve(KnownTexts.INSTANCE));
    }
    if (env instanceof EnvVar.FromSecret secret) {
      return EnvValue.fromSecretValue(
          SecretValue.builder()
              .secret(secret(secret.key().secret()))
              .key(secret.key().key())
              .build());
    }
    if (env instanceof EnvVar.FromConfig config) {
      return EnvValue.fromConfigMap(
          ConfigMap.fromConfigMapName(
              this, "config-" + env.name() + "-" + config.configMap(), config.configMap()),
          config.key());
    }
    if (env instanceof EnvVar.FromField field) {
      return EnvValue.fromFieldRef(
          switch (field.fieldPath()) {
            case "metadata.name" -> EnvFieldPaths.POD_NAME;
            case "metadata.namespace" -> EnvFieldPaths.POD_NAMESPACE;
            case "status.podIP" -> EnvFieldPaths.POD_IP;
            default ->
                throw new IllegalArgumentException(
                    "Field '" + field.fieldPath() + "' has no place in a cdk8s-plus workload.");
          });
    }
    throw new IllegalArgumentException(
        "Variable '" + env.name() + "' has no place in a cdk8s-plus workload.");
  }

  private ISecret secret(String name) {
    return secrets.computeIfAbsent(
        name, known -> Secret.fromSecretName(this, "secret-" + known, known));
  }

  private static Object plain(Node node) {
    return Objects.requireNonNull(PlainValues.of(node, KnownTexts.INSTANCE));
  }
}
