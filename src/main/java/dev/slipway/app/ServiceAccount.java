package dev.slipway.app;

import dev.slipway.identity.Identity;
import dev.slipway.manifest.Copies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom a workload's pods are: to the cluster by the rules it may use, to a cloud by an identity.
 * Several workloads of an application may share one; it is then rendered once, with the rights that
 * all of them need.
 *
 * @param name its name within the application: the object's name is made from it, unless {@code
 *     exactName}
 * @param existing whether it is in the namespace already and only referred to
 * @param mountsToken whether pods get a token for the cluster's API
 */
public record ServiceAccount(
    String name,
    boolean exactName,
    boolean existing,
    Optional<Identity> identity,
    List<RbacRule> rules,
    boolean mountsToken,
    Map<String, String> annotations) {
  public ServiceAccount {
    rules = List.copyOf(rules);
    annotations = Copies.sorted(annotations);
  }

  /** An account of the application; its object's name is made from the application's and this. */
  public static ServiceAccount of(String name) {
    return new ServiceAccount(name, false, false, Optional.empty(), List.of(), false, Map.of());
  }

  /** An account whose object has exactly this name. */
  public static ServiceAccount named(String name) {
    return new ServiceAccount(name, true, false, Optional.empty(), List.of(), false, Map.of());
  }

  /** An account that somebody else keeps in the namespace. */
  public static ServiceAccount existing(String name) {
    return new ServiceAccount(name, true, true, Optional.empty(), List.of(), false, Map.of());
  }

  public ServiceAccount identity(Identity whom) {
    return new ServiceAccount(
        name, exactName, existing, Optional.of(whom), rules, mountsToken, annotations);
  }

  /** Lets it use the cluster's API, and gives its pods the token for that. */
  public ServiceAccount may(RbacRule... more) {
    List<RbacRule> all = new ArrayList<>(rules);
    all.addAll(List.of(more));
    return new ServiceAccount(name, exactName, existing, identity, all, true, annotations);
  }

  public ServiceAccount mountsToken(boolean mounts) {
    return new ServiceAccount(name, exactName, existing, identity, rules, mounts, annotations);
  }

  public ServiceAccount annotation(String key, String value) {
    Map<String, String> more = new TreeMap<>(annotations);
    more.put(key, value);
    return new ServiceAccount(name, exactName, existing, identity, rules, mountsToken, more);
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ServiceAccount account
        && name.equals(account.name)
        && exactName == account.exactName
        && existing == account.existing
        && identity.equals(account.identity)
        && rules.equals(account.rules)
        && mountsToken == account.mountsToken
        && annotations.equals(account.annotations);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, exactName, existing, identity, rules, mountsToken, annotations);
  }
}
