package dev.slipway.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.packaging.Installation.Outcome;
import dev.slipway.testing.Unprivileged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What may not be read, may not be written, or takes no more. The command runs as somebody whom
 * permissions bind, from an installation that is not theirs.
 */
class PermissionsIT {
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  @TempDir Path temporary;
  private Installation installation;
  private Path home;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.in(temporary);
    home = installation.home();
    Files.copy(
        Path.of("src/test/resources/dev/slipway/packaging/shop.yaml"), home.resolve("shop.yaml"));
    Unprivileged.enter(temporary);
    Unprivileged.give(home);
    assertThat(synth().code()).isZero();
  }

  @Test
  void aFileThatMayNotBeReadIsSaidToBeSo() throws IOException {
    may(home.resolve("shop.yaml"), "---------");

    Outcome outcome = synth();

    assertThat(outcome.err())
        .isEqualTo(
            """
            shop.yaml:1:1: The file 'shop.yaml' cannot be read: permission denied.
                See that it is a file that you may read.

            1 problem; nothing was written.
            """);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void aFileInAFolderThatMayNotBeEnteredIsSaidToBeSo() throws IOException {
    Path manifest = home.resolve("dist/shop-dev/kustomization.yaml");
    may(manifest.getParent(), "---------");

    Outcome outcome = run("check", "dist/shop-dev/kustomization.yaml");

    assertThat(outcome.err())
        .isEqualTo(
            """
            The file 'dist/shop-dev/kustomization.yaml' cannot be read: permission denied.
                See that it is a file that you may read.

            1 problem; nothing was checked.
            """);
    assertThat(outcome.code()).isEqualTo(2);
    may(manifest.getParent(), "rwxr-xr-x");
  }

  @Test
  void aFolderThatMayNotBeWrittenKeepsTheOldOutput() throws IOException {
    Path kept = home.resolve("dist/shop-dev/namespaces/shop/deployment-shop-web.yaml");
    String before = Files.readString(kept);
    may(home.resolve("dist"), "r-xr-xr-x");

    Outcome outcome = synth("--image", "registry.example.com/shop=registry.example.com/shop:9");

    assertThat(outcome.err())
        .isEqualTo(
            """
            'dist/.slipway.lock' cannot be written: permission denied. The earlier output is as it was.
                Make the folder writable or make room there, or choose another folder with -o.

            1 problem; nothing was written.
            """);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(kept).hasContent(before);
  }

  @Test
  void whatCannotBeReplacedIsLeftAsItWas() throws IOException {
    Path kept = home.resolve("dist/shop-dev/namespaces/shop/deployment-shop-web.yaml");
    String before = Files.readString(kept);
    may(home.resolve("dist/shop-dev"), "r-xr-xr-x");

    Outcome outcome = synth("--image", "registry.example.com/shop=registry.example.com/shop:9");

    assertThat(outcome.err())
        .contains(" cannot be written: permission denied. The earlier output is as it was.\n");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(kept).hasContent(before);
  }

  @Test
  void anOutputThatTakesNoMoreIsTold() {
    assertThat(Path.of("/dev/full")).as("a device that is always full").exists();

    Outcome outcome =
        run(
            List.of(
                "sh",
                "-c",
                "exec '"
                    + installation.folder()
                    + "/bin/slipway' synth -f shop.yaml -o - >/dev/full"));

    assertThat(outcome.err())
        .isEqualTo("slipway: standard output takes no more: No space left on device.\n");
    assertThat(outcome.code()).isEqualTo(2);
  }

  private Outcome synth(String... more) {
    List<String> args = new ArrayList<>(List.of("synth", "-f", "shop.yaml"));
    args.addAll(List.of(more));
    return run(args.toArray(new String[0]));
  }

  private Outcome run(String... args) {
    List<String> command = new ArrayList<>();
    command.add(installation.folder().resolve("bin/slipway").toString());
    command.addAll(List.of(args));
    return run(command);
  }

  private Outcome run(List<String> command) {
    return installation.run(JDK, Map.of("LC_ALL", "C"), Unprivileged.command(command));
  }

  private static void may(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
