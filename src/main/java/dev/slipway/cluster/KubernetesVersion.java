package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A minor version of Kubernetes, such as 1.34; patch releases make no difference to Slipway. */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {
  /** The oldest version that Slipway knows; a cluster may not be older. */
  public static final KubernetesVersion OLDEST = new KubernetesVersion(1, 24);

  /** The newest version that Slipway has facts of. */
  public static final KubernetesVersion NEWEST = new KubernetesVersion(1, 36);

  private static final Pattern FORM = Pattern.compile("v?([0-9]{1,3})\\.([0-9]{1,3})(?:\\..*)?");

  /**
   * The version in a string: {@code 1.34}, {@code v1.34.2}, {@code 1.29.4-eks-036c24b}.
   *
   * @throws InvalidInputException if it names none
   */
  public static KubernetesVersion of(String written) {
    Matcher matcher = FORM.matcher(written);
    if (!matcher.matches()) {
      throw new InvalidInputException(
          Problem.of(
              "'" + written + "' is no Kubernetes version.",
              "Write major and minor version, in quotes where it stands in YAML: \"1.34\"."));
    }
    return new KubernetesVersion(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Whether this is 1.{@code minor} or later. */
  public boolean atLeast(int minor) {
    return compareTo(new KubernetesVersion(1, minor)) >= 0;
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KubernetesVersion version
        && major == version.major
        && minor == version.minor;
  }

  @Override
  public int hashCode() {
    return Objects.hash(major, minor);
  }
}
