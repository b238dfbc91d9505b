package dev.slipway.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what a {@link SecurityProfile} says; each method sets one part of it. */
public final class SecurityProfileBuilder {
  private Optional<Boolean> runAsNonRoot = Optional.empty();
  private Optional<Long> runAsUser = Optional.empty();
  private Optional<Long> runAsGroup = Optional.empty();
  private Optional<Long> fsGroup = Optional.empty();
  private List<Long> supplementalGroups = List.of();
  private boolean anyFsGroup;
  private Optional<Boolean> allowPrivilegeEscalation = Optional.empty();
  private Optional<Boolean> readOnlyRootFilesystem = Optional.empty();
  private Set<String> added = Set.of();
  private Set<String> dropped = Set.of();
  private Optional<Seccomp> seccomp = Optional.empty();
  private Optional<SeLinux> seLinux = Optional.empty();
  private Set<String> volumeTypes = VolumeTypes.RESTRICTED;
  private boolean keepsIds;
  private boolean inContainers;

  /** A builder with nothing set. */
  SecurityProfileBuilder() {}

  SecurityProfileBuilder(SecurityProfile from) {
    runAsNonRoot = from.runAsNonRoot();
    runAsUser = from.runAsUser();
    runAsGroup = from.runAsGroup();
    fsGroup = from.fsGroup();
    supplementalGroups = from.supplementalGroups();
    anyFsGroup = from.anyFsGroup();
    allowPrivilegeEscalation = from.allowPrivilegeEscalation();
    readOnlyRootFilesystem = from.readOnlyRootFilesystem();
    added = from.addedCapabilities();
    dropped = from.droppedCapabilities();
    seccomp = from.seccomp();
    seLinux = from.seLinux();
    volumeTypes = from.volumeTypes();
    keepsIds = from.keepsIds();
    inContainers = from.inContainers();
  }

  public SecurityProfileBuilder runAsNonRoot(boolean nonRoot) {
    runAsNonRoot = Optional.of(nonRoot);
    return this;
  }

  public SecurityProfileBuilder runAsUser(long id) {
    runAsUser = Optional.of(id);
    return this;
  }

  public SecurityProfileBuilder runAsGroup(long id) {
    runAsGroup = Optional.of(id);
    return this;
  }

  public SecurityProfileBuilder fsGroup(long id) {
    fsGroup = Optional.of(id);
    return this;
  }

  public SecurityProfileBuilder supplementalGroups(long... ids) {
    supplementalGroups = new ArrayList<>(Arrays.stream(ids).boxed().toList());
    return this;
  }

  /** Has policies let pods choose their fsGroup freely (RunAsAny). */
  public SecurityProfileBuilder anyFsGroup() {
    anyFsGroup = true;
    return this;
  }

  public SecurityProfileBuilder allowPrivilegeEscalation(boolean allowed) {
    allowPrivilegeEscalation = Optional.of(allowed);
    return this;
  }

  public SecurityProfileBuilder readOnlyRootFilesystem(boolean readOnly) {
    readOnlyRootFilesystem = Optional.of(readOnly);
    return this;
  }

  /** Adds exactly these capabilities, named without CAP_: {@code SETUID}. */
  public SecurityProfileBuilder addCapabilities(String... names) {
    added = new LinkedHashSet<>(List.of(names));
    return this;
  }

  /**
   * Drops exactly these capabilities, named without CAP_, or {@code ALL}; with none, containers
   * keep those that the container runtime gives to all.
   */
  public SecurityProfileBuilder dropCapabilities(String... names) {
    dropped = new LinkedHashSet<>(List.of(names));
    return this;
  }

  public SecurityProfileBuilder seccomp(Seccomp profile) {
    seccomp = Optional.of(profile);
    return this;
  }

  public SecurityProfileBuilder seLinux(SeLinux label) {
    seLinux = Optional.of(label);
    return this;
  }

  /**
   * Has policies let pods mount exactly these types of volumes, by the fields of a pod's volume;
   * not said, those that the restricted Pod Security Standard allows.
   */
  public SecurityProfileBuilder volumeTypes(String... types) {
    volumeTypes = Set.of(types);
    return this;
  }

  /** Sets user and groups on OpenShift, too, which else assigns them from the namespace's range. */
  public SecurityProfileBuilder idsOnOpenShift() {
    keepsIds = true;
    return this;
  }

  /** Writes what can stand in pod or container to each container, and not to the pod. */
  public SecurityProfileBuilder inContainers() {
    inContainers = true;
    return this;
  }

  SecurityProfileBuilder withoutIds() {
    runAsUser = Optional.empty();
    runAsGroup = Optional.empty();
    fsGroup = Optional.empty();
    return this;
  }

  /**
   * The profile.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong with it
   */
  public SecurityProfile build() {
    return new SecurityProfile(
        runAsNonRoot,
        runAsUser,
        runAsGroup,
        fsGroup,
        supplementalGroups,
        anyFsGroup,
        allowPrivilegeEscalation,
        readOnlyRootFilesystem,
        added,
        dropped,
        seccomp,
        seLinux,
        volumeTypes,
        keepsIds,
        inContainers);
  }
}
