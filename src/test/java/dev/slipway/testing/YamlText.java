package dev.slipway.testing;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a test expects, written as YAML. */
public final class YamlText {
  private YamlText() {}

  /** The mapping that one document writes. */
  public static Mapping mapping(String yaml) {
    return (Mapping) node(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }

  /** The mappings that the documents of a stream write. */
  public static List<Mapping> documents(String yaml) {
    List<Mapping> documents = new ArrayList<>();
    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
      documents.add((Mapping) node(document));
    }
    return documents;
  }

  private static Node node(Object value) {
    if (value == null) {
      return Scalar.NULL;
    } else if (value instanceof Map<?, ?> map) {
      Mapping.Builder mapping = Mapping.builder();
      map.forEach((key, item) -> mapping.put((String) key, node(item)));
      return mapping.build();
    } else if (value instanceof List<?> list) {
      return Seq.from(list, YamlText::node);
    } else if (value instanceof Boolean bool) {
      return Scalar.of(bool);
    } else if (value instanceof Double number) {
      return Scalar.of(BigDecimal.valueOf(number));
    } else if (value instanceof Number number) {
      return Scalar.of(new BigInteger(number.toString()));
    }
    return Text.of((String) value);
  }
}
