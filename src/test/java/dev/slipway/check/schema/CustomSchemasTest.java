package dev.slipway.check.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Mapping;
import dev.slipway.testing.Later;
import dev.slipway.testing.YamlText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What custom resources may hold, as their definitions say. */
class CustomSchemasTest {

  @ParameterizedTest
  @EnumSource
  void whatAServerTakesHasNoFaults(CustomCorpus corpus) {
    assertThat(corpus.valid())
        .hasSizeGreaterThanOrEqualTo(15)
        .allSatisfy((name, object) -> assertThat(corpus.faults(object)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void whatAServerRefusesHasFaults(CustomCorpus corpus) {
    assertThat(corpus.broken())
        .hasSizeGreaterThanOrEqualTo(15)
        .allSatisfy((name, object) -> assertThat(corpus.faults(object)).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{piece: 1} | spec.piece: 'spec' of a Gadget has no field 'piece' in v1. Did you mean"
            + " 'pieces'?",
        "{how: x} | spec.how: 'spec' of a Gadget has no field 'how' in v1. It belongs at"
            + " spec.mode.how.",
        "{mode: {how: x, title: ab}} | spec.mode.title: 'mode' of a Gadget has no field 'title' in"
            + " v1. It belongs at spec.title.",
        "{wheels: [{}]} | spec.wheels[0].name: 'wheels[0]' of a Gadget has no 'name', which it must"
            + " have.",
        "{title: 12} | spec.title: 'title' takes a string, and has an integer, 12. Put it in"
            + " quotes.",
        "{pieces: '1'} | spec.pieces: 'pieces' takes an integer, and has a string, '1'. Write it"
            + " without quotes.",
        "{parts: a} | spec.parts: 'parts' takes a list, and has a string, 'a'.",
        "{limits: a} | spec.limits: 'limits' takes a map, and has a string, 'a'.",
        "{mode: [a]} | spec.mode: 'mode' takes fields, and has a list.",
        "{tags: {a: b}} | spec.tags: 'tags' takes a list, and has a map.",
        "{size: l} | spec.size: 'size' takes S, M or L, and has 'l'. Did you mean 'L'?",
        "{code: hunter2} | spec.code: 'code' takes what matches '^[[:upper:]]{2}-[0-9]+$', and has"
            + " something else.",
        "{title: x} | spec.title: 'title' takes at least 2 characters, and has 1.",
        "{parts: []} | spec.parts: 'parts' takes at least 1 item, and has 0.",
        "{weight: 10} | spec.weight: 'weight' takes less than 10, and has 10.",
        "{height: 0.25} | spec.height: 'height' takes at least 0.5, and has 0.25.",
        "{count: 7} | spec.count: 'count' takes a multiple of 5, and has 7.",
        "{pieces: -1} | spec.pieces: 'pieces' takes an integer from 0 to 2147483647, and has -1.",
        "{born: today} | spec.born: 'born' takes a date, and has something else. Write it as"
            + " 2025-01-31.",
        "{tags: [a, b, a]} | spec.tags[2]: 'tags[2]' is the same as 'tags[0]', and no two may be.",
        "{wheels: [{name: a}, {name: a}]} | spec.wheels[1]: 'wheels[1]' has the same name and side"
            + " as 'wheels[0]', and no two may.",
        "{either: {}} | spec.either: 'either' of a Gadget has none of 'a' and 'b', of which it must"
            + " have one. Add one of them.",
        "{either: {a: x, b: x}} | spec.either: 'either' of a Gadget has 'a' and 'b', of which it"
            + " must have only one. Remove all but one of them.",
        "{any: {more: 5}} | spec.any: 'any' of a Gadget has none of the 2 forms that it may have."
            + " For the nearest of them: 'any' of a Gadget has no 'kind', which it must have.",
        "{never: {forbidden: x}} | spec.never: 'never' of a Gadget has a form that it must not"
            + " have."
      })
  void whatIsWrongIsToldWithWhatIsTaken(String spec, String told) {
    assertThat(told("{spec: %s}".formatted(spec))).containsExactly(told);
  }

  @Test
  void aVersionThatIsNotServedIsToldWithThoseThatAre() {
    assertThat(told("{apiVersion: toys.example.com/v2, spec: {piece: 1}}"))
        .containsExactly(
            "apiVersion: Gadget 'toys.example.com/v2' is not served: its CustomResourceDefinition"
                + " serves v1. Write apiVersion: toys.example.com/v1, and look at the fields: they"
                + " may have changed with it.");
  }

  @Test
  void noValueOfAMapIsQuoted() {
    assertThat(told("{spec: {limits: {password: 4711}}}"))
        .containsExactly("spec.limits.password: 'password' takes fields, and has an integer.");
  }

  @Test
  void ofAStringThatIsKnownOnlyLaterNothingIsTold() {
    Mapping gadget = CustomCorpus.GADGET.object(Mapping.EMPTY);

    for (String field : List.of("code", "title", "size", "born")) {
      Mapping spec = Mapping.of(field, Later.text("the value"));
      assertThat(CustomCorpus.GADGET.faults(gadget.with("spec", spec))).isEmpty();
    }
  }

  private static List<String> told(String rest) {
    Mapping gadget = CustomCorpus.GADGET.object(YamlText.documents(rest).get(0));
    return CustomCorpus.GADGET.faults(gadget).stream()
        .map(fault -> (fault.path() + ": " + fault.message() + " " + fault.remedy()).strip())
        .toList();
  }
}
