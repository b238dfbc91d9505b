package dev.slipway.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.catalog.Catalog;
import dev.slipway.notation.SystemNotation;
import dev.slipway.packaging.Installation.Outcome;
import dev.slipway.testing.EnvironmentFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A new project, made by what was packed and built by Maven from what was staged. */
class InitIT {
  private static final Path STAGING = Path.of("target/staging").toAbsolutePath();
  private static final Path CDK8S = Path.of("node_modules/.bin/cdk8s").toAbsolutePath();

  @TempDir Path temporary;

  @Test
  void itBuildsPassesItsOwnTestAndSynthesizesThroughTwoDoors() throws IOException {
    Installation installation = Installation.in(temporary);
    Path jdk = Installation.jdks().get(0);
    Path project = built(installation, jdk, "init", "shop");

    succeeds(inProject(installation, jdk, "mvn -B -ntp -q -o compile exec:java"));
    Map<String, String> byItsProgram = files(project.resolve("dist"));
    succeeds(
        inProject(
            installation, jdk, "'" + installation.folder() + "/bin/slipway' synth -o by-hand"));
    assertThat(byItsProgram)
        .containsKeys("shop-dev/kustomization.yaml", "shop-prod/kustomization.yaml")
        .isEqualTo(files(project.resolve("by-hand")));

    succeeds(inProject(installation, jdk, "'" + CDK8S + "' synth"));
    assertThat(files(project.resolve("dist/cdk8s")))
        .containsOnlyKeys("shop-dev.k8s.yaml", "shop-prod.k8s.yaml")
        .allSatisfy((file, content) -> assertThat(content).contains("kind: Deployment\n"));

    Path base = project.resolve("environments/base.yaml");
    Files.writeString(base, Files.readString(base).replace("/shop:1.0.0", "/shop:latest"));
    Outcome broken = inProject(installation, jdk, "mvn -B -ntp -o test");
    assertThat(broken.code()).isNotZero();
    assertThat(broken.out()).contains("everyEnvironmentFitsItsClusterAndBreaksNoRule", "image-tag");
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("systems")
  void aSystemsProjectBuildsPassesItsOwnTestAndSynthesizes(String system) throws IOException {
    Installation installation = Installation.in(temporary);
    Path jdk = Installation.jdks().get(0);
    Path project = built(installation, jdk, "init", "--system", system, "shop");

    succeeds(inProject(installation, jdk, "mvn -B -ntp -q -o compile exec:java"));

    assertThat(files(project.resolve("dist")).keySet())
        .filteredOn(file -> file.endsWith("/kustomization.yaml"))
        .containsExactlyElementsOf(
            EnvironmentFiles.names().stream()
                .filter(name -> name.startsWith(system))
                .map(name -> name + "/kustomization.yaml")
                .sorted()
                .toList());
  }

  static List<String> systems() {
    return Catalog.systems().stream().map(SystemNotation::id).toList();
  }

  /** A new project that Maven has built and tested. */
  private static Path built(Installation installation, Path jdk, String... init)
      throws IOException {
    assumeTrue(
        Files.isDirectory(STAGING.resolve("dev/slipway/slipway")),
        "there is no Slipway in target/staging to build a project with: Maven was offline");
    succeeds(installation.run(jdk, Map.of(), init));
    Path project = installation.home().resolve("shop");
    Files.createDirectories(project.resolve(".mvn"));
    Files.writeString(
        project.resolve(".mvn/maven.config"), "-Dslipway.repository=" + STAGING.toUri() + "\n");
    // Updated, for a snapshot of an earlier build would do for a day.
    succeeds(inProject(installation, jdk, "mvn -B -ntp -q -U verify"));
    assertThat(project.resolve("target/surefire-reports/TEST-com.example.EnvironmentsTest.xml"))
        .content()
        .contains("tests=\"1\"", "failures=\"0\"", "skipped=\"0\"");
    return project;
  }

  /** Runs in the project as its user would, whose Maven knows where the rest of the world is. */
  private static Outcome inProject(Installation installation, Path jdk, String command) {
    Map<String, String> env = new HashMap<>(System.getenv());
    env.put("JAVA_HOME", jdk.toString());
    return installation.run(jdk, env, List.of("sh", "-c", "cd shop && " + command));
  }

  private static void succeeds(Outcome outcome) {
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
  }

  private static Map<String, String> files(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
