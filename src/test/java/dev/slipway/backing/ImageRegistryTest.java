package dev.slipway.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Text;
import dev.slipway.secret.RegistryLogin;
import dev.slipway.secret.RemoteValue;
import dev.slipway.secret.SecretSource;
import dev.slipway.secret.SecretsStoreProvider;
import dev.slipway.testing.Later;
import dev.slipway.testing.Rendered;
import dev.slipway.testing.YamlText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageRegistryTest {
  private static ImageRegistry.Builder ecr() {
    return ImageRegistry.ecr("111122223333", "eu-west-1")
        .prefix("hyperscience")
        .repositories("forms", "trainer");
  }

  @Test
  void imagesStandInTheRegistrysRepositories() {
    assertThat(ecr().build().image("forms", "40.1").toString())
        .isEqualTo("111122223333.dkr.ecr.eu-west-1.amazonaws.com/hyperscience/forms:40.1");
    assertThat(ImageRegistry.acr("HsRegistry").build().image("forms", "40.1").toString())
        .isEqualTo("hsregistry.azurecr.io/forms:40.1");
    assertThat(
            ImageRegistry.artifactRegistry("europe-west1", "hs-prod-1", "images")
                .build()
                .image("forms", "40.1")
                .toString())
        .isEqualTo("europe-west1-docker.pkg.dev/hs-prod-1/images/forms:40.1");
    assertThat(
            ImageRegistry.at("registry.example:5000")
                .prefix("a/b/")
                .build()
                .image("forms", "40.1")
                .toString())
        .isEqualTo("registry.example:5000/a/b/forms:40.1");
    assertThat(ImageRegistry.ecr("111122223333", "cn-north-1").build().image("a", "1").toString())
        .isEqualTo("111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/a:1");
  }

  @Test
  void hostMayBeKnownOnlyLater() {
    ImageRegistry registry =
        ImageRegistry.at(Later.text("registry")).prefix("hs").repositories("forms").build();

    assertThat(
            Later.resolve(
                registry.image("forms", "40.1").reference(), Map.of("registry", "r.example")))
        .isEqualTo("r.example/hs/forms:40.1");
  }

  @Test
  void repositoryThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> ecr().build().image("form", "40.1"))
        .hasMessage(
            "The registry '111122223333.dkr.ecr.eu-west-1.amazonaws.com' has no repository 'form';"
                + " it has 'forms', 'trainer'. Did you mean 'forms'?");
    assertThat(ecr().build().repositoryNames())
        .containsExactly(
            Text.of("111122223333.dkr.ecr.eu-west-1.amazonaws.com/hyperscience/forms"),
            Text.of("111122223333.dkr.ecr.eu-west-1.amazonaws.com/hyperscience/trainer"));
  }

  @Test
  void ecrPolicyLetsNodesPullTheseRepositoriesOnly() {
    Rendered rendered = Rendered.of(ecr().build());

    assertThat(rendered.document("hs-image-pull.json"))
        .isEqualTo(
            YamlText.mapping(
                """
                Version: '2012-10-17'
                Statement:
                  - Sid: LogInToRegistry
                    Effect: Allow
                    Action: ecr:GetAuthorizationToken
                    Resource: '*'
                  - Sid: PullImages
                    Effect: Allow
                    Action:
                      - ecr:BatchCheckLayerAvailability
                      - ecr:BatchGetImage
                      - ecr:GetDownloadUrlForLayer
                    Resource:
                      - arn:aws:ecr:eu-west-1:111122223333:repository/hyperscience/forms
                      - arn:aws:ecr:eu-west-1:111122223333:repository/hyperscience/trainer
                """));
    assertThat(rendered.noticed())
        .containsExactly(
            "registry-access INFO The nodes pull from"
                + " '111122223333.dkr.ecr.eu-west-1.amazonaws.com' as who they are. The nodes need"
                + " ecr:GetAuthorizationToken, and to read the repositories, by the role of their"
                + " instances.");
  }

  @ParameterizedTest
  @CsvSource({
    "us-gov-west-1, arn:aws-us-gov:ecr:us-gov-west-1:111122223333:repository/hs/*",
    "cn-north-1, arn:aws-cn:ecr:cn-north-1:111122223333:repository/hs/*"
  })
  void ecrPolicyIsForThePartitionAndForEveryRepositoryWhereNoneIsNamed(String region, String arn) {
    assertThat(
            Rendered.of(ImageRegistry.ecr("111122223333", region).prefix("hs").build())
                .document("hs-image-pull.json")
                .seq("Statement")
                .get(1))
        .isEqualTo(
            YamlText.mapping(
                """
                Sid: PullImages
                Effect: Allow
                Action:
                  - ecr:BatchCheckLayerAvailability
                  - ecr:BatchGetImage
                  - ecr:GetDownloadUrlForLayer
                Resource: ['%s']
                """
                    .formatted(arn)));
  }

  @Test
  void artifactRegistryIsReadByTheNodesServiceAccount() {
    ImageRegistry registry =
        ImageRegistry.artifactRegistry("europe", "hs-prod-1", "images")
            .pulledBy(Text.of("nodes@hs-prod-1.iam.gserviceaccount.com"))
            .build();
    Rendered rendered = Rendered.into(Rendered.on(Cloud.GCP, Distribution.GKE), registry);

    assertThat(rendered.document("hs-image-pull.json"))
        .isEqualTo(
            YamlText.mapping(
                """
                bindings:
                  - role: roles/artifactregistry.reader
                    members:
                      - serviceAccount:nodes@hs-prod-1.iam.gserviceaccount.com
                """));
  }

  @Test
  void acrIsPulledFromByTheKubeletIdentity() {
    String id =
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/hs";
    ImageRegistry registry =
        ImageRegistry.acr("hsregistry", Text.of(id)).pulledBy(Text.of("principal")).build();
    Rendered rendered = Rendered.into(Rendered.on(Cloud.AZURE, Distribution.AKS), registry);

    assertThat(rendered.document("hs-image-pull.json"))
        .isEqualTo(
            YamlText.mapping(
                """
                $schema: https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#
                contentVersion: 1.0.0.0
                resources:
                  - type: Microsoft.Authorization/roleAssignments
                    apiVersion: '2022-04-01'
                    scope: %1$s
                    name: "[guid('%1$s', 'principal', '7f951dda-4ed3-4680-a7ca-43fe172d538d')]"
                    properties:
                      roleDefinitionId: "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')]"
                      principalId: principal
                      principalType: ServicePrincipal
                """
                    .formatted(id)));
  }

  @Test
  void whatTheNodesNeedIsSaidWhereTheyAreNotKnown() {
    Rendered rendered =
        Rendered.into(
            Rendered.on(Cloud.AZURE, Distribution.AKS), ImageRegistry.acr("hsregistry").build());

    assertThat(rendered.documents()).isEmpty();
    assertThat(rendered.noticed())
        .containsExactly(
            "registry-access INFO The nodes pull from 'hsregistry.azurecr.io' as who they are. The"
                + " nodes need the role AcrPull on the registry (az aks update --attach-acr gives"
                + " it).");
  }

  @Test
  void nodesOfAnotherCloudNeedAPullSecret() {
    Rendered rendered = Rendered.of(ImageRegistry.acr("hsregistry").build());

    assertThat(rendered.documents()).isEmpty();
    assertThat(rendered.noticed())
        .containsExactly(
            "registry-of-another-cloud WARNING Cluster 'prod' is not on the cloud of the registry"
                + " 'hsregistry.azurecr.io', so its nodes are nobody there. Give the registry a"
                + " pull secret.");
  }

  @Test
  void pullSecretIsRenderedInsteadOfNodeRights() {
    ImageRegistry registry =
        ImageRegistry.at("registry.example")
            .pullSecret(
                SecretSource.registryCredentials(
                    "registry", RegistryLogin.of("registry.example", "hs", Text.secret("pw"))))
            .build();
    Rendered rendered = Rendered.of(registry);

    assertThat(registry.imagePullSecrets()).containsExactly("registry");
    assertThat(rendered.body().string("type")).isEqualTo("kubernetes.io/dockerconfigjson");
    assertThat(rendered.documents()).isEmpty();
    assertThat(ecr().build().imagePullSecrets()).isEmpty();
  }

  @Test
  void passwordOfEcrIsKnownToEnd() {
    ImageRegistry registry =
        ecr()
            .pullSecret(
                SecretSource.registryCredentials(
                    "ecr", RegistryLogin.of("h", "AWS", Text.secret("pw"))))
            .build();

    assertThat(Rendered.of(registry).noticed())
        .contains(
            "registry-token-expires WARNING Secret 'ecr' holds a password of"
                + " '111122223333.dkr.ecr.eu-west-1.amazonaws.com', which ends after 12 hours. Let"
                + " the nodes pull as who they are, or have an operator renew the Secret.");
  }

  @Test
  void pullSecretMustHoldADockerConfigurationBeforeThePodRuns() {
    assertThatThrownBy(
            () ->
                ImageRegistry.at("registry.example")
                    .pullSecret(SecretSource.existing("registry").keys("password").build())
                    .build())
        .hasMessage(
            "image registry 'registry.example': Secret 'registry' gives no '.dockerconfigjson'; it"
                + " has 'password'. Declare the key where the secret is declared.");
    assertThatThrownBy(
            () ->
                ImageRegistry.at("registry.example")
                    .pullSecret(
                        SecretSource.secretsStore(
                                "registry", SecretsStoreProvider.awsSecretsManager())
                            .remote(".dockerconfigjson", "config", RemoteValue.of("registry"))
                            .build())
                    .build())
        .hasMessage(
            """
            image registry 'registry.example': The pull secret 'registry' has the credentials at 'config'. Nodes look for them at '.dockerconfigjson' only.
            image registry 'registry.example': The pull secret 'registry' is there only while a pod runs that mounts it. Take it from a source that fills it before, such as External Secrets.\
            """);
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    assertThatThrownBy(() -> ImageRegistry.ecr("1", "Ireland").build())
        .hasMessage(
            """
            image registry '1.dkr.ecr.Ireland.amazonaws.com': '1' is no AWS account id. Write its 12 digits, in quotes where it stands in YAML: "012345678901".
            image registry '1.dkr.ecr.Ireland.amazonaws.com': 'Ireland' is no AWS region. Write its code, such as eu-west-1.\
            """);
    assertThatThrownBy(
            () -> ImageRegistry.at("registry.example").repositories("Forms", "a b").build())
        .hasMessage(
            """
            image registry 'registry.example' › image 'registry.example/Forms': The repository 'Forms' has capital letters. Did you mean 'forms'?
            image registry 'registry.example' › image 'registry.example/a b': 'a b' is no repository. Write lower-case letters and digits, parted by '/', '-', '.', '_' or '__'.\
            """);
    assertThatThrownBy(() -> ImageRegistry.at("https://registry.example").build())
        .hasMessage(
            "image registry 'https://registry.example': 'https://registry.example' is no host of a"
                + " registry. Leave out the scheme and the final slash.");
    assertThatThrownBy(() -> ImageRegistry.artifactRegistry("Europe", "Prod", "Images_1").build())
        .hasMessageContainingAll("no location", "no Google Cloud project id", "no repository");
    assertThatThrownBy(() -> ImageRegistry.acr("hs-registry.azurecr.io").build())
        .hasMessageContaining("is no name of an Azure container registry");
  }
}
