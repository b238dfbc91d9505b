package dev.slipway.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskInputsTest {
  @TempDir Path directory;
  private DiskInputs inputs;

  @BeforeEach
  void lookIntoTheFolder() {
    inputs = new DiskInputs(directory, Map.of("HOME", "/home/me", "EMPTY", ""));
  }

  @Test
  void namesAreRelativeToTheFolder() throws IOException {
    Files.createDirectories(directory.resolve("Umgebungen für alle"));
    Path file = Files.writeString(directory.resolve("Umgebungen für alle/größer.yaml"), "größer");

    assertThat(inputs.read("Umgebungen für alle/größer.yaml", 100))
        .isEqualTo("größer".getBytes(UTF_8));
    assertThat(inputs.read(file.toString(), 100)).isEqualTo("größer".getBytes(UTF_8));
  }

  @Test
  void noMoreIsReadThanShowsThatThereIsMore() throws IOException {
    Files.writeString(directory.resolve("x"), "0123456789");

    assertThat(inputs.read("x", 4)).isEqualTo("01234".getBytes(UTF_8));
    assertThat(inputs.read("x", 10)).hasSize(10);
  }

  @Test
  void whatCannotBeReadSaysWhy() throws IOException {
    Files.writeString(directory.resolve("file"), "");
    Files.createSymbolicLink(directory.resolve("loop"), Path.of("loop"));

    assertThatThrownBy(() -> inputs.read("missing.yaml", 1))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("missing.yaml");
    assertThatThrownBy(() -> inputs.read("", 1)).hasMessage("it is a folder");
    assertThatThrownBy(() -> inputs.read("file/below", 1)).hasMessage("Not a directory");
    assertThatThrownBy(() -> inputs.read("a\0b", 1))
        .hasMessage("it is not a file's name: Nul character not allowed");
    assertThatThrownBy(() -> inputs.read("loop", 1)).hasMessageContaining("symbolic links");
  }

  @Test
  void aVariableThatIsEmptyIsSet() {
    assertThat(inputs.variable("HOME")).contains("/home/me");
    assertThat(inputs.variable("EMPTY")).contains("");
    assertThat(inputs.variable("ABSENT")).isEmpty();
  }
}
