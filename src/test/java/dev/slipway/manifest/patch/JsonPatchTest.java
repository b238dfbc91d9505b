package dev.slipway.manifest.patch;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6902, with the examples of its appendix A where there is one. */
class JsonPatchTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        // Appendix A
        "A.1 add a member           | {foo: bar}             | {op: add, path: /baz, value: qux}   "
            + "      | {foo: bar, baz: qux}",
        "A.2 add an item            | {foo: [bar, baz]}      | {op: add, path: /foo/1, value: qux} "
            + "      | {foo: [bar, qux, baz]}",
        "A.3 remove a member        | {baz: qux, foo: bar}   | {op: remove, path: /baz}            "
            + "      | {foo: bar}",
        "A.4 remove an item         | {foo: [bar, qux, baz]} | {op: remove, path: /foo/1}          "
            + "      | {foo: [bar, baz]}",
        "A.5 replace a value        | {baz: qux, foo: bar}   | {op: replace, path: /baz, value:"
            + " boo}     | {baz: boo, foo: bar}",
        "A.6 move a value           | {foo: {bar: baz, waldo: fred}, qux: {corge: grault}} | {op:"
            + " move, from: /foo/waldo, path: /qux/thud} | {foo: {bar: baz}, qux: {corge: grault,"
            + " thud: fred}}",
        "A.7 move an item           | {foo: [all, grass, cows, eat]} | {op: move, from: /foo/1,"
            + " path: /foo/3} | {foo: [all, cows, eat, grass]}",
        "A.8 test a value           | {baz: qux, foo: [a, 2, c]} | {op: test, path: /foo/1, value:"
            + " 2}     | {baz: qux, foo: [a, 2, c]}",
        "A.10 add a nested member   | {foo: bar}             | {op: add, path: /child, value: {a:"
            + " {}}}   | {foo: bar, child: {a: {}}}",
        "A.11 ignore other members  | {foo: bar}             | {op: add, path: /baz, value: qux,"
            + " xyz: 1} | {foo: bar, baz: qux}",
        "A.14 escapes               | {/: 9, ~1: 10}         | {op: test, path: /~01, value: 10}   "
            + "      | {/: 9, ~1: 10}",
        "A.16 add an array          | {foo: [bar]}           | {op: add, path: /foo/-, value:"
            + " [abc]}     | {foo: [bar, [abc]]}",
        // beyond
        "add replaces a member      | {a: 1}                 | {op: add, path: /a, value: 2}       "
            + "      | {a: 2}",
        "add behind the last item   | {a: [1]}               | {op: add, path: /a/1, value: 2}     "
            + "      | {a: [1, 2]}",
        "add null                   | {a: 1}                 | {op: add, path: /b, value: null}    "
            + "      | {a: 1, b: null}",
        "add under an empty key     | {a: 1}                 | {op: add, path: /, value: 2}        "
            + "      | {a: 1, '': 2}",
        "replace the whole          | {a: 1}                 | {op: replace, path: '', value: {b:"
            + " 2}}    | {b: 2}",
        "replace keeps the place    | {a: 1, b: 2}           | {op: replace, path: /a, value: 3}   "
            + "      | {a: 3, b: 2}",
        "replace within a list      | {a: [{b: 1}, {b: 2}]}  | {op: replace, path: /a/1/b, value:"
            + " 3}     | {a: [{b: 1}, {b: 3}]}",
        "copy a value               | {a: {b: 1}}            | {op: copy, from: /a, path: /c}      "
            + "      | {a: {b: 1}, c: {b: 1}}",
        "copy into itself           | {a: {b: 1}}            | {op: copy, from: /a, path: /a/c}    "
            + "      | {a: {b: 1, c: {b: 1}}}",
        "move to where it is        | {a: 1}                 | {op: move, from: /a, path: /a}      "
            + "      | {a: 1}",
        "an annotation's slash      | {a: {x.io/y: 1}}       | {op: remove, path: /a/x.io~1y}      "
            + "      | {a: {}}",
        "test whatever the order    | {a: {b: 1, c: 2}}      | {op: test, path: /a, value: {c: 2,"
            + " b: 1}} | {a: {b: 1, c: 2}}",
        "test numbers by their value| {a: 1.0}               | {op: test, path: /a, value: 1}      "
            + "      | {a: 1}",
      })
  void operationsDoWhatTheRfcSays(String name, String before, String operation, String after) {
    assertThat(patch(operation).apply(mapping(before))).isEqualTo(mapping(after));
  }

  @Test
  void operationsAreMadeInTheirOrder() {
    Patch patch =
        patch(
            "{op: add, path: /metadata/annotations, value: {}}",
            "{op: add, path: /metadata/annotations/example.com~1a, value: b}");

    assertThat(patch.apply(mapping("metadata: {name: n}")))
        .isEqualTo(mapping("metadata: {name: n, annotations: {example.com/a: b}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{op: remove, path: /spec/replcias} | remove '/spec/replcias': '/spec' has no 'replcias'."
            + " Did you mean 'replicas'?",
        "{op: replace, path: /spec/paused, value: true} | replace '/spec/paused': '/spec' has no"
            + " 'paused'. Use 'add' where it may be missing.",
        "{op: replace, path: /zone, value: true} | replace '/zone': The object has no 'zone'. Use"
            + " 'add' where it may be missing.",
        "{op: add, path: /spec/template/x, value: 1} | add '/spec/template/x': '/spec' has no"
            + " 'template'. Add it first, if only as an empty map or list.",
        "{op: add, path: /spec/replicas/x, value: 1} | add '/spec/replicas/x': '/spec/replicas' is"
            + " an integer and has nothing in it. Look at the path once more.",
        "{op: remove, path: /spec/list/2} | remove '/spec/list/2': '/spec/list' has 2 items, so"
            + " there is no 2. Items are counted from 0; '-' adds one at the end.",
        "{op: add, path: /spec/list/3, value: 1} | add '/spec/list/3': '/spec/list' has 2 items, so"
            + " there is no 3. Items are counted from 0; '-' adds one at the end.",
        "{op: remove, path: /spec/list/-} | remove '/spec/list/-': '/spec/list' is a list, and '-'"
            + " is no index. '-' is behind the last item, where something can only be added.",
        "{op: add, path: /spec/list/01, value: 1} | add '/spec/list/01': '/spec/list' is a list,"
            + " and '01' is no index. Write a number, counted from 0.",
        "{op: test, path: /spec/replicas, value: 2} | test '/spec/replicas': The value is 1, not"
            + " what the patch expects. Look whether the patch was written for another version of"
            + " the object.",
        "{op: move, from: /spec, path: /spec/list} | move '/spec/list': '/spec' cannot move into"
            + " itself. Copy it, and remove what is too much.",
        "{op: remove, path: ''} | remove '': A patch cannot remove the whole object. Leave it out"
            + " where it is declared.",
        "{op: replace, path: '', value: 1} | The patch turns the object into an integer. Replace"
            + " fields of it, not the object.",
      })
  void anOperationThatDoesNotFitSaysWhere(String operation, String message) {
    Mapping object = mapping("spec: {replicas: 1, list: [a, b]}");

    assertThatThrownBy(() -> patch(operation).apply(object))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void aFailedTestUndoesWhatCameBefore() {
    Mapping object = mapping("a: 1");
    Patch patch = patch("{op: add, path: /b, value: 2}", "{op: test, path: /a, value: 9}");

    assertThatThrownBy(() -> patch.apply(object)).isInstanceOf(InvalidInputException.class);
    assertThat(object).isEqualTo(mapping("a: 1"));
  }

  @Test
  void aTestMayTellASecretPlainlyAndItsFailureMasksIt() {
    Mapping object = Mapping.of("data", Mapping.of("password", Text.secret("hunter2")));

    assertThat(patch("{op: test, path: /data, value: {password: hunter2}}").apply(object))
        .isEqualTo(object);
    assertThatThrownBy(
            () -> patch("{op: test, path: /data/password, value: hunter3}").apply(object))
        .hasMessageContaining("The value is '(secret)', not what the patch expects.")
        .hasMessageNotContaining("hunter");
  }

  @Test
  void aSecretStaysOneWhereverItIsCopied() {
    Mapping object =
        Mapping.of("data", Mapping.of("a", Text.secret("hunter2")), "env", Mapping.EMPTY);
    Mapping copied = patch("{op: copy, from: /data/a, path: /env/b}").apply(object);

    assertThat(copied.mapping("env").get("b")).isEqualTo(Text.secret("hunter2"));
  }

  @Test
  void everyOperationThatIsNoneIsTold() {
    assertThatThrownBy(
            () ->
                patch(
                    "{op: ad, path: /a, value: 1}",
                    "{op: add, path: a.b, value: 1}",
                    "{op: add, path: /a}",
                    "{op: move, path: /a}",
                    "{path: /a}",
                    "{op: add, path: /a~b, value: 1}",
                    "{op: replace, path: 3, value: 1}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            String.join(
                "\n",
                List.of(
                    "operation 1: 'ad' is no operation. Did you mean 'add'?",
                    "operation 2: 'a.b' is no JSON pointer. Begin with '/' and put '/' between"
                        + " keys: '/a/b'.",
                    "operation 3: The operation 'add' has no value. Say which, if only null.",
                    "operation 4: The operation has no 'from'. Every operation has op and path,"
                        + " move and copy also from.",
                    "operation 5: The operation has no 'op'. Every operation has op and path,"
                        + " move and copy also from.",
                    "operation 6: '/a~b' is no JSON pointer: a '~' stands in it by itself. Write"
                        + " '~0' for '~' and '~1' for a '/' within a key.",
                    "operation 7: 'path' is no string. Every operation has op and path, move and"
                        + " copy also from.")));
  }

  @Test
  void anOperationIsAMap() {
    assertThatThrownBy(() -> Patch.json(mapping("ops: [add]").seq("ops")))
        .hasMessage(
            "operation 1: An operation is a map, not a string. Write it as {op: replace, path:"
                + " /spec/replicas, value: 3}.");
  }

  @ParameterizedTest
  @CsvSource({"''", "/", "/a", "/a/b/0", "/x.io~1y/~0~1", "/ ", "/a//b"})
  void pointersAreWrittenAsTheyWereRead(String written) {
    assertThat(JsonPointer.parse(written)).hasToString(written);
  }

  private static Patch patch(String... operations) {
    return Patch.json(mapping("ops: [" + String.join(", ", operations) + "]").seq("ops"));
  }
}
