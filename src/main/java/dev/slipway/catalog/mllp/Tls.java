package dev.slipway.catalog.mllp;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.secret.SecretSource;
import dev.slipway.secret.SecretType;
import java.util.List;

/**
 * The server's certificate and private key: a Secret with the keys {@code tls.crt} and {@code
 * tls.key}, mounted as files.
 *
 * @param secret where they come from
 * @param rotation what happens when they change
 */
public record Tls(SecretSource secret, Rotation rotation) {
  static final String FOLDER = "/etc/mllp/tls";

  /**
   * TLS with a certificate.
   *
   * @throws InvalidInputException if the source has no {@code tls.crt} or no {@code tls.key}, or
   *     keeps them under other names: the files are called as the keys are
   */
  public Tls {
    for (String key : List.of(SecretType.TLS_CERTIFICATE, SecretType.TLS_KEY)) {
      if (!secret.keys().contains(key) || !secret.key(key).key().equals(key)) {
        throw new InvalidInputException(
            Problem.of(
                "The Secret '%s' of the server's certificate has no key '%s'."
                    .formatted(secret.name(), key),
                "Declare the keys tls.crt and tls.key under these names: %s reads them as files."
                    .formatted("the server")));
      }
    }
  }

  /** TLS with a certificate for which the pods are restarted when it changes. */
  public static Tls of(SecretSource secret) {
    return new Tls(secret, Rotation.RESTART);
  }

  /** This, read anew by the running server when it changes. */
  public Tls reloaded() {
    return new Tls(secret, Rotation.RELOAD);
  }

  static String file(String key) {
    return FOLDER + "/" + key;
  }

  /** What happens when the certificate changes. */
  public enum Rotation {
    /** The pods are replaced one after the other, as the page has it. */
    RESTART,
    /** The kubelet replaces the files, and the server reads them again. */
    RELOAD
  }
}
