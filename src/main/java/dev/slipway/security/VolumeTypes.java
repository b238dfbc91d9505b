package dev.slipway.security;

import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Suggestions;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The types of volumes that policies allow or not, by the fields of a pod's volume. */
final class VolumeTypes {
  static final String HOST_PATH = "hostPath";
  static final String SECRET = "secret";
  static final String PROJECTED = "projected";

  /** Those that the restricted Pod Security Standard allows. */
  static final Set<String> RESTRICTED =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          PROJECTED,
          SECRET);

  /** The others that a cluster without plug-ins of its own still knows. */
  private static final Set<String> OTHERS = Set.of("fc", HOST_PATH, "iscsi", "nfs");

  private VolumeTypes() {}

  /** What is wrong with a type's name, if anything is. */
  static Optional<Problem> check(String type) {
    if (RESTRICTED.contains(type) || OTHERS.contains(type)) {
      return Optional.empty();
    }
    SortedSet<String> known = new TreeSet<>(RESTRICTED);
    known.addAll(OTHERS);
    String hint = Suggestions.didYouMean(type, known);
    return Optional.of(
        Problem.of(
            "'" + type + "' is no type of volume.",
            hint.isEmpty() ? "There are " + String.join(", ", known) + "." : hint));
  }
}
