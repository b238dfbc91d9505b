package dev.slipway.pulumi.aws;

import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import dev.slipway.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rules of a bucket's lifecycle document as the provider takes them. */
final class LifecycleRules {
  private LifecycleRules() {}

  static List<BucketLifecycleConfigurationV2RuleArgs> of(Mapping document) {
    List<BucketLifecycleConfigurationV2RuleArgs> rules = new ArrayList<>();
    document.seq("Rules").forEach(rule -> rules.add(rule((Mapping) rule)));
    return rules;
  }

  private static BucketLifecycleConfigurationV2RuleArgs rule(Mapping rule) {
    return BucketLifecycleConfigurationV2RuleArgs.builder()
        .id(Objects.requireNonNull(rule.string("ID")))
        .status(Objects.requireNonNull(rule.string("Status")))
        .filter(
            BucketLifecycleConfigurationV2RuleFilterArgs.builder()
                .prefix(Objects.requireNonNull(rule.mapping("Filter").string("Prefix")))
                .build())
        .noncurrentVersionExpiration(
            BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                .noncurrentDays(days(rule.mapping("NoncurrentVersionExpiration"), "NoncurrentDays"))
                .build())
        .expiration(
            BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                .expiredObjectDeleteMarker(
                    rule.mapping("Expiration").bool("ExpiredObjectDeleteMarker"))
                .build())
        .abortIncompleteMultipartUpload(
            BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                .daysAfterInitiation(
                    days(rule.mapping("AbortIncompleteMultipartUpload"), "DaysAfterInitiation"))
                .build())
        .build();
  }

  private static Integer days(Mapping part, String field) {
    return Math.toIntExact(Objects.requireNonNull(part.integer(field)));
  }
}
