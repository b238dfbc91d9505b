package dev.slipway.security;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Notice;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What containers may do on their node. Immutable; made from {@link #restricted} with {@link
 * #toBuilder}.
 *
 * <p>What is empty is left to the cluster and to the image: no context sets it, and no policy
 * grants it.
 *
 * @param runAsNonRoot whether the kubelet refuses to start a container as root
 * @param runAsUser the user ID, 0 to 2147483647
 * @param runAsGroup the primary group ID, 0 to 2147483647
 * @param fsGroup the group that volumes are made writable for, 0 to 2147483647
 * @param supplementalGroups further group IDs, 0 to 2147483647 each
 * @param anyFsGroup whether policies let pods choose their fsGroup freely (RunAsAny)
 * @param allowPrivilegeEscalation whether a process may gain rights that its parent has not, as by
 *     set-user-ID programs
 * @param readOnlyRootFilesystem whether containers can write to their mounts alone
 * @param addedCapabilities without CAP_
 * @param droppedCapabilities without CAP_, or ALL; what is added stays
 * @param volumeTypes what policies let pods mount, by the fields of a pod's volume
 * @param keepsIds whether user and groups are also set on OpenShift, which assigns its own
 * @param inContainers whether what can stand in pod or container is written to each container
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/configure-pod-container/security-context/">Security
 *     contexts</a>
 */
public record SecurityProfile(
    Optional<Boolean> runAsNonRoot,
    Optional<Long> runAsUser,
    Optional<Long> runAsGroup,
    Optional<Long> fsGroup,
    List<Long> supplementalGroups,
    boolean anyFsGroup,
    Optional<Boolean> allowPrivilegeEscalation,
    Optional<Boolean> readOnlyRootFilesystem,
    Set<String> addedCapabilities,
    Set<String> droppedCapabilities,
    Optional<Seccomp> seccomp,
    Optional<SeLinux> seLinux,
    Set<String> volumeTypes,
    boolean keepsIds,
    boolean inContainers) {

  private static final SecurityProfile UNSET = new SecurityProfileBuilder().build();

  private static final SecurityProfile RESTRICTED =
      new SecurityProfileBuilder()
          .runAsNonRoot(true)
          .seccomp(Seccomp.runtimeDefault())
          .allowPrivilegeEscalation(false)
          .readOnlyRootFilesystem(true)
          .dropCapabilities(Capability.ALL)
          .build();

  /**
   * A profile, checked.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong with it
   */
  public SecurityProfile {
    supplementalGroups = List.copyOf(supplementalGroups);
    addedCapabilities = Collections.unmodifiableSet(new LinkedHashSet<>(addedCapabilities));
    droppedCapabilities = Collections.unmodifiableSet(new LinkedHashSet<>(droppedCapabilities));
    volumeTypes = Collections.unmodifiableSet(new TreeSet<>(volumeTypes));
    new ProfileChecks(runAsNonRoot, allowPrivilegeEscalation)
        .ids(runAsUser, runAsGroup, fsGroup, supplementalGroups)
        .capabilities(addedCapabilities, droppedCapabilities)
        .volumes(volumeTypes)
        .throwIfAny();
  }

  /** The strict default: what the restricted Pod Security Standard asks, and a read-only root. */
  public static SecurityProfile restricted() {
    return RESTRICTED;
  }

  /** Nothing set at all: for contexts that must equal somebody else's, field by field. */
  public static SecurityProfile unset() {
    return UNSET;
  }

  /** Starts from {@link #restricted}. */
  public static SecurityProfileBuilder builder() {
    return RESTRICTED.toBuilder();
  }

  /** This profile, to be changed. */
  public SecurityProfileBuilder toBuilder() {
    return new SecurityProfileBuilder(this);
  }

  /** The pod's {@code securityContext} on a cluster. */
  public Mapping podContext(Cluster cluster) {
    return SecurityContexts.ofPod(on(cluster));
  }

  /** A container's {@code securityContext} on a cluster, in a pod of this same profile. */
  public Mapping containerContext(Cluster cluster) {
    return containerContext(cluster, this);
  }

  /**
   * A container's {@code securityContext} on a cluster, in a pod of another profile: what the pod
   * sets differently is set again in the container.
   */
  public Mapping containerContext(Cluster cluster, SecurityProfile pod) {
    return SecurityContexts.ofContainer(on(cluster), pod.on(cluster));
  }

  /** What is allowed and does not do what it seems to. */
  public List<Notice> notices() {
    if (addedCapabilities.isEmpty()
        || !runAsNonRoot.equals(Optional.of(true))
        || !allowPrivilegeEscalation.equals(Optional.of(false))) {
      return List.of();
    }
    return List.of(
        Notice.warning(
            "capability-without-effect",
            "Containers add "
                + String.join(", ", addedCapabilities)
                + ", run as another user than root, and may not escalate privileges: no process of"
                + " theirs ever holds these capabilities.",
            "Allow privilege escalation, by which a set-user-ID program or a file's capabilities"
                + " take effect, or do not add them."));
  }

  /** Whether containers start without any capability but those that are added. */
  boolean dropsAll() {
    return droppedCapabilities.contains(Capability.ALL);
  }

  /** This profile as it is on a cluster: OpenShift chooses users and groups itself. */
  SecurityProfile on(Cluster cluster) {
    return cluster.distribution() != Distribution.OPENSHIFT || keepsIds
        ? this
        : toBuilder().withoutIds().build();
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecurityProfile profile
        && runAsNonRoot.equals(profile.runAsNonRoot)
        && runAsUser.equals(profile.runAsUser)
        && runAsGroup.equals(profile.runAsGroup)
        && fsGroup.equals(profile.fsGroup)
        && supplementalGroups.equals(profile.supplementalGroups)
        && anyFsGroup == profile.anyFsGroup
        && allowPrivilegeEscalation.equals(profile.allowPrivilegeEscalation)
        && readOnlyRootFilesystem.equals(profile.readOnlyRootFilesystem)
        && addedCapabilities.equals(profile.addedCapabilities)
        && droppedCapabilities.equals(profile.droppedCapabilities)
        && seccomp.equals(profile.seccomp)
        && seLinux.equals(profile.seLinux)
        && volumeTypes.equals(profile.volumeTypes)
        && keepsIds == profile.keepsIds
        && inContainers == profile.inContainers;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        runAsNonRoot,
        runAsUser,
        runAsGroup,
        fsGroup,
        supplementalGroups,
        anyFsGroup,
        allowPrivilegeEscalation,
        readOnlyRootFilesystem,
        addedCapabilities,
        droppedCapabilities,
        seccomp,
        seLinux,
        volumeTypes,
        keepsIds,
        inContainers);
  }
}
