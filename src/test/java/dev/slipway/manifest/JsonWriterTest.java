package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.testing.JsonValues;
import dev.slipway.testing.Later;
import dev.slipway.testing.YamlText;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonWriterTest {

  @Example
  void documentsAreIndentedAndKeepTheirOrder() {
    assertThat(
            JsonWriter.write(
                YamlText.mapping("{Version: 1, Statement: [{Effect: Allow, Action: []}], Id: {}}")))
        .isEqualTo(
            """
            {
              "Version": 1,
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": []
                }
              ],
              "Id": {}
            }
            """);
  }

  @Example
  void whatJsonRequiresIsEscaped() {
    assertThat(JsonWriter.quote("a\"b\\c/\b\f\n\r\t\u0000\u001f\u007f\u00e9"))
        .isEqualTo("\"a\\\"b\\\\c/\\u0008\\u000c\\n\\r\\t\\u0000\\u001f\u007f\u00e9\"");
  }

  @Example
  void lineEndsOfJavaScriptAreEscaped() {
    assertThat(JsonWriter.quote("a\u2028b\u2029")).isEqualTo("\"a\\u2028b\\u2029\"");
  }

  @Example
  void pairsOfSurrogatesStandAsTheyAreAndHalvesAreEscaped() {
    assertThat(JsonWriter.quote("\ud83d\ude00")).isEqualTo("\"\ud83d\ude00\"");
    assertThat(JsonWriter.quote("a\ud83d")).isEqualTo("\"a\\ud83d\"");
    assertThat(JsonWriter.quote("\ude00\ud83d")).isEqualTo("\"\\ude00\\ud83d\"");
    assertThat(JsonWriter.quote("\ud83d\ud83d\ude00")).isEqualTo("\"\\ud83d\ud83d\ude00\"");
  }

  @Property(tries = 1000)
  void anyTreeIsReadBackIdentically(@ForAll("nodes") Node tree) {
    assertThat(JsonValues.read(JsonWriter.write(tree))).isEqualTo(Trees.plain(tree));
  }

  @Property(tries = 300)
  void anyStringIsReadBackIdentically(@ForAll String text) {
    assertThat(JsonValues.read(JsonWriter.quote(text))).isEqualTo(text);
  }

  @Example
  void aDocumentWithATextKnownLaterIsKnownLater() {
    Mapping policy = Mapping.of("Resource", Later.text("arn"), "Secret", Text.secret("s\"x"));
    Text document = JsonWriter.writeText(policy);

    assertThat(document.waitsFor()).containsExactly("arn");
    assertThat(document).asString().doesNotContain("s\\\"x");
    assertThat(Later.resolve(document, Map.of("arn", "arn:\"1\"")))
        .isEqualTo("{\n  \"Resource\": \"arn:\\\"1\\\"\",\n  \"Secret\": \"s\\\"x\"\n}\n");
    assertThatThrownBy(() -> JsonWriter.write(policy))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Resource is known only later (arn)")
        .hasMessageContaining("Secret is secret");
  }

  @Provide
  Arbitrary<Node> nodes() {
    return Trees.nodes();
  }
}
