package dev.slipway.check.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.KubernetesVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The text that comes with Slipway, and what it is made of. */
class SchemaTextTest {
  private static final Path MADE =
      Path.of("src/main/resources/dev/slipway/check/schema/kubernetes.txt");
  private static final Path TOOL = Path.of("tools/api-schema");

  @Test
  void itIsMadeOfTheReleasesThatArePinned() throws IOException, NoSuchAlgorithmException {
    assertThat(Files.readAllLines(MADE).get(0))
        .as("run tools/api-schema.sh and look at what changed")
        .isEqualTo(
            "# Made by tools/api-schema.sh. Kubernetes %s to %s, from %s."
                .formatted(KubernetesVersion.OLDEST, KubernetesVersion.NEWEST, hash()));
  }

  @Test
  void itHasNoReleaseLeftOutBetweenTheOldestAndTheNewest() throws IOException {
    List<String> releases =
        Files.readAllLines(TOOL.resolve("versions.txt")).stream()
            .filter(line -> !line.startsWith("#") && !line.endsWith(" kinds"))
            .map(line -> KubernetesVersion.of(line.substring(0, line.indexOf(' '))).toString())
            .toList();

    assertThat(releases)
        .containsExactlyElementsOf(
            Stream.iterate(KubernetesVersion.OLDEST.minor(), minor -> minor + 1)
                .limit(KubernetesVersion.NEWEST.minor() - KubernetesVersion.OLDEST.minor() + 1L)
                .map(minor -> "1." + minor)
                .toList());
  }

  @Test
  void everyLineIsFoundByItsKey() throws IOException {
    List<String> lines = Files.readAllLines(MADE);

    assertThat(lines.subList(1, lines.size()))
        .allSatisfy(
            line -> {
              String[] parts = line.split("\t", -1);
              String @org.jspecify.annotations.Nullable [] found = SchemaText.get().parts(parts[0]);
              assertThat(found).isNotNull();
              assertThat(List.of(found)).isEqualTo(List.of(parts).subList(1, parts.length));
            });
  }

  @Test
  void whatHasNoLineIsNotFound() {
    assertThat(List.of("", "!", "/app", "/appsx", ":Deploymen", ":Deploymentx", "zzz"))
        .noneMatch(key -> SchemaText.get().has(key));
  }

  @Test
  void everyTypeThatAFieldNamesIsDescribed() throws IOException {
    KubernetesApi api = new KubernetesApi();
    for (String line : Files.readAllLines(MADE)) {
      if (Character.isLetter(line.charAt(0))) {
        for (ApiField field : api.type(line.substring(0, (line + "\t").indexOf('\t'))).fields()) {
          String type = field.type();
          while ("[{~?".indexOf(type.charAt(0)) >= 0) {
            type = type.substring(1);
          }
          if (ApiField.isDefinition(type)) {
            assertThat(api.type(type)).as(line).isNotNull();
          } else {
            assertThat("sbildxqntm*".indexOf(type.charAt(0))).as(field.toString()).isNotNegative();
          }
        }
      }
    }
  }

  @Test
  void itIsSmall() throws IOException {
    assertThat(Files.size(MADE)).isLessThan(150_000);
  }

  private static String hash() throws IOException, NoSuchAlgorithmException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(TOOL)) {
      files = listed.sorted().toList();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String ending : List.of(".go", "go.mod", "versions.txt")) {
      for (Path file : files) {
        if (file.getFileName().toString().endsWith(ending)) {
          all.writeBytes(Files.readString(file).getBytes(UTF_8));
        }
      }
    }
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
    return HexFormat.of().formatHex(digest).substring(0, 16);
  }
}
