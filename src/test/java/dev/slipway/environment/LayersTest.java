package dev.slipway.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Failures;
import dev.slipway.manifest.YamlLimits;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlSequence;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayersTest {

  @Test
  void mapsAreMergedKeyByKey() {
    KnownFiles files =
        KnownFiles.with("base.yaml", "cluster: {name: base, cloud: aws, tags: {a: 1}}\nmore: 1\n")
            .and("env.yaml", "extends: base.yaml\ncluster: {name: prod, tags: {b: 2}}\nnew: 3\n");

    assertThat(merged(files))
        .hasToString("{cluster: {name: prod, cloud: aws, tags: {a: 1, b: 2}}, more: 1, new: 3}");
  }

  @Test
  void listsOfNamedThingsAreMergedByName() {
    KnownFiles files =
        KnownFiles.with("base.yaml", "groups: [{name: a, nodes: 1, zone: x}, {name: b, nodes: 2}]")
            .and("env.yaml", "extends: base.yaml\ngroups: [{name: c}, {name: a, nodes: 5}]");

    assertThat(merged(files))
        .hasToString("{groups: [{name: a, nodes: 5, zone: x}, {name: b, nodes: 2}, {name: c}]}");
  }

  @Test
  void namedThingsMayBeGivenByTheirNamesAndRemovedSo() {
    KnownFiles files =
        KnownFiles.with("base.yaml", "groups: [{name: a, nodes: 1}, {name: b}]")
            .and("env.yaml", "extends: base.yaml\ngroups: {b: null, a: {nodes: 5}, c: {nodes: 1}}");

    assertThat(merged(files)).hasToString("{groups: [{name: a, nodes: 5}, {name: c, nodes: 1}]}");
  }

  @Test
  void otherListsAndValuesAreReplaced() {
    KnownFiles files =
        KnownFiles.with(
                "base.yaml", "zones: [a, b]\ntaints: [{key: a}]\nkeep: [{name: a}]\nsize: big")
            .and(
                "env.yaml",
                "extends: base.yaml\nzones: [c]\ntaints: [{key: b}]\nkeep: []\nsize: {cpu: 1}");

    assertThat(merged(files))
        .hasToString("{zones: [c], taints: [{key: b}], keep: [], size: {cpu: 1}}");
  }

  @Test
  void nullRemoves() {
    KnownFiles files =
        KnownFiles.with("base.yaml", "a: 1\nb: {c: 2, d: 3}\ne: 4")
            .and("env.yaml", "extends: base.yaml\na: null\nb: {c: ~}\ne:\n");

    assertThat(merged(files)).hasToString("{b: {d: 3}}");
  }

  @Test
  void thatThereIsNothingToRemoveIsSaid() {
    KnownFiles files =
        KnownFiles.with("base.yaml", "replicas: 1\ngroups: [{name: trainer}]")
            .and("env.yaml", "extends: base.yaml\nreplcas: null\ngroups: {trainr: null}\nx: null");

    assertThat(problems(files))
        .containsExactly(
            "env.yaml:3:10: There is no 'trainr' below this file that null could remove. Did you"
                + " mean 'trainer'?",
            "env.yaml:2:1: There is no 'replcas' below this file that null could remove. Did you"
                + " mean 'replicas'?",
            "env.yaml:4:1: There is no 'x' below this file that null could remove. Leave it out.");
  }

  @Test
  void aNullInAFileThatExtendsNothingIsLeftToTheReader() {
    assertThat(merged(KnownFiles.with("env.yaml", "a: null")))
        .hasToString("{a: }".replace(" }", " null}"));
  }

  @Test
  void everyValueKeepsItsPlace() {
    KnownFiles files =
        KnownFiles.with(
                "shared/base.yaml", "cluster:\n  cloud: aws\n  name: base\ngroups:\n  - name: a\n")
            .and(
                "env.yaml",
                "extends: shared/base.yaml\n"
                    + "cluster: {name: prod}\n"
                    + "groups: {a: {nodes: 2}, b: {}}\n");
    YamlMapping root = merged(files);
    YamlMapping cluster = (YamlMapping) root.value(0);
    YamlSequence groups = (YamlSequence) root.value(1);

    assertThat(cluster.position()).hasToString("env.yaml:2:10");
    assertThat(root.keyPosition(0)).hasToString("env.yaml:2:1");
    assertThat(cluster.keyPosition(0)).hasToString("shared/base.yaml:2:3");
    assertThat(cluster.value(0).position()).hasToString("shared/base.yaml:2:10");
    assertThat(cluster.value(1).position()).hasToString("env.yaml:2:17");
    assertThat(((YamlMapping) groups.get(0)).value(0).position())
        .hasToString("shared/base.yaml:5:11");
    assertThat(((YamlMapping) groups.get(1)).value(0).position()).hasToString("env.yaml:3:25");
  }

  @Test
  void ofSeveralFilesTheLaterLieOnTheEarlier() {
    KnownFiles files =
        KnownFiles.with("a.yaml", "x: a\ny: a\nz: a")
            .and("b.yaml", "y: b\nz: b")
            .and("env.yaml", "extends: [a.yaml, b.yaml]\nz: env");

    assertThat(merged(files)).hasToString("{x: a, y: b, z: env}");
  }

  @Test
  void filesAreLookedForWhereTheExtendingFileIs() {
    KnownFiles files =
        KnownFiles.with("shared/deep/root.yaml", "x: root")
            .and("shared/base.yaml", "extends: deep/root.yaml\ny: base")
            .and("envs/prod/env.yaml", "extends: ../../shared/./base.yaml\nz: env");

    assertThat(Layers.read("envs/prod/env.yaml", files.inputs()))
        .satisfies(merged -> assertThat(merged.root()).hasToString("{x: root, y: base, z: env}"))
        .satisfies(
            merged ->
                assertThat(merged.files())
                    .containsExactly(
                        "envs/prod/env.yaml", "shared/base.yaml", "shared/deep/root.yaml"));
  }

  @Test
  void beingAbstractIsNotInherited() {
    KnownFiles files =
        KnownFiles.with("base.yaml", "abstract: true\na: 1").and("env.yaml", "extends: base.yaml");

    assertThat(Layers.read("base.yaml", files.inputs()).isAbstract()).isTrue();
    assertThat(Layers.read("env.yaml", files.inputs()).isAbstract()).isFalse();
    assertThat(merged(files)).hasToString("{a: 1}");
  }

  @Test
  void filesThatShareABaseMayBeJoined() {
    KnownFiles files =
        KnownFiles.with("root.yaml", "a: root\nb: root")
            .and("left.yaml", "extends: root.yaml\na: left")
            .and("right.yaml", "extends: root.yaml\nc: right")
            .and("env.yaml", "extends: [left.yaml, right.yaml]");

    assertThat(merged(files)).hasToString("{a: root, b: root, c: right}");
  }

  @Test
  void circlesAreSaidWithTheirChain() {
    KnownFiles files =
        KnownFiles.with("env.yaml", "extends: a.yaml")
            .and("a.yaml", "extends: [b.yaml]")
            .and("b.yaml", "x: 1\nextends: a.yaml");

    assertThat(problems(files))
        .containsExactly(
            "b.yaml:2:10: The files extend one another in a circle: a.yaml → b.yaml → a.yaml."
                + " Remove this one, or move what they share into a file that extends none of"
                + " them.");
    assertThat(problems(KnownFiles.with("env.yaml", "extends: ./env.yaml")))
        .containsExactly(
            "env.yaml:1:10: The file extends itself. Remove this one, or move what they share into"
                + " a file that extends none of them.");
  }

  @Test
  void theProblemsOfAllFilesAreSaidAtOnce() {
    KnownFiles files =
        KnownFiles.with("env.yaml", "extends: [a.yaml, missing.yaml, b.yaml, 5, '']\nabstract: yes")
            .and("a.yaml", "x: [")
            .and("b.yaml", "- list");

    assertThat(problems(files))
        .containsExactly(
            "env.yaml:1:41: 'extends' must be the path of a file or a list of such, but is an"
                + " integer. Write, for example, 'extends: base.yaml'.",
            "env.yaml:1:44: 'extends' must be the path of a file or a list of such, but is a"
                + " string. Write, for example, 'extends: base.yaml'.",
            "env.yaml:2:11: 'abstract' must be true or false, but is a string. Write, for example,"
                + " 'abstract: true'.",
            "a.yaml:1:5: A list or map that was begun is not closed. Close it with ']' or '}'.",
            "env.yaml:1:19: There is no file 'missing.yaml'. Write a path that is relative to the"
                + " folder of env.yaml.",
            "b.yaml:1:1: The file must be a map, but is a list. Begin it with a key.");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThat(Failures.of(() -> Layers.read("no.yaml", new KnownFiles().inputs())))
        .containsExactly(
            "no.yaml:1:1: There is no file 'no.yaml'. Give the name of a file that is there.");
  }

  @Test
  void aFileThatCannotBeReadIsSaid() {
    Inputs locked =
        new Inputs() {
          @Override
          public byte[] read(String name, int atMost) throws IOException {
            throw new IOException("permission denied");
          }

          @Override
          public Optional<String> variable(String name) {
            return Optional.empty();
          }
        };

    assertThat(Failures.of(() -> Layers.read("env.yaml", locked)))
        .containsExactly(
            "env.yaml:1:1: The file 'env.yaml' cannot be read: permission denied. See that it is a"
                + " file that you may read.");
  }

  @Test
  void noMoreThanAHundredFilesAreRead() {
    KnownFiles files = KnownFiles.with("env.yaml", "extends: f0.yaml");
    for (int i = 0; i < 200; i++) {
      files.and("f%d.yaml".formatted(i), "extends: f%d.yaml".formatted(i + 1));
    }

    assertThat(problems(files))
        .containsExactly(
            "f98.yaml:1:10: More than 100 files extend one another. Put what they share into fewer"
                + " files.");
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() {
    KnownFiles files = KnownFiles.with("env.yaml", "a: 12345678\n");

    assertThat(
            Failures.of(() -> Layers.read("env.yaml", files.inputs(), new YamlLimits(11, 10, 10))))
        .containsExactly(
            "env.yaml:1:1: The file has more than 11 bytes. Split it into several" + " files.");
  }

  @Test
  void twoThingsOfOneNameInAnUpperListAreSaid() {
    KnownFiles files =
        KnownFiles.with("base.yaml", "groups: [{name: a}]")
            .and("env.yaml", "extends: base.yaml\ngroups: [{name: a, x: 1}, {name: a, y: 2}]");

    assertThat(problems(files))
        .containsExactly(
            "env.yaml:2:27: The name 'a' stands in this list a second time; the first is at"
                + " env.yaml:2:10. Merge the two, or rename one.");
  }

  private static YamlMapping merged(KnownFiles files) {
    return Layers.read("env.yaml", files.inputs()).root();
  }

  private static List<String> problems(KnownFiles files) {
    return Failures.of(() -> Layers.read("env.yaml", files.inputs()));
  }
}
