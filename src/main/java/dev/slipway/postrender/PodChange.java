package dev.slipway.postrender;

import dev.slipway.app.Placement;
import dev.slipway.identity.Identity;
import dev.slipway.security.SecurityProfile;
import java.util.List;
import java.util.Optional;

/**
 * What is done to pods; what is empty stays as it came.
 *
 * @param placement where they may stand
 * @param security what their containers may do, init containers too
 * @param serviceAccount the account that they run as
 * @param identity whom that account is to a cloud
 * @param imagePullSecrets Secrets that images are pulled with, beside those that they name
 * @param injection what containers get
 */
public record PodChange(
    Placement placement,
    Optional<SecurityProfile> security,
    Optional<String> serviceAccount,
    Optional<Identity> identity,
    List<String> imagePullSecrets,
    Injection injection) {
  public static final PodChange NONE =
      new PodChange(
          Placement.ANYWHERE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Injection.NONE);

  public PodChange {
    imagePullSecrets = List.copyOf(imagePullSecrets);
  }

  public PodChange placed(Placement where) {
    return new PodChange(where, security, serviceAccount, identity, imagePullSecrets, injection);
  }

  public PodChange secured(SecurityProfile profile) {
    return new PodChange(
        placement, Optional.of(profile), serviceAccount, identity, imagePullSecrets, injection);
  }

  public PodChange runningAs(String account) {
    return new PodChange(
        placement, security, Optional.of(account), identity, imagePullSecrets, injection);
  }

  public PodChange identified(Identity whom) {
    return new PodChange(
        placement, security, serviceAccount, Optional.of(whom), imagePullSecrets, injection);
  }

  public PodChange pullingWith(List<String> secrets) {
    return new PodChange(placement, security, serviceAccount, identity, secrets, injection);
  }

  public PodChange injected(Injection what) {
    return new PodChange(placement, security, serviceAccount, identity, imagePullSecrets, what);
  }

  /** Whether it changes nothing. */
  boolean isNone() {
    return equals(NONE);
  }
}
