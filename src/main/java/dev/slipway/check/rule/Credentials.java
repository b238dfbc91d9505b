package dev.slipway.check.rule;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a value is a secret, by its form or by the name that it is given. */
final class Credentials {
  private static final String PEM = "-----BEGIN ";
  private static final String[] NAMES = {
    "PASSWORD",
    "PASSWD",
    "PASSPHRASE",
    "SECRET",
    "TOKEN",
    "API_KEY",
    "APIKEY",
    "ACCESS_KEY",
    "SECRET_KEY",
    "PRIVATE_KEY",
    "CREDENTIALS"
  };
  private static final String[] PREFIXES = {
    "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "sk_live_"
  };

  /** Shorter ones are words that begin alike. */
  private static final int SHORTEST_TOKEN = 16;

  private Credentials() {}

  /** What kind of secret a value is by its form, or null if it looks like none. */
  static @Nullable String kind(String value) {
    if (isPrivateKey(value)) {
      return "a private key";
    }
    if (hasPasswordInUrl(value)) {
      return "a password in its URL";
    }
    if (value.length() >= SHORTEST_TOKEN) {
      for (String prefix : PREFIXES) {
        if (value.startsWith(prefix) && isOneWord(value)) {
          return "an access token";
        }
      }
    }
    return null;
  }

  /** Whether a value that is given to a name is a secret, though its form does not tell. */
  static boolean isNamedSecret(String name, String value) {
    return !value.isEmpty() && namesSecret(name) && !isPointer(value);
  }

  static boolean isCertificate(String value) {
    return value.contains(PEM + "CERTIFICATE-----")
        || value.contains(PEM + "TRUSTED CERTIFICATE-----");
  }

  private static boolean isPrivateKey(String value) {
    int begin = value.indexOf(PEM);
    while (begin >= 0) {
      int end = value.indexOf("-----", begin + PEM.length());
      if (end >= 0 && value.substring(begin + PEM.length(), end).endsWith("PRIVATE KEY")) {
        return true;
      }
      begin = value.indexOf(PEM, begin + 1);
    }
    return false;
  }

  /** Whether it has the form scheme://user:password@host, with a password that is written out. */
  private static boolean hasPasswordInUrl(String value) {
    for (int scheme = value.indexOf("://");
        scheme >= 0;
        scheme = value.indexOf("://", scheme + 1)) {
      int from = scheme + "://".length();
      int end = from;
      while (end < value.length() && " \t\r\n/\"'".indexOf(value.charAt(end)) < 0) {
        end++;
      }
      String authority = value.substring(from, end);
      int at = authority.lastIndexOf('@');
      int colon = authority.indexOf(':');
      if (colon >= 0 && colon < at - 1 && !isPointer(authority.substring(colon + 1, at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesSecret(String name) {
    String plain = name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    for (String secret : NAMES) {
      if (plain.endsWith(secret)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value only says where a secret is, or whether there is one. */
  private static boolean isPointer(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return value.startsWith("/")
        || value.startsWith("$")
        || value.startsWith("{{")
        || value.startsWith("<")
        || value.contains("://")
        || lower.equals("true")
        || lower.equals("false")
        || lower.equals("none");
  }

  private static boolean isOneWord(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isWhitespace(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
