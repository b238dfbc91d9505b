package dev.slipway.secret;

import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether what is to be a certificate or a key is one, so far as its armour tells. */
final class Pem {
  private static final Pattern CERTIFICATE = Pattern.compile("-----BEGIN CERTIFICATE-----\\s");
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN (?:(?:RSA|EC) )?PRIVATE KEY-----\\s");
  private static final Pattern ANY_PRIVATE_KEY =
      Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
  private static final Pattern ENCRYPTED =
      Pattern.compile("BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED");

  private Pem() {}

  /** Collects what is wrong with a TLS Secret's values, without showing them. */
  static void check(Map<String, Text> values, Problems problems) {
    @Nullable String certificate = known(values, SecretType.TLS_CERTIFICATE);
    @Nullable String key = known(values, SecretType.TLS_KEY);
    if (certificate != null && ANY_PRIVATE_KEY.matcher(certificate).find()) {
      problems.add(
          "The value of 'tls.crt' holds a private key.",
          "Give the certificate and its chain there; servers hand out all of it.");
    } else if (certificate != null && !CERTIFICATE.matcher(certificate).find()) {
      problems.add(
          "The value of 'tls.crt' is no certificate in PEM.",
          "It has to begin with -----BEGIN CERTIFICATE-----; convert it if it is DER.");
    }
    if (key != null && ENCRYPTED.matcher(key).find()) {
      problems.add(
          "The private key in 'tls.key' is encrypted.",
          "Give it without a passphrase; nobody is there to type one.");
    } else if (key != null && !PRIVATE_KEY.matcher(key).find()) {
      problems.add(
          "The value of 'tls.key' is no private key in PEM.",
          "It has to begin with -----BEGIN PRIVATE KEY----- or an RSA or EC form of it.");
    }
  }

  private static @Nullable String known(Map<String, Text> values, String key) {
    Text value = values.get(key);
    return value == null ? null : value.value();
  }
}
