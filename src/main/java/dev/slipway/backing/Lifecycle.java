package dev.slipway.backing;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;

/**
 * What a bucket may throw away by itself: only what no reader can see any more. Current versions
 * never expire.
 *
 * @param oldVersionDays how long an overwritten or deleted version is kept; at least 1
 * @param unfinishedUploadDays how long an upload in parts may take; at least 1
 */
public record Lifecycle(int oldVersionDays, int unfinishedUploadDays) {
  private static final int A_WEEK = 7;

  /**
   * What is thrown away when.
   *
   * @throws dev.slipway.manifest.InvalidInputException if a time is less than a day
   */
  public Lifecycle {
    Problems problems = new Problems();
    check("Old versions", oldVersionDays, problems);
    check("Unfinished uploads", unfinishedUploadDays, problems);
    problems.throwIfAny("bucket lifecycle");
  }

  /** Keeps old versions for some days, and unfinished uploads for a week. */
  public static Lifecycle keepingOldVersions(int days) {
    return new Lifecycle(days, A_WEEK);
  }

  private static void check(String what, int days, Problems problems) {
    if (days < 1) {
      problems.add(what + " are to be kept for " + days + " days.", "Give 1 day or more.");
    }
  }

  /**
   * As {@code aws s3api put-bucket-lifecycle-configuration} takes it, which replaces what the
   * bucket has. Delete markers go when no version is left behind them.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html">Rules</a>
   */
  Mapping s3(String prefix) {
    Mapping rule =
        Mapping.builder()
            .put("ID", "remove-what-is-not-current")
            .put("Status", "Enabled")
            .put("Filter", Mapping.of("Prefix", prefix))
            .put("NoncurrentVersionExpiration", days("NoncurrentDays", oldVersionDays))
            .put("Expiration", Mapping.of("ExpiredObjectDeleteMarker", Scalar.TRUE))
            .put(
                "AbortIncompleteMultipartUpload", days("DaysAfterInitiation", unfinishedUploadDays))
            .build();
    return Mapping.of("Rules", Seq.of(rule));
  }

  /**
   * As {@code gcloud storage buckets update --lifecycle-file} takes it. There are no delete
   * markers.
   *
   * @see <a href="https://cloud.google.com/storage/docs/lifecycle">Object lifecycle management</a>
   */
  Mapping gcs(String prefix) {
    Mapping old =
        Mapping.builder()
            .put("daysSinceNoncurrentTime", oldVersionDays)
            .put("isLive", false)
            .build();
    return Mapping.of(
        "lifecycle",
        Mapping.of(
            "rule",
            Seq.of(
                gcsRule("Delete", old, prefix),
                gcsRule(
                    "AbortIncompleteMultipartUpload", days("age", unfinishedUploadDays), prefix))));
  }

  private static Mapping gcsRule(String action, Mapping condition, String prefix) {
    return Mapping.of(
        "action",
        Mapping.of("type", action),
        "condition",
        prefix.isEmpty() ? condition : condition.with("matchesPrefix", Seq.of(Text.of(prefix))));
  }

  /**
   * As {@code az storage account management-policy create} takes it. Azure counts a version's age
   * from when it was written, not from when it was overwritten. It throws unfinished uploads away
   * after a week by itself, and has no delete markers.
   *
   * @see <a
   *     href="https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-policy-structure">Lifecycle
   *     policies</a>
   */
  Mapping azure(Text container, String prefix) {
    Mapping delete = Mapping.of("delete", days("daysAfterCreationGreaterThan", oldVersionDays));
    Mapping filters =
        Mapping.of(
            "blobTypes",
            Seq.of(Text.of("blockBlob")),
            "prefixMatch",
            Seq.of(Text.join(container, Text.of("/" + prefix))));
    Mapping rule =
        Mapping.builder()
            .put("enabled", true)
            .put("name", "removeWhatIsNotCurrent")
            .put("type", "Lifecycle")
            .put(
                "definition",
                Mapping.of(
                    "actions",
                    Mapping.of("version", delete, "snapshot", delete),
                    "filters",
                    filters))
            .build();
    return Mapping.of("rules", Seq.of(rule));
  }

  private static Mapping days(String field, int days) {
    return Mapping.of(field, Scalar.of(days));
  }
}
