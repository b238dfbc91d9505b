package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
  private static final Origin ORIGIN = Origin.of("workload 'platform'");

  @Nested
  class Layout {
    @Test
    void fieldsKeepTheirOrderAndListsStandBelowTheirKey() {
      Mapping container =
          Mapping.builder()
              .put("name", "platform")
              .put("image", "registry.example.com/hs/platform:40.1")
              .put("args", Seq.ofStrings(List.of("--port=8080", "-v")))
              .put("stdin", true)
              .build();
      Mapping pod =
          Mapping.builder()
              .put("kind", "Pod")
              .put("apiVersion", "v1")
              .put("metadata", Mapping.of("name", "platform"))
              .put(
                  "spec",
                  Mapping.builder()
                      .put("priority", 7)
                      .put("containers", Seq.of(container, Mapping.of("name", "sidecar")))
                      .build())
              .build();

      assertThat(YamlWriter.write(pod))
          .isEqualTo(
              """
              kind: Pod
              apiVersion: v1
              metadata:
                name: platform
              spec:
                priority: 7
                containers:
                - name: platform
                  image: registry.example.com/hs/platform:40.1
                  args:
                  - --port=8080
                  - -v
                  stdin: true
                - name: sidecar
              """);
    }

    @Test
    void emptyCollectionsStandInTheirLine() {
      Mapping tree =
          Mapping.builder()
              .put("map", Mapping.EMPTY)
              .put("list", Seq.EMPTY)
              .put("items", Seq.of(Mapping.EMPTY, Seq.EMPTY, Scalar.NULL))
              .build();

      assertThat(YamlWriter.write(tree))
          .isEqualTo(
              """
              map: {}
              list: []
              items:
              - {}
              - []
              - null
              """);
    }

    @Test
    void listsInListsOpenOnOneLine() {
      Node tree =
          Seq.of(
              Seq.of(Text.of("a"), Text.of("b")),
              Seq.of(Seq.of(Text.of("c")), Mapping.of("d", Seq.of(Text.of("e")))));

      assertThat(YamlWriter.write(tree))
          .isEqualTo(
              """
              - - a
                - b
              - - - c
                - d:
                  - e
              """);
    }

    @ParameterizedTest
    @CsvSource({"plain, plain", "yes, '\"yes\"'", "' ', '\" \"'"})
    void aDocumentMayBeAStringAlone(String text, String line) {
      assertThat(YamlWriter.write(Text.of(text))).isEqualTo(line + "\n");
    }

    @Test
    void aDocumentOfSeveralLinesIsQuotedForWantOfAnIndentation() {
      assertThat(YamlWriter.write(Text.of("a\n---\nb\n"))).isEqualTo("\"a\\n---\\nb\\n\"\n");
    }

    @Test
    void aDocumentMayBeEmptyOrAScalar() {
      assertThat(YamlWriter.write(Mapping.EMPTY)).isEqualTo("{}\n");
      assertThat(YamlWriter.write(Seq.EMPTY)).isEqualTo("[]\n");
      assertThat(YamlWriter.write(Scalar.NULL)).isEqualTo("null\n");
    }

    @Test
    void keysAreJudgedAsStringsAre() {
      Mapping tree =
          Mapping.builder()
              .put("app.kubernetes.io/name", 1)
              .put("on", 2)
              .put("8080", 3)
              .put("", 4)
              .put("<<", 5)
              .put("a: b", 6)
              .put("tls.crt\n", 7)
              .put("---", 8)
              .build();

      assertThat(YamlWriter.write(tree))
          .isEqualTo(
              """
              app.kubernetes.io/name: 1
              "on": 2
              "8080": 3
              "": 4
              "<<": 5
              "a: b": 6
              "tls.crt\\n": 7
              "---": 8
              """);
    }

    @Test
    void stringsThatComeAgainAreWrittenAlike() {
      Mapping tree =
          Mapping.builder()
              .put("a", "web")
              .put("b", "on")
              .put("c", "web")
              .put("d", "on")
              .put("e", "h\u00e9")
              .put("f", Seq.ofStrings(List.of("h\u00e9", "web", "on")))
              .build();

      assertThat(YamlWriter.write(tree))
          .isEqualTo(
              """
              a: web
              b: "on"
              c: web
              d: "on"
              e: h\u00e9
              f:
              - h\u00e9
              - web
              - "on"
              """);
    }

    /** "Aa" and "BB" are the shortest such strings. */
    @Test
    void stringsOfTheSameHashAreWrittenEachAsItself() {
      assertThat("Aa").hasSameHashCodeAs("BB");
      assertThat(YamlWriter.write(Seq.ofStrings(List.of("Aa", "BB", "Aa", "BB"))))
          .isEqualTo("- Aa\n- BB\n- Aa\n- BB\n");
    }

    @Test
    void aSecretIsNotWrittenBecauseTheSameWasWrittenBefore() {
      Seq seq = Seq.of(Text.of("hunter2"), Text.secret("hunter2"));

      assertThatThrownBy(() -> YamlWriter.write(seq)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aKeyTooLongForASimpleOneIsMarkedAsKey() {
      String key = "k".repeat(1001);
      Mapping tree =
          Mapping.of(
              "short",
              Mapping.builder()
                  .put(key, 1)
                  .put(key + "2", Seq.of(Text.of("a")))
                  .put(key + "3", Mapping.of("b", "c"))
                  .build());

      assertThat(YamlWriter.write(tree))
          .isEqualTo(
              """
              short:
                ? %1$s
                : 1
                ? %1$s2
                :
                - a
                ? %1$s3
                :
                  b: c
              """
                  .formatted(key));
    }
  }

  @Nested
  class Numbers {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "0",
          "-1",
          "9007199254740993",
          "9223372036854775807",
          "-9223372036854775808",
          "18446744073709551616"
        })
    void integersAreExact(String digits) {
      assertThat(YamlWriter.write(Scalar.of(new BigInteger(digits)))).isEqualTo(digits + "\n");
    }

    @ParameterizedTest
    @CsvSource({
      "0.1, 0.1",
      "-0.50, -0.5",
      "1e3, 1000",
      "3.0, 3",
      "1e21, 1000000000000000000000",
      "0.000001, 0.000001",
      "0.0000001, 1.0e-7",
      "-1.5E-10, -1.5e-10",
      "4.9E-324, 4.9e-324",
      "123456789.123456789123456789, 123456789.123456789123456789"
    })
    void decimalsHaveAPointAndASignedExponent(String number, String written) {
      assertThat(YamlWriter.write(Scalar.of(new BigDecimal(number)))).isEqualTo(written + "\n");
    }
  }

  @Nested
  class Streams {
    @Test
    void documentsHaveSeparatorsBetweenThem() {
      ManifestSet set = ManifestSet.of(List.of(object("Namespace", "b"), object("Namespace", "a")));

      assertThat(YamlWriter.write(set))
          .isEqualTo(
              """
              apiVersion: v1
              kind: Namespace
              metadata:
                name: a
              ---
              apiVersion: v1
              kind: Namespace
              metadata:
                name: b
              """);
    }

    @Test
    void noManifestsAreNoBytes() {
      assertThat(YamlWriter.write(ManifestSet.EMPTY)).isEmpty();
    }

    @Test
    void theOutputStreamGetsUtf8AndStaysOpen() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      OutputStream notToBeClosed =
          new OutputStream() {
            @Override
            public void write(int b) {
              bytes.write(b);
            }

            @Override
            public void close() {
              throw new AssertionError("closed");
            }
          };
      YamlWriter.write(Mapping.of("key", "\u00e9\u65e5\ud83d\ude00"), notToBeClosed);

      assertThat(bytes.toByteArray())
          .isEqualTo("key: \u00e9\u65e5\ud83d\ude00\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesArePassedOnAsTheyGrow() throws IOException {
      List<Integer> chunks = new ArrayList<>();
      OutputStream chunked =
          new OutputStream() {
            @Override
            public void write(int b) {
              chunks.add(1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
              chunks.add(length);
            }
          };
      List<Manifest> many =
          IntStream.range(0, 10_000).mapToObj(i -> object("Namespace", "n" + i)).toList();
      YamlWriter.write(many, chunked);

      assertThat(chunks).hasSizeGreaterThan(5).allMatch(length -> length < 64 * 1024);
      assertThat(chunks.stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(YamlWriter.write(many).length());
    }
  }

  private static Manifest object(String kind, String name) {
    return Manifest.of(
        Mapping.builder()
            .put("apiVersion", "v1")
            .put("kind", kind)
            .put("metadata", Mapping.of("name", name))
            .build(),
        ORIGIN);
  }
}
