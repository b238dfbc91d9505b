package dev.slipway.manifest.patch;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Scalar;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchesTest {
  private static final Origin FILE = Origin.at(new Position("prod.yaml", 40, 5));
  private static final Patch SCALE = Patch.merge(mapping("spec: {replicas: 3}"));

  private final ManifestSet set =
      set(
          "{apiVersion: apps/v1, kind: Deployment, metadata: {name: platform, namespace: hs}}",
          "{apiVersion: apps/v1, kind: Deployment, metadata: {name: trainer, namespace: hs}}",
          "{apiVersion: apps/v1, kind: Deployment, metadata: {name: trainer, namespace: other}}",
          "{apiVersion: v1, kind: Service, metadata: {name: platform, namespace: hs}}",
          "{apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: platform,"
              + " namespace: hs}}",
          "{apiVersion: v1, kind: Namespace, metadata: {name: hs}}");

  @Test
  void noPatchesChangeNothing() {
    assertThat(Patches.apply(set, List.of())).isSameAs(set);
  }

  @Test
  void aPatchChangesItsObjectAndNoOther() {
    ManifestSet patched = apply(PatchTarget.of("Deployment", "platform"), SCALE);

    assertThat(replicas(patched)).containsExactly("platform=3", "trainer=null", "trainer=null");
  }

  @Test
  void patchesOfOneObjectAreMadeInTheirOrder() {
    PatchTarget target = PatchTarget.of("Deployment", "platform");
    ManifestSet patched =
        Patches.apply(
            set,
            List.of(
                new TargetedPatch(target, SCALE, FILE),
                new TargetedPatch(
                    target,
                    Patch.json(
                        mapping("o: [{op: replace, path: /spec/replicas, value: 4}]").seq("o")),
                    FILE)));

    assertThat(replicas(patched)).contains("platform=4");
  }

  @Test
  void anAsteriskMeansAllOfTheKind() {
    assertThat(replicas(apply(PatchTarget.all("Deployment"), SCALE)))
        .containsExactly("platform=3", "trainer=3", "trainer=3");
  }

  @Test
  void anAsteriskMayMeanAllOfTheKindInANamespace() {
    assertThat(replicas(apply(PatchTarget.all("Deployment").inNamespace("other"), SCALE)))
        .containsExactly("platform=null", "trainer=null", "trainer=3");
  }

  @Test
  void theNamespaceTellsNamesakesApart() {
    assertThat(replicas(apply(PatchTarget.of("Deployment", "trainer").inNamespace("hs"), SCALE)))
        .containsExactly("platform=null", "trainer=3", "trainer=null");
  }

  @Test
  void theGroupTellsNamesakesApart() {
    ManifestSet patched = apply(PatchTarget.of("Service", "platform").inGroup(""), SCALE);

    assertThat(
            Stream.of("v1", "serving.knative.dev/v1")
                .map(
                    version ->
                        patched.ofKind("Service").stream()
                            .filter(m -> m.ref().type().apiVersion().equals(version))
                            .map(m -> m.spec().has("replicas"))
                            .toList()))
        .containsExactly(List.of(true), List.of(false));
  }

  @Test
  void severalNamesakesMustBeMeant() {
    assertRefused(
        PatchTarget.of("Deployment", "trainer"),
        "prod.yaml:40:5: The patch is for Deployment 'trainer', and there are 2: Deployment"
            + " hs/trainer (apps/v1), Deployment other/trainer (apps/v1). Say in which namespace,"
            + " or of which group, or give the name '*' to mean all of the kind.");
  }

  @Test
  void aNameThatIsNearlyRightIsSuggested() {
    assertRefused(
        PatchTarget.of("Deployment", "trainr"),
        "prod.yaml:40:5: The patch is for Deployment 'trainr', which is not rendered. Did you mean"
            + " 'trainer'?");
  }

  @Test
  void otherwiseTheNamesThatThereAreAreTold() {
    assertRefused(
        PatchTarget.of("Deployment", "operator").inNamespace("hs"),
        "prod.yaml:40:5: The patch is for Deployment 'operator' in namespace 'hs', which is not"
            + " rendered. There are Deployment hs/platform, Deployment hs/trainer, Deployment"
            + " other/trainer.");
  }

  @Test
  void aKindThatIsNearlyRightIsSuggested() {
    assertRefused(
        PatchTarget.of("Deploymnet", "platform"),
        "prod.yaml:40:5: The patch is for Deploymnet 'platform', and nothing of that kind is"
            + " rendered. Did you mean 'Deployment'?");
  }

  @Test
  void anAsteriskThatMeetsNothingIsAMistakeToo() {
    assertRefused(
        PatchTarget.all("StatefulSet"),
        "prod.yaml:40:5: The patch is for StatefulSet '*', and nothing of that kind is rendered."
            + " The kinds are Deployment, Namespace, Service.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "metadata: {name: other} | metadata.name 'platform' becomes 'other'",
        "metadata: {namespace: null} | metadata.namespace 'hs' is removed",
        "kind: StatefulSet | kind 'Deployment' becomes 'StatefulSet'",
        "apiVersion: apps/v1beta2 | apiVersion 'apps/v1' becomes 'apps/v1beta2'",
      })
  void aPatchCannotMakeAnotherObject(String patch, String change) {
    assertThatThrownBy(
            () -> apply(PatchTarget.of("Deployment", "platform"), Patch.merge(mapping(patch))))
        .hasMessage(
            "prod.yaml:40:5: patch of Deployment hs/platform: "
                + change
                + ", which makes this another object. Change what declares the object instead.");
  }

  @Test
  void aPatchCannotGiveANamespaceToAnObjectWithoutOne() {
    assertThatThrownBy(
            () ->
                apply(
                    PatchTarget.of("Namespace", "hs"),
                    Patch.merge(mapping("metadata: {namespace: hs}"))))
        .hasMessageContaining(
            "metadata.namespace is set to 'hs', which makes this another object.");
  }

  @Test
  void aPatchMayNameTheObjectThatItIsFor() {
    Patch patch =
        Patch.strategic(
            mapping(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: platform, labels: {a: b}}
                """));

    assertThat(
            apply(PatchTarget.of("Deployment", "platform"), patch)
                .ofKind("Deployment")
                .get(0)
                .metadata()
                .mapping("labels"))
        .isEqualTo(mapping("a: b"));
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    Patch bad = Patch.json(mapping("o: [{op: remove, path: /spec}]").seq("o"));

    assertThatThrownBy(
            () ->
                Patches.apply(
                    set,
                    List.of(
                        new TargetedPatch(PatchTarget.of("Job", "x"), SCALE, FILE),
                        new TargetedPatch(
                            PatchTarget.all("Deployment"), bad, Origin.of("patch 2 of 'prod'")))))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems().stream().map(Object::toString))
                    .containsExactly(
                        "prod.yaml:40:5: The patch is for Job 'x', and nothing of that kind is"
                            + " rendered. The kinds are Deployment, Namespace, Service.",
                        "patch 2 of 'prod' › patch of Deployment hs/platform › remove '/spec': The"
                            + " object has no 'spec'. Use 'add' where it may be missing.",
                        "patch 2 of 'prod' › patch of Deployment hs/trainer › remove '/spec': The"
                            + " object has no 'spec'. Use 'add' where it may be missing.",
                        "patch 2 of 'prod' › patch of Deployment other/trainer › remove '/spec':"
                            + " The object has no 'spec'. Use 'add' where it may be missing."));
  }

  @Test
  void whatFitsIsMadeAllTheSameWhereProblemsAreKept() {
    Problems problems = new Problems();

    ManifestSet patched =
        Patches.apply(
            set,
            List.of(
                new TargetedPatch(PatchTarget.of("Job", "x"), SCALE, FILE),
                new TargetedPatch(PatchTarget.of("Deployment", "platform"), SCALE, FILE)),
            Absent.NOTHING,
            problems);

    assertThat(problems.all()).hasSize(1);
    assertThat(replicas(patched)).containsExactly("platform=3", "trainer=null", "trainer=null");
  }

  @Test
  void whatMayBeForSomethingAbsentIsNotTold() {
    Problems problems = new Problems();

    Patches.apply(
        set,
        List.of(
            new TargetedPatch(PatchTarget.of("Deployment", "operator"), SCALE, FILE),
            new TargetedPatch(PatchTarget.of("Deployment", "trainr"), SCALE, FILE)),
        (target, misspelt) -> !misspelt,
        problems);

    assertThat(problems.all().stream().map(Problem::message))
        .containsExactly("The patch is for Deployment 'trainr', which is not rendered.");
  }

  private ManifestSet apply(PatchTarget target, Patch patch) {
    return Patches.apply(set, List.of(new TargetedPatch(target, patch, FILE)));
  }

  private void assertRefused(PatchTarget target, String message) {
    assertThatThrownBy(() -> apply(target, SCALE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  private static List<String> replicas(ManifestSet set) {
    return set.ofKind("Deployment").stream()
        .map(
            manifest -> {
              Node replicas = manifest.spec().get("replicas");
              return manifest.ref().name() + "=" + (replicas == null ? Scalar.NULL : replicas);
            })
        .toList();
  }

  private static ManifestSet set(String... objects) {
    return ManifestSet.of(
        Stream.of(objects)
            .map(object -> Manifest.of(mapping(object), Origin.of("a test")))
            .toList());
  }
}
