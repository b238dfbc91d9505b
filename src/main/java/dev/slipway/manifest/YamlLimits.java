package dev.slipway.manifest;

/**
 * How much a file may hold before {@link YamlReader} refuses it.
 *
 * @param bytes the size of the file
 * @param depth how deep maps and lists may stand in one another
 * @param aliased how many values aliases may add to those that are written out
 */
public record YamlLimits(int bytes, int depth, int aliased) {

  /**
   * 64 MiB, a depth of 200, and 400,000 values through aliases, which is as much as Kubernetes' own
   * reader lets them add to a file of any size.
   *
   * @see <a href="https://github.com/yaml/go-yaml/blob/v2.4.2/decode.go">go-yaml 2.4.2</a>
   */
  public static final YamlLimits STANDARD = new YamlLimits(64 << 20, 200, 400_000);
}
