package dev.slipway.catalog.hyperbytedb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Text;
import dev.slipway.testing.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The Javadoc of each setting names it, its unit, default, bounds and words, as the definition
 * does.
 */
class JavadocOfSettingsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/slipway/catalog/hyperbytedb");
  private static final Path DEFINITION =
      Path.of("crds/hyperbytedbclusters.hyperbytedb.hyperbyte.cloud.yaml");
  private static final Pattern DOCUMENTED =
      Pattern.compile(
          "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public (?:static )?final Setting<", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\{@code ([\\w.]+)}");

  /** How the name of a setting tells its unit, and how people say that. */
  private static final Map<String, String> UNITS =
      Map.of("Secs", "in seconds", "Ms", "in milliseconds", "Mb", "in MB", "Bytes", "in bytes");

  /** Javadoc by the setting's name; that of TLS is written once for both. */
  private static Map<String, String> documented() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.sorted().toList()) {
        Matcher matcher = DOCUMENTED.matcher(Files.readString(file));
        while (matcher.find()) {
          String doc = matcher.group(1).replaceAll("\\s*\\n\\s*\\* ?", " ").strip();
          Matcher name = NAME.matcher(doc);
          assertThat(name.find()).as(doc).isTrue();
          if (file.endsWith("TlsPart.java")) {
            all.put("server.tls." + name.group(1), doc);
            all.put("cluster.tls." + name.group(1), doc);
          } else {
            all.put(name.group(1), doc);
          }
        }
      }
    }
    return all;
  }

  @Test
  void everySettingIsDocumentedByItsName() throws IOException {
    assertThat(documented().keySet())
        .containsExactlyInAnyOrderElementsOf(Spec.settings().stream().map(Setting::name).toList());
  }

  @Test
  void theDocumentationSaysWhatTheDefinitionDoes() throws IOException {
    Map<String, Mapping> fields = new LinkedHashMap<>();
    Mapping version =
        (Mapping)
            YamlText.mapping(Files.readString(DEFINITION)).mapping("spec").seq("versions").get(0);
    collect(
        version.mapping("schema").mapping("openAPIV3Schema").mapping("properties").mapping("spec"),
        "",
        fields);

    documented()
        .forEach(
            (name, doc) -> {
              UNITS.forEach(
                  (ending, unit) -> {
                    if (name.endsWith(ending)) {
                      assertThat(doc).as(name).contains(unit);
                    }
                  });
              Mapping field = fields.getOrDefault(name, Mapping.EMPTY);
              @Nullable Node usual = field.get("default");
              if (usual != null) {
                assertThat(doc).as(name).contains(plain(usual), "unless set");
              }
              field.seq("enum").forEach(word -> assertThat(doc).as(name).contains(plain(word)));
              @Nullable Long least = field.integer("minimum");
              @Nullable Long most = field.integer("maximum");
              if (least != null) {
                assertThat(doc)
                    .as(name)
                    .contains(most == null ? least + " or more" : least + " to " + most);
              }
            });
  }

  private static String plain(Node node) {
    return node instanceof Text text ? text.known().orElseThrow() : node.toString();
  }

  private static void collect(Mapping schema, String path, Map<String, Mapping> fields) {
    schema
        .mapping("properties")
        .forEach(
            (name, field) -> {
              String full = path.isEmpty() ? name : path + "." + name;
              fields.put(full, (Mapping) field);
              collect((Mapping) field, full, fields);
            });
  }
}
