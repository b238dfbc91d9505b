package dev.slipway.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Slipway wrote into a folder: each file's path and SHA-256, in the form that {@code sha256sum
 * --check} reads. It stands in the folder itself, so that it goes wherever the files go.
 *
 * @param digests in lower-case hexadecimal, by path below the folder
 */
record Ledger(Map<String, String> digests) {
  static final String FILE = ".slipway";

  private static final String HEADER = "# What Slipway wrote here, and may replace or remove.\n";
  private static final int DIGEST = 64;
  private static final String GAP = "  ";

  Ledger {
    digests = new TreeMap<>(digests);
  }

  static Ledger of(Map<String, byte[]> files) {
    Map<String, String> digests = new TreeMap<>();
    files.forEach((path, content) -> digests.put(path, digest(content)));
    return new Ledger(digests);
  }

  /**
   * Reads a ledger. A line that cannot be one of ours is passed over: what it names is then not
   * Slipway's, and will be left alone.
   */
  static Ledger read(byte[] content) {
    Map<String, String> digests = new TreeMap<>();
    for (String line : new String(content, UTF_8).split("\r?\n")) {
      if (line.length() > DIGEST + GAP.length() && line.startsWith(GAP, DIGEST)) {
        digests.put(line.substring(DIGEST + GAP.length()), line.substring(0, DIGEST));
      }
    }
    return new Ledger(digests);
  }

  byte[] write() {
    StringBuilder lines = new StringBuilder(HEADER);
    digests.forEach((path, digest) -> lines.append(digest).append(GAP).append(path).append('\n'));
    return lines.toString().getBytes(UTF_8);
  }

  boolean lists(String path) {
    return digests.containsKey(path);
  }

  /** Whether a file's content is what was written to that path. */
  boolean wrote(String path, byte[] content) {
    @Nullable String written = digests.get(path);
    return written != null && written.equals(digest(content));
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must have SHA-256.", e);
    }
  }
}
