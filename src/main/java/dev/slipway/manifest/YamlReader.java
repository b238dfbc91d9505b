package dev.slipway.manifest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Reads YAML, and so JSON, into trees that know their places. Every problem of a file is found that
 * can be: after a syntax error it goes on with the next document.
 *
 * <p>It reads only what it is given; files are opened elsewhere.
 */
public final class YamlReader {
  private final YamlDialect dialect;
  private final Problems notices;
  private final YamlLimits limits;

  private YamlReader(YamlDialect dialect, Problems notices, YamlLimits limits) {
    this.dialect = dialect;
    this.notices = notices;
    this.limits = limits;
  }

  /**
   * Reads YAML 1.2 with its core schema, and strictly: keys are strings and stand once, there are
   * no merge keys and no tags of one's own.
   *
   * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2.2, core schema</a>
   */
  public static YamlReader core() {
    return new YamlReader(new CoreDialect(), new Problems(), YamlLimits.STANDARD);
  }

  /**
   * Reads manifests as kubectl and Kubernetes' controllers do: mostly YAML 1.1, so that {@code yes}
   * is a boolean and {@code 010} is eight; merge keys work, keys become strings, tags are ignored.
   *
   * @param notices takes what Kubernetes' reader passes over in silence: keys that stand twice, of
   *     which the last one counts
   * @see <a href="https://github.com/kubernetes-sigs/yaml">sigs.k8s.io/yaml</a>
   */
  public static YamlReader kubernetes(Problems notices) {
    return new YamlReader(new KubernetesDialect(), notices, YamlLimits.STANDARD);
  }

  public YamlReader withLimits(YamlLimits others) {
    return new YamlReader(dialect, notices, others);
  }

  /**
   * The only document of a file; empty ones beside it do not count.
   *
   * @param file the file's name, for positions
   * @throws InvalidInputException with every problem of the file, if it has any
   */
  public YamlNode read(String file, byte[] content) {
    List<YamlNode> documents = readAll(file, content);
    if (documents.isEmpty()) {
      throw new InvalidInputException(
          Problem.at(new Position(file, 1, 1), "The file is empty.", "Write a document into it."));
    }
    if (documents.size() > 1) {
      throw new InvalidInputException(
          Problem.at(
              documents.get(1).position(),
              "A second document begins here; this file can hold only one.",
              "Move it to a file of its own."));
    }
    return documents.get(0);
  }

  /** As {@link #read(String, byte[])}, from a string. */
  public YamlNode read(String file, String content) {
    return read(file, utf8(file, content));
  }

  /**
   * The documents of a file but for the empty ones, in order.
   *
   * @param file the file's name, for positions
   * @throws InvalidInputException with every problem of the file, if it has any
   */
  public List<YamlNode> readAll(String file, byte[] content) {
    if (content.length > limits.bytes()) {
      throw new InvalidInputException(
          Problem.at(
              new Position(file, 1, 1),
              String.format(Locale.ROOT, "The file has more than %,d bytes.", limits.bytes()),
              "Split it into several files."));
    }
    Problems problems = new Problems();
    List<YamlNode> documents =
        new YamlStream(file, content, dialect, limits, problems, notices).documents();
    problems.throwIfAny();
    return documents;
  }

  /** As {@link #readAll(String, byte[])}, from a string. */
  public List<YamlNode> readAll(String file, String content) {
    return readAll(file, utf8(file, content));
  }

  private static byte[] utf8(String file, String content) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(content));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          Problem.at(
              new Position(file, 1, 1),
              "The text has half of a surrogate pair, which no file can hold.",
              "Write the whole character."));
    }
  }
}
