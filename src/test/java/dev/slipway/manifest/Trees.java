package dev.slipway.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Generates trees that are full of what YAML readers stumble over. */
final class Trees {
  /** Strings that some reader of some version takes for something else, or for several things. */
  static final List<String> TRAPS =
      List.of(
          // booleans and nulls
          "",
          "~",
          "null",
          "Null",
          "NULL",
          "true",
          "True",
          "TRUE",
          "false",
          "FALSE",
          "yes",
          "Yes",
          "YES",
          "no",
          "No",
          "NO",
          "on",
          "On",
          "ON",
          "off",
          "Off",
          "OFF",
          "y",
          "Y",
          "n",
          "N",
          // numbers
          "0",
          "1",
          "-1",
          "+1",
          "017",
          "0o17",
          "0x1F",
          "0X1f",
          "0b101",
          "-0b1",
          "1e3",
          "1E3",
          "1e+3",
          "12e45678",
          "1_000",
          "1.5",
          ".5",
          "-.5",
          "5.",
          ".",
          "..",
          "-.",
          "+.",
          "1.2.3",
          "10.0.0.1",
          ".inf",
          "-.inf",
          "+.INF",
          ".Inf",
          ".nan",
          ".NaN",
          "NaN",
          "Infinity",
          "1,000",
          "0.1e-7",
          "9223372036854775808",
          "-9223372036854775809",
          "0xFFFFFFFFFFFFFFFFF",
          "08",
          "09",
          "1e400",
          // times
          "2024-01-01",
          "2024-1-1",
          "2001-12-14t21:59:43.10-05:00",
          "2001-12-14 21:59:43.10 -5",
          "2024-01-01T00:00:00Z",
          "1:20",
          "190:20:30",
          "190:20:30.15",
          "12:30:45",
          "8080:80",
          // indicators
          "-",
          "--",
          "---",
          "--- a",
          "---a",
          "- a",
          "-a",
          "-1a",
          "--flag=x",
          "-c",
          "?",
          "? a",
          "?a",
          ":",
          ": a",
          ":a",
          ":8080",
          "a:",
          "a: b",
          "a:b",
          "a :b",
          "a: ",
          ",",
          ",a",
          "[",
          "[a]",
          "]",
          "{",
          "{}",
          "{a: b}",
          "}",
          "#",
          "#a",
          "a #b",
          "a#b",
          "a # b",
          "&a",
          "*a",
          "!a",
          "!!str a",
          "|",
          "|-",
          ">",
          ">a",
          "'",
          "'a'",
          "\"",
          "\"a\"",
          "a\"b",
          "%",
          "%YAML 1.2",
          "@a",
          "`a`",
          "=",
          "<<",
          "<a>",
          "...",
          "....",
          "... a",
          "$(POD_NAME)",
          "$patch",
          "\\",
          "\\n",
          "a\\b",
          "//",
          // white space
          " ",
          "  ",
          " a",
          "a ",
          "a  b",
          "\t",
          "\ta",
          "a\t",
          "a\tb",
          "a: \tb",
          "a\t#b",
          "\n",
          "\n\n",
          "\r",
          "\r\n",
          "a\r\nb",
          "a\rb",
          "\n\r",
          "a\n",
          "a\nb",
          "a\nb\n",
          "a\n\n",
          "a\nb\n\n\n",
          "\na",
          "\n\na\n",
          "\n a",
          " \na",
          "  \n a\n",
          " a\nb",
          "\ta\nb",
          "a\n b",
          "a\n\tb\n",
          "a \nb",
          "a\n ",
          "a\n  \n",
          "a\n\t",
          "a\n\t\n",
          "a\n \nb\n",
          "a\n\n\nb",
          " \n",
          "\n \n",
          "---\na",
          "a\n---\nb\n",
          "a\n...\nb",
          "# a\nb\n",
          "#!/bin/sh\nset -e\n",
          "- a\n- b\n",
          "a: b\nc: d\n",
          "{\n  \"a\": 1\n}\n",
          "%TAG\n",
          "key: |\n  text\n",
          "\"a\nb\"",
          "'\n'",
          // characters
          "\u0000",
          "\u0001",
          "\u0007",
          "\b",
          "\u000b",
          "\f",
          "\u001b",
          "\u001f",
          "\u007f",
          "\u0080",
          "\u0085",
          "a\u0085b",
          "a\nb\u0085c",
          "\u009f",
          "\u00a0",
          "a\u00a0b",
          "\u00a0\nb\n",
          "\u00ad",
          "\u00e9",
          "na\u00efve",
          "\u200b",
          "\u200d",
          "\u2028",
          "\u2029",
          "a\u2028\nb",
          "\u202e",
          "\u3000",
          "\ufeff",
          "\ufeffa",
          "a\n\ufeffb",
          "\ufffd",
          "\ufffe",
          "\uffff",
          "\ue000",
          "\ud83d\ude00",
          "\ud83d\ude00\n\ud83d\ude00",
          "\ud800\udc00",
          "\udbff\udfff",
          "\u65e5\u672c\u8a9e",
          "\u0661",
          "\u2026",
          "a\n\u0000b");

  private static final int DEEPEST = 4;

  private Trees() {}

  static Arbitrary<String> strings() {
    Arbitrary<String> trap = Arbitraries.of(TRAPS);
    Arbitrary<String> pieces =
        Arbitraries.of(
                "a",
                "b",
                "0",
                "1",
                "-",
                ":",
                "#",
                " ",
                "  ",
                "\n",
                "\n\n",
                "\t",
                "'",
                "\"",
                "\\",
                ".",
                ",",
                "[",
                "]",
                "{",
                "}",
                "|",
                ">",
                "_",
                "e",
                "x",
                "\r",
                "\u0085",
                "\u00e9",
                "\u2028",
                "\ud83d\ude00",
                "\ufeff",
                "\u0000",
                "---",
                "...",
                "%",
                "&",
                "*",
                "!",
                "?")
            .list()
            .ofMaxSize(12)
            .map(parts -> String.join("", parts));
    Arbitrary<String> lines =
        Arbitraries.of(
                "", "a", " a", "a ", "\ta", "a: b", "# a", "---", "- a", "...", "  ", "\u00e9")
            .list()
            .ofMinSize(2)
            .ofMaxSize(8)
            .map(parts -> String.join("\n", parts));
    Arbitrary<String> numeric =
        Arbitraries.strings().withChars("0123456789+-._:,eExXoObBaTZ ").ofMaxLength(12);
    Arbitrary<String> any =
        Arbitraries.integers()
            .between(0, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .list()
            .ofMaxSize(6)
            .map(Trees::ofCodePoints);
    Arbitrary<String> latin =
        Arbitraries.strings().withCharRange('\u0000', '\u00ff').ofMaxLength(8);
    Arbitrary<String> joined = Combinators.combine(trap, trap).as(String::concat);
    Arbitrary<String> longer =
        Combinators.combine(
                Arbitraries.of("ab ", "\u00e9", "a\n", "0"),
                Arbitraries.integers().between(300, 700))
            .as(String::repeat);
    return Arbitraries.frequencyOf(
        Tuple.of(8, trap),
        Tuple.of(4, pieces),
        Tuple.of(4, lines),
        Tuple.of(3, numeric),
        Tuple.of(2, any),
        Tuple.of(2, latin),
        Tuple.of(2, joined),
        Tuple.of(1, longer));
  }

  static Arbitrary<Scalar> scalars() {
    Arbitrary<Scalar> whole =
        Arbitraries.of(
                "0",
                "1",
                "-1",
                "8",
                "255",
                "256",
                "2147483648",
                "9007199254740993",
                "9223372036854775807",
                "-9223372036854775808",
                "9223372036854775808",
                "18446744073709551615",
                "18446744073709551616",
                "-9223372036854775809")
            .map(BigInteger::new)
            .map(Scalar::of);
    Arbitrary<Scalar> decimal =
        Arbitraries.of(
                "0.1",
                "-0.1",
                "1.5",
                "0.000001",
                "0.0000001",
                "1.5E-10",
                "4.9E-324",
                "1e-400",
                "2.2250738585072014E-308",
                "0.30000000000000004",
                "123456789.123456789123456789",
                "100.25",
                "1e21",
                "1.7976931348623157e308",
                "-1e-7",
                "3.0")
            .map(BigDecimal::new)
            .map(Scalar::of);
    return Arbitraries.oneOf(
        Arbitraries.of(Scalar.NULL, Scalar.TRUE, Scalar.FALSE),
        whole,
        decimal,
        Arbitraries.longs().map(Scalar::of),
        Arbitraries.bigIntegers().map(Scalar::of),
        Arbitraries.bigDecimals().ofScale(20).map(Scalar::of),
        Arbitraries.doubles().map(Scalar::of));
  }

  /** Any tree. */
  static Arbitrary<Node> nodes() {
    return nodes(DEEPEST);
  }

  /** Any mapping with entries. */
  static Arbitrary<Mapping> mappings() {
    return mappings(DEEPEST).filter(mapping -> !mapping.isEmpty());
  }

  private static Arbitrary<Node> nodes(int depth) {
    Arbitrary<Node> text = strings().map(Text::of);
    Arbitrary<Node> scalar = scalars().map(node -> node);
    if (depth == 0) {
      return Arbitraries.frequencyOf(
          Tuple.of(5, text),
          Tuple.of(2, scalar),
          Tuple.of(1, Arbitraries.of(Mapping.EMPTY, Seq.EMPTY)));
    }
    Arbitrary<Node> seq = Arbitraries.lazy(() -> nodes(depth - 1)).list().ofMaxSize(4).map(Seq::of);
    Arbitrary<Node> mapping = Arbitraries.lazy(() -> mappings(depth)).map(node -> node);
    return Arbitraries.frequencyOf(
        Tuple.of(4, text), Tuple.of(1, scalar), Tuple.of(2, seq), Tuple.of(3, mapping));
  }

  private static Arbitrary<Mapping> mappings(int depth) {
    return Combinators.combine(strings().list().ofMaxSize(4), nodes(depth - 1).list().ofSize(4))
        .as(
            (keys, values) -> {
              Map<String, Node> entries = new LinkedHashMap<>();
              for (int i = 0; i < keys.size(); i++) {
                entries.put(keys.get(i), values.get(i));
              }
              return Mapping.of(entries);
            });
  }

  private static String ofCodePoints(List<Integer> codePoints) {
    StringBuilder text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    return text.toString();
  }

  /** The tree as plain Java values: maps, lists, strings, booleans, nulls, integers and doubles. */
  static @Nullable Object plain(Node node) {
    if (node instanceof Mapping mapping) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      mapping.forEach((key, value) -> entries.put(key, plain(value)));
      return entries;
    }
    if (node instanceof Seq seq) {
      List<@Nullable Object> items = new ArrayList<>();
      seq.forEach(item -> items.add(plain(item)));
      return items;
    }
    if (node instanceof Text text) {
      return text.value();
    }
    Scalar scalar = (Scalar) node;
    if (scalar.isNull() || scalar.asBoolean() != null) {
      return scalar.asBoolean();
    }
    BigDecimal number = Objects.requireNonNull(scalar.asDecimal());
    return number.scale() > 0 ? (Object) number.doubleValue() : number.toBigIntegerExact();
  }
}
