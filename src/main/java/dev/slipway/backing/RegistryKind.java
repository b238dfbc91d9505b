package dev.slipway.backing;

import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.GcpProject;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose registry it is, and what its cloud must know for nodes to pull as who they are. */
public sealed interface RegistryKind {

  /** The registry's host. */
  Text host();

  /** What stands between the host and the names of the repositories; mostly nothing. */
  String path();

  /**
   * The cloud whose nodes can pull as who they are; {@link Cloud#NONE} for a registry of no cloud.
   */
  Cloud cloud();

  /** What the nodes' identity must be allowed, to end the sentence "The nodes need …". */
  String right();

  /**
   * What the cloud must know for the nodes to pull, or nothing where too little is known.
   *
   * @param repositories the names of the repositories, with the prefix before them; empty for all
   */
  Optional<Mapping> pullDocument(String prefix, List<String> repositories, Optional<Text> nodes);

  /** Collects what is wrong. */
  void check(Problems problems);

  /**
   * Amazon's Elastic Container Registry.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_EKS.html">Amazon
   *     ECR and EKS</a>
   */
  record Ecr(String account, String region) implements RegistryKind {
    @Override
    public Text host() {
      String suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
      return Text.of(account + ".dkr.ecr." + region + "." + suffix);
    }

    @Override
    public String path() {
      return "";
    }

    @Override
    public Cloud cloud() {
      return Cloud.AWS;
    }

    @Override
    public String right() {
      return "ecr:GetAuthorizationToken, and to read the repositories, by the role of their"
          + " instances";
    }

    @Override
    public Optional<Mapping> pullDocument(
        String prefix, List<String> repositories, Optional<Text> nodes) {
      List<String> named = repositories.isEmpty() ? List.of(prefix + "*") : repositories;
      Mapping login =
          Mapping.builder()
              .put("Sid", "LogInToRegistry")
              .put("Effect", "Allow")
              .put("Action", "ecr:GetAuthorizationToken")
              .put("Resource", "*")
              .build();
      Mapping pull =
          Mapping.builder()
              .put("Sid", "PullImages")
              .put("Effect", "Allow")
              .put(
                  "Action",
                  Seq.ofStrings(
                      List.of(
                          "ecr:BatchCheckLayerAvailability",
                          "ecr:BatchGetImage",
                          "ecr:GetDownloadUrlForLayer")))
              .put("Resource", Seq.from(named, name -> Text.of(arn(name))))
              .build();
      return Optional.of(
          Mapping.of("Version", Text.of("2012-10-17"), "Statement", Seq.of(login, pull)));
    }

    private String arn(String repository) {
      String partition = AwsAccount.of(account, region).partition();
      return "arn:%s:ecr:%s:%s:repository/%s".formatted(partition, region, account, repository);
    }

    @Override
    public void check(Problems problems) {
      problems.collect(() -> AwsAccount.of(account, region));
    }
  }

  /**
   * An Azure Container Registry.
   *
   * @param name its name, without a domain
   * @param resourceId its id in Azure, {@code /subscriptions/…/registries/NAME}, if it is known
   * @see <a href="https://learn.microsoft.com/azure/aks/cluster-container-registry-integration">AKS
   *     and ACR</a>
   */
  record Acr(String name, Optional<Text> resourceId) implements RegistryKind {
    /** AcrPull among Azure's built-in roles. */
    private static final String ACR_PULL = "7f951dda-4ed3-4680-a7ca-43fe172d538d";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{5,50}");

    @Override
    public Text host() {
      return Text.of(name.toLowerCase(Locale.ROOT) + ".azurecr.io");
    }

    @Override
    public String path() {
      return "";
    }

    @Override
    public Cloud cloud() {
      return Cloud.AZURE;
    }

    @Override
    public String right() {
      return "the role AcrPull on the registry (az aks update --attach-acr gives it)";
    }

    @Override
    public Optional<Mapping> pullDocument(
        String prefix, List<String> repositories, Optional<Text> nodes) {
      return nodes.flatMap(
          principal -> resourceId.map(scope -> template(assignment(scope, principal))));
    }

    private static Mapping assignment(Text scope, Text principal) {
      String role =
          "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '" + ACR_PULL + "')]";
      Text name =
          Text.join(
              Text.of("[guid('"),
              scope,
              Text.of("', '"),
              principal,
              Text.of("', '" + ACR_PULL + "')]"));
      Mapping properties =
          Mapping.builder()
              .put("roleDefinitionId", role)
              .put("principalId", principal)
              .put("principalType", "ServicePrincipal")
              .build();
      return Mapping.builder()
          .put("type", "Microsoft.Authorization/roleAssignments")
          .put("apiVersion", "2022-04-01")
          .put("scope", scope)
          .put("name", name)
          .put("properties", properties)
          .build();
    }

    private static Mapping template(Mapping resource) {
      return Mapping.builder()
          .put(
              "$schema",
              "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#")
          .put("contentVersion", "1.0.0.0")
          .put("resources", Seq.of(resource))
          .build();
    }

    @Override
    public void check(Problems problems) {
      if (!NAME.matcher(name).matches()) {
        problems.add(
            "'" + name + "' is no name of an Azure container registry.",
            "It has 5 to 50 letters and digits; leave out .azurecr.io.");
      }
    }
  }

  /**
   * A Docker repository of Google's Artifact Registry.
   *
   * @param location a region or multi-region: {@code europe-west1}, {@code europe}
   * @see <a href="https://cloud.google.com/artifact-registry/docs/integrate-gke">Deploying to
   *     GKE</a>
   */
  record ArtifactRegistry(String location, String project, String repository)
      implements RegistryKind {
    private static final Pattern LOCATION = Pattern.compile("[a-z]+(-[a-z]+[0-9]+)?");
    private static final Pattern REPOSITORY = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    @Override
    public Text host() {
      return Text.of(location + "-docker.pkg.dev");
    }

    @Override
    public String path() {
      return project + "/" + repository + "/";
    }

    @Override
    public Cloud cloud() {
      return Cloud.GCP;
    }

    @Override
    public String right() {
      return "roles/artifactregistry.reader on the repository '" + repository + "'";
    }

    @Override
    public Optional<Mapping> pullDocument(
        String prefix, List<String> repositories, Optional<Text> nodes) {
      return nodes.map(
          account ->
              Mapping.of(
                  "bindings",
                  Seq.of(
                      Mapping.of(
                          "role",
                          Text.of("roles/artifactregistry.reader"),
                          "members",
                          Seq.of(Text.join(Text.of("serviceAccount:"), account))))));
    }

    @Override
    public void check(Problems problems) {
      if (!LOCATION.matcher(location).matches()) {
        problems.add(
            "'" + location + "' is no location of an Artifact Registry.",
            "Write a region or multi-region, such as europe-west1 or europe.");
      }
      problems.collect(() -> GcpProject.of(project));
      if (!REPOSITORY.matcher(repository).matches()) {
        problems.add(
            "'" + repository + "' is no repository of an Artifact Registry.",
            "It has up to 63 lower-case letters, digits and '-', and begins with a letter.");
      }
    }
  }

  /** Any other registry that speaks the Docker Registry HTTP API V2. */
  record Other(Text host) implements RegistryKind {
    @Override
    public String path() {
      return "";
    }

    @Override
    public Cloud cloud() {
      return Cloud.NONE;
    }

    @Override
    public String right() {
      return "a way in of their own";
    }

    @Override
    public Optional<Mapping> pullDocument(
        String prefix, List<String> repositories, Optional<Text> nodes) {
      return Optional.empty();
    }

    @Override
    public void check(Problems problems) {
      new SettingValue.Given(host).check("host", problems);
      @Nullable String known = host.value();
      if (known != null && (known.contains("://") || known.endsWith("/"))) {
        problems.add(
            "'" + known + "' is no host of a registry.",
            "Leave out the scheme and the final slash.");
      }
    }
  }
}
