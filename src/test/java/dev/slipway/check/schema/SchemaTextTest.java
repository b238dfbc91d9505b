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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  void theSecondLineTellsWhereEachOfTheOthersBegins() throws IOException {
    String text = Files.readString(MADE);
    StringBuilder index = new StringBuilder();
    for (int at = text.indexOf('\n', text.indexOf('\n') + 1) + 1;
        at < text.length();
        at = text.indexOf('\n', at) + 1) {
      index.append(" %06d".formatted(at));
    }

    assertThat(text.lines().skip(1).findFirst()).hasValue(index.toString());
  }

  @Test
  void theIndexOfADefinitionTellsWhereEachFieldBeginsAndWhetherItMustBeThere() throws IOException {
    assertThat(lines().filter(SchemaTextTest::hasFields))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              String[] parts = line.split("\t", -1);
              StringBuilder index = new StringBuilder();
              int at = parts[0].length() + 1 + parts[1].length() + 1;
              for (String field : List.of(parts).subList(2, parts.length)) {
                index.append(field.contains("! ") ? '!' : ' ').append("%04d".formatted(at));
                at += field.length() + 1;
              }
              assertThat(parts[1]).isEqualTo(index.toString());
            });
  }

  @Test
  void everyKindIsFoundByItsKey() throws IOException {
    assertThat(lines().filter(line -> line.startsWith(":")))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              String[] parts = line.split("\t", -1);
              assertThat(SchemaText.get().parts(parts[0]))
                  .containsExactly(Arrays.copyOfRange(parts, 1, parts.length));
            });
  }

  @Test
  void everyGroupIsFoundByItsKey() throws IOException {
    assertThat(lines().filter(line -> line.startsWith("/")))
        .isNotEmpty()
        .allMatch(line -> SchemaText.get().has(line));
  }

  @Test
  void everyFieldIsFoundByItsName() throws IOException {
    assertThat(lines().filter(line -> Character.isLetter(line.charAt(0))))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              String[] parts = line.split("\t", -1);
              Parts fields = Objects.requireNonNull(SchemaText.get().fields(parts[0]));
              Map<String, String> lastOfEachName = new LinkedHashMap<>();
              for (int i = 2; i < parts.length; i++) {
                lastOfEachName.put(parts[i].split("!? ", 2)[0], parts[i]);
              }
              assertThat(fields.size()).isEqualTo(Math.max(0, parts.length - 2));
              assertThat(lastOfEachName)
                  .allSatisfy(
                      (name, written) -> assertThat(whole(fields, name)).isEqualTo(written));
            });
  }

  @Test
  void whatHasNoLineIsNotFound() {
    assertThat(
            List.of("", "!", " ", "/app", "/appsx", ":Deploymen", ":Deploymentx", "zzz", ":Pod\t"))
        .noneMatch(key -> SchemaText.get().has(key));
  }

  @Test
  void whatIsNoFieldIsNotFound() {
    Parts fields = Objects.requireNonNull(SchemaText.get().fields("core.v1.ContainerPort"));

    assertThat(fields.find("hostPort")).isNotNegative();
    assertThat(List.of("", "a", "hostPor", "hostPorts", "hostPort i", "containerPort!", "zzz", "ü"))
        .allMatch(name -> fields.find(name) < 0);
  }

  @Test
  void aDefinitionMayHaveNoFields() {
    Parts fields =
        Objects.requireNonNull(
            SchemaText.get().fields("apiextensions.v1.CustomResourceSubresourceStatus"));

    assertThat(fields.size()).isZero();
    assertThat(fields.find("replicas")).isNegative();
  }

  @Test
  void everyTypeThatAFieldNamesIsDescribed() throws IOException {
    KubernetesApi api = new KubernetesApi();
    assertThat(lines().filter(SchemaTextTest::hasFields))
        .flatMap(line -> api.type(line.substring(0, line.indexOf('\t'))).fields())
        .isNotEmpty()
        .allSatisfy(
            field -> {
              FieldType type = field.type();
              while ("[{~?".indexOf(type.sign()) >= 0) {
                type = type.item();
              }
              if (type.isDefined()) {
                assertThat(type.definition(api)).isNotNull();
              } else {
                assertThat("sbildxqntm*".indexOf(type.sign())).isNotNegative();
              }
            });
  }

  @Test
  void itIsSmall() throws IOException {
    assertThat(Files.size(MADE)).isLessThan(150_000);
  }

  /** The lines that the index tells of. */
  private static Stream<String> lines() throws IOException {
    return Files.readAllLines(MADE).stream().skip(2);
  }

  private static boolean hasFields(String line) {
    return Character.isLetter(line.charAt(0)) && line.indexOf('\t') >= 0;
  }

  private static String whole(Parts parts, String name) {
    int part = parts.find(name);
    return parts.string(parts.start(part), parts.end(part));
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
