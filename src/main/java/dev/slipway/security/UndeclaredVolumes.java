package dev.slipway.security;

import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import java.util.SortedSet;

/** Tells of volumes that a policy will not let through. */
final class UndeclaredVolumes {
  private UndeclaredVolumes() {}

  static void tell(Subject who, Sink out) {
    SortedSet<String> types = Allowance.undeclared(who);
    if (!types.isEmpty()) {
      out.notice(
          Notice.error(
              "undeclared-volume-type",
              "Pods of '%s' mount volumes of type %s, and no security profile of theirs has it."
                  .formatted(who.name(), String.join(", ", types)),
              "Declare the type in the profile, or use a persistentVolumeClaim."));
    }
  }
}
