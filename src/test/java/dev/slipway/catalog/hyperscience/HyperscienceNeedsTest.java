package dev.slipway.catalog.hyperscience;

import static dev.slipway.catalog.hyperscience.Installations.postgres;
import static dev.slipway.catalog.hyperscience.Installations.prerequisites;
import static dev.slipway.catalog.hyperscience.Installations.whole;
import static dev.slipway.catalog.hyperscience.Installations.withoutTrainer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.app.Application;
import dev.slipway.app.RbacRule;
import dev.slipway.app.Workload;
import dev.slipway.backing.Database;
import dev.slipway.backing.ImageRegistry;
import dev.slipway.backing.ObjectStore;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Quantity;
import dev.slipway.network.Ingress;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.ClaimSpec.AccessMode;
import dev.slipway.pod.Container;
import dev.slipway.render.Plan;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Declaration;
import dev.slipway.testing.YamlText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperscienceNeedsTest {
  private static final List<RbacRule> READING =
      List.of(RbacRule.of("", List.of("pods"), List.of("get", "list")));

  @ParameterizedTest
  @ValueSource(strings = {"14", "14.11", "15", "16", "16.4"})
  void postgres14To16AreSupported(String version) {
    assertThatCode(() -> whole().database(postgres(version)).build()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"13", "13.9", "17", "9.6"})
  void otherVersionsOfPostgresAreRefused(String version) {
    assertThat(problems(whole().database(postgres(version))))
        .containsExactly(
            "Its database is PostgreSQL " + version + ".",
            "Hyperscience supports PostgreSQL 14, 15 and 16, and nothing else.");
  }

  @Test
  void otherDatabasesAreRefused() {
    Database mysql =
        Database.mysql("8.4")
            .host("db.example.com")
            .name("forms")
            .user("hs")
            .credentials(SecretSource.existing("hs-db").keys("password").build())
            .build();

    assertThat(problems(whole().database(mysql)))
        .containsExactly(
            "Its database is MySQL 8.4.",
            "Hyperscience supports PostgreSQL 14, 15 and 16, and nothing else.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"READ_WRITE_ONCE", "READ_WRITE_ONCE_POD"})
  void aVolumeThatOneNodeMountsIsNoFileStore(String mode) {
    assertThat(problems(whole().fileStore(volume(AccessMode.valueOf(mode)))).get(0))
        .startsWith("2 pods write to the claim 'hs-files', which is ReadWriteOnce");
  }

  @Test
  void aVolumeThatManyNodesWriteIsAFileStore() {
    Plan plan =
        Installations.plan(
            Installations.eks("1.32").build(),
            whole().fileStore(volume(AccessMode.READ_WRITE_MANY)));

    assertThat(
            Installations.object(plan, "PersistentVolumeClaim", "hs-files")
                .mapping("spec")
                .seq("accessModes"))
        .hasToString("[ReadWriteMany]");
    assertThat(Installations.podSpec(plan, "hs-platform").seq("volumes").toString())
        .contains("claimName: hs-files");
    assertThat(Installations.podSpec(plan, "hs-trainer").seq("volumes").toString())
        .doesNotContain("claimName");
  }

  private static ObjectStore volume(AccessMode mode) {
    return ObjectStore.volume(
        new ClaimSpec("hs-files", mode, Optional.of("efs"), Quantity.of("100Gi")), "/files");
  }

  @Test
  void fourRepositoriesAreNeeded() {
    ImageRegistry three =
        ImageRegistry.ecr("123456789012", "eu-west-1")
            .repositories("forms", "trainer", "operator")
            .build();

    assertThat(problems(whole().registry(three)))
        .containsExactly(
            "Its registry has 3 repositories, and Hyperscience needs 4.",
            "Name the four repositories that the images were copied to.");
  }

  @Test
  void imagesAreOfTheRegistrysRepositoriesAndHaveTags() {
    assertThat(
            problems(
                withoutTrainer()
                    .trainer(Trainer.of("trainers:40.1.2"))
                    .blocks(new Blocks(List.of("blocks"), Quantity.ZERO, Quantity.ZERO, 0))))
        .contains(
            "The registry '123456789012.dkr.ecr.eu-west-1.amazonaws.com' has no repository"
                + " 'trainers'; it has 'forms', 'trainer', 'operator', 'blocks'.",
            "Did you mean 'trainer'?",
            "The image 'blocks' has no tag.");
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    assertThat(problems(Hyperscience.builder("hs")))
        .containsExactly(
            "It has no database.",
            "Declare a PostgreSQL database of version 14, 15 or 16.",
            "It has no file store.",
            "Declare S3, Google Cloud Storage, Azure Blob or a volume that many nodes can write.",
            "It has no image registry.",
            "Declare the internal registry that the images were copied to.");
  }

  @Test
  void workloadsComeTogetherOrNotAtAll() {
    assertThat(problems(prerequisites().platform(Platform.of("forms:40.1.2"))))
        .containsExactly(
            "It has no trainer.",
            "Give the trainer's image.",
            "It has no operator.",
            "Give the HyperOperator's image.");
    assertThat(problems(prerequisites().trainer(Trainer.of("trainer:40.1.2"))))
        .containsExactly(
            "It has the image of a trainer or an operator and no platform.",
            "Give the platform's image, or leave the images out for the prerequisites only.");
    assertThat(problems(prerequisites().operator(HyperOperator.of("operator:40.1.2"))))
        .containsExactly(
            "It has the image of a trainer or an operator and no platform.",
            "Give the platform's image, or leave the images out for the prerequisites only.");
    assertThat(problems(whole().operator(HyperOperator.ofChart(READING))))
        .containsExactly("Its operator has no image.", "Give the HyperOperator's image.");
  }

  @Test
  void whatTheChartBringsIsNotDeclaredBesideAPlatformAndTheOtherWayRound() {
    Ingress ingress = Ingress.host("forms.example.com").tls("forms-tls").build();

    assertThat(problems(prerequisites().ingress(ingress)))
        .containsExactly(
            "It has an ingress and no platform for it to lead to.",
            "The vendor's chart brings its own; say where its controller is with chart:"
                + " {ingressFrom: …}.");
    assertThat(problems(whole().chart(VendorChart.UNKNOWN)))
        .containsExactly(
            "It has a platform, and says what the vendor's chart brings.",
            "Leave out chart where the workloads are declared here, and platform where they are"
                + " the chart's.");
  }

  @Test
  void rulesThatNobodyGaveAreAWarning() {
    Cluster eks = Installations.eks("1.32").build();
    String rule = "hyperscience-operator-rules";

    assertThat(Installations.notices(Installations.plan(eks, whole()), rule))
        .containsExactly(
            "WARNING: What the HyperOperator may do is a guess: the rules that its vendor gives it"
                + " are not public. Give the vendor's rules, which its chart shows, as operator:"
                + " {rules: […]}.");
    assertThat(Installations.notices(Installations.plan(eks, prerequisites()), rule)).hasSize(1);
    assertThat(
            Installations.notices(
                Installations.plan(eks, prerequisites().operator(HyperOperator.ofChart(READING))),
                rule))
        .isEmpty();
  }

  @Test
  void theChartsOperatorHasTheRulesThatAreGivenAndNoOthers() {
    Plan plan =
        Installations.plan(
            Installations.eks("1.32").build(),
            prerequisites().operator(HyperOperator.ofChart(READING)));

    assertThat(Installations.object(plan, "Role", "hs-operator").get("rules"))
        .isEqualTo(
            YamlText.mapping("rules: [{apiGroups: [''], resources: [pods], verbs: [get, list]}]")
                .get("rules"));
    assertThat(Installations.names(plan, "Deployment")).isEmpty();
  }

  @Test
  void anApplicationThatMovesIntoItsNamespaceIsAnError() {
    Application neighbour =
        Application.builder("wiki")
            .namespace("hs")
            .workload(
                Workload.deployment("wiki")
                    .container(Container.builder("wiki", "example.com/wiki:1").build())
                    .build())
            .build();

    Plan plan = Installations.plan(Installations.eks("1.32").build(), whole(), neighbour);

    assertThat(Installations.notices(plan, "dedicated-namespace"))
        .containsExactly(
            "ERROR: Application 'hs' needs a namespace of its own, and 'wiki' would be in 'hs' with"
                + " it. Give the other one another namespace.");
  }

  @Test
  void roomForBlocksIsKeptOnThePlatformNodes() {
    Plan plan =
        Installations.plan(
            Installations.eks("1.32").build(),
            whole()
                .blocks(
                    new Blocks(List.of("blocks:40.1.2"), Quantity.of(6), Quantity.of("16Gi"), 20)));

    assertThat(plan.declared())
        .contains(
            new Declaration.Headroom(
                "platform",
                Quantity.of(6),
                Quantity.of("16Gi"),
                20,
                "the blocks that the HyperOperator starts"));
  }

  @Test
  void aWildcardAmongTheOperatorsRulesIsAWarning() {
    Plan plan =
        Installations.plan(
            Installations.eks("1.32").build(),
            whole()
                .operator(
                    HyperOperator.of("operator:40.1.2")
                        .rules(List.of(RbacRule.of("*", List.of("*"), List.of("*"))))));

    assertThat(Installations.notices(plan, "wildcard-role"))
        .containsExactly(
            "WARNING: The role 'hs-operator' grants '*'. Name the API groups, resources and verbs"
                + " that are needed, so that it does not grow with the cluster.");
    assertThat(
            Installations.notices(
                Installations.plan(Installations.eks("1.32").build(), whole()), "wildcard-role"))
        .isEmpty();
  }

  private static List<String> problems(Hyperscience.Builder builder) {
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, builder::build);
    assertThat(refused).isNotNull();
    return refused.problems().stream()
        .flatMap(problem -> List.of(problem.message(), problem.remedy()).stream())
        .toList();
  }
}
