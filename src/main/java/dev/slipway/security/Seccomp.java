package dev.slipway.security;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which system calls containers may make.
 *
 * @param type {@code RuntimeDefault}, {@code Localhost} or {@code Unconfined}
 * @param localhostProfile for Localhost, the profile's path below the kubelet's seccomp folder
 * @see <a href="https://kubernetes.io/docs/tutorials/security/seccomp/">Seccomp in Kubernetes</a>
 */
public record Seccomp(String type, Optional<String> localhostProfile) {
  private static final String LOCALHOST = "Localhost";

  private static final Seccomp RUNTIME_DEFAULT = new Seccomp("RuntimeDefault", Optional.empty());

  private static final Seccomp UNCONFINED = new Seccomp("Unconfined", Optional.empty());

  public Seccomp {
    if (!List.of("RuntimeDefault", LOCALHOST, "Unconfined").contains(type)) {
      throw new InvalidInputException(
          Problem.of(
              "'" + type + "' is no type of seccomp profile.",
              "There are RuntimeDefault, Localhost and Unconfined."));
    }
    if (type.equals(LOCALHOST) != localhostProfile.isPresent()) {
      throw new InvalidInputException(
          Problem.of(
              "A seccomp profile of type "
                  + type
                  + " names "
                  + localhostProfile.map(path -> "the file '" + path + "'.").orElse("no file."),
              "Name a file for Localhost, and only there."));
    }
    if (localhostProfile.isPresent()) {
      requireBelow(localhostProfile.get());
    }
  }

  /** The container runtime's own profile. */
  public static Seccomp runtimeDefault() {
    return RUNTIME_DEFAULT;
  }

  /**
   * A profile that every node has in its kubelet's seccomp folder.
   *
   * @param path relative to that folder: {@code profiles/audit.json}
   * @throws InvalidInputException if the path leads out of the folder
   */
  public static Seccomp localhost(String path) {
    return new Seccomp(LOCALHOST, Optional.of(path));
  }

  /** No profile: every system call that the kernel allows. */
  public static Seccomp unconfined() {
    return UNCONFINED;
  }

  /** The {@code seccompProfile} of a security context. */
  Mapping toNode() {
    Mapping.Builder node = Mapping.builder().put("type", type);
    if (localhostProfile.isPresent()) {
      node.put("localhostProfile", localhostProfile.get());
    }
    return node.build();
  }

  /**
   * As policies older than the field name it: {@code runtime/default}, {@code localhost/a.json}.
   */
  String inPolicies() {
    return localhostProfile
        .map(path -> "localhost/" + path)
        .orElse(this.equals(RUNTIME_DEFAULT) ? "runtime/default" : "unconfined");
  }

  private static void requireBelow(String path) {
    if (path.isEmpty() || path.startsWith("/") || List.of(path.split("/")).contains("..")) {
      throw new InvalidInputException(
          Problem.of(
              "The seccomp profile '" + path + "' is no path below the kubelet's seccomp folder.",
              "Give one relative to that folder, such as 'profiles/audit.json'."));
    }
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Seccomp seccomp
        && type.equals(seccomp.type)
        && localhostProfile.equals(seccomp.localhostProfile);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, localhostProfile);
  }
}
