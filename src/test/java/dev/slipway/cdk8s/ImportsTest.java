package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.Cdk8sCli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The typed classes of {@code crds/}, for apps that want them beside our constructs. */
class ImportsTest {
  private static final Path SHIPPED = Path.of("imports");

  /** Made again by {@code tools/imports.sh}; without its npm packages the test fails. */
  @Test
  void theyAreWhatThePinnedCliMakesOfTheDefinitions(@TempDir Path made) throws IOException {
    Cdk8sCli.imports(made);

    Map<String, String> shipped = files(SHIPPED);
    assertThat(shipped).isNotEmpty();
    assertThat(files(made))
        .as("imports/ is not what tools/imports.sh makes; run it and look at what changed")
        .isEqualTo(shipped);
  }

  @Test
  void theProjectFileNamesEveryDefinition() throws IOException {
    assertThat(document(Path.of("cdk8s.yaml")).get("imports"))
        .isEqualTo(definitions().stream().map(Path::toString).toList());
  }

  /** The CLI writes the classes of a group over those of the same group in another file. */
  @Test
  void everyGroupHasOneFile() throws IOException {
    List<Object> groups =
        definitions().stream()
            .map(file -> ((Map<?, ?>) document(file).get("spec")).get("group"))
            .<Object>map(group -> group)
            .toList();

    assertThat(groups).isNotEmpty().doesNotHaveDuplicates();
  }

  private static List<Path> definitions() throws IOException {
    try (var files = Files.list(Path.of("crds"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Map<?, ?> document(Path file) {
    try {
      return (Map<?, ?>)
          new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file of a folder and its bytes, as characters. */
  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
