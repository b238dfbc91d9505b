package dev.slipway.cluster;

import dev.slipway.manifest.Names;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How clouds call their zones, and which region a zone is of. */
final class Zones {
  private static final Pattern AWS =
      Pattern.compile("([a-z]{2,3}(?:-[a-z]+)+-[0-9]+)(?:[a-z]|-[a-z0-9-]+)");
  private static final Pattern GCP = Pattern.compile("([a-z]+-[a-z]+[0-9]+)-[a-z0-9]+");
  private static final Pattern AZURE = Pattern.compile("(?:([a-z][a-z0-9]*)-)?([1-9])");

  private Zones() {}

  /** What is wrong with a zone's name, as a sentence without its subject, or nothing. */
  static Optional<String> wrong(Cloud cloud, String zone) {
    return switch (cloud) {
      case AWS -> unless(AWS, zone, "is no zone of AWS, which calls them like eu-west-1a");
      case GCP ->
          unless(GCP, zone, "is no zone of Google Cloud, which calls them like europe-west1-b");
      case AZURE ->
          unless(AZURE, zone, "is no zone of Azure, whose nodes have them like westeurope-1");
      case NONE ->
          zone.isEmpty()
              ? Optional.of("is empty")
              : Names.labelValue(zone).map(why -> why + ", for it becomes a label");
    };
  }

  /** The region that a zone's name tells; empty where it tells none. */
  static Optional<String> region(Cloud cloud, String zone) {
    return switch (cloud) {
      case AWS -> group(AWS, zone);
      case GCP -> group(GCP, zone);
      case AZURE -> group(AZURE, zone);
      case NONE -> Optional.empty();
    };
  }

  /** The zone as the node label has it: an Azure zone carries its region's name. */
  static String label(Cloud cloud, String zone, Optional<String> region) {
    return cloud == Cloud.AZURE && zone.length() == 1
        ? region.map(name -> name + "-" + zone).orElse(zone)
        : zone;
  }

  private static Optional<String> unless(Pattern form, String zone, String wrong) {
    return form.matcher(zone).matches() ? Optional.empty() : Optional.of(wrong);
  }

  private static Optional<String> group(Pattern form, String zone) {
    Matcher matcher = form.matcher(zone);
    return matcher.matches() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
  }
}
