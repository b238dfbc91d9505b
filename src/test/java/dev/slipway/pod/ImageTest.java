package dev.slipway.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.Text;
import dev.slipway.testing.Later;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTest {
  private static final String HEX =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String SHA = "sha256:" + HEX;

  @ParameterizedTest
  @CsvSource({
    "nginx, docker.io, library/nginx,",
    "nginx:1.25, docker.io, library/nginx, 1.25",
    "hyp3rd/hypercache:v1, docker.io, hyp3rd/hypercache, v1",
    "docker.io/nginx, docker.io, library/nginx,",
    "ghcr.io/hyp3rd/hypercache/hypercache-server:v0.5.0, ghcr.io,"
        + " hyp3rd/hypercache/hypercache-server, v0.5.0",
    "index.docker.io/nginx, docker.io, library/nginx,",
    "localhost/a, localhost, a,",
    "localhost:5000, docker.io, library/localhost, 5000",
    "registry.example:5000/team/app:1.2, registry.example:5000, team/app, 1.2",
    "[fd00::1]:5000/app:1, [fd00::1]:5000, app, 1",
    "10.0.0.1/app, 10.0.0.1, app,",
    HEX + ":1, docker.io, library/" + HEX + ", 1",
    "Registry/app, Registry, app,",
    "a/b__c/d--e.f_g:T-1._, docker.io, a/b__c/d--e.f_g, T-1._",
  })
  void referenceIsReadAsRuntimesReadIt(
      String reference, String registry, String repository, String tag) {
    Image image = Image.parse(reference);

    assertThat(image.registry()).contains(registry);
    assertThat(image.repository()).contains(repository);
    assertThat(image.tag()).isEqualTo(Optional.ofNullable(tag));
    assertThat(image.reference()).isEqualTo(Text.of(reference));
  }

  @Test
  void digestStandsAfterTheTag() {
    Image image = Image.parse("registry.example:5000/team/app:1.2@" + SHA);

    assertThat(image.tag()).contains("1.2");
    assertThat(image.digest()).contains(SHA);
    assertThat(image.isPinned()).isTrue();
    assertThat(image.toString()).isEqualTo("registry.example:5000/team/app:1.2@" + SHA);
  }

  @ParameterizedTest
  @CsvSource({
    "app, true, ALWAYS",
    "app:latest, true, ALWAYS",
    "app:1, false, IF_NOT_PRESENT",
    "app:latest-1, false, IF_NOT_PRESENT",
    "app@" + SHA + ", false, IF_NOT_PRESENT",
    "app:1@" + SHA + ", false, IF_NOT_PRESENT",
    // Kubernetes goes by the tag alone, though the digest has the say.
    "app:latest@" + SHA + ", false, ALWAYS",
  })
  void latestMovesAndIsAlwaysPulled(String reference, boolean latest, PullPolicy policy) {
    assertThat(Image.parse(reference).isLatest()).isEqualTo(latest);
    assertThat(Image.parse(reference).pullPolicy()).isEqualTo(policy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nginx:1.25 | image 'Nginx:1.25': The repository 'Nginx' has capital letters. Did you mean"
            + " 'nginx'?",
        "registry.example/Team/App:1 | image 'registry.example/Team/App:1': The repository"
            + " 'Team/App' has capital letters. Did you mean 'team/app'?",
        "https://registry.example/app:1 | The image 'https://registry.example/app:1' begins like a"
            + " URL. Write 'registry.example/app:1'.",
        "'my app:1' | The image 'my app:1' has white space in it. Take it out.",
        "'' | The image is empty. Write it as registry/repository:tag.",
        "app: | image 'app:': There is no tag after the colon. Write up to 128 letters, digits,"
            + " '_', '.' and '-', not beginning with '.' or '-'.",
        "app:.1 | image 'app:.1': '.1' is no tag. Write up to 128 letters, digits, '_', '.' and"
            + " '-', not beginning with '.' or '-'.",
        "app:1:2 | image 'app:1:2': '1:2' is no tag. Write up to 128 letters, digits, '_', '.' and"
            + " '-', not beginning with '.' or '-'.",
        "registry.example/ | image 'registry.example/': There is no repository. Write lower-case"
            + " letters and digits, parted by '/', '-', '.', '_' or '__'.",
        "a//b | image 'a//b': 'a//b' is no repository. Write lower-case letters and digits, parted"
            + " by '/', '-', '.', '_' or '__'.",
        "a/b___c | image 'a/b___c': 'a/b___c' is no repository. Write lower-case letters and"
            + " digits, parted by '/', '-', '.', '_' or '__'.",
        "-host.example/a | image '-host.example/a': '-host.example' is no host of a registry. Write"
            + " a host name or address, and the port after a colon.",
        "host.example:port/a | image 'host.example:port/a': 'host.example:port' is no host of a"
            + " registry. Write a host name or address, and the port after a colon.",
        "app@sha256:abc | image 'app@sha256:abc': 'sha256:abc' is no digest. Write sha256: and 64"
            + " hexadecimal digits after it.",
        "app@md5:d41d8cd98f00b204e9800998ecf8427e | image"
            + " 'app@md5:d41d8cd98f00b204e9800998ecf8427e': Nodes do not know the digest algorithm"
            + " 'md5'. Use sha256, sha384 or sha512.",
        "app@sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855 | image"
            + " 'app@sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855': The"
            + " digest 'sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855' is"
            + " not 64 lower-case hexadecimal digits after the colon. Copy it whole, as the"
            + " registry shows it.",
        "app@sha512:d41d8cd98f00b204e9800998ecf8427e | image"
            + " 'app@sha512:d41d8cd98f00b204e9800998ecf8427e': The digest"
            + " 'sha512:d41d8cd98f00b204e9800998ecf8427e' is not 128 lower-case hexadecimal digits"
            + " after the colon. Copy it whole, as the registry shows it.",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 | image"
            + " 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855': A name of 64"
            + " hexadecimal digits is taken for an image's id. Write repository@sha256:e3b0c442… if"
            + " it is a digest.",
      })
  void whatANodeWouldRefuseIsRefusedWithAReason(String reference, String message) {
    assertThatThrownBy(() -> Image.parse(reference)).hasMessage(message);
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    assertThatThrownBy(() -> Image.parse("Host_x.example/App:-1@sha256:1"))
        .hasMessage(
            """
            image 'Host_x.example/App:-1@sha256:1': 'Host_x.example' is no host of a registry. Write a host name or address, and the port after a colon.
            image 'Host_x.example/App:-1@sha256:1': The repository 'App' has capital letters. Did you mean 'app'?
            image 'Host_x.example/App:-1@sha256:1': '-1' is no tag. Write up to 128 letters, digits, '_', '.' and '-', not beginning with '.' or '-'.
            image 'Host_x.example/App:-1@sha256:1': 'sha256:1' is no digest. Write sha256: and 64 hexadecimal digits after it.\
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {127, 128})
  void tagMayHave128Characters(int length) {
    assertThat(Image.parse("app:" + "t".repeat(length)).tag()).contains("t".repeat(length));
    assertThatThrownBy(() -> Image.parse("app:" + "t".repeat(129)))
        .hasMessageContaining("is no tag");
  }

  @Test
  void repositoryMayHave255CharactersWithWhatIsLeftOut() {
    assertThat(Image.parse("r.example/" + "a".repeat(255)).tag()).isEmpty();
    assertThat(Image.parse("a".repeat(247)).repository()).contains("library/" + "a".repeat(247));
    assertThatThrownBy(() -> Image.parse("a".repeat(248)))
        .hasMessageContaining("The repository is 256 characters long; at most 255 may be.");
  }

  @Test
  void anotherTagDropsTheDigest() {
    assertThat(Image.parse("app:1@" + SHA).tagged("2").toString()).isEqualTo("app:2");
    assertThat(Image.parse("app:1").pinned(SHA).toString()).isEqualTo("app:1@" + SHA);
    assertThat(Image.parse("app:1@" + SHA).named(Text.of("r.example/app")).toString())
        .isEqualTo("r.example/app:1@" + SHA);
  }

  @Test
  void nameMayBeKnownOnlyLater() {
    Image image = Image.of(Later.text("repository URL"), "1.2");

    assertThat(image.registry()).isEmpty();
    assertThat(image.repository()).isEmpty();
    assertThat(Later.resolve(image.reference(), Map.of("repository URL", "r.example/app")))
        .isEqualTo("r.example/app:1.2");
    assertThatThrownBy(() -> Image.of(Later.text("repository URL"), "-"))
        .hasMessage(
            "image '(known later: repository URL):-': '-' is no tag. Write up to 128 letters,"
                + " digits, '_', '.' and '-', not beginning with '.' or '-'.");
  }
}
