package dev.slipway.security;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.podsecurity.PodTemplate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Pods of one namespace that are admitted together.
 *
 * @param name what they are, as a part of object names: {@code platform}
 * @param serviceAccounts the accounts that the pods run as
 * @param profiles what the pods' containers may do; the pods need what any one of them needs. Pods
 *     without a profile have {@link SecurityProfile#unset}.
 * @param volumeTypes what the pods mount, by the fields of a pod's volume
 * @param mountsTokens whether a pod has its service account's token
 * @param byOthers whether somebody else starts some of them, with containers that nobody here wrote
 */
public record Subject(
    String name,
    SortedSet<String> serviceAccounts,
    List<SecurityProfile> profiles,
    SortedSet<String> volumeTypes,
    boolean mountsTokens,
    boolean byOthers) {
  private static final String DEFAULT_ACCOUNT = "default";

  public Subject {
    serviceAccounts = Collections.unmodifiableSortedSet(new TreeSet<>(serviceAccounts));
    profiles =
        profiles.isEmpty()
            ? List.of(SecurityProfile.unset())
            : List.copyOf(new LinkedHashSet<>(profiles));
    volumeTypes = Collections.unmodifiableSortedSet(new TreeSet<>(volumeTypes));
  }

  /** The pods that templates describe, whose containers have one of the profiles each. */
  public static Subject of(
      String name, Collection<SecurityProfile> profiles, Collection<PodTemplate> pods) {
    SortedSet<String> accounts = new TreeSet<>();
    SortedSet<String> volumes = new TreeSet<>();
    boolean tokens = false;
    for (PodTemplate pod : pods) {
      @Nullable String account = pod.spec().string("serviceAccountName");
      accounts.add(account == null ? DEFAULT_ACCOUNT : account);
      tokens |= !Boolean.FALSE.equals(pod.spec().bool("automountServiceAccountToken"));
      for (Node volume : pod.spec().seq("volumes")) {
        if (volume instanceof Mapping mapping) {
          mapping.keys().stream().filter(key -> !key.equals("name")).forEach(volumes::add);
        }
      }
    }
    return new Subject(name, accounts, List.copyOf(profiles), volumes, tokens, false);
  }

  /**
   * These pods, and what no template shows: the webhook of a cloud identity gives them a volume of
   * this type.
   */
  public Subject mounting(String volumeType) {
    SortedSet<String> more = new TreeSet<>(volumeTypes);
    more.add(volumeType);
    return new Subject(name, serviceAccounts, profiles, more, mountsTokens, byOthers);
  }

  /** These pods under another name. */
  public Subject named(String other) {
    return new Subject(other, serviceAccounts, profiles, volumeTypes, mountsTokens, byOthers);
  }

  /** These pods, started by somebody else. */
  public Subject startedByOthers() {
    return new Subject(name, serviceAccounts, profiles, volumeTypes, mountsTokens, true);
  }

  /** These pods and others of the same namespace, under this name. */
  public Subject and(Subject other) {
    SortedSet<String> accounts = new TreeSet<>(serviceAccounts);
    accounts.addAll(other.serviceAccounts);
    Set<SecurityProfile> all = new LinkedHashSet<>(profiles);
    all.addAll(other.profiles);
    SortedSet<String> volumes = new TreeSet<>(volumeTypes);
    volumes.addAll(other.volumeTypes);
    return new Subject(
        name,
        accounts,
        List.copyOf(all),
        volumes,
        mountsTokens || other.mountsTokens,
        byOthers || other.byOthers);
  }
}
