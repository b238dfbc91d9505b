package dev.slipway.pulumi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.slipway.backing.ImageRegistry;
import dev.slipway.pulumi.RecordedRun;
import dev.slipway.testing.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRepositoriesTest {
  /** The four that Hyperscience asks for. */
  private static final ImageRegistry REGISTRY =
      ImageRegistry.ecr("123456789012", "eu-west-1")
          .prefix("hyperscience")
          .repositories("forms", "trainer", "operator", "blocks")
          .build();

  @ParameterizedTest
  @ValueSource(strings = {"forms", "trainer", "operator", "blocks"})
  void tagsDoNotMoveAndWhatIsPushedIsScanned(String repository) {
    AwsRun run = AwsRun.of(context -> new ImageRepositories("images", REGISTRY));

    run.asksAs(
        "Repository",
        "images/hyperscience/" + repository,
        () ->
            new Repository(
                "expected",
                RepositoryArgs.builder()
                    .name("hyperscience/" + repository)
                    .imageTagMutability("IMMUTABLE")
                    .imageScanningConfiguration(
                        RepositoryImageScanningConfigurationArgs.builder().scanOnPush(true).build())
                    .forceDelete(false)
                    .build()));
  }

  @Test
  void nodesMayPullFromTheseRepositoriesAndNoOthers() throws IOException {
    AwsRun run =
        AwsRun.of(
            context ->
                new ImageRepositories(
                    "images",
                    REGISTRY,
                    List.of(Output.of("platform-nodes"), Output.of("trainer-nodes")),
                    ComponentResourceOptions.Empty));

    assertThat(run.json("Policy", "images", "policy"))
        .isEqualTo(
            JsonValues.read(
                Files.readString(
                    Path.of(
                        "src/test/resources/cloud/hyperscience-aws/hyperscience-image-pull.json"))));
    run.asksAs("RolePolicyAttachment", "images", () -> attached("platform-nodes"));
    run.asksAs("RolePolicyAttachment", "images-2", () -> attached("trainer-nodes"));
  }

  private static void attached(String role) {
    new RolePolicyAttachment(
        "expected",
        RolePolicyAttachmentArgs.builder().role(role).policyArn("arn-of-images").build());
  }

  @Test
  void otherRegistriesAndThoseThatNameNoRepositoryAreRefused() {
    ImageRegistry other = ImageRegistry.at("registry.example.com").build();

    RecordedRun run = RecordedRun.of(context -> new ImageRepositories("images", other));

    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("'registry.example.com' is no registry of Amazon ECR")
        .contains("does not say which repositories it has");
    assertThat(run.requests("aws:")).isEmpty();
  }
}
