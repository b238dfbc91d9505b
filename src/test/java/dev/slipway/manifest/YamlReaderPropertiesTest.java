package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What we write we read, and nothing that anybody writes does more than be refused. */
class YamlReaderPropertiesTest {

  @Property
  void anyTreeIsReadBackFromYaml(@ForAll("nodes") Node tree) {
    String yaml = YamlWriter.write(tree);
    assertThat(only(YamlReader.core(), yaml)).as(yaml).isEqualTo(tree);
  }

  @Property
  void anyTreeIsReadBackFromJson(@ForAll("nodes") Node tree) {
    Assume.that(hasShortKeys(tree));
    String json = JsonWriter.write(tree);
    Assume.that(json.codePoints().allMatch(YamlReaderPropertiesTest::mayStandInYaml));
    assertThat(only(YamlReader.core(), json)).as(json).isEqualTo(tree);
  }

  @Property
  void anyStringIsReadBackAsKubernetesReadsIt(@ForAll("strings") String text) {
    Mapping tree = Mapping.of(text, Seq.of(Text.of(text), Mapping.of("nested", text)));
    String yaml = YamlWriter.write(tree);
    Problems notices = new Problems();
    assertThat(only(YamlReader.kubernetes(notices), yaml)).as(yaml).isEqualTo(tree);
    assertThat(notices.isEmpty()).isTrue();
  }

  @Property
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    readOrRefuse(bytes);
  }

  @Property(tries = 2000)
  void anyYamlishTextIsReadOrRefused(@ForAll("yamlish") String text) {
    readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 2000)
  void anyDamagedYamlIsReadOrRefused(@ForAll("damaged") byte[] bytes) {
    readOrRefuse(bytes);
  }

  @Provide
  Arbitrary<Node> nodes() {
    return Trees.nodes();
  }

  @Provide
  Arbitrary<String> strings() {
    return Trees.strings();
  }

  @Provide
  Arbitrary<String> yamlish() {
    return Arbitraries.of(
            "a",
            "b: ",
            ": ",
            "- ",
            "-",
            "? ",
            "\n",
            "\n",
            "\n  ",
            "\n    ",
            "\t",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "&a ",
            "*a",
            "*a ",
            "!t ",
            "!!int ",
            "<<: ",
            "|",
            ">-",
            "\"",
            "'",
            "#",
            " #",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "1",
            "0o7",
            ".inf",
            "1e999",
            "~",
            "\\",
            "\uFEFF",
            "\r",
            "\r\n",
            "\u0085",
            "é",
            "\u0000",
            "@",
            "`",
            "=")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Combinators.combine(
            Trees.mappings().map(YamlWriter::write),
            Arbitraries.integers().between(0, 10_000),
            Arbitraries.bytes(),
            Arbitraries.of("cut", "change", "insert", "repeat"))
        .as(YamlReaderPropertiesTest::damage);
  }

  private static byte[] damage(String yaml, int place, byte other, String how) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    int at = place % bytes.length;
    return switch (how) {
      case "cut" -> java.util.Arrays.copyOf(bytes, at);
      case "change" -> {
        bytes[at] = other;
        yield bytes;
      }
      case "insert" -> joined(bytes, 0, at, new byte[] {other}, at);
      default -> joined(bytes, 0, bytes.length, bytes, at);
    };
  }

  /** The bytes from {@code from} to {@code to}, those given, and those after {@code rest}. */
  private static byte[] joined(byte[] bytes, int from, int to, byte[] between, int rest) {
    var out = new java.io.ByteArrayOutputStream();
    out.write(bytes, from, to - from);
    out.writeBytes(between);
    out.write(bytes, rest, bytes.length - rest);
    return out.toByteArray();
  }

  /**
   * JSON strings may hold control characters as they are, which YAML forbids or takes for breaks.
   */
  private static boolean mayStandInYaml(int c) {
    return (c < 0x7F || c > 0x9F) && c != 0xFFFE && c != 0xFFFF && c != 0xFEFF;
  }

  /** YAML looks for the colon of a key no further than 1,024 characters. */
  private static boolean hasShortKeys(Node tree) {
    if (tree instanceof Seq items) {
      return items.asList().stream().allMatch(YamlReaderPropertiesTest::hasShortKeys);
    }
    return !(tree instanceof Mapping entries)
        || entries.asMap().entrySet().stream()
            .allMatch(
                e -> JsonWriter.quote(e.getKey()).length() < 1000 && hasShortKeys(e.getValue()));
  }

  private static Node only(YamlReader reader, String yaml) {
    List<YamlNode> documents = reader.readAll("f", yaml);
    return documents.isEmpty() ? Scalar.NULL : documents.get(0).toNode();
  }

  private static void readOrRefuse(byte[] bytes) {
    for (YamlReader reader : List.of(YamlReader.core(), YamlReader.kubernetes(new Problems()))) {
      try {
        for (YamlNode document : reader.readAll("f", bytes)) {
          assertThat(JsonWriter.write(document.toNode())).isNotEmpty();
        }
      } catch (InvalidInputException refused) {
        assertThat(refused.problems())
            .isNotEmpty()
            .allSatisfy(
                problem -> {
                  assertThat(problem.at()).isPresent();
                  assertThat(problem.at().get().line()).isPositive();
                  assertThat(problem.at().get().column()).isPositive();
                  assertThat(problem.remedy()).endsWith(".");
                });
      }
    }
  }
}
