package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user reads when a file is no YAML, or YAML that is not taken. */
class YamlProblemsTest {

  static List<Arguments> broken() {
    return List.of(
        broken(
            "a:\n\tb: 1\n",
            "f:2:1: A tab stands where the line is indented. Indent with spaces: YAML allows no"
                + " tabs."),
        broken(
            "a: >\n\t\tx\n",
            "f:2:1: A tab stands where the line is indented. Indent with spaces: YAML allows no"
                + " tabs."),
        broken(
            "a: 1\n b: 2\n",
            "f:2:3: A ':' cannot stand here: no key belongs to it. Indent it as its neighbours are;"
                + " put a value that holds ': ' or ' #' in quotes."),
        broken(
            "note: see: below\n",
            "f:1:10: A ':' cannot stand here: no key belongs to it. Indent it as its neighbours"
                + " are; put a value that holds ': ' or ' #' in quotes."),
        broken(
            "a: \"x\nb: 1\n",
            "f:1:4: The string that begins here has no closing quote. Close it with a double quote"
                + " (\")."),
        broken(
            "a: 'x",
            "f:1:4: The string that begins here has no closing quote. Close it with a single quote"
                + " (')."),
        broken(
            "a: [1, 2\nb: 3\n",
            "f:2:2: The list that begins on line 1, column 4 is not closed before this. Write ','"
                + " before another item, or close it with ']'."),
        broken(
            "a: {b: 1\nc: 2\n",
            "f:2:2: The map that begins on line 1, column 4 is not closed before this. Write ','"
                + " before another key, or close it with '}'."),
        broken(
            "a: [\n",
            "f:2:1: A list or map that was begun is not closed. Close it with ']' or '}'."),
        broken(
            "a: {b: ${env:X}}\n",
            "f:1:8: Inside [ ] and { }, '${' begins a map. Put the value in quotes: \"${…}\"."),
        broken(
            "- a\nb: 1\n",
            "f:2:1: This does not belong to what begins on line 1. Indent it as its neighbours"
                + " are."),
        broken(
            "a:\n  - x\n - y\n",
            "f:3:2: This does not belong to what begins on line 1. Indent it as its neighbours"
                + " are."),
        broken(
            "a: 1\nb\nc: 2\n",
            "f:2:1: This is no 'key: value', and nothing else can stand here. Write a ':' and a"
                + " space after the key, or indent the line to continue what is above it."),
        broken(
            "a: 'it's'\n",
            "f:1:8: Something follows a value that has ended already. Put the whole value in"
                + " quotes; write a single quote inside single quotes twice."),
        broken("a: @x\n", "f:1:4: A value cannot begin with '@'. Put it in quotes."),
        broken("a: `x`\n", "f:1:4: A value cannot begin with '`'. Put it in quotes."),
        broken("a: %x\n", "f:1:4: A value cannot begin with '%'. Put it in quotes."),
        broken(
            "a: }\n",
            "f:1:4: A value cannot begin with '}'. Put it in quotes, or remove what closes"
                + " nothing."),
        broken(
            "a: - b\n",
            "f:1:4: A list item cannot begin here. Begin it on a line of its own, indented."),
        broken(
            "a: |x\n",
            "f:1:4: After '|' or '>' only '-', '+', an indentation from 1 to 9 and a comment may"
                + " stand. Begin the text on the next line, indented."),
        broken(
            "a: \"C:\\path\"\n",
            "f:1:8: No escape in a double-quoted string begins with '\\p'. Write a backslash as"
                + " '\\\\', or use single quotes."),
        broken(
            "a: \"\\ud83d\"\n",
            "f:1:4: An escape in this string is half of a surrogate pair. Write the whole"
                + " character, or both of its escapes."),
        broken(
            "a: \u0001\n",
            "f:1:4: The character U+0001 may not stand in YAML. Remove it, or write it as an escape"
                + " in double quotes."),
        broken(
            "%YAML 2.0\n---\na: 1\n",
            "f:1:1: The %YAML directive asks for a version that is not read here. Remove the"
                + " directive; the file is read as YAML 1.2."),
        broken(
            "a: 1\n...\nb: 2\n",
            "f:3:1: A new document begins here without '---'. Write '---' on a line before it."),
        broken(
            "a: !Ref x\n",
            "f:1:4: The tag !Ref means nothing here. Leave it out; put a value that begins with '!'"
                + " in quotes."),
        broken(
            "a: !!set {b}\n",
            "f:1:4: The tag !!set means nothing here. Leave it out; put a value that begins with"
                + " '!' in quotes."),
        broken(
            "a: !x!y z\n",
            "f:1:4: The tag that begins here means nothing. Leave it out, or put it in quotes."),
        broken(
            "a: !!int x\n",
            "f:1:4: The value is tagged !!int, but it is none. Leave the tag out, or write such a"
                + " value."),
        broken(
            "a: *b\n",
            "f:1:4: The alias '*b' has no anchor '&b' above it. Put the anchor before the value"
                + " that is meant, or put text that begins with '*' in quotes."),
        broken(
            "a: &b [*b]\n",
            "f:1:8: The alias '*b' stands inside the value that it repeats. Write out what is"
                + " meant."),
        broken(
            "a: 1\nb: 2\na: 3\n",
            "f:3:1: The key 'a' stands here a second time; the first is on line 1. Remove one of"
                + " the two."),
        broken(
            "a: &x {b: 1}\nc:\n  <<: *x\n",
            "f:3:3: YAML 1.2 has no merge key '<<'. Write the entries out, or put what several"
                + " files share in one that they extend."),
        broken(
            "8080: http\n",
            "f:1:1: The key 8080 is an integer; keys are strings. Put it in quotes: \"8080\"."),
        broken(
            "true: x\n",
            "f:1:1: The key true is a boolean; keys are strings. Put it in quotes: \"true\"."),
        broken(
            "null: x\n",
            "f:1:1: This key is null; keys are strings. Write the key before the ':'."),
        broken(
            "[a, b]: x\n",
            "f:1:1: The key here is a list; keys are strings. Write a string; put text that holds"
                + " '[' or '{' in quotes."),
        broken(
            "a: -.inf\n",
            "f:1:4: This is no number that a manifest can hold. Write a finite number of ordinary"
                + " size, or put it in quotes if it is a string."),
        broken(
            "a: 1e999\n",
            "f:1:4: This is no number that a manifest can hold. Write a finite number of ordinary"
                + " size, or put it in quotes if it is a string."),
        broken(
            "a: " + "9".repeat(1000) + "\n",
            "f:1:4: This is no number that a manifest can hold. Write a finite number of ordinary"
                + " size, or put it in quotes if it is a string."),
        broken(
            "a: \"\\u",
            "f:1:1: This is no YAML: what follows this cannot be read. Put text with special"
                + " characters in quotes."),
        broken("", "f:1:1: The file is empty. Write a document into it."),
        broken("# only a comment\n", "f:1:1: The file is empty. Write a document into it."),
        broken(
            "a: 1\n---\nb: 2\n",
            "f:3:1: A second document begins here; this file can hold only one. Move it to a file"
                + " of its own."));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void eachMistakeIsSaidWithItsPlaceAndRemedy(String yaml, String expected) {
    assertThat(Failures.of(() -> YamlReader.core().read("f", yaml))).containsExactly(expected);
  }

  @Test
  void severalMistakesAreSaidAtOnce() {
    String yaml =
        """
        a: 1
        a: 2
        1: x
        b: c: d
        ---
        e: [
        ---
        f: 1
        f: 2
        """;

    assertThat(Failures.of(() -> YamlReader.core().readAll("f", yaml)))
        .containsExactly(
            "f:2:1: The key 'a' stands here a second time; the first is on line 1. Remove one of"
                + " the two.",
            "f:3:1: The key 1 is an integer; keys are strings. Put it in quotes: \"1\".",
            "f:4:5: A ':' cannot stand here: no key belongs to it. Indent it as its neighbours are;"
                + " put a value that holds ': ' or ' #' in quotes.",
            "f:7:1: A list or map that was begun is not closed. Close it with ']' or '}'.",
            "f:9:1: The key 'f' stands here a second time; the first is on line 8. Remove one of"
                + " the two.");
  }

  @Test
  void aFileThatIsNotUtf8IsSaidWhere() {
    byte[] latin1 = "a: 1\nb: caf\u00e9 x\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Failures.of(() -> YamlReader.core().read("f", latin1)))
        .containsExactly("f:2:7: The byte 0xE9 is no UTF-8 here. Save the file as UTF-8.");
  }

  @Test
  void aCharacterThatIsCutOffIsSaidWhere() {
    byte[] cut = Arrays.copyOf("a: é".getBytes(StandardCharsets.UTF_8), 4);

    assertThat(Failures.of(() -> YamlReader.core().read("f", cut)))
        .containsExactly("f:1:4: The byte 0xC3 is no UTF-8 here. Save the file as UTF-8.");
  }

  @Test
  void utf16IsRecognized() {
    for (var charset :
        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(Failures.of(() -> YamlReader.core().read("f", "a: 1".getBytes(charset))))
          .as(charset.name())
          .containsExactly("f:1:1: The file is in UTF-16 or UTF-32. Save it as UTF-8.");
    }
  }

  @Test
  void halfASurrogatePairInAStringIsRefused() {
    assertThat(Failures.of(() -> YamlReader.core().read("f", "a: \ud83d")))
        .containsExactly(
            "f:1:1: The text has half of a surrogate pair, which no file can hold. Write the whole"
                + " character.");
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() {
    YamlReader reader = YamlReader.core().withLimits(new YamlLimits(1000, 10, 10));

    assertThat(reader.read("f", "x".repeat(1000)).toNode()).isEqualTo(Text.of("x".repeat(1000)));
    assertThat(Failures.of(() -> reader.read("f", "x".repeat(1001))))
        .containsExactly(
            "f:1:1: The file has more than 1,000 bytes. Split it into several" + " files.");
  }

  @Test
  void whatIsTooDeepIsNotRead() {
    YamlReader reader = YamlReader.core().withLimits(new YamlLimits(1000, 4, 10));

    assertThat(reader.read("f", "a: {b: [c]}").toNode()).hasToString("{a: {b: [c]}}");
    assertThat(Failures.of(() -> reader.read("f", "a: {b: [[c]]}")))
        .containsExactly(
            "f:1:10: Maps and lists stand more than 4 deep in one another. Lay the document out"
                + " flatter.");
    assertThat(Failures.of(() -> reader.read("f", "a: &x [[c]]\nb: {c: *x}")))
        .containsExactly(
            "f:2:8: Maps and lists stand more than 4 deep in one another. Lay the document out"
                + " flatter.");
  }

  @Test
  void anAliasBombIsRefusedBeforeItGoesOff() {
    StringBuilder yaml =
        new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 20; i++) {
      yaml.append("a%d: &a%d [".formatted(i, i))
          .append("*a%d, ".formatted(i - 1).repeat(9))
          .append("]\n");
    }

    assertThat(Failures.of(() -> YamlReader.core().read("f", yaml.toString())))
        .containsExactly(
            "f:6:30: Aliases repeat more than 400,000 values. Write out what is meant, or repeat"
                + " less of it.");
  }

  @Test
  void itStopsAfterAHundredMistakes() {
    assertThat(Failures.of(() -> YamlReader.core().read("f", "a: 1\n".repeat(1000)))).hasSize(100);
  }

  private static Arguments broken(String yaml, String expected) {
    return Arguments.of(yaml, expected);
  }
}
