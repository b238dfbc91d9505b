package dev.slipway.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.manifest.Failures;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a user reads whose environment file is broken: everything at once, with places and remedies.
 */
class BrokenEnvironmentFilesTest {
  private static final String CLUSTER =
      """
      environment: shop
      cluster:
        name: prod
        distribution: eks
        kubernetes: "1.34"
        nodeGroups:
          - {name: platform, machine: m5.2xlarge, nodes: 2}
          - {name: trainer, machine: m5.4xlarge, nodes: 1}
      """;

  private static final String SHOP =
      CLUSTER
          + """
          applications:
            - name: shop
              workloads:
                - name: web
                  containers: [{name: web, image: registry.example.com/shop:1.4.2}]
          """;

  @Test
  void aMisspeltField() {
    assertThat(problemsOf(SHOP.replace("nodeGroups:", "nodegroups:")))
        .containsExactly(
            "env.yaml:6:3: A cluster has no field 'nodegroups'. Did you mean 'nodeGroups'?");
  }

  @Test
  void anUnknownField() {
    assertThat(problemsOf(SHOP.replace("nodes: 1", "nodes: 1, spot: true")))
        .containsExactly(
            "env.yaml:8:54: A node group has no field 'spot'. It can have 'name', 'labels',"
                + " 'taints', 'machine', 'nodes', 'zones', 'allocatable', 'disk' and"
                + " 'systemPods'.");
  }

  @Test
  void aFieldThatIsMissing() {
    assertThat(problemsOf(SHOP.replace("  kubernetes: \"1.34\"\n", "")))
        .containsExactly(
            "env.yaml:3:3: This cluster has no 'kubernetes'. Add it, for example 'kubernetes:"
                + " \"1.34\"'.");
  }

  @Test
  void aVersionThatYamlTakesForANumber() {
    assertThat(problemsOf(SHOP.replace("\"1.34\"", "1.30")))
        .containsExactly(
            "env.yaml:5:15: 'kubernetes' must be a Kubernetes version, but is 1.30. Put it in"
                + " quotes.");
  }

  @Test
  void aWordThatIsNoneOfThose() {
    assertThat(problemsOf(SHOP.replace("eks", "esk")))
        .containsExactly(
            "env.yaml:4:17: 'distribution' must be 'eks', 'gke', 'gke-autopilot', 'aks',"
                + " 'openshift', 'rancher' or 'kubernetes', but is 'esk'. Did you mean 'eks'?");
  }

  @Test
  void aNumberInQuotes() {
    assertThat(problemsOf(SHOP.replace("nodes: 2", "nodes: \"2\"")))
        .containsExactly(
            "env.yaml:7:52: 'nodes' must be an integer of 1 or more or a map that describes a range"
                + " of nodes, but is '2'. Remove the quotes.");
  }

  @Test
  void aNumberOutOfRange() {
    assertThat(problemsOf(SHOP + "        replicas: -1\n"))
        .containsExactly(
            "env.yaml:14:19: 'replicas' must be an integer of 0 or more, but is -1. Write, for"
                + " example, 'replicas: {min: 2, max: 10, cpu: 70}'.");
  }

  @Test
  void aValueOfTheWrongType() {
    assertThat(
            problemsOf(
                SHOP.replace("[{name: web, image: registry.example.com/shop:1.4.2}]", "web")))
        .containsExactly(
            "env.yaml:13:21: 'containers' must be a list of maps that describe containers, but is"
                + " 'web'. Write, for example, 'containers: [{name: web, image:"
                + " registry.example.com/shop:1.4.2}]'.");
  }

  @Test
  void aFieldWithoutAValue() {
    assertThat(problemsOf(SHOP.replace("machine: m5.2xlarge", "machine:")))
        .containsExactly(
            "env.yaml:7:32: 'machine' must be a string or a map that describes a machine, but is"
                + " null. Give it a value, or leave it out.");
  }

  @Test
  void memoryWithoutItsUnit() {
    assertThat(problemsOf(SHOP.replace("m5.2xlarge", "{cpu: 8, memory: 32}")))
        .containsExactly(
            "env.yaml:7:50: 'memory' must be a size with its unit such as '512Mi' or '1.5Gi', but"
                + " is 32. Write, for example, 'memory: 32Gi'.");
  }

  @Test
  void aNameThatKubernetesDoesNotTake() {
    assertThat(problemsOf(SHOP.replace("name: platform", "name: Platform_1")))
        .containsExactly(
            "env.yaml:7:14: 'name' is 'Platform_1', which may only have lower-case letters, digits"
                + " and '-', beginning and ending with a letter or digit. Write, for example,"
                + " 'name: trainer'.");
  }

  @Test
  void aNodeGroupThatIsNotThere() {
    assertThat(problemsOf(SHOP + "        nodeGroups: train\n"))
        .containsExactly(
            "env.yaml:14:21: 'nodeGroups' is 'train', but there is no such node group; there are"
                + " 'platform' and 'trainer'. Did you mean 'trainer'?");
    assertThat(problemsOf(SHOP + "        nodeGroups: [platform, traner]\n"))
        .containsExactly(
            "env.yaml:14:32: 'nodeGroups[1]' is 'traner', but there is no such node group; there"
                + " are 'platform' and 'trainer'. Did you mean 'trainer'?");
  }

  @Test
  void twoNodeGroupsOfOneName() {
    assertThat(problemsOf(SHOP.replace("name: trainer", "name: platform")))
        .containsExactly(
            "env.yaml:8:14: There is a node group 'platform' already, at env.yaml:7:14. Give each"
                + " node group a name of its own.");
  }

  @Test
  void aKeyThatStandsTwice() {
    assertThat(problemsOf(SHOP + "environment: again\n"))
        .containsExactly(
            "env.yaml:14:1: The key 'environment' stands here a second time; the first is on line"
                + " 1. Remove one of the two.");
  }

  @Test
  void aTabInTheIndentation() {
    assertThat(problemsOf(SHOP.replace("  kubernetes", "\tkubernetes")))
        .containsExactly(
            "env.yaml:5:1: A tab stands where the line is indented. Indent with spaces: YAML allows"
                + " no tabs.");
  }

  @Test
  void aLineThatIsIndentedOtherwise() {
    assertThat(problemsOf(SHOP.replace("  kubernetes", "   kubernetes")))
        .containsExactly(
            "env.yaml:5:14: A ':' cannot stand here: no key belongs to it. Indent it as its"
                + " neighbours are; put a value that holds ': ' or ' #' in quotes.");
  }

  @Test
  void aQuoteThatIsNotClosed() {
    assertThat(problemsOf(SHOP.replace("\"1.34\"", "\"1.34")))
        .containsExactly(
            "env.yaml:5:15: The string that begins here has no closing quote. Close it with a"
                + " double quote (\").");
  }

  @Test
  void anAliasBomb() {
    StringBuilder bomb = new StringBuilder(SHOP).append("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i))
          .append("*a%d, ".formatted(i - 1).repeat(9))
          .append("]\n");
    }

    assertThat(problemsOf(bomb.toString()))
        .containsExactly(
            "env.yaml:19:30: Aliases repeat more than 400,000 values. Write out what is meant, or"
                + " repeat less of it.");
  }

  @Test
  void aFileThatIsTooDeep() {
    assertThat(problemsOf(SHOP + "deep: " + "[".repeat(300) + "]".repeat(300) + "\n"))
        .containsExactly(
            "env.yaml:14:206: Maps and lists stand more than 200 deep in one another. Lay the"
                + " document out flatter.");
  }

  @Test
  void aBaseThatIsNotThere() {
    assertThat(problemsOf("extends: bsae.yaml\nenvironment: shop\n"))
        .containsExactly(
            "env.yaml:1:10: There is no file 'bsae.yaml'. Write a path that is relative to the"
                + " folder of env.yaml.");
  }

  @Test
  void filesThatExtendOneAnother() {
    assertThat(
            problems(
                KnownFiles.with("env.yaml", "extends: base.yaml\nenvironment: shop\n")
                    .and("base.yaml", "abstract: true\nextends: env.yaml\n")))
        .containsExactly(
            "base.yaml:2:10: The files extend one another in a circle: env.yaml → base.yaml →"
                + " env.yaml. Remove this one, or move what they share into a file that extends"
                + " none of them.");
  }

  @Test
  void aMistakeInABaseIsSaidThere() {
    assertThat(
            problems(
                KnownFiles.with("env.yaml", "extends: shared/base.yaml\nenvironment: shop\n")
                    .and(
                        "shared/base.yaml",
                        SHOP.replace("nodes: 2", "nodes: none")
                            .replace("environment: shop\n", "abstract: true\n"))))
        .containsExactly(
            "shared/base.yaml:7:52: 'nodes' must be an integer of 1 or more or a map that describes"
                + " a range of nodes, but is 'none'. Write, for example, 'nodes: {min: 2, max:"
                + " 6}'.");
  }

  @Test
  void nothingThatNullCouldRemove() {
    assertThat(
            problems(
                KnownFiles.with(
                        "env.yaml", "extends: base.yaml\ncluster: {nodeGroups: {trainr: null}}\n")
                    .and("base.yaml", SHOP)))
        .containsExactly(
            "env.yaml:2:24: There is no 'trainr' below this file that null could remove. Did you"
                + " mean 'trainer'?");
  }

  @Test
  void aVariableThatIsNotSet() {
    assertThat(problemsOf(SHOP + "        settings: {TOKEN: \"${env:SHOP_TOKEN}\"}\n"))
        .containsExactly(
            "env.yaml:14:27: The environment variable 'SHOP_TOKEN' is not set, or is empty. Set it"
                + " before you run this.");
  }

  @Test
  void aValueFromOutsideWhereNoneMayBe() {
    assertThat(problemsOf(SHOP.replace("name: prod", "name: ${env:CLUSTER}")))
        .containsExactly(
            "env.yaml:3:9: 'name' cannot come from outside of the file. Write the value itself;"
                + " only secrets and free text take ${env:…} and ${file:…}.");
  }

  @Test
  void severalMistakesOfSeveralKindsAtOnce() {
    assertThat(
            problemsOf(
                SHOP.replace("eks", "ekz")
                        .replace("nodes: 1", "nodes: 0")
                        .replace("environment: shop", "environment: Shop")
                    + "        nodeGroup: platform\n"))
        .containsExactly(
            "env.yaml:1:14: 'environment' is 'Shop', which may only have lower-case letters, digits"
                + " and '-', beginning and ending with a letter or digit. Write, for example,"
                + " 'environment: shop-prod'.",
            "env.yaml:4:17: 'distribution' must be 'eks', 'gke', 'gke-autopilot', 'aks',"
                + " 'openshift', 'rancher' or 'kubernetes', but is 'ekz'. Did you mean 'eks'?",
            "env.yaml:8:51: 'nodes' must be an integer of 1 or more, but is 0. Write, for example,"
                + " 'nodes: {min: 2, max: 6}'.",
            "env.yaml:14:9: A workload has no field 'nodeGroup'. Did you mean 'nodeGroups'?");
  }

  @Test
  void anUnknownSystem() {
    assertThat(problemsOf(CLUSTER + "applications: [{name: hs, system: hyperscence}]\n"))
        .containsExactly(
            "env.yaml:9:35: There is no system 'hyperscence'. Did you mean 'hyperscience'?");
  }

  private static List<String> problemsOf(String yaml) {
    return problems(KnownFiles.with("env.yaml", yaml));
  }

  private static List<String> problems(KnownFiles files) {
    return Failures.of(() -> new Environments(Catalog.systems()).read("env.yaml", files.inputs()));
  }
}
