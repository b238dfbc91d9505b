package dev.slipway.definition;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A small model with one field of every kind: a yard with docks, and the ships in them. */
record Yard(
    String name,
    Flag flag,
    List<Dock> docks,
    Optional<String> mainDock,
    Optional<Text> gateCode,
    Duration tide,
    boolean open,
    List<Key> keys,
    Mapping extra) {

  enum Flag {
    NORTH,
    SOUTH
  }

  record Size(Quantity cores, Quantity memory) {}

  record Dock(String name, int berths, Size size, Map<String, String> labels, List<String> gates) {
    static Builder builder(String name) {
      return new Builder(name);
    }

    /** Refuses docks without berths for their gates, and gates called "back". */
    static final class Builder {
      private final String name;
      private final Map<String, String> labels = new LinkedHashMap<>();
      private final List<String> gates = new ArrayList<>();
      private int berths = BERTHS.defaultValue();
      private @Nullable Size size;

      private Builder(String name) {
        this.name = name;
      }

      Builder berths(int number) {
        berths = number;
        return this;
      }

      Builder size(Size given) {
        size = given;
        return this;
      }

      Builder labels(Map<String, String> more) {
        labels.putAll(more);
        return this;
      }

      Builder gates(List<String> more) {
        if (more.contains("back")) {
          throw new InvalidInputException(
              Problem.of("Dock '" + name + "' has a gate 'back'.", "Docks open to the front."));
        }
        gates.addAll(more);
        return this;
      }

      Dock build() {
        Problems problems = new Problems();
        if (gates.size() > berths) {
          problems.add(
              Problem.of("There are more gates than berths.", "Give it more berths.").in("berths"));
          problems.add("A dock needs fewer gates than berths.", "Remove some gates.");
        }
        problems.throwIfAny();
        return new Dock(name, berths, size == null ? SMALL : size, labels, gates);
      }
    }
  }

  sealed interface Key permits Held, Lent {}

  record Held(String drawer) implements Key {}

  record Lent(String to, int days) implements Key {}

  static final Size SMALL = new Size(Quantity.of("1"), Quantity.of("1Gi"));

  static final Field<Quantity> CORES =
      Field.required("cores", Type.cpu(), "How many cores it has.").example("500m");
  static final Field<Quantity> MEMORY =
      Field.required("memory", Type.bytes(), "How much memory it has.").example("2Gi");

  static final Definition<Size> SIZE =
      Definition.of("size", "How large a dock is.")
          .fields(CORES, MEMORY)
          .building(given -> new Size(given.get(CORES), given.get(MEMORY)));

  static final Field<String> DOCK_NAME =
      Field.required("name", Type.name("dock", Format.DNS_LABEL), "What the dock is called.")
          .example("north");
  static final Field<Integer> BERTHS =
      Field.optional("berths", Type.integer(1, 10), "How many ships fit in.")
          .byDefault(2)
          .example("3");
  static final Field<Size> DOCK_SIZE =
      Field.optional(
              "size", Type.string().as(Yard::sizeNamed).or(Type.object(() -> SIZE)), "How large.")
          .byDefaultIs("small")
          .example("small");
  static final Field<Map<String, String>> LABELS =
      Field.optional(
              "labels",
              Type.mapOf(Format.LABEL_KEY, Type.string().orEmpty()),
              "What it is marked with.")
          .example("{team: a}");
  static final Field<List<String>> GATES =
      Field.optional("gates", Type.oneOrMany(Type.string()), "Where it opens.")
          .example("[left, right]");

  static final Definition<Dock> DOCK =
      Definition.of("dock", "Where ships lie.")
          .builder(DOCK_NAME, Dock::builder)
          .with(BERTHS, Dock.Builder::berths)
          .with(DOCK_SIZE, Dock.Builder::size)
          .with(LABELS, Dock.Builder::labels)
          .with(GATES, Dock.Builder::gates)
          .building(Dock.Builder::build);

  static final Field<String> DRAWER =
      Field.required("drawer", Type.string(), "Where it lies.").example("top");
  static final Field<String> LENT_TO =
      Field.required("lentTo", Type.string(), "Who has it.").example("jo");
  static final Field<Integer> DAYS =
      Field.optional("days", Type.integerFrom(1), "For how long.").byDefault(7).example("14");

  static final Definition<Held> HELD =
      Definition.of("held key", "A key in a drawer.")
          .fields(DRAWER)
          .building(given -> new Held(given.get(DRAWER)));
  static final Definition<Lent> LENT =
      Definition.of("lent key", "A key that somebody has.")
          .fields(LENT_TO, DAYS)
          .building(given -> new Lent(given.get(LENT_TO), given.get(DAYS)));

  static final Field<String> NAME =
      Field.required("name", Type.string().of(Format.DNS_LABEL), "What the yard is called.")
          .example("home");
  static final Field<Flag> FLAG =
      Field.optional(
              "flag",
              Type.oneOf(
                  Choice.of("north", Flag.NORTH, "blue"), Choice.of("south", Flag.SOUTH, "red")),
              "Under which flag it is.")
          .byDefault(Flag.NORTH)
          .example("south");
  static final Field<List<Dock>> DOCKS =
      Field.required("docks", Type.someOf(Type.object(() -> DOCK)), "The docks.")
          .example("- name: north\n  berths: 3\n- name: south");
  static final Field<String> MAIN_DOCK =
      Field.optional("mainDock", Type.reference("dock"), "The dock that is meant by default.")
          .example("north");
  static final Field<Text> GATE_CODE =
      Field.optional("gateCode", Type.text(), "What opens the gate.").example("${env:GATE}");
  static final Field<Duration> TIDE =
      Field.optional("tide", Type.duration(), "How long the tide lasts.")
          .byDefault(Duration.ofMinutes(90))
          .example("2h");
  static final Field<Boolean> OPEN =
      Field.optional("open", Type.bool(), "Whether strangers may come in.")
          .byDefault(false)
          .example("true")
          .since("0.2");
  static final Field<List<Key>> KEYS =
      Field.optional(
              "keys",
              Type.listOf(
                  Type.<Key>variant(
                      "key", Variant.of("drawer", () -> HELD), Variant.of("lentTo", () -> LENT))),
              "The keys of the gate.")
          .example("[{drawer: top}, {lentTo: jo, days: 3}]");
  static final Field<Mapping> EXTRA =
      Field.optional("extra", Type.mapping(), "Anything else.").example("{sign: {color: red}}");
  static final Field<String> BOSS =
      Field.optional("boss", Type.string(), "Who is in charge.")
          .example("jo")
          .deprecated("Say it under 'extra'.");

  static final Definition<Yard> YARD =
      Definition.of("yard", "A place where ships are built.")
          .fields(NAME, FLAG, DOCKS, MAIN_DOCK, GATE_CODE, TIDE, OPEN, KEYS, EXTRA, BOSS)
          .building(
              given ->
                  new Yard(
                      given.get(NAME),
                      given.get(FLAG),
                      given.get(DOCKS),
                      given.find(MAIN_DOCK),
                      given.find(GATE_CODE),
                      given.get(TIDE),
                      given.get(OPEN),
                      given.get(KEYS, List.of()),
                      given.get(EXTRA, Mapping.EMPTY)));

  private static Size sizeNamed(String name) {
    if (name.equals("small")) {
      return SMALL;
    }
    throw new InvalidInputException(
        Problem.of("There is no size '" + name + "'.", "Write 'small', or cores and memory."));
  }
}
