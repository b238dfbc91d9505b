package dev.slipway.testing;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.PlainValues;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Trees from the YAML of a test's expectation. */
public final class YamlText {
  private YamlText() {}

  /** The one mapping that a document is. */
  public static Mapping mapping(String yaml) {
    return documents(yaml).get(0);
  }

  /** The mappings of a stream of documents. */
  public static List<Mapping> documents(String yaml) {
    List<Mapping> documents = new ArrayList<>();
    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
      documents.add((Mapping) PlainValues.toNode(document));
    }
    return documents;
  }
}
