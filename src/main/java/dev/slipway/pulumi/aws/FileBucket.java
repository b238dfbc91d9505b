package dev.slipway.pulumi.aws;

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
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.slipway.backing.S3Store;
import dev.slipway.manifest.Problems;
import dev.slipway.pulumi.CloudSide;
import dev.slipway.render.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The S3 bucket that an application keeps its files in: encrypted, closed to the public, without
 * access lists.
 *
 * <p>Where the store declares what may be thrown away, old versions are kept for that long and the
 * bucket is versioned; current versions never expire. A bucket that is not empty is not deleted.
 */
public final class FileBucket extends CloudSide {
  private final S3Store store;
  private final BucketV2 bucket;
  private final List<Resource> settings = new ArrayList<>();

  public FileBucket(String name, S3Store declared) {
    this(name, declared, ComponentResourceOptions.Empty);
  }

  /**
   * Registers the bucket of a store.
   *
   * @param declared the store, with the bucket's name
   * @throws dev.slipway.pulumi.RefusedException if the store is not Amazon's own, or is reached
   *     with static keys
   */
  public FileBucket(String name, S3Store declared, ComponentResourceOptions options) {
    super("slipway:aws:FileBucket", name, options);
    fitting("Bucket '" + name + "'", () -> checked(declared));
    bucket =
        new BucketV2(
            name,
            BucketV2Args.builder().bucket(output(declared.bucket())).forceDestroy(false).build(),
            child().build());
    store = declared.named(told("bucket '" + name + "'", bucket.bucket()));
    close(name);
    encrypt(name, declared);
    throwAway(name, declared);
    registerOutputs(Map.of("bucket", bucket.bucket(), "arn", bucket.arn()));
  }

  private static S3Store checked(S3Store declared) {
    Problems problems = new Problems();
    declared
        .endpoint()
        .ifPresent(
            url ->
                problems.add(
                    "The store is reached at an endpoint of its own, '%s'.".formatted(url),
                    "Leave the endpoint out: what is created here is a bucket of Amazon S3."));
    declared
        .credentials()
        .ifPresent(
            source ->
                problems.add(
                    "The store is reached with static keys from Secret '%s'."
                        .formatted(source.name()),
                    "Leave them out, and give the pods a WorkloadRole."));
    problems.throwIfAny();
    return declared;
  }

  /** The store as it was declared, its bucket named by the one that is created. */
  public S3Store store() {
    return store;
  }

  /** The bucket's name. */
  public Output<String> bucket() {
    return bucket.bucket();
  }

  /** The bucket's ARN. */
  public Output<String> arn() {
    return bucket.arn();
  }

  private void close(String name) {
    settings.add(
        new BucketPublicAccessBlock(
            name,
            BucketPublicAccessBlockArgs.builder()
                .bucket(bucket.bucket())
                .blockPublicAcls(true)
                .blockPublicPolicy(true)
                .ignorePublicAcls(true)
                .restrictPublicBuckets(true)
                .build(),
            child().build()));
    settings.add(
        new BucketOwnershipControls(
            name,
            BucketOwnershipControlsArgs.builder()
                .bucket(bucket.bucket())
                .rule(
                    BucketOwnershipControlsRuleArgs.builder()
                        .objectOwnership("BucketOwnerEnforced")
                        .build())
                .build(),
            child().build()));
  }

  private void encrypt(String name, S3Store declared) {
    BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs.Builder
        how =
            BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                .builder()
                .sseAlgorithm(declared.kmsKeyArn().isPresent() ? "aws:kms" : "AES256");
    declared.kmsKeyArn().ifPresent(key -> how.kmsMasterKeyId(output(key)));
    BucketServerSideEncryptionConfigurationV2RuleArgs.Builder rule =
        BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
            .applyServerSideEncryptionByDefault(how.build());
    if (declared.kmsKeyArn().isPresent()) {
      // One request to KMS for many objects, instead of one for each.
      rule.bucketKeyEnabled(true);
    }
    settings.add(
        new BucketServerSideEncryptionConfigurationV2(
            name,
            BucketServerSideEncryptionConfigurationV2Args.builder()
                .bucket(bucket.bucket())
                .rules(rule.build())
                .build(),
            child().build()));
  }

  private void throwAway(String name, S3Store declared) {
    declared
        .lifecycleRules()
        .ifPresent(
            rules -> {
              BucketVersioningV2 versioning =
                  new BucketVersioningV2(
                      name,
                      BucketVersioningV2Args.builder()
                          .bucket(bucket.bucket())
                          .versioningConfiguration(
                              BucketVersioningV2VersioningConfigurationArgs.builder()
                                  .status("Enabled")
                                  .build())
                          .build(),
                      child().build());
              settings.add(versioning);
              // S3 takes rules about old versions only of a bucket that has them.
              CustomResourceOptions after = child().dependsOn(versioning).build();
              settings.add(
                  new BucketLifecycleConfigurationV2(
                      name,
                      BucketLifecycleConfigurationV2Args.builder()
                          .bucket(bucket.bucket())
                          .rules(LifecycleRules.of(rules))
                          .build(),
                      after));
            });
  }

  @Override
  protected List<Resource> completedFor(Plan plan) {
    return List.copyOf(settings);
  }
}
