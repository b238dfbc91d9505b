package dev.slipway.security;

import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what contradicts itself in a {@link SecurityProfile}, or what no cluster would take. */
final class ProfileChecks {
  /** What Kubernetes' API takes as an ID. */
  private static final long LARGEST_ID = Integer.MAX_VALUE;

  private static final String ADDED = "addCapabilities";

  private final Problems problems = new Problems();
  private final boolean forbidsRoot;
  private final boolean forbidsEscalation;

  ProfileChecks(Optional<Boolean> runAsNonRoot, Optional<Boolean> allowPrivilegeEscalation) {
    forbidsRoot = runAsNonRoot.orElse(false);
    forbidsEscalation = !allowPrivilegeEscalation.orElse(true);
  }

  ProfileChecks ids(
      Optional<Long> user, Optional<Long> group, Optional<Long> fsGroup, List<Long> groups) {
    long none = 0; // an ID that is right
    id("user", user.orElse(none), "runAsUser");
    id("group", group.orElse(none), "runAsGroup");
    id("fsGroup", fsGroup.orElse(none), "fsGroup");
    for (long id : groups) {
      id("supplemental group", id, "supplementalGroups");
    }
    if (forbidsRoot && user.equals(Optional.of(0L))) {
      problems.add(
          "Containers run as user 0, which is root, and runAsNonRoot is true.",
          "Give the user that the image is made for, or set runAsNonRoot to false.",
          "runAsUser",
          "runAsNonRoot");
    }
    return this;
  }

  ProfileChecks capabilities(Set<String> added, Set<String> dropped) {
    for (String name : added) {
      if (name.equals(Capability.ALL)) {
        problems.add(
            "ALL capabilities are added, which makes a container all but privileged.",
            "Add those that are needed, by name.",
            ADDED);
      } else {
        Optional<Problem> wrong = Capability.check(name);
        if (wrong.isPresent()) {
          problems.add(wrong.get().about(ADDED));
        }
      }
      if (dropped.contains(name)) {
        problems.add(
            "The capability '" + name + "' is both added and dropped.",
            "Keep one; what is added stays when ALL are dropped.",
            ADDED);
      }
    }
    for (String name : dropped) {
      Optional<Problem> wrong =
          name.equals(Capability.ALL) ? Optional.empty() : Capability.check(name);
      if (wrong.isPresent()) {
        problems.add(wrong.get());
      }
    }
    if (forbidsEscalation && added.contains(Capability.SYS_ADMIN)) {
      problems.add(
          "The capability 'SYS_ADMIN' is added and allowPrivilegeEscalation is false; with"
              + " SYS_ADMIN it is always true.",
          "Do without SYS_ADMIN, or set allowPrivilegeEscalation to true.",
          ADDED,
          "allowPrivilegeEscalation");
    }
    return this;
  }

  ProfileChecks volumes(Set<String> types) {
    for (String type : types) {
      Optional<Problem> wrong = VolumeTypes.check(type);
      if (wrong.isPresent()) {
        problems.add(wrong.get());
      }
    }
    return this;
  }

  void throwIfAny() {
    problems.throwIfAny("security profile");
  }

  private void id(String what, long id, String field) {
    if (id < 0 || id > LARGEST_ID) {
      problems.add(
          "The " + what + " " + id + " is no ID.", "Give one from 0 to 2147483647.", field);
    }
  }
}
