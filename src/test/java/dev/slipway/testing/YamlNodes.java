package dev.slipway.testing;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the YAML of tests with snakeyaml-engine, past our own reader. */
public final class YamlNodes {
  private YamlNodes() {}

  /** The map that a YAML document is. */
  public static Mapping mapping(String yaml) {
    Load load = new Load(LoadSettings.builder().build());
    return (Mapping) node(load.loadFromString(yaml));
  }

  private static Node node(@Nullable Object value) {
    if (value == null) {
      return Scalar.NULL;
    }
    if (value instanceof Map<?, ?> map) {
      Mapping.Builder mapping = Mapping.builder();
      map.forEach((key, item) -> mapping.put(String.valueOf(key), node(item)));
      return mapping.build();
    }
    if (value instanceof Collection<?> items) {
      return Seq.of(items.stream().map(YamlNodes::node).toList());
    }
    if (value instanceof Boolean bool) {
      return Scalar.of(bool);
    }
    if (value instanceof Double number) {
      return Scalar.of(BigDecimal.valueOf(number));
    }
    return value instanceof Number number
        ? Scalar.of(new BigInteger(number.toString()))
        : Text.of(value.toString());
  }
}
