package dev.slipway.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.Failures;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlReader;
import dev.slipway.manifest.YamlScalar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionTest {

  /** Knows one variable, GATE, whose value is a secret. */
  private static final Interpolation OUTSIDE =
      new Interpolation() {
        @Override
        public boolean asks(String written) {
          return written.contains("${env:");
        }

        @Override
        public Text text(YamlScalar scalar, Consumer<Problem> problems) {
          return scalar.text().equals("${env:GATE}") ? Text.secret("1234") : Text.of(scalar.text());
        }
      };

  @Test
  void everyFieldBecomesWhatItsTypeSays() {
    Yard yard =
        read(
            """
            name: home
            flag: south
            docks:
              - name: north
                berths: 3
                size: {cores: 0.5, memory: 512Mi}
                labels: {team: a, empty: ""}
                gates: [left, right]
              - {name: south, gates: left, size: small}
            mainDock: south
            gateCode: ${env:GATE}
            tide: 1h30m5s
            open: true
            keys: [{drawer: top}, {lentTo: jo, days: 3}]
            extra: {a: [1, true, null, "x"]}
            """);

    assertThat(yard)
        .isEqualTo(
            new Yard(
                "home",
                Yard.Flag.SOUTH,
                List.of(
                    new Yard.Dock(
                        "north",
                        3,
                        new Yard.Size(Quantity.of("500m"), Quantity.of("512Mi")),
                        Map.of("team", "a", "empty", ""),
                        List.of("left", "right")),
                    new Yard.Dock("south", 2, Yard.SMALL, Map.of(), List.of("left"))),
                Optional.of("south"),
                Optional.of(Text.secret("1234")),
                Duration.ofSeconds(5405),
                true,
                List.of(new Yard.Held("top"), new Yard.Lent("jo", 3)),
                Mapping.of(
                    "a",
                    dev.slipway.manifest.Seq.of(
                        Scalar.of(1), Scalar.TRUE, Scalar.NULL, Text.of("x")))));
  }

  @Test
  void whatIsLeftOutTakesItsDefault() {
    Yard yard = read("name: home\ndocks: [{name: a}]\n");

    assertThat(yard.flag()).isEqualTo(Yard.Flag.NORTH);
    assertThat(yard.tide()).isEqualTo(Duration.ofMinutes(90));
    assertThat(yard.open()).isFalse();
    assertThat(yard.docks().get(0).berths()).isEqualTo(2);
  }

  static List<Arguments> broken() {
    return List.of(
        broken(
            "[a]",
            "f:1:1: The file must be a map that describes a yard, but is a list. Write such a"
                + " value."),
        broken(
            "nmae: home\ndocks: [{name: a}]",
            "f:1:1: A yard has no field 'nmae'. Did you mean 'name'?"),
        broken(
            "name: home\ndocks: [{name: a, colour: red}]",
            "f:2:19: A dock has no field 'colour'. It can have 'name', 'berths', 'size', 'labels'"
                + " and 'gates'."),
        broken("name: home", "f:1:1: This yard has no 'docks'. Add it."),
        broken("name: home\ndocks: []", "f:2:8: 'docks' is empty. Give it one item or more."),
        broken(
            "name: 12\ndocks: [{name: a}]",
            "f:1:7: 'name' must be a DNS label, but is 12. Put it in quotes."),
        broken(
            "name: Home\ndocks: [{name: a}]",
            "f:1:7: 'name' is 'Home', which may only have lower-case letters, digits and '-',"
                + " beginning and ending with a letter or digit. Write, for example, 'name:"
                + " home'."),
        broken(
            "name: ''\ndocks: [{name: a}]",
            "f:1:7: 'name' is empty. Write, for example, 'name: home'."),
        broken(
            "name:\ndocks: [{name: a}]",
            "f:1:6: 'name' must be a DNS label, but is null. Give it a value, or leave it out."),
        broken(
            "name: home\ndocks: [{name: a, berths: 11}]",
            "f:2:27: 'berths' must be an integer from 1 to 10, but is 11. Write, for example,"
                + " 'berths: 3'."),
        broken(
            "name: home\ndocks: [{name: a, berths: '3'}]",
            "f:2:27: 'berths' must be an integer from 1 to 10, but is '3'. Remove the quotes."),
        broken(
            "name: home\ndocks: [{name: a, berths: 2.5}]",
            "f:2:27: 'berths' must be an integer from 1 to 10, but is 2.5. Write, for example,"
                + " 'berths: 3'."),
        broken(
            "name: home\ndocks: [{name: a}]\nflag: sooth",
            "f:3:7: 'flag' must be 'north' or 'south', but is 'sooth'. Did you mean 'south'?"),
        broken(
            "name: home\ndocks: [{name: a}]\nflag: west",
            "f:3:7: 'flag' must be 'north' or 'south', but is 'west'. Write, for example, 'flag:"
                + " south'."),
        broken(
            "name: home\ndocks: [{name: a}]\ntide: 30",
            "f:3:7: 'tide' must be a duration such as '500ms', '30s' or '1h30m', but is 30. Did"
                + " you mean '30s'?"),
        broken(
            "name: home\ndocks: [{name: a}]\ntide: -2 days",
            "f:3:7: 'tide' must be a duration such as '500ms', '30s' or '1h30m', but is '-2 days'."
                + " Did you mean '48h'?"),
        broken(
            "name: home\ndocks: [{name: a}]\nopen: yes",
            "f:3:7: 'open' must be true or false, but is 'yes'. Did you mean 'true'?"),
        broken(
            "name: home\ndocks: [{name: a, size: {cores: 2Gi, memory: 512m}}]",
            "f:2:33: 'cores' must be a number of CPU cores such as '2', '0.5' or '500m', but is"
                + " '2Gi'. Write, for example, 'cores: 500m'.",
            "f:2:46: 'memory' must be a size with its unit such as '512Mi' or '1.5Gi', but is"
                + " '512m'. Did you mean '512M'?"),
        broken(
            "name: home\ndocks: [{name: a, size: {cores: 500 millicores, memory: 2 GiB}}]",
            "f:2:33: 'cores' must be a number of CPU cores such as '2', '0.5' or '500m', but is"
                + " '500 millicores'. Did you mean '500m'?",
            "f:2:57: 'memory' must be a size with its unit such as '512Mi' or '1.5Gi', but is '2"
                + " GiB'. Did you mean '2Gi'?"),
        broken(
            "name: home\ndocks: [{name: a, size: {cores: 2, memory: 8}}]",
            "f:2:44: 'memory' must be a size with its unit such as '512Mi' or '1.5Gi', but is 8."
                + " Write, for example, 'memory: 2Gi'."),
        broken(
            "name: home\ndocks: [{name: a, size: huge}]",
            "f:2:25: There is no size 'huge'. Write 'small', or cores and memory."),
        broken(
            "name: home\ndocks: [{name: a, size: [1]}]",
            "f:2:25: 'size' must be a string or a map that describes a size, but is a list. Write,"
                + " for example, 'size: small'."),
        broken(
            "name: home\ndocks: [{name: a, labels: {'b c': x, d: 1}}]",
            "f:2:28: 'labels' has the key 'b c', which may only have letters, digits, '-', '_' and"
                + " '.', beginning and ending with a letter or digit. Write, for example, 'labels:"
                + " {team: a}'.",
            "f:2:41: 'd' must be a string, but is 1. Put it in quotes."),
        broken(
            "name: home\ndocks: [{name: a, gates: [left, {}]}]",
            "f:2:33: 'gates[1]' must be a string, but is a map. Write, for example, 'gates: [left,"
                + " right]'."),
        broken(
            "name: home\ndocks: [{name: a, gates: back}]",
            "f:2:26: Dock 'a' has a gate 'back'. Docks open to the front."),
        broken(
            "name: home\ndocks:\n  - name: a\n    gates: [x, y]\n    berths: 1",
            "f:5:13: There are more gates than berths. Give it more berths.",
            "f:3:5: A dock needs fewer gates than berths. Remove some gates."),
        broken(
            "name: home\ndocks: [{name: a}, {name: b}, {name: a}]",
            "f:2:38: There is a dock 'a' already, at f:2:16. Give each dock a name of its own."),
        broken(
            "name: home\ndocks: [{name: north}, {name: south}]\nmainDock: nort",
            "f:3:11: 'mainDock' is 'nort', but there is no such dock; there are 'north' and"
                + " 'south'. Did you mean 'north'?"),
        broken(
            "name: home\ndocks: [{name: a}]\nmainDock: west",
            "f:3:11: 'mainDock' is 'west', but there is no such dock; there is 'a'. Name one that"
                + " is there, or add a dock."),
        broken(
            "name: home\ndocks: [{name: a}]\nkeys: [{dawer: top}, {}, {drawer: x, lentTo: jo}]",
            "f:3:9: A key has no field 'dawer'. Did you mean 'drawer'?",
            "f:3:22: This key does not say what kind it is. Give it 'drawer' or 'lentTo'. Write,"
                + " for example, 'keys: [{drawer: top}, {lentTo: jo, days: 3}]'.",
            "f:3:38: This key has 'drawer' and 'lentTo'; it can have only one of them. Remove what"
                + " is not meant."),
        broken(
            "name: home\ndocks: [{name: a}]\nkeys: [{drawer: top, days: 3}]",
            "f:3:22: A held key has no field 'days'. It can have 'drawer'."),
        broken(
            "name: home\ndocks: [{name: a}]\nextra: [a]",
            "f:3:8: 'extra' must be a map of anything, but is a list. Write, for example, 'extra:"
                + " {sign: {color: red}}'."),
        broken(
            "name: ${env:GATE}\ndocks: [{name: a}]",
            "f:1:7: 'name' cannot come from outside of the file. Write the value itself; only"
                + " what goes into a Secret takes ${env:…} and ${file:…}."));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void eachMistakeIsSaidWithItsPlaceAndRemedy(String yaml, List<String> expected) {
    assertThat(Failures.of(() -> read(yaml))).containsExactlyElementsOf(expected);
  }

  @Test
  void allMistakesOfAFileAreSaidAtOnce() {
    String yaml =
        """
        name: Home
        flag: east
        docks:
          - berths: 0
          - {name: b, colour: red}
        mainDock: west
        """;

    assertThat(Failures.of(() -> read(yaml)))
        .containsExactly(
            "f:1:7: 'name' is 'Home', which may only have lower-case letters, digits and '-',"
                + " beginning and ending with a letter or digit. Write, for example, 'name: home'.",
            "f:2:7: 'flag' must be 'north' or 'south', but is 'east'. Write, for example, 'flag:"
                + " south'.",
            "f:4:13: 'berths' must be an integer from 1 to 10, but is 0. Write, for example,"
                + " 'berths: 3'.",
            "f:4:5: This dock has no 'name'. Add it, for example 'name: north'.",
            "f:5:15: A dock has no field 'colour'. It can have 'name', 'berths', 'size', 'labels'"
                + " and 'gates'.",
            "f:6:11: 'mainDock' is 'west', but there is no such dock; there is 'b'. Name one that"
                + " is there, or add a dock.");
  }

  @Test
  void aValueThatMayBeSecretIsNeverQuoted() {
    assertThat(Failures.of(() -> read("name: a\ndocks: [{name: a}]\ngateCode: 4711\n")))
        .containsExactly(
            "f:3:11: 'gateCode' must be a string, but is an integer. Put it in quotes.");
    assertThat(Failures.of(() -> read("name: a\ndocks: [{name: a}]\ngateCode: [hush]\n")))
        .containsExactly(
            "f:3:11: 'gateCode' must be a string, but is a list. Write, for example, 'gateCode:"
                + " ${env:GATE}'.");
  }

  @Test
  void freeTextMayComeFromOutsideAndIsSecretThen() {
    Yard yard = read("name: a\ndocks: [{name: a}]\nextra: {code: [\"${env:GATE}\"]}\n");

    assertThat(yard.extra()).hasToString("{code: [(secret)]}");
  }

  @Test
  void namesFromOutsideOfTheFileCanBeReferredTo() {
    String yaml = "name: a\ndocks: [{name: a}]\nmainDock: far\n";
    Reading reading = Reading.plain().knowing("dock", List.of("far"));

    assertThat(Yard.YARD.read(YamlReader.core().read("f", yaml), reading).mainDock())
        .contains("far");
  }

  @Test
  void aDeprecatedFieldIsNoticed() {
    Reading reading = Reading.plain();
    Yard.YARD.read(YamlReader.core().read("f", "name: a\nboss: jo\ndocks: [{name: a}]\n"), reading);

    assertThat(reading.notices())
        .extracting(Problem::toString)
        .containsExactly("f:2:1: The field 'boss' of a yard is deprecated. Say it under 'extra'.");
  }

  @Test
  void namesOfAScopedKindMayRepeatElsewhere() {
    Field<String> name = Field.required("name", Type.name("room", Format.DNS_LABEL), "Its name.");
    Field<String> next = Field.optional("next", Type.reference("room"), "The next room.");
    Definition<String> room =
        Definition.of("room", "A room.").fields(name, next).building(given -> given.get(name));
    Field<List<String>> rooms =
        Field.required("rooms", Type.listOf(Type.object(() -> room)), "The rooms.");
    Definition<List<String>> house =
        Definition.of("house", "A house.")
            .scope("room")
            .fields(rooms)
            .building(given -> given.get(rooms));
    Field<List<List<String>>> houses =
        Field.required("houses", Type.listOf(Type.object(() -> house)), "The houses.");
    Definition<List<List<String>>> street =
        Definition.of("street", "A street.").fields(houses).building(given -> given.get(houses));

    String yaml =
        """
        houses:
          - rooms: [{name: hall, next: bath}, {name: bath}]
          - rooms: [{name: hall}]
        """;
    assertThat(street.read(YamlReader.core().read("f", yaml)))
        .isEqualTo(List.of(List.of("hall", "bath"), List.of("hall")));

    String wrong = "houses:\n  - rooms: [{name: bath}]\n  - rooms: [{name: hall, next: bath}]\n";
    assertThat(Failures.of(() -> street.read(YamlReader.core().read("f", wrong))))
        .containsExactly(
            "f:3:32: 'next' is 'bath', but there is no such room; there is 'hall'. Name one that is"
                + " there, or add a room.");
  }

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "30s, PT30S",
    "1h30m, PT1H30M",
    "0s, PT0S",
    "1m1s, PT1M1S",
    "90m, PT1H30M"
  })
  void durationsHaveUnits(String written, Duration expected) {
    assertThat(read("name: a\ndocks: [{name: a}]\ntide: " + written).tide()).isEqualTo(expected);
  }

  @Test
  void examplesAndDefaultsAreRight() {
    Examples.areRight(Yard.YARD);
  }

  @Test
  void aDefinitionCannotHaveAFieldTwice() {
    assertThatThrownBy(
            () -> Definition.of("yard", "").fields(Yard.NAME, Yard.DOCK_NAME).building(g -> g))
        .hasMessage("The definition of yard has the field 'name' twice.");
  }

  @Test
  void aBuilderCannotBeginWithWhatMayBeLeftOut() {
    assertThatThrownBy(() -> Definition.of("yard", "").builder(Yard.BERTHS, berths -> berths))
        .hasMessage("A builder cannot begin with 'berths', which may be left out.");
  }

  private static Yard read(String yaml) {
    return Yard.YARD.read(YamlReader.core().read("f", yaml), Reading.with(OUTSIDE));
  }

  private static Arguments broken(String yaml, String... expected) {
    return Arguments.of(yaml, List.of(expected));
  }
}
