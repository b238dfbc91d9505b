package dev.slipway.packaging.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources give the same bytes, whoever builds them and wherever. */
class RebuildIT {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final Path CDK8S_PLUS = Path.of("tools/cdk8s-plus-28");
  private static final long TIMEOUT_MINUTES = 30;

  /**
   * What a build makes or needs not; the module that does not change comes with what it has made.
   */
  private static final Set<Path> LEFT_OUT =
      Set.of(
          Path.of(".git"),
          Path.of("target"),
          Path.of("node_modules"),
          Path.of("dist"),
          CDK8S_PLUS.resolve("node_modules"));

  @TempDir Path temporary;

  @Test
  void aSecondBuildMakesTheSamePackagesAndTheSameImage() throws Exception {
    Path elsewhere = temporary.resolve("another folder");
    copy(elsewhere);
    Files.createSymbolicLink(
        elsewhere.resolve(CDK8S_PLUS).resolve("node_modules"),
        PROJECT.resolve(CDK8S_PLUS).resolve("node_modules"));

    build(elsewhere);

    List<String> made = packages(PROJECT.resolve("target"));
    assertThat(made).hasSize(3);
    for (String file : made) {
      assertThat(elsewhere.resolve("target").resolve(file))
          .as(file)
          .hasSameBinaryContentAs(PROJECT.resolve("target").resolve(file));
    }
  }

  private static List<String> packages(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("slipway-.*\\.(zip|tar\\.gz)|slipway-image\\.tar"))
          .sorted()
          .toList();
    }
  }

  /**
   * In another time zone and language. The user's mask is left as it is, for a jar's entries have
   * the modes that it gives to what is compiled.
   */
  private void build(Path folder) throws IOException, InterruptedException {
    Path log = temporary.resolve("build.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                "mvn",
                "-B",
                "-ntp",
                "-q",
                "-o",
                "-Dmaven.test.skip=true",
                "-Dmaven.javadoc.skip=true",
                "package"));
    String repository = System.getProperty("localRepository");
    if (repository != null) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "CI",
                "true",
                "JAVA_HOME",
                System.getProperty("java.home"),
                "TZ",
                "Asia/Kathmandu",
                "MAVEN_OPTS",
                "-Duser.timezone=Asia/Kathmandu -Duser.language=de -Duser.country=AT"));
    Process process = builder.start();
    boolean ended = process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("the second build ends").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log, UTF_8)).isZero();
  }

  private static void copy(Path to) throws IOException {
    Files.walkFileTree(
        PROJECT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
              throws IOException {
            Path path = PROJECT.relativize(from);
            if (LEFT_OUT.contains(path)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(path.toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
              throws IOException {
            Path path = PROJECT.relativize(from);
            if (!LEFT_OUT.contains(path)) { // a worktree's .git is a file
              Files.copy(from, to.resolve(path.toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
