package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Environment files that cannot be worked with, each with all that the command says of it. */
class BrokenEnvironmentsTest {
  private static final Path BROKEN = Path.of("src/test/resources/environments/broken");

  /** One byte more than is read: 64 MiB. */
  private static final int TOO_LARGE = (64 << 20) + 1;

  @TempDir Path folder;

  @BeforeEach
  void putTheFilesWhereTheyAreRead() throws IOException {
    try (Stream<Path> files = Files.list(BROKEN)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".yaml")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    // No file, for who may do anything may read any file.
    Files.createDirectory(folder.resolve("12-unreadable.yaml"));
  }

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(BROKEN)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.substring(0, name.length() - ".txt".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void isRefusedWithEverythingThatIsWrongAndNothingIsWritten(String name) throws IOException {
    refuse(name);
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  void theMachinesLocaleChangesNoMessage() throws IOException {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
      for (String name : names().toList()) {
        refuse(name);
      }
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void severalFilesAreRefusedInOneRun() throws IOException {
    Command.Outcome outcome = run("-f", "05-bad-reference.yaml", "-f", "23-unquoted-version.yaml");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            problems("05-bad-reference")
                + problems("23-unquoted-version")
                + "\n3 problems; nothing was written.\n");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** Which the system refuses to everybody. */
  @Test
  void aLinkThatLeadsToItselfCannotBeRead() throws IOException {
    Files.createSymbolicLink(folder.resolve("circle.yaml"), Path.of("circle.yaml"));

    Command.Outcome outcome = run("-f", "circle.yaml");

    assertThat(outcome.err())
        .startsWith(
            "circle.yaml:1:1: The file 'circle.yaml' cannot be read: Too many levels of symbolic"
                + " links")
        .endsWith(
            """
                See that it is a file that you may read.

            1 problem; nothing was written.
            """);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void manyKindsOfMistakesAreCoveredAndSeveralAtOnce() throws IOException {
    List<String> texts = names().map(BrokenEnvironmentsTest::expected).toList();

    assertThat(texts).hasSizeGreaterThanOrEqualTo(20);
    assertThat(texts.stream().filter(text -> text.contains(" problems; "))).hasSizeGreaterThan(5);
  }

  private void refuse(String name) throws IOException {
    if (name.equals("11-too-large")) {
      writeTooLarge(folder.resolve(name + ".yaml"));
    }

    Command.Outcome outcome = run("-f", name + ".yaml");

    assertThat(outcome.err()).isEqualTo(expected(name));
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private Command.Outcome run(String... files) {
    String[] args =
        Stream.of(new String[] {"synth", "-o", "out"}, files)
            .flatMap(Arrays::stream)
            .toArray(String[]::new);
    return Shipped.run(folder, Map.of(), args);
  }

  private static void writeTooLarge(Path file) throws IOException {
    byte[] comment = "# more of this\n".repeat(4096).getBytes(UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int written = 0; written < TOO_LARGE; written += comment.length) {
        out.write(comment);
      }
    }
  }

  private static String expected(String name) {
    try {
      return Files.readString(BROKEN.resolve(name + ".txt"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What is said of the problems, without the line that counts them. */
  private static String problems(String name) {
    return Pattern.compile("\n[0-9]+ problems?; nothing was written.\n$")
        .matcher(expected(name))
        .replaceFirst("");
  }
}
