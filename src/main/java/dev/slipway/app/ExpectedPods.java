package dev.slipway.app;

import dev.slipway.security.SecurityProfile;
import java.util.List;
import java.util.Set;

/**
 * Pods that somebody else will start in the application's namespace, such as those of a vendor's
 * chart or of an operator.
 *
 * @param accounts names of the service accounts that they run as, within the application
 * @param volumeTypes what they mount, by the fields of a pod's volume
 * @param mountsTokens whether one has its service account's token
 */
public record ExpectedPods(
    List<String> accounts, SecurityProfile profile, Set<String> volumeTypes, boolean mountsTokens) {
  public ExpectedPods {
    accounts = List.copyOf(accounts);
    volumeTypes = Set.copyOf(volumeTypes);
  }
}
