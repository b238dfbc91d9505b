package dev.slipway.security;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The least that a policy must allow for pods of some profiles: what any profile grants, and only
 * the hardening that all of them ask for. What a profile leaves open is not granted.
 *
 * @param root whether a container may run as root
 * @param users the only users, where every profile names one; else empty
 * @param anyFsGroup whether fsGroup is the pods' to choose
 * @param dropped the capabilities that every container drops
 */
record Allowance(
    boolean root,
    SortedSet<Long> users,
    boolean anyFsGroup,
    SortedSet<Long> fsGroups,
    SortedSet<Long> supplementalGroups,
    boolean escalation,
    boolean readOnlyRoot,
    Set<String> added,
    Set<String> dropped,
    Set<Seccomp> seccomp,
    Set<SeLinux> seLinux,
    SortedSet<String> volumeTypes) {

  static Allowance of(Subject who, Cluster cluster) {
    List<SecurityProfile> profiles = who.profiles().stream().map(p -> p.on(cluster)).toList();
    return new Allowance(
        profiles.stream().anyMatch(p -> !p.runAsNonRoot().orElse(true)),
        profiles.stream().allMatch(p -> p.runAsUser().isPresent())
            ? named(profiles, SecurityProfile::runAsUser)
            : new TreeSet<>(),
        profiles.stream().anyMatch(SecurityProfile::anyFsGroup),
        named(profiles, SecurityProfile::fsGroup),
        supplementalGroups(profiles),
        profiles.stream().anyMatch(p -> p.allowPrivilegeEscalation().orElse(false)),
        profiles.stream().allMatch(p -> p.readOnlyRootFilesystem().orElse(false)),
        added(profiles),
        dropped(profiles),
        seccomp(profiles),
        new LinkedHashSet<>(profiles.stream().flatMap(p -> p.seLinux().stream()).toList()),
        volumeTypes(who, profiles));
  }

  /**
   * The mounted types that no profile declares and that are more than the restricted standard's.
   */
  static SortedSet<String> undeclared(Subject who) {
    SortedSet<String> types = new TreeSet<>(who.volumeTypes());
    types.removeAll(VolumeTypes.RESTRICTED);
    who.profiles().forEach(profile -> types.removeAll(profile.volumeTypes()));
    return types;
  }

  /** Ranges of one ID each, as policies take them. */
  static Seq ranges(Set<Long> ids) {
    return Seq.from(ids, id -> range(id, id));
  }

  static Mapping range(long min, long max) {
    return Mapping.of("min", Scalar.of(min), "max", Scalar.of(max));
  }

  private static SortedSet<Long> named(
      List<SecurityProfile> profiles, Function<SecurityProfile, Optional<Long>> id) {
    return new TreeSet<>(profiles.stream().flatMap(p -> id.apply(p).stream()).toList());
  }

  private static SortedSet<Long> supplementalGroups(List<SecurityProfile> profiles) {
    return new TreeSet<>(profiles.stream().flatMap(p -> p.supplementalGroups().stream()).toList());
  }

  private static Set<String> added(List<SecurityProfile> profiles) {
    return new LinkedHashSet<>(
        profiles.stream().flatMap(p -> p.addedCapabilities().stream()).toList());
  }

  private static Set<String> dropped(List<SecurityProfile> profiles) {
    List<String> all = new ArrayList<>();
    for (SecurityProfile profile : profiles) {
      profile.droppedCapabilities().stream()
          .filter(name -> profiles.stream().allMatch(p -> drops(p, name)))
          .forEach(all::add);
    }
    Set<String> dropped = new LinkedHashSet<>(all);
    added(profiles).forEach(dropped::remove);
    return dropped;
  }

  private static boolean drops(SecurityProfile profile, String name) {
    return profile.droppedCapabilities().contains(name)
        || (profile.dropsAll() && !profile.addedCapabilities().contains(name));
  }

  /** The runtime's own first, for policies take the first as their default. */
  private static Set<Seccomp> seccomp(List<SecurityProfile> profiles) {
    Set<Seccomp> needed = new LinkedHashSet<>();
    if (profiles.stream().anyMatch(p -> p.seccomp().isEmpty())) {
      needed.add(Seccomp.runtimeDefault());
    }
    List<Seccomp> named = profiles.stream().flatMap(p -> p.seccomp().stream()).toList();
    named.stream().filter(Seccomp.runtimeDefault()::equals).forEach(needed::add);
    needed.addAll(named);
    return needed;
  }

  private static SortedSet<String> volumeTypes(Subject who, List<SecurityProfile> profiles) {
    SortedSet<String> types = new TreeSet<>();
    profiles.forEach(profile -> types.addAll(profile.volumeTypes()));
    who.volumeTypes().stream().filter(VolumeTypes.RESTRICTED::contains).forEach(types::add);
    // A policy that allows secrets lets the token's projected volume through by itself.
    if (who.mountsTokens() && !types.contains(VolumeTypes.SECRET)) {
      types.add(VolumeTypes.PROJECTED);
    }
    return types;
  }
}
