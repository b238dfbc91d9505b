package dev.slipway.manifest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** What can be made of a text, known or not: each is a function of the string's UTF-8 bytes. */
public enum Derivation {
  /** The SHA-256 digest in lower-case hexadecimal. A digest is no longer marked as secret. */
  SHA256,
  /** Base64 as RFC 4648 section 4 has it, with padding: the form of a Secret's {@code data}. */
  BASE64,
  /** A JSON string literal, quotes included. */
  JSON_STRING;

  /**
   * What this makes of a string that is known.
   *
   * @throws InvalidInputException if the string has half a surrogate pair, for which UTF-8 has no
   *     bytes
   */
  public String apply(String value) {
    return switch (this) {
      case SHA256 -> sha256(value);
      case BASE64 -> Base64.getEncoder().encodeToString(utf8(value));
      case JSON_STRING -> JsonWriter.quote(value);
    };
  }

  /** Whether what comes out must be masked when what went in must be. */
  public boolean keepsSecret() {
    return this != SHA256;
  }

  private static byte[] utf8(String value) {
    if (Surrogates.firstLone(value) >= 0) {
      throw new InvalidInputException(
          Problem.of(
              "A value is no Unicode text: it has half of a surrogate pair.",
              "Give the whole character, or encode binary data as base64."));
    }
    return value.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(String value) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(utf8(value));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must have SHA-256.", e);
    }
  }
}
