package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.Later;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class TextTest {
  private static final Map<String, String> LATER = Map.of("a", "1", "b", "2");

  @Example
  void aKnownTextIsShownAndASecretOneMasked() {
    assertThat(Text.of("visible")).hasToString("visible");
    assertThat(Text.secret("hunter2")).hasToString("(secret)");
    assertThat(Text.secret("hunter2").known()).contains("hunter2");
  }

  @Example
  void aTextKnownLaterIsShownByItsLabelSecretOrNot() {
    assertThat(Later.text("output 'url'")).hasToString("(known later: output 'url')");
    assertThat(Text.deferred(new Later("output 'url'", true)))
        .hasToString("(known later: output 'url')");
  }

  @Example
  void onlyTheSecretPartsOfAJoinAreMasked() {
    Text url = Text.join(Later.text("user"), Text.of("@"), Later.text("host"), Text.secret("/pw"));

    assertThat(url).hasToString("(known later: user)@(known later: host)(secret)");
    assertThat(url.isSecret()).isTrue();
    assertThat(url.known()).isEmpty();
    assertThat(url.waitsFor()).containsExactly("user", "host");
  }

  @Example
  void aJoinOfKnownTextsIsKnownAndSecretWhereOneIs() {
    assertThat(Text.join(Text.of("a"), Text.of("b"))).isEqualTo(Text.of("ab"));
    assertThat(Text.join(Text.of("a"), Text.secret("b"))).isEqualTo(Text.secret("ab"));
    assertThat(Text.join(Text.of("a"), Text.secret(""))).isEqualTo(Text.secret("a"));
    assertThat(Text.join()).isEqualTo(Text.of(""));
  }

  @Example
  void aSecretIsNotThePlainTextOfTheSameValue() {
    assertThat(Text.secret("a")).isNotEqualTo(Text.of("a")).isEqualTo(Text.secret("a"));
    assertThat(Text.of("a")).isNotEqualTo(Later.text("a"));
    assertThat(Later.text("a")).isEqualTo(Later.text("a")).isNotEqualTo(Later.text("b"));
  }

  @Example
  void aDigestOfASecretIsNoSecretButItsOtherFormsAre() {
    Text secret = Text.secret("hunter2");

    assertThat(secret.derive(Derivation.SHA256).isSecret()).isFalse();
    assertThat(secret.derive(Derivation.BASE64)).isEqualTo(Text.secret("aHVudGVyMg=="));
    assertThat(secret.derive(Derivation.JSON_STRING)).hasToString("(secret)");
    Text later = Text.deferred(new Later("pw", true));
    assertThat(later.derive(Derivation.SHA256).isSecret()).isFalse();
    assertThat(later.derive(Derivation.BASE64).isSecret()).isTrue();
    assertThat(later.derive(Derivation.BASE64)).hasToString("(BASE64 of (known later: pw))");
  }

  @Property
  void joiningIsAssociative(
      @ForAll("texts") Text a, @ForAll("texts") Text b, @ForAll("texts") Text c) {
    Text left = Text.join(Text.join(a, b), c);
    Text right = Text.join(a, Text.join(b, c));

    assertThat(left).isEqualTo(Text.join(a, b, c)).isEqualTo(right).hasSameHashCodeAs(right);
  }

  @Property
  void theEmptyTextChangesNothing(@ForAll("texts") Text text) {
    assertThat(Text.join(Text.of(""), text)).isEqualTo(text);
    assertThat(Text.join(text, Text.of(""))).isEqualTo(text);
  }

  @Property
  void aJoinResolvesToItsResolvedParts(@ForAll("texts") Text a, @ForAll("texts") Text b) {
    assertThat(Later.resolve(Text.join(a, b), LATER))
        .isEqualTo(Later.resolve(a, LATER) + Later.resolve(b, LATER));
    assertThat(Text.join(a, b).isSecret()).isEqualTo(a.isSecret() || b.isSecret());
  }

  @Property
  void whatIsDerivedBeforeAValueIsKnownIsWhatWouldBeDerivedAfter(
      @ForAll("texts") Text text, @ForAll Derivation how) {
    assertThat(Later.resolve(text.derive(how), LATER))
        .isEqualTo(how.apply(Later.resolve(text, LATER)));
  }

  @Property
  void aSecretsValueIsNeverShown(@ForAll("texts") Text text) {
    assertThat(text.toString()).doesNotContain("hunter2");
    assertThat(Mapping.of("a", Seq.of(text)).toString()).doesNotContain("hunter2");
    assertThat(text.derive(Derivation.JSON_STRING).toString()).doesNotContain("hunter2");
  }

  @Provide
  Arbitrary<Text> texts() {
    Arbitrary<Text> single =
        Arbitraries.of(
            Text.of(""),
            Text.of("x"),
            Text.of("y"),
            Text.secret("hunter2"),
            Later.text("a"),
            Text.deferred(new Later("b", true)));
    return Arbitraries.frequencyOf(
        Tuple.of(2, single),
        Tuple.of(3, single.list().ofMaxSize(4).map(List::copyOf).map(Text::join)));
  }
}
