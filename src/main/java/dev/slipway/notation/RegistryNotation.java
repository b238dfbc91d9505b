package dev.slipway.notation;

import dev.slipway.backing.ImageRegistry;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.manifest.Text;
import dev.slipway.secret.SecretSource;
import java.util.List;

/** The registry that images are pulled from, in a file. */
public final class RegistryNotation {
  private static final Field<String> PREFIX =
      Field.optional("prefix", Type.string(), "How the names of all repositories begin.")
          .example("vendor/hyperscience");
  private static final Field<List<String>> REPOSITORIES =
      Field.optional(
              "repositories",
              Type.someOf(Type.string()),
              "The repositories that there are, without the prefix; any other is refused then.")
          .example("[forms, trainer, operator, blocks]");
  private static final Field<SecretSource> PULL_SECRET =
      Field.optional(
              "pullSecret",
              Type.later(() -> SecretNotation.type()),
              "Credentials at the key .dockerconfigjson, for nodes that cannot pull as who they"
                  + " are.")
          .example("{existing: registry, keys: [.dockerconfigjson]}");
  private static final Field<Text> PULLED_BY =
      Field.optional(
              "pulledBy",
              Type.openText(),
              "Who the nodes are: a Google service account's e-mail address, or the object id of an"
                  + " AKS cluster's kubelet identity.")
          .example("nodes@my-project.iam.gserviceaccount.com");

  private static final Field<String> ECR =
      Field.required("ecr", Type.string(), "The AWS account that has the registry, in quotes.")
          .example("\"123456789012\"");
  private static final Field<String> REGION =
      Field.required("region", Type.string(), "The registry's region.").example("eu-west-1");
  private static final Definition<ImageRegistry> ON_ECR =
      Definition.of("ECR registry", "An Amazon Elastic Container Registry.")
          .fields(ECR, REGION, PREFIX, REPOSITORIES, PULL_SECRET)
          .building(
              given -> rest(ImageRegistry.ecr(given.get(ECR), given.get(REGION)), given, false));

  private static final Field<String> ACR =
      Field.required("acr", Type.string(), "The name of the Azure container registry.")
          .example("shopregistry");
  private static final Field<Text> RESOURCE_ID =
      Field.optional("resourceId", Type.openText(), "The registry's id in Azure.")
          .example(
              "/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/r");
  private static final Definition<ImageRegistry> ON_ACR =
      Definition.of("ACR registry", "An Azure Container Registry.")
          .fields(ACR, RESOURCE_ID, PREFIX, REPOSITORIES, PULL_SECRET, PULLED_BY)
          .building(
              given ->
                  rest(
                      given
                          .find(RESOURCE_ID)
                          .map(id -> ImageRegistry.acr(given.get(ACR), id))
                          .orElseGet(() -> ImageRegistry.acr(given.get(ACR))),
                      given,
                      true));

  private static final Field<String> ARTIFACT_REGISTRY =
      Field.required(
              "artifactRegistry", Type.string(), "The Docker repository of the Artifact Registry.")
          .example("shop");
  private static final Field<String> LOCATION =
      Field.required("location", Type.string(), "Its region or multi-region.")
          .example("europe-west1");
  private static final Field<String> PROJECT =
      Field.required("project", Type.string(), "The id of its Google Cloud project.")
          .example("my-project");
  private static final Definition<ImageRegistry> ON_ARTIFACT_REGISTRY =
      Definition.of("Artifact Registry", "A Docker repository of Google's Artifact Registry.")
          .fields(ARTIFACT_REGISTRY, LOCATION, PROJECT, PREFIX, REPOSITORIES, PULL_SECRET)
          .fields(PULLED_BY)
          .building(
              given ->
                  rest(
                      ImageRegistry.artifactRegistry(
                          given.get(LOCATION), given.get(PROJECT), given.get(ARTIFACT_REGISTRY)),
                      given,
                      true));

  private static final Field<Text> HOST =
      Field.required(
              "host", Type.openText(), "The registry's host, with its port where it has one.")
          .example("registry.example.com:5000");
  private static final Definition<ImageRegistry> ELSEWHERE =
      Definition.of("registry", "Any other registry.")
          .fields(HOST, PREFIX, REPOSITORIES, PULL_SECRET)
          .building(given -> rest(ImageRegistry.at(given.get(HOST)), given, false));

  private RegistryNotation() {}

  public static Type<ImageRegistry> type() {
    return Type.variant(
        "image registry",
        Variant.of("ecr", ON_ECR),
        Variant.of("acr", ON_ACR),
        Variant.of("artifactRegistry", ON_ARTIFACT_REGISTRY),
        Variant.of("host", ELSEWHERE));
  }

  private static ImageRegistry rest(
      ImageRegistry.Builder registry, Given given, boolean nodesAreNamed) {
    if (given.has(PREFIX)) {
      registry.prefix(given.get(PREFIX));
    }
    if (given.has(REPOSITORIES)) {
      registry.repositories(given.get(REPOSITORIES).toArray(new String[0]));
    }
    if (given.has(PULL_SECRET)) {
      registry.pullSecret(given.get(PULL_SECRET));
    }
    if (nodesAreNamed) {
      if (given.has(PULLED_BY)) {
        registry.pulledBy(given.get(PULLED_BY));
      }
    }
    return registry.build();
  }
}
