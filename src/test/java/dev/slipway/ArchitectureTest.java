package dev.slipway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.net.URLConnection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom: the packages' order, and the one place that each library is seen from. */
class ArchitectureTest {

  private static final String ROOT = "dev.slipway";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** The packages from the inside out, and what each may use. A folder below one belongs to it. */
  private static final Map<String, List<String>> MAY_USE = table();

  private static Map<String, List<String>> table() {
    Map<String, List<String>> table = new LinkedHashMap<>();
    List<String> model = new ArrayList<>();
    for (List<String> siblings :
        List.of(
            List.of("manifest"),
            List.of("definition"),
            List.of("cluster"),
            List.of("podsecurity"),
            List.of("target"),
            List.of("security"),
            List.of("pod"),
            List.of("network"),
            List.of("identity"),
            List.of("secret"),
            List.of("backing"),
            List.of("app"),
            List.of("render"),
            List.of("postrender"),
            List.of("notation"))) {
      siblings.forEach(name -> table.put(name, List.copyOf(model)));
      model.addAll(siblings);
    }
    table.put("placement", List.of("manifest", "cluster", "target"));
    table.put(
        "check",
        List.of("manifest", "definition", "cluster", "podsecurity", "target", "placement"));

    // The systems are handed to an environment, which therefore knows none of them.
    List<String> library = new ArrayList<>(table.keySet());
    table.put("environment", List.copyOf(library));
    table.put("catalog", List.copyOf(library));

    table.put("files", List.of("manifest", "environment"));

    List<String> everything = List.copyOf(table.keySet());
    table.put("cdk8s", everything);
    table.put("pulumi", everything);
    table.put("cli", everything);
    return table;
  }

  static Stream<Arguments> theTable() {
    return MAY_USE.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("theTable")
  void aPackageUsesOnlyThoseTheTableAllows(String name, List<String> allowed) {
    String[] reachable =
        Stream.concat(Stream.of(name), allowed.stream())
            .map(ArchitectureTest::folder)
            .toArray(String[]::new);
    check(
        classes()
            .that()
            .resideInAPackage(folder(name))
            .should()
            .onlyDependOnClassesThat(
                not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(reachable)))
            .because(name + " may use " + (allowed.isEmpty() ? "no other package" : allowed)));
  }

  @Test
  void everyPackageIsInTheTable() {
    Set<String> known = MAY_USE.keySet();
    assertThat(MAIN)
        .filteredOn(type -> !isPackageInfo(type) && !known.contains(subject(type)))
        .extracting(JavaClass::getName)
        .as("classes outside the packages %s", known)
        .isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void onlyTheCdk8sDoorSeesJsii() {
    onlyIn(
        resideInAPackage(folder("cdk8s")),
        "software.amazon.jsii..",
        "software.constructs..",
        "org.cdk8s..");
  }

  @Test
  void onlyThePulumiDoorSeesPulumi() {
    onlyIn(resideInAPackage(folder("pulumi")), "com.pulumi..");
  }

  @Test
  void onlyTheAwsSideSeesTheSdkOfAws() {
    onlyIn(resideInAPackage(folder("pulumi.aws")), "com.pulumi.aws..");
  }

  /** A program that has nothing on AWS runs without its SDK. */
  @Test
  void nothingLoadsTheAwsSideButProgramsThatUseIt() {
    onlyIn(resideInAPackage(folder("pulumi.aws")), ROOT + ".pulumi.aws..");
  }

  @Test
  void onlyTheCommandSeesCommonsCli() {
    onlyIn(resideInAPackage(folder("cli")), "org.apache.commons.cli..");
  }

  @Test
  void onlyTheYamlReaderSeesSnakeyaml() {
    onlyIn(
        describe(
            "the YAML reader in manifest",
            type -> subject(type).equals("manifest") && outermost(type).startsWith("Yaml")),
        "org.snakeyaml..");
  }

  @Test
  void onlyTheChecksOfSchemasSeeRe2j() {
    onlyIn(resideInAPackage(folder("check.schema")), "com.google.re2j..");
  }

  /** What goes in decides every byte that comes out. */
  @Test
  void theCoreReadsNoEnvironmentClockOrNetwork() {
    DescribedPredicate<JavaClass> core =
        resideInAPackage(ROOT + "..")
            .and(not(resideInAnyPackage(folder("cli"), folder("cdk8s"), folder("pulumi"))));
    check(
        noClasses()
            .that(are(core))
            .should()
            .accessTargetWhere(readsTheSurroundings())
            .orShould()
            .dependOnClassesThat(assignableTo(Clock.class))
            .orShould()
            .dependOnClassesThat(resideInAPackage("java.net.http.."))
            .orShould()
            .dependOnClassesThat(assignableTo(InetAddress.class))
            .orShould()
            .dependOnClassesThat(assignableTo(URLConnection.class)));
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheSurroundings() {
    return describe(
        "reads the environment or the clock, or draws lots",
        access -> {
          JavaClass owner = access.getTargetOwner();
          String name = access.getTarget().getName();
          if (owner.isEquivalentTo(System.class)) {
            return Set.of("getenv", "currentTimeMillis", "nanoTime").contains(name);
          }
          if (owner.getPackageName().startsWith("java.time")) {
            return name.equals("now");
          }
          return owner.isEquivalentTo(UUID.class)
              ? name.equals("randomUUID")
              : owner.isEquivalentTo(Math.class) && name.equals("random");
        });
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(MAIN)
        .extracting(JavaClass::getPackage)
        .filteredOn(it -> !it.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .as("packages without a package-info.java that says @NullMarked")
        .isEmpty();
  }

  private static void onlyIn(DescribedPredicate<JavaClass> home, String... library) {
    check(
        noClasses().that(are(not(home))).should().dependOnClassesThat(resideInAnyPackage(library)));
  }

  /** A package that has no classes yet breaks no rule. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(MAIN);
  }

  private static String folder(String name) {
    return ROOT + "." + name + "..";
  }

  /**
   * The folder directly below the root that a class is in; the class's own name where it is in
   * none.
   */
  private static String subject(JavaClass type) {
    return type.getName().substring(ROOT.length() + 1).split("\\.", 2)[0];
  }

  private static String outermost(JavaClass type) {
    String name = type.getName().substring(type.getPackageName().length() + 1);
    return name.split("\\$", 2)[0];
  }

  private static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }
}
