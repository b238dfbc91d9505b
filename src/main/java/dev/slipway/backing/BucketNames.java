package dev.slipway.backing;

import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the clouds accept as names of buckets, as far as one can tell without asking them. */
final class BucketNames {
  private static final Pattern S3 = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern GCS = Pattern.compile("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]");
  private static final Pattern GCS_PART = Pattern.compile("[^.]{1,63}");
  private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");
  private static final Pattern CONTAINER = Pattern.compile("(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*");
  private static final List<String> S3_PREFIXES = List.of("xn--", "sthree-", "amzn-s3-demo-");
  private static final List<String> S3_SUFFIXES =
      List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

  private BucketNames() {}

  /**
   * Collects what is wrong with an S3 bucket's name.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket
   *     naming rules</a>
   */
  static void s3(Text bucket, Problems problems) {
    @Nullable String name = known(bucket, "bucket", problems);
    if (name == null) {
      return;
    }
    if (name.startsWith("s3://") || name.startsWith("arn:")) {
      problems.add(
          "'" + name + "' is an address of an S3 bucket.", "Give the bucket's name alone.");
    } else if (!S3.matcher(name).matches()
        || name.contains("..")
        || ADDRESS.matcher(name).matches()) {
      problems.add(
          "'" + name + "' is no name of an S3 bucket.",
          "It has 3 to 63 lower-case letters, digits, '-' and '.', begins and ends with a letter or"
              + " digit, has no two dots together and is no IP address.");
    } else if (S3_PREFIXES.stream().anyMatch(name::startsWith)
        || S3_SUFFIXES.stream().anyMatch(name::endsWith)) {
      problems.add(
          "AWS keeps names like '" + name + "' for itself.", "Give the name of a general bucket.");
    }
  }

  /**
   * Collects what is wrong with a Google Cloud Storage bucket's name.
   *
   * @see <a href="https://cloud.google.com/storage/docs/buckets#naming">Bucket names</a>
   */
  static void gcs(Text bucket, Problems problems) {
    @Nullable String name = known(bucket, "bucket", problems);
    if (name == null) {
      return;
    }
    if (name.startsWith("gs://")) {
      problems.add("'" + name + "' is an address of a bucket.", "Give the bucket's name alone.");
    } else if (!GCS.matcher(name).matches()
        || !List.of(name.split("\\.", -1)).stream()
            .allMatch(part -> GCS_PART.matcher(part).matches())
        || (name.length() > 63 && name.indexOf('.') < 0)
        || ADDRESS.matcher(name).matches()
        || name.startsWith("goog")
        || name.contains("google")) {
      problems.add(
          "'" + name + "' is no name of a Google Cloud Storage bucket.",
          "It has 3 to 63 lower-case letters, digits, '-', '_' and '.', begins and ends with a"
              + " letter or digit, is no IP address and does not say google.");
    }
  }

  /**
   * Collects what is wrong with the names of an Azure storage account and its container.
   *
   * @see <a
   *     href="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftstorage">Naming
   *     rules</a>
   */
  static void azure(Text account, Text container, Problems problems) {
    @Nullable String accountName = known(account, "storage account", problems);
    if (accountName != null && !ACCOUNT.matcher(accountName).matches()) {
      problems.add(
          "'" + accountName + "' is no name of an Azure storage account.",
          "It has 3 to 24 lower-case letters and digits; leave out .blob.core.windows.net.");
    }
    @Nullable String containerName = known(container, "container", problems);
    if (containerName != null && !CONTAINER.matcher(containerName).matches()) {
      problems.add(
          "'" + containerName + "' is no name of a blob container.",
          "It has 3 to 63 lower-case letters, digits and single '-' between them.");
    }
  }

  private static @Nullable String known(Text name, String what, Problems problems) {
    new SettingValue.Given(name).check(what, problems);
    @Nullable String known = name.value();
    return known == null || known.isBlank() || name.isSecret() ? null : known;
  }
}
