package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.annotation.Testable;

/** What the build's files must agree on. */
class BuildTest {

  private static final Path ROOT = Path.of("").toAbsolutePath();

  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

  @Test
  void whoWritesYamlOnlyGetsThreeDependencies() throws IOException {
    assertThat(Pom.at("pom.xml").dependencies())
        .filteredOn(it -> it.scope().equals("compile") && !it.optional())
        .extracting(Pom.Dependency::name)
        .containsExactly(
            "org.snakeyaml:snakeyaml-engine", "commons-cli:commons-cli", "com.google.re2j:re2j");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slipway-cdk8s", "slipway-pulumi", "cdk8s-plus-28", "command"})
  void otherPomsPinWhatTheLibraryIsBuiltWith(String folder) throws IOException {
    Map<String, String> built = Pom.at("pom.xml").versions();
    Map<String, String> pinned = Pom.at("tools/" + folder + "/pom.xml").versions();
    pinned.keySet().retainAll(built.keySet());
    assertThat(pinned).isNotEmpty();
    assertThat(built).containsAllEntriesOf(pinned);
  }

  @Test
  void theDoorsPomsCarryEveryOptionalDependency() throws IOException {
    Set<String> carried = new TreeSet<>();
    carried.addAll(Pom.at("tools/slipway-cdk8s/pom.xml").versions().keySet());
    carried.addAll(Pom.at("tools/slipway-pulumi/pom.xml").versions().keySet());
    assertThat(Pom.at("pom.xml").dependencies())
        .filteredOn(Pom.Dependency::optional)
        .extracting(Pom.Dependency::name)
        .filteredOn(name -> !name.equals("org.jspecify:jspecify"))
        .isSubsetOf(carried);
  }

  @Test
  void cdk8sPlusIsMadeFromTheVersionsThatJavaCompilesAgainst() throws IOException {
    Map<String, String> java = Pom.at("pom.xml").versions();
    Map<String, String> npm = new LinkedHashMap<>();
    Pattern entry = Pattern.compile("\"([a-z0-9-]+)\": \"([0-9.]+)\"");
    String source = Files.readString(ROOT.resolve("tools/cdk8s-plus-28/package.json"));
    entry.matcher(source).results().forEach(it -> npm.put(it.group(1), it.group(2)));
    assertThat(npm)
        .containsEntry("cdk8s", java.get("org.cdk8s:cdk8s"))
        .containsEntry("cdk8s-plus-28", java.get("org.cdk8s:cdk8s-plus-28"))
        .containsEntry("constructs", java.get("software.constructs:constructs"))
        .containsEntry("jsii-pacmak", java.get("software.amazon.jsii:jsii-runtime"));
  }

  /**
   * Without one, Maven run in that folder reads the root's, which names a pom by a path from the
   * root.
   */
  @Test
  void everyFolderWithAPomHasAMavenFolderOfItsOwn() throws IOException {
    assertThat(ours("pom.xml"))
        .extracting(Path::getParent)
        .filteredOn(folder -> !folder.equals(ROOT))
        .allSatisfy(
            folder -> assertThat(nearestMavenFolder(folder)).as("%s", folder).isNotEqualTo(ROOT));
  }

  @Test
  void lockFilesNameNoRegistry() throws IOException {
    assertThat(ours("package-lock.json"))
        .isNotEmpty()
        .allSatisfy(lock -> assertThat(lock).content().doesNotContain("\"resolved\""));
  }

  /** Surefire and Failsafe choose by name: a test in a class of another name would never run. */
  @Test
  void everyTestIsNamedAsOne() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("dev.slipway");
    assertThat(tests)
        .filteredOn(type -> type.getMethods().stream().anyMatch(BuildTest::isTest))
        .extracting(type -> type.getName().split("\\$", 2)[0])
        .filteredOn(name -> !name.matches(".*(Test|Properties|IT)"))
        .as("tests in classes that are not named *Test, *Properties or *IT")
        .isEmpty();
  }

  private static boolean isTest(JavaMethod method) {
    return method.isAnnotatedWith(Testable.class) || method.isMetaAnnotatedWith(Testable.class);
  }

  private static Path nearestMavenFolder(Path folder) {
    return Files.isDirectory(folder.resolve(".mvn"))
        ? folder
        : nearestMavenFolder(folder.getParent());
  }

  private static List<Path> ours(String name) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().equals(name)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
