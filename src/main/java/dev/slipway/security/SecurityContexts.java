package dev.slipway.security;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import java.util.Optional;

/** Renders a profile as security contexts, fields in the order in which people write them. */
final class SecurityContexts {
  private SecurityContexts() {}

  static Mapping ofPod(SecurityProfile profile) {
    SecurityProfile shared = profile.inContainers() ? SecurityProfile.unset() : profile;
    Mapping.Builder context = Mapping.builder();
    putUser(context, shared, SecurityProfile.unset());
    profile.fsGroup().ifPresent(id -> context.put("fsGroup", id));
    context.putUnlessEmpty(
        "supplementalGroups", Seq.from(profile.supplementalGroups(), Scalar::of));
    putLabels(context, shared, SecurityProfile.unset());
    return context.build();
  }

  static Mapping ofContainer(SecurityProfile profile, SecurityProfile pod) {
    SecurityProfile inherited = pod.inContainers() ? SecurityProfile.unset() : pod;
    Mapping.Builder context = Mapping.builder();
    profile
        .allowPrivilegeEscalation()
        .ifPresent(allowed -> context.put("allowPrivilegeEscalation", allowed));
    profile
        .readOnlyRootFilesystem()
        .ifPresent(readOnly -> context.put("readOnlyRootFilesystem", readOnly));
    putUser(context, profile, inherited);
    Mapping capabilities =
        Mapping.builder()
            .putUnlessEmpty("drop", Seq.ofStrings(profile.droppedCapabilities()))
            .putUnlessEmpty("add", Seq.ofStrings(profile.addedCapabilities()))
            .build();
    context.putUnlessEmpty("capabilities", capabilities);
    putLabels(context, profile, inherited);
    return context.build();
  }

  private static void putUser(
      Mapping.Builder context, SecurityProfile profile, SecurityProfile inherited) {
    unless(profile.runAsNonRoot(), inherited.runAsNonRoot())
        .ifPresent(nonRoot -> context.put("runAsNonRoot", nonRoot));
    unless(profile.runAsUser(), inherited.runAsUser())
        .ifPresent(id -> context.put("runAsUser", id));
    unless(profile.runAsGroup(), inherited.runAsGroup())
        .ifPresent(id -> context.put("runAsGroup", id));
  }

  private static void putLabels(
      Mapping.Builder context, SecurityProfile profile, SecurityProfile inherited) {
    unless(profile.seLinux(), inherited.seLinux())
        .ifPresent(label -> context.put("seLinuxOptions", label.toNode()));
    unless(profile.seccomp(), inherited.seccomp())
        .ifPresent(seccomp -> context.put("seccompProfile", seccomp.toNode()));
  }

  /** The container's value, unless it has the same from its pod. */
  private static <T> Optional<T> unless(Optional<T> own, Optional<T> inherited) {
    return own.equals(inherited) ? Optional.empty() : own;
  }
}
