package dev.slipway.pulumi.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.controlplane.ControlPlane;
import dev.slipway.testing.controlplane.DeclaredNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Environments deployed from a Java program, by the real engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaunchIT {
  private static final String IMAGE = "registry.example.com/shop:1.4.2";
  private static final String CANARY = "canary-5f1d3b";

  private Path folder;
  private ControlPlane controlPlane;
  private Engine engine;

  @BeforeAll
  void start() {
    controlPlane = ControlPlane.start(DeclaredNode.named("general-0"));
  }

  @AfterAll
  void stop() {
    controlPlane.close();
  }

  @BeforeEach
  void init(@TempDir Path folder) {
    engine = Engine.in(folder, controlPlane.kubectl());
    this.folder = folder;
  }

  @AfterEach
  void destroy() {
    engine.provider().failFor(object -> false);
    launch("destroy", IMAGE);
    engine.close();
  }

  @Test
  void anEnvironmentIsShownMadeLeftAloneAndTakenAway() {
    int objects = LaunchedProgram.environment(IMAGE, CANARY).plan().all().size();

    Ended shown = launch("preview", IMAGE);
    assertThat(shown.exit()).as("%s", shown).isZero();
    assertThat(shown.lines()).contains("create Deployment prod/shop/shop-web");
    assertThat(engine.provider().created()).isEmpty();

    Ended made = launch("up", IMAGE);
    assertThat(made.exit()).as("%s", made).isZero();
    assertThat(engine.provider().created()).hasSize(objects);
    assertThat(made.lines()).contains("created Deployment prod/shop/shop-web");
    assertThat(made.lines().stream().filter(line -> line.startsWith("created "))).hasSize(objects);
    assertThat(made.last()).matches("\\d+ created \\(\\d+ s\\)");

    Ended again = launch("up", IMAGE);
    assertThat(again.exit()).isZero();
    assertThat(again.last()).matches("\\d+ unchanged \\(\\d+ s\\)");
    assertThat(again.lines()).noneMatch(line -> line.startsWith("created "));

    Ended gone = launch("destroy", IMAGE);
    assertThat(gone.exit()).isZero();
    assertThat(gone.lines()).contains("deleted Deployment prod/shop/shop-web");
    assertThat(controlPlane.kubectl().find("namespace", "shop")).isEmpty();
  }

  @Test
  void whatIsRefusedIsOneMessageAndNothingIsCreated() {
    Ended refused = launch("up", "registry.example.com/shop:latest");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out())
        .containsOnlyOnce("Environment 'prod' breaks rules")
        .contains("slipway:index:Environment::prod")
        .contains("image-tag")
        .doesNotContain("\tat ");
    assertThat(engine.provider().created()).isEmpty();
  }

  @Test
  void whatAClusterRefusesIsToldWithoutTheSecretsInIt() {
    String base64 = Base64.getEncoder().encodeToString(CANARY.getBytes(UTF_8));
    engine.provider().refuse(object -> object.startsWith("Secret"), "no " + CANARY + " " + base64);

    Ended broken = launch("up", IMAGE);

    assertThat(broken.exit()).isEqualTo(1);
    assertThat(broken.out())
        .contains("no (secret) (secret)")
        .contains("failed to create Secret prod/shop/shop-db")
        .doesNotContain(CANARY)
        .doesNotContain(base64);
  }

  @Test
  void withoutPulumisCliNothingIsBegun() {
    Ended nothing = launch(Map.of("PATH", "/nowhere"), "up", IMAGE);

    assertThat(nothing.exit()).isEqualTo(2);
    assertThat(nothing.lines())
        .singleElement()
        .asString()
        .startsWith("error: Pulumi's CLI does not start")
        .endsWith("Install it, and have it on the PATH.");
  }

  private Ended launch(String command, String image) {
    return launch(Map.of(), command, image);
  }

  /** In a process of its own, as a user's would be: the CLI is looked for on its PATH. */
  private Ended launch(Map<String, String> variables, String command, String image) {
    try {
      Path out = folder.resolve("launched.out");
      ProcessBuilder java =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LaunchedProgram.class.getName(),
                  command,
                  image,
                  CANARY)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile());
      java.environment().putAll(engine.variables());
      java.environment().putAll(variables);
      Process process = java.start();
      if (!process.waitFor(4, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
      return new Ended(process.exitValue(), Files.readString(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A program that has ended. */
  private record Ended(int exit, String out) {
    List<String> lines() {
      return out.lines().toList();
    }

    String last() {
      return lines().get(lines().size() - 1);
    }
  }
}
