package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.cdk8s.App;
import org.cdk8s.AppProps;
import org.cdk8s.Chart;
import org.cdk8s.Testing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.constructs.IValidation;

/** The half of the door that runs in Node.js, and the module as which jsii loads it. */
class TreeSideTest {
  private static final Path SOURCES = Path.of("src/main/node");
  private static final Path BUNDLE =
      Path.of("src/main/resources/dev/slipway/cdk8s", TreeSideModule.BUNDLE);

  /** A tar is made of blocks of this size: one of description, then the file's own. */
  private static final int BLOCK = 512;

  @Test
  void theModuleThatIsShippedIsItsSources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (var files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        sources.put("package/" + file.getFileName(), Files.readString(file));
      }
    }
    Map<String, String> shipped = unpacked();
    if (Boolean.getBoolean("slipway.update") && !shipped.equals(sources)) {
      Files.write(BUNDLE, packed(sources));
    }

    assertThat(sources).containsKeys("package/package.json", "package/.jsii", "package/index.js");
    assertThat(shipped)
        .as("%s is not what %s holds; -Dslipway.update=true packs it", BUNDLE, SOURCES)
        .isEqualTo(sources);
  }

  @Test
  void itsVersionIsOneEverywhere() throws IOException {
    String version = "\"version\": \"" + TreeSideModule.VERSION + "\"";

    assertThat(Files.readString(SOURCES.resolve("package.json"))).contains(version);
    assertThat(Files.readString(SOURCES.resolve(".jsii"))).contains(version);
    assertThat(Files.readString(SOURCES.resolve("index.js")))
        .contains("version: \"" + TreeSideModule.VERSION + "\"");
  }

  @Test
  void anObjectIsLeftAsItIs() {
    Mapping body =
        Mapping.builder()
            .put("apiVersion", "example.com/v1")
            .put("kind", "Odd")
            .put(
                "metadata",
                Mapping.builder()
                    .put("name", "odd")
                    .put("finalizers", Seq.of(Text.of("example.com/keep")))
                    .put("generation", 7)
                    .build())
            .put("priority", Scalar.NULL)
            .put("zeta/~", Mapping.builder().put("b", Seq.EMPTY).put("a", Mapping.EMPTY).build())
            .put("ratio", Scalar.of(0.5))
            .put("text", "{\"quoted\": \u2028}")
            .put("alpha", Seq.of(Scalar.NULL, Scalar.FALSE, Text.of("0x1F")))
            .build();
    Chart chart = Testing.chart();

    TreeSide.add(chart, Map.of("Odd-odd", Manifest.of(body, Origin.of("test"))));

    assertThat(TreeSide.read(chart, true))
        .hasValue(List.of(new AppObject("test/Odd-odd", Mapping.EMPTY, body)));
  }

  @Test
  void anAppIsReadOnceASynthAndAgainInTheNext(@TempDir Path out) {
    App app = new App(AppProps.builder().outdir(out.toString()).build());
    Chart chart = new Chart(app, "one");
    new Chart(app, "two");
    ClusterConstruct place =
        new ClusterConstruct(
            chart,
            "cluster",
            Cluster.builder("test").kubernetes("1.34").build(),
            ClusterProps.builder().scope(CheckScope.NONE).build());
    List<Boolean> read = new ArrayList<>();
    IValidation asks =
        () -> {
          read.add(TreeSide.read(place, true).isPresent());
          return List.of();
        };
    app.getNode().addValidation(asks);

    app.synth();
    app.synth();

    // The app is validated once, and once more for each of its charts.
    assertThat(read).containsExactly(true, false, false, true, false, false);
  }

  /** The files of the module, as a tar holds them. */
  private static Map<String, String> unpacked() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (InputStream bundle = Files.newInputStream(BUNDLE);
        GZIPInputStream tar = new GZIPInputStream(bundle)) {
      for (byte[] head = tar.readNBytes(BLOCK);
          head.length == BLOCK && head[0] != 0;
          head = tar.readNBytes(BLOCK)) {
        int size = Integer.parseInt(field(head, 124, 12).strip(), 8);
        files.put(field(head, 0, 100), new String(tar.readNBytes(size), StandardCharsets.UTF_8));
        tar.skipNBytes(padding(size));
      }
    }
    return files;
  }

  /** The same files make the same bytes, wherever and whenever they are packed. */
  private static byte[] packed(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream tar = new GZIPOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
        tar.write(head(file.getKey(), content.length));
        tar.write(content);
        tar.write(new byte[padding(content.length)]);
      }
      tar.write(new byte[2 * BLOCK]);
    }
    return bytes.toByteArray();
  }

  private static byte[] head(String name, int size) {
    byte[] head = new byte[BLOCK];
    put(head, 0, name);
    put(head, 100, "0000644\0");
    put(head, 108, "0000000\0");
    put(head, 116, "0000000\0");
    put(head, 124, "%011o\0".formatted(size));
    put(head, 136, "00000000000\0");
    put(head, 148, "        ");
    put(head, 156, "0");
    put(head, 257, "ustar\00000");
    int sum = 0;
    for (byte b : head) {
      sum += b;
    }
    put(head, 148, "%06o\0 ".formatted(sum));
    return head;
  }

  private static void put(byte[] head, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, head, at, bytes.length);
  }

  private static String field(byte[] head, int at, int length) {
    String text = new String(head, at, length, StandardCharsets.US_ASCII);
    int end = text.indexOf('\0');
    return Objects.requireNonNull(end < 0 ? text : text.substring(0, end));
  }

  private static int padding(int size) {
    return (BLOCK - size % BLOCK) % BLOCK;
  }
}
