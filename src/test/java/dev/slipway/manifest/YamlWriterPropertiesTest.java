package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever is written, snakeyaml-engine (YAML 1.2) reads back. */
class YamlWriterPropertiesTest {
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  @Property(tries = 3000)
  void anyTreeIsReadBackIdentically(@ForAll("nodes") Node tree) {
    String yaml = YamlWriter.write(tree);
    assertThat(read(yaml)).as(yaml).isEqualTo(List.of(wrap(Trees.plain(tree))));
  }

  @Property(tries = 3000)
  void anyStringIsReadBackIdenticallyAsKeyValueAndItem(@ForAll("strings") String text) {
    Mapping tree =
        Mapping.of(text, Seq.of(Text.of(text), Mapping.of("nested", text), Text.of("end")));
    String yaml = YamlWriter.write(tree);
    assertThat(read(yaml)).as(yaml).isEqualTo(List.of(wrap(Trees.plain(tree))));
  }

  @Property(tries = 300)
  void aStreamIsReadBackDocumentByDocument(@ForAll("streams") List<Mapping> bodies) {
    List<Manifest> manifests = new ArrayList<>();
    for (Mapping body : bodies) {
      manifests.add(
          Manifest.of(
              Mapping.builder()
                  .put("apiVersion", "example.com/v1")
                  .put("kind", "Tree")
                  .put("metadata", Mapping.of("name", "tree"))
                  .put("spec", body)
                  .build(),
              Origin.of("a test")));
    }
    String yaml = YamlWriter.write(manifests);
    assertThat(read(yaml))
        .as(yaml)
        .isEqualTo(manifests.stream().map(manifest -> wrap(Trees.plain(manifest.body()))).toList());
  }

  @Provide
  Arbitrary<Node> nodes() {
    return Trees.nodes();
  }

  @Provide
  Arbitrary<String> strings() {
    return Trees.strings();
  }

  @Provide
  Arbitrary<List<Mapping>> streams() {
    return Trees.mappings().list().ofMaxSize(4);
  }

  private static List<Object> read(String yaml) {
    List<Object> documents = new ArrayList<>();
    new Load(SETTINGS).loadAllFromString(yaml).forEach(read -> documents.add(wrap(widen(read))));
    return documents;
  }

  /** Lists in which null may stand. */
  private static Object wrap(@Nullable Object value) {
    return java.util.Optional.ofNullable(value);
  }

  private static @Nullable Object widen(@Nullable Object read) {
    if (read instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> widened = new LinkedHashMap<>();
      map.forEach((key, value) -> widened.put(key, widen(value)));
      return widened;
    }
    if (read instanceof List<?> list) {
      List<@Nullable Object> widened = new ArrayList<>();
      list.forEach(item -> widened.add(widen(item)));
      return widened;
    }
    if (read instanceof Integer || read instanceof Long) {
      return BigInteger.valueOf(((Number) read).longValue());
    }
    return read;
  }
}
