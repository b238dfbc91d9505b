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
    if (profile.fsGroup().isPresent()) {
      context.put("fsGroup", profile.fsGroup().get());
    }
    context.putUnlessEmpty(
        "supplementalGroups", Seq.from(profile.supplementalGroups(), Scalar::of));
    putLabels(context, shared, SecurityProfile.unset());
    return context.build();
  }

  static Mapping ofContainer(SecurityProfile profile, SecurityProfile pod) {
    SecurityProfile inherited = pod.inContainers() ? SecurityProfile.unset() : pod;
    Mapping.Builder context = Mapping.builder();
    if (profile.allowPrivilegeEscalation().isPresent()) {
      context.put("allowPrivilegeEscalation", profile.allowPrivilegeEscalation().get());
    }
    if (profile.readOnlyRootFilesystem().isPresent()) {
      context.put("readOnlyRootFilesystem", profile.readOnlyRootFilesystem().get());
    }
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
    Optional<Boolean> nonRoot = unless(profile.runAsNonRoot(), inherited.runAsNonRoot());
    if (nonRoot.isPresent()) {
      context.put("runAsNonRoot", nonRoot.get());
    }
    Optional<Long> user = unless(profile.runAsUser(), inherited.runAsUser());
    if (user.isPresent()) {
      context.put("runAsUser", user.get());
    }
    Optional<Long> group = unless(profile.runAsGroup(), inherited.runAsGroup());
    if (group.isPresent()) {
      context.put("runAsGroup", group.get());
    }
  }

  private static void putLabels(
      Mapping.Builder context, SecurityProfile profile, SecurityProfile inherited) {
    Optional<SeLinux> label = unless(profile.seLinux(), inherited.seLinux());
    if (label.isPresent()) {
      context.put("seLinuxOptions", label.get().toNode());
    }
    Optional<Seccomp> seccomp = unless(profile.seccomp(), inherited.seccomp());
    if (seccomp.isPresent()) {
      context.put("seccompProfile", seccomp.get().toNode());
    }
  }

  /** The container's value, unless it has the same from its pod. */
  private static <T> Optional<T> unless(Optional<T> own, Optional<T> inherited) {
    return own.equals(inherited) ? Optional.empty() : own;
  }
}
