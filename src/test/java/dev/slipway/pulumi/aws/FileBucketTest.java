package dev.slipway.pulumi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Value;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import dev.slipway.backing.Lifecycle;
import dev.slipway.backing.ObjectStore;
import dev.slipway.backing.S3Store;
import dev.slipway.manifest.Text;
import dev.slipway.pulumi.RecordedRun;
import dev.slipway.secret.SecretSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileBucketTest {
  private static final String NAME = "hyperscience-files-123456789012";
  private static final String KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";

  @Test
  void itIsEncryptedAndClosedAndIsNotDeletedWithFilesInIt() {
    AwsRun run = AwsRun.of(context -> new FileBucket("files", store().build()));

    run.asksAs(
        "BucketV2",
        "files",
        () ->
            new BucketV2(
                "expected", BucketV2Args.builder().bucket(NAME).forceDestroy(false).build()));
    run.asksAs(
        "BucketPublicAccessBlock",
        "files",
        () ->
            new BucketPublicAccessBlock(
                "expected",
                BucketPublicAccessBlockArgs.builder()
                    .bucket(NAME)
                    .blockPublicAcls(true)
                    .blockPublicPolicy(true)
                    .ignorePublicAcls(true)
                    .restrictPublicBuckets(true)
                    .build()));
    run.asksAs(
        "BucketOwnershipControls",
        "files",
        () ->
            new BucketOwnershipControls(
                "expected",
                BucketOwnershipControlsArgs.builder()
                    .bucket(NAME)
                    .rule(
                        BucketOwnershipControlsRuleArgs.builder()
                            .objectOwnership("BucketOwnerEnforced")
                            .build())
                    .build()));
    run.asksAs(
        "BucketServerSideEncryptionConfigurationV2",
        "files",
        () ->
            new BucketServerSideEncryptionConfigurationV2(
                "expected",
                BucketServerSideEncryptionConfigurationV2Args.builder()
                    .bucket(NAME)
                    .rules(
                        BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                            .applyServerSideEncryptionByDefault(
                                BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                                    .builder()
                                    .sseAlgorithm("AES256")
                                    .build())
                            .build())
                    .build()));
  }

  @Test
  void aKeyOfTheCustomersEncryptsIt() {
    AwsRun run =
        AwsRun.of(context -> new FileBucket("files", store().kmsKey(Text.of(KEY)).build()));

    run.asksAs(
        "BucketServerSideEncryptionConfigurationV2",
        "files",
        () ->
            new BucketServerSideEncryptionConfigurationV2(
                "expected",
                BucketServerSideEncryptionConfigurationV2Args.builder()
                    .bucket(NAME)
                    .rules(
                        BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                            .applyServerSideEncryptionByDefault(
                                BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                                    .builder()
                                    .sseAlgorithm("aws:kms")
                                    .kmsMasterKeyId(KEY)
                                    .build())
                            .bucketKeyEnabled(true)
                            .build())
                    .build()));
  }

  @Test
  void oldVersionsAndUnfinishedUploadsGoAndCurrentVersionsNever() {
    AwsRun run =
        AwsRun.of(
            context ->
                new FileBucket(
                    "files",
                    store().prefix("forms/").lifecycle(Lifecycle.keepingOldVersions(30)).build()));

    run.asksAs(
        "BucketVersioningV2",
        "files",
        () ->
            new BucketVersioningV2(
                "expected",
                BucketVersioningV2Args.builder()
                    .bucket(NAME)
                    .versioningConfiguration(
                        BucketVersioningV2VersioningConfigurationArgs.builder()
                            .status("Enabled")
                            .build())
                    .build()));
    run.asksAs(
        "BucketLifecycleConfigurationV2",
        "files",
        () ->
            new BucketLifecycleConfigurationV2(
                "expected",
                BucketLifecycleConfigurationV2Args.builder()
                    .bucket(NAME)
                    .rules(
                        BucketLifecycleConfigurationV2RuleArgs.builder()
                            .id("remove-what-is-not-current")
                            .status("Enabled")
                            .filter(
                                BucketLifecycleConfigurationV2RuleFilterArgs.builder()
                                    .prefix("forms/")
                                    .build())
                            .noncurrentVersionExpiration(
                                BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs
                                    .builder()
                                    .noncurrentDays(30)
                                    .build())
                            .expiration(
                                BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                                    .expiredObjectDeleteMarker(true)
                                    .build())
                            .abortIncompleteMultipartUpload(
                                BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs
                                    .builder()
                                    .daysAfterInitiation(7)
                                    .build())
                            .build())
                    .build()));
    Map<String, Value> rule =
        run.request("BucketLifecycleConfigurationV2", "files")
            .getObject()
            .getFieldsOrThrow("rules")
            .getListValue()
            .getValues(0)
            .getStructValue()
            .getFieldsMap();
    assertThat(rule.get("expiration").getStructValue().getFieldsMap())
        .as("no days and no date after which a current version would go")
        .containsOnlyKeys("expiredObjectDeleteMarker");
    assertThat(run.waitsFor("BucketLifecycleConfigurationV2", "files"))
        .contains("aws:s3/bucketVersioningV2:BucketVersioningV2::files");
  }

  @Test
  void withoutAWordOnOldVersionsNothingIsThrownAway() {
    RecordedRun run = RecordedRun.of(context -> new FileBucket("files", store().build())).orFail();

    assertThat(run.requests("aws:s3/bucketLifecycle")).isEmpty();
    assertThat(run.requests("aws:s3/bucketVersioning")).isEmpty();
  }

  @Test
  void aStoreThatIsNotAmazonsIsRefused() {
    SecretSource keys =
        SecretSource.existing("keys").keys("accessKeyId", "secretAccessKey").build();
    S3Store minio =
        ObjectStore.s3(NAME).endpoint("https://minio.example:9000").credentials(keys).build();

    RecordedRun run = RecordedRun.of(context -> new FileBucket("files", minio));

    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("an endpoint of its own, 'https://minio.example:9000'")
        .contains("static keys from Secret 'keys'");
    assertThat(run.requests("aws:")).isEmpty();
  }

  private static S3Store.Builder store() {
    return ObjectStore.s3(NAME).region("eu-west-1");
  }
}
