package dev.slipway.pulumi.aws;

import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.PolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.slipway.backing.ImageRegistry;
import dev.slipway.backing.RegistryKind;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.Text;
import dev.slipway.pulumi.CloudSide;
import dev.slipway.render.Plan;
import dev.slipway.target.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The repositories of a registry in Amazon ECR, and the right of nodes to pull from them. Tags do
 * not move, and what is pushed is scanned. A repository with images in it is not deleted.
 *
 * <p>The names of the repositories are known before they are there, so an application takes its
 * images from the {@link ImageRegistry} that was declared, and a preview shows them.
 */
public final class ImageRepositories extends CloudSide {
  private final Map<String, Repository> repositories = new LinkedHashMap<>();
  private final List<Resource> rights = new ArrayList<>();

  /** Registers the repositories of a registry, and lets nobody pull from them. */
  public ImageRepositories(String name, ImageRegistry declared) {
    this(name, declared, List.of(), ComponentResourceOptions.Empty);
  }

  /**
   * Registers the repositories of a registry.
   *
   * @param nodeRoles the names of the roles that nodes have, which are to pull
   * @throws dev.slipway.pulumi.RefusedException if the registry is none of ECR, or does not say
   *     which repositories it has
   */
  public ImageRepositories(
      String name,
      ImageRegistry declared,
      List<Output<String>> nodeRoles,
      ComponentResourceOptions options) {
    super("slipway:aws:ImageRepositories", name, options);
    fitting("Registry '" + name + "'", () -> checked(declared));
    List<String> paths = declared.paths();
    for (int i = 0; i < paths.size(); i++) {
      repositories.put(declared.repositories().get(i), repository(name, paths.get(i)));
    }
    if (!nodeRoles.isEmpty()) {
      letPull(name, declared, nodeRoles);
    }
    Map<String, Output<String>> urls = new TreeMap<>();
    repositories.forEach((path, repository) -> urls.put(path, repository.repositoryUrl()));
    registerOutputs(Map.of("repositoryUrls", Output.of(urls)));
  }

  private static ImageRegistry checked(ImageRegistry declared) {
    Problems problems = new Problems();
    if (!(declared.kind() instanceof RegistryKind.Ecr)) {
      problems.add(
          "'%s' is no registry of Amazon ECR.".formatted(declared.kind().host()),
          "Declare it by its account and region, or create its repositories where it is.");
    }
    if (declared.repositories().isEmpty()) {
      problems.add(
          "The registry does not say which repositories it has.",
          "Name them where the registry is declared.");
    }
    problems.throwIfAny();
    return declared;
  }

  private Repository repository(String name, String path) {
    return new Repository(
        name + "/" + path,
        RepositoryArgs.builder()
            .name(path)
            .imageTagMutability("IMMUTABLE")
            .imageScanningConfiguration(
                RepositoryImageScanningConfigurationArgs.builder().scanOnPush(true).build())
            .forceDelete(false)
            .build(),
        child().build());
  }

  private void letPull(String name, ImageRegistry declared, List<Output<String>> nodeRoles) {
    Policy policy =
        new Policy(
            name,
            PolicyArgs.builder()
                .description("Pulling images of " + declared.kind().host())
                .policy(
                    output(new Document.Cloud("", declared.pullDocument().orElseThrow()).content()))
                .build(),
            child().build());
    for (int i = 0; i < nodeRoles.size(); i++) {
      rights.add(
          new RolePolicyAttachment(
              i == 0 ? name : name + "-" + (i + 1),
              RolePolicyAttachmentArgs.builder()
                  .role(nodeRoles.get(i))
                  .policyArn(policy.arn())
                  .build(),
              child().build()));
    }
  }

  /**
   * Where a repository is, as images are called by it; whoever pulls by it waits for the repository
   * and for the nodes' right to it.
   *
   * @throws IllegalArgumentException if the registry has none of that name
   */
  public Text repositoryUrl(String repository) {
    @Nullable Repository found = repositories.get(repository);
    if (found == null) {
      throw new IllegalArgumentException(
          Suggestions.unknown("The registry", "repository", repository, repositories.keySet()));
    }
    return told("repository '" + repository + "'", found.repositoryUrl());
  }

  /** The nodes' rights to pull, to depend on them. */
  public List<Resource> rights() {
    return List.copyOf(rights);
  }

  @Override
  protected List<Resource> completedFor(Plan plan) {
    return rights();
  }
}
