package dev.slipway.backing;

import dev.slipway.cluster.Cloud;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.Text;
import dev.slipway.pod.Image;
import dev.slipway.secret.LiteralSecret;
import dev.slipway.secret.SecretSource;
import dev.slipway.secret.SecretType;
import dev.slipway.target.Declaration;
import dev.slipway.target.Document;
import dev.slipway.target.Notice;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A registry that images are pulled from, by the nodes as who they are in its cloud, or with
 * credentials in the namespace.
 *
 * @param prefix how the names of all repositories begin, with a slash at its end; may be empty
 * @param repositories the repositories that there are, without the prefix; empty for any
 * @param pullSecret the credentials, where the nodes cannot pull as who they are
 * @param nodes who the nodes are in the cloud: a Google service account's e-mail address, or the
 *     object id of an AKS cluster's kubelet identity; not needed on AWS
 */
public record ImageRegistry(
    RegistryKind kind,
    String prefix,
    List<String> repositories,
    Optional<SecretSource> pullSecret,
    Optional<Text> nodes)
    implements Renderable {

  /**
   * The registry of a kind.
   *
   * @throws InvalidInputException with everything that is wrong
   */
  public ImageRegistry {
    repositories = List.copyOf(repositories);
    Problems problems = new Problems();
    kind.check(problems);
    if (problems.isEmpty()) {
      List<String> named = repositories.isEmpty() ? List.of("any") : repositories;
      for (String repository : named) {
        Text name = name(kind, prefix, repository);
        problems.collect(() -> new Image(name, Optional.empty(), Optional.empty()));
      }
    }
    if (pullSecret.isPresent()) {
      checkPullSecret(pullSecret.get(), problems);
    }
    problems.throwIfAny("image registry '" + kind.host() + "'");
  }

  /** An Amazon ECR, of an account and a region. */
  public static Builder ecr(String account, String region) {
    return new Builder(new RegistryKind.Ecr(account, region));
  }

  /** An Azure Container Registry of a name. */
  public static Builder acr(String name) {
    return new Builder(new RegistryKind.Acr(name, Optional.empty()));
  }

  /**
   * An Azure Container Registry of a name.
   *
   * @param resourceId its id in Azure: {@code /subscriptions/…/registries/NAME}
   */
  public static Builder acr(String name, Text resourceId) {
    return new Builder(new RegistryKind.Acr(name, Optional.of(resourceId)));
  }

  /** A Docker repository of Google's Artifact Registry; its images are the repositories here. */
  public static Builder artifactRegistry(String location, String project, String repository) {
    return new Builder(new RegistryKind.ArtifactRegistry(location, project, repository));
  }

  /** Any other registry, at a host with a port where it has one. */
  public static Builder at(String host) {
    return at(Text.of(host));
  }

  /** Any other registry, at a host that may be known only later. */
  public static Builder at(Text host) {
    return new Builder(new RegistryKind.Other(host));
  }

  /**
   * An image of the registry.
   *
   * @throws InvalidInputException if the registry has no such repository, or the tag is none
   */
  public Image image(String repository, String tag) {
    if (!repositories.isEmpty() && !repositories.contains(repository)) {
      throw new InvalidInputException(
          Problem.of(
              "The registry '%s' has no repository '%s'; it has %s."
                  .formatted(kind.host(), repository, quoted(repositories)),
              Suggestions.closest(repository, repositories)
                  .map(near -> "Did you mean '" + near + "'?")
                  .orElse("Declare the repository where the registry is declared.")));
    }
    return Image.of(name(kind, prefix, repository), tag);
  }

  /** The names of all repositories that there are, with the registry before them. */
  public List<Text> repositoryNames() {
    return repositories.stream().map(repository -> name(kind, prefix, repository)).toList();
  }

  /** What a pod's {@code imagePullSecrets} name. */
  public List<String> imagePullSecrets() {
    return pullSecret.map(SecretSource::name).stream().toList();
  }

  @Override
  public void render(Target target, Sink out) {
    out.declare(new Declaration.InternalRegistry(name(kind, prefix, "")));
    pullSecret.ifPresentOrElse(
        source -> renderPullSecret(source, target, out), () -> renderNodeAccess(target, out));
  }

  private void renderPullSecret(SecretSource source, Target target, Sink out) {
    source.render(target, new WithoutRotation(out));
    if (kind instanceof RegistryKind.Ecr && source instanceof LiteralSecret) {
      out.notice(
          Notice.warning(
              "registry-token-expires",
              "Secret '%s' holds a password of '%s', which ends after 12 hours."
                  .formatted(source.name(), kind.host()),
              "Let the nodes pull as who they are, or have an operator renew the Secret."));
    }
  }

  private void renderNodeAccess(Target target, Sink out) {
    Cloud cloud = kind.cloud();
    if (cloud == Cloud.NONE) {
      return;
    }
    if (cloud != target.cluster().cloud()) {
      out.notice(
          Notice.warning(
              "registry-of-another-cloud",
              "Cluster '%s' is not on the cloud of the registry '%s', so its nodes are nobody there."
                  .formatted(target.cluster().name(), kind.host()),
              "Give the registry a pull secret."));
      return;
    }
    Optional<Mapping> pulling = pullDocument();
    if (pulling.isPresent()) {
      out.document(new Document.Cloud(target.naming().of("image-pull") + ".json", pulling.get()));
    }
    out.notice(
        Notice.info(
            "registry-access",
            "The nodes pull from '" + kind.host() + "' as who they are.",
            "The nodes need " + kind.right() + "."));
  }

  /** The names of all repositories that there are, as the registry itself has them. */
  public List<String> paths() {
    return repositories.stream().map(repository -> prefix + repository).toList();
  }

  /** What the registry's cloud must know for the nodes to pull, where enough is known. */
  public Optional<Mapping> pullDocument() {
    return kind.pullDocument(prefix, paths(), nodes);
  }

  private static Text name(RegistryKind kind, String prefix, String repository) {
    return Text.join(kind.host(), Text.of("/" + kind.path() + prefix + repository));
  }

  private static void checkPullSecret(SecretSource source, Problems problems) {
    problems.collect(
        () -> {
          String key = source.key(SecretType.DOCKER_CONFIG_JSON).key();
          if (!key.equals(SecretType.DOCKER_CONFIG_JSON)) {
            problems.add(
                "The pull secret '%s' has the credentials at '%s'.".formatted(source.name(), key),
                "Nodes look for them at '" + SecretType.DOCKER_CONFIG_JSON + "' only.");
          }
          return key;
        });
    if (!source.mounts().isEmpty()) {
      problems.add(
          "The pull secret '%s' is there only while a pod runs that mounts it."
              .formatted(source.name()),
          "Take it from a source that fills it before, such as External Secrets.");
    }
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }

  /** Nodes read a pull secret whenever they pull, so a new value reaches them. */
  private record WithoutRotation(Sink all) implements Sink {
    @Override
    public void object(Manifest manifest) {
      all.object(manifest);
    }

    @Override
    public void document(Document document) {
      all.document(document);
    }

    @Override
    public void declare(Declaration declaration) {
      all.declare(declaration);
    }

    @Override
    public void notice(Notice notice) {
      if (!notice.rule().equals(SecretSource.ROTATION)) {
        all.notice(notice);
      }
    }
  }

  /** Collects what is known of a registry. */
  public static final class Builder {
    private final RegistryKind kind;
    private final List<String> repositories = new ArrayList<>();
    private String prefix = "";
    private @Nullable SecretSource pullSecret;
    private @Nullable Text nodes;

    private Builder(RegistryKind kind) {
      this.kind = kind;
    }

    /** How the names of all repositories begin; a slash is put after it. */
    public Builder prefix(String path) {
      prefix = path.isEmpty() || path.endsWith("/") ? path : path + "/";
      return this;
    }

    /** The repositories that there are, without the prefix; any other is then refused. */
    public Builder repositories(String... names) {
      repositories.addAll(List.of(names));
      return this;
    }

    /** Credentials at the key {@code .dockerconfigjson}, for nodes that cannot pull otherwise. */
    public Builder pullSecret(SecretSource source) {
      pullSecret = source;
      return this;
    }

    /**
     * Who the nodes are in the registry's cloud: a Google service account's e-mail address, or the
     * object id of an AKS cluster's kubelet identity.
     */
    public Builder pulledBy(Text principal) {
      nodes = principal;
      return this;
    }

    /**
     * The registry.
     *
     * @throws InvalidInputException with everything that is wrong
     */
    public ImageRegistry build() {
      return new ImageRegistry(
          kind, prefix, repositories, Optional.ofNullable(pullSecret), Optional.ofNullable(nodes));
    }
  }
}
