package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.testing.YamlText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Mappings, lists and scalars. */
class NodeTest {

  @Property(tries = 300)
  void mappingsAreEqualWhateverTheirOrder(
      @ForAll("mappings") Mapping mapping, @ForAll Random random) {
    Mapping shuffled = (Mapping) shuffled(mapping, random);

    assertThat(shuffled).isEqualTo(mapping).hasSameHashCodeAs(mapping);
  }

  @Property(tries = 300)
  void aChangedValueMakesAnotherMapping(@ForAll("mappings") Mapping mapping) {
    String key = mapping.key(0);

    assertThat(mapping.with(key, Text.of("never generated"))).isNotEqualTo(mapping);
    assertThat(mapping.without(key)).isNotEqualTo(mapping);
    assertThat(mapping.with(key, mapping.value(0))).isEqualTo(mapping);
  }

  @Property(tries = 300)
  void whatIsPutIsFoundAgainHoweverManyThereAre(@ForAll("mappings") Mapping mapping) {
    Mapping.Builder builder = Mapping.builder();
    for (int i = 0; i < 40; i++) {
      builder.put("key " + i, i).putAll(mapping);
    }
    Mapping large = builder.put("key 7", "changed").build();

    mapping.forEach((key, value) -> assertThat(large.get(key)).isEqualTo(value));
    assertThat(large.get("key 39")).isEqualTo(Scalar.of(39));
    assertThat(large.get("key 7")).isEqualTo(Text.of("changed"));
    assertThat(large.keys()).doesNotHaveDuplicates().hasSize(40 + mapping.size());
  }

  @Example
  void aKeyThatIsPutAgainKeepsItsPlace() {
    Mapping mapping = Mapping.builder().put("a", 1).put("b", 2).put("a", 3).build();

    assertThat(mapping).hasToString("{a: 3, b: 2}");
    assertThat(mapping.with("a", Scalar.of(4))).hasToString("{a: 4, b: 2}");
    assertThat(mapping.with("c", Scalar.of(4))).hasToString("{a: 3, b: 2, c: 4}");
    assertThat(mapping.without("a")).hasToString("{b: 2}");
    assertThat(mapping.without("x")).isSameAs(mapping);
  }

  @Example
  void aBuilderThatIsUsedOnDoesNotChangeWhatItBuilt() {
    Mapping.Builder builder = Mapping.builder().put("a", 1);
    Mapping built = builder.build();
    builder.put("a", 2).put("b", 3);

    assertThat(built).hasToString("{a: 1}");
  }

  @Example
  void valuesAreReadByTypeAndPath() {
    Mapping mapping = YamlText.mapping("{a: {b: [x]}, s: text, n: 3, t: true, z: null}");

    assertThat(mapping.mapping("a").seq("b")).containsExactly(Text.of("x"));
    assertThat(mapping.mapping("s")).isSameAs(Mapping.EMPTY);
    assertThat(mapping.seq("s")).isSameAs(Seq.EMPTY);
    assertThat(mapping.string("s")).isEqualTo("text");
    assertThat(mapping.string("n")).isNull();
    assertThat(mapping.integer("n")).isEqualTo(3);
    assertThat(mapping.bool("t")).isTrue();
    assertThat(mapping.at("a", "b")).isEqualTo(Seq.of(Text.of("x")));
    assertThat(mapping.at("a", "c")).isNull();
    assertThat(mapping.at("s", "c")).isNull();
    assertThat(mapping.has("z")).isTrue();
  }

  @Example
  void listsCompareInTheirOrder() {
    assertThat(Seq.ofStrings(List.of("a", "b")))
        .isEqualTo(Seq.of(Text.of("a"), Text.of("b")))
        .hasSameHashCodeAs(Seq.of(Text.of("a"), Text.of("b")))
        .isNotEqualTo(Seq.ofStrings(List.of("b", "a")));
  }

  @Example
  void aNumberIsTheSameHoweverItWasWritten() {
    assertThat(Scalar.of(new BigDecimal("1.0")))
        .isEqualTo(Scalar.of(1))
        .isEqualTo(Scalar.of(1.0))
        .isEqualTo(Scalar.of(BigInteger.ONE))
        .isEqualTo(Scalar.of(new BigDecimal("1e0")))
        .hasSameHashCodeAs(Scalar.of(1));
    assertThat(Scalar.of(new BigDecimal("0.10"))).isEqualTo(Scalar.of(0.1));
    assertThat(Scalar.of(-0.0)).isEqualTo(Scalar.of(0));
    assertThat(Scalar.of(new BigDecimal("1e18"))).isEqualTo(Scalar.of(1_000_000_000_000_000_000L));
    assertThat(Scalar.of(1)).isNotEqualTo(Scalar.TRUE).isNotEqualTo(Text.of("1"));
  }

  @Example
  void numbersThatNoFloat64HoldsAreRefused() {
    assertThatThrownBy(() -> Scalar.of(new BigDecimal("1e309")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scalar.of(BigInteger.TEN.pow(309)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scalar.of(BigInteger.TEN.pow(309).negate()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scalar.of(new BigDecimal("1e999999999")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scalar.of(new BigDecimal("1e-999999999")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scalar.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scalar.of(Double.NEGATIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Scalar.of(Double.MAX_VALUE).asDecimal())
        .isEqualByComparingTo("1.7976931348623157e308");
  }

  @Property
  void everyFiniteDoubleIsReadBackFromWhatIsWritten(@ForAll double value) {
    assertThat(Double.parseDouble(Scalar.of(value).toString())).isEqualTo(value + 0.0);
  }

  @Example
  void nodesSayWhatTheyAre() {
    assertThat(
            List.of(
                Scalar.NULL.describe(),
                Scalar.TRUE.describe(),
                Scalar.of(1).describe(),
                Scalar.of(0.5).describe(),
                Text.of("").describe(),
                Seq.EMPTY.describe(),
                Mapping.EMPTY.describe()))
        .containsExactly(
            "null",
            "a boolean",
            "an integer",
            "a number with a fraction",
            "a string",
            "a list",
            "a map");
  }

  @Provide
  Arbitrary<Mapping> mappings() {
    return Trees.mappings();
  }

  private static Node shuffled(Node node, Random random) {
    if (node instanceof Mapping mapping) {
      List<String> keys = new ArrayList<>(mapping.keys());
      Collections.shuffle(keys, random);
      Map<String, Node> entries = new LinkedHashMap<>();
      for (String key : keys) {
        @Nullable Node value = mapping.get(key);
        if (value != null) {
          entries.put(key, shuffled(value, random));
        }
      }
      return Mapping.of(entries);
    }
    return node instanceof Seq seq ? Seq.from(seq.asList(), item -> shuffled(item, random)) : node;
  }
}
