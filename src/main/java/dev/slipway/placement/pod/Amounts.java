package dev.slipway.placement.pod;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Amounts by resource name while they are added up: CPU in thousandths, all else in units. */
final class Amounts {
  static final String CPU = "cpu";
  static final String MEMORY = "memory";
  static final String EPHEMERAL_STORAGE = "ephemeral-storage";

  private final Map<String, Long> byName;

  private Amounts(Map<String, Long> byName) {
    this.byName = byName;
  }

  static Amounts none() {
    return new Amounts(new TreeMap<>());
  }

  static Amounts of(Mapping written, Parser parser) {
    Amounts amounts = none();
    written.forEach((name, node) -> amounts.byName.put(name, parser.amount(name, node)));
    return amounts;
  }

  Amounts copy() {
    return new Amounts(new TreeMap<>(byName));
  }

  Map<String, Long> asMap() {
    return byName;
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  long get(String name) {
    return byName.getOrDefault(name, 0L);
  }

  void put(String name, long amount) {
    byName.put(name, amount);
  }

  void putMissing(Amounts defaults) {
    defaults.byName.forEach(byName::putIfAbsent);
  }

  void add(Amounts more) {
    more.byName.forEach((name, amount) -> byName.merge(name, amount, Requests::plus));
  }

  void raiseTo(Amounts least) {
    least.byName.forEach((name, amount) -> byName.merge(name, amount, Math::max));
  }

  Requests toRequests() {
    Map<String, Long> extended = new TreeMap<>();
    byName.forEach(
        (name, amount) -> {
          if (amount > 0 && (name.indexOf('/') > 0 || name.startsWith("hugepages-"))) {
            extended.put(name, amount);
          }
        });
    return new Requests(get(CPU), get(MEMORY), get(EPHEMERAL_STORAGE), extended);
  }

  /** Reads quantities, each writing of one once. */
  static final class Parser {
    private final Map<String, Long> units = new HashMap<>();
    private final Map<String, Long> thousandths = new HashMap<>();

    /** The amount that a manifest writes; 0 for what is no quantity, or a negative one. */
    long amount(String resource, @Nullable Node node) {
      @Nullable String written =
          node instanceof Text text
              ? text.value()
              : node instanceof Scalar scalar ? scalar.toString() : null;
      if (written == null) {
        return 0;
      }
      boolean milli = resource.equals(CPU);
      Map<String, Long> known = milli ? thousandths : units;
      @Nullable Long amount = known.get(written);
      if (amount == null) {
        @Nullable Quantity quantity = Quantity.parse(written);
        amount =
            quantity == null ? 0L : Math.max(0, milli ? quantity.milliValue() : quantity.value());
        known.put(written, amount);
      }
      return amount;
    }
  }
}
