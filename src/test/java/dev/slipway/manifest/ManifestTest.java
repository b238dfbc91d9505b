package dev.slipway.manifest;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {

  @Test
  void theIdentityIsReadFromTheBody() {
    Manifest manifest =
        manifest("{apiVersion: apps/v1, kind: Deployment, metadata: {name: a, namespace: n}}");

    assertThat(manifest.ref()).isEqualTo(ObjectRef.of("apps/v1", "Deployment", "n", "a"));
    assertThat(manifest.ref()).hasToString("Deployment n/a");
    assertThat(manifest.ref().type()).hasToString("apps/v1 Deployment");
    assertThat(manifest.ref().type().groupKind()).hasToString("Deployment.apps");
  }

  @Test
  void anObjectWithoutNamespaceHasAnEmptyOne() {
    Manifest manifest =
        manifest("{apiVersion: v1, kind: Namespace, metadata: {name: n, namespace: null}}");

    assertThat(manifest.ref().namespace()).isEmpty();
    assertThat(manifest.ref()).hasToString("Namespace n");
    assertThat(manifest.ref().type().group()).isEmpty();
    assertThat(manifest.ref().type().groupKind()).hasToString("Namespace");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: Pod, metadata: {name: a}}                   | Pod 'a' from a chart: There is no"
            + " apiVersion. Every object has an apiVersion, a kind and a name.",
        "{apiVersion: v1, metadata: {name: a}}              | object 'a' from a chart: There is no"
            + " kind. Every object has an apiVersion, a kind and a name.",
        "{apiVersion: v1, kind: Pod}                        | Pod from a chart: There is no"
            + " metadata.name. Every object has an apiVersion, a kind and a name.",
        "{apiVersion: v1, kind: Pod, metadata: {name: ''}}  | Pod from a chart: There is no"
            + " metadata.name. Every object has an apiVersion, a kind and a name.",
        "{apiVersion: v1, kind: Pod, metadata: {name: 123}} | Pod from a chart: metadata.name is an"
            + " integer. Give a string that is known; put numbers in quotes.",
        "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: 1}} | Pod 'a' from a chart:"
            + " metadata.namespace is an integer. Give a string that is known; put numbers in"
            + " quotes.",
      })
  void whatMakesNoObjectIsTold(String body, String message) {
    assertThatThrownBy(() -> Manifest.of(mapping(body), Origin.of("a chart")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void everythingThatIsMissingIsToldAtItsPlace() {
    assertThatThrownBy(() -> Manifest.of(Mapping.EMPTY, Origin.at(new Position("in.yaml", 4, 1))))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems().stream().map(Problem::toString))
                    .hasSize(3)
                    .allMatch(line -> line.startsWith("in.yaml:4:1: object: There is no ")));
  }

  @Test
  void anotherBodyMayBeAnotherObject() {
    Manifest manifest = manifest("{apiVersion: v1, kind: Pod, metadata: {name: a}}");
    Manifest renamed = manifest.withBody(manifest.body().with("metadata", Mapping.of("name", "b")));

    assertThat(renamed.ref().name()).isEqualTo("b");
    assertThat(renamed.origin()).isEqualTo(manifest.origin());
  }

  @Test
  void aSetIsInApplyOrderWhateverTheOrderGiven() {
    List<Manifest> manifests =
        List.of(
            manifest(
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}}"),
            manifest("{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}}"),
            manifest(
                "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a}}"),
            manifest("{apiVersion: example.com/v1, kind: Thing, metadata: {name: a}}"),
            manifest("{apiVersion: apps/v1, kind: Deployment, metadata: {name: b}}"),
            manifest("{apiVersion: apps/v1, kind: Deployment, metadata: {name: a, namespace: z}}"),
            manifest("{apiVersion: apps/v1, kind: Deployment, metadata: {name: a, namespace: y}}"),
            manifest("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: a}}"),
            manifest("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"),
            manifest("{apiVersion: v1, kind: Secret, metadata: {name: a}}"),
            manifest("{apiVersion: v1, kind: ServiceAccount, metadata: {name: a}}"),
            manifest("{apiVersion: policy/v1beta1, kind: PodSecurityPolicy, metadata: {name: a}}"),
            manifest(
                "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata:"
                    + " {name: a}}"),
            manifest("{apiVersion: v1, kind: Namespace, metadata: {name: a}}"));

    assertThat(ManifestSet.of(manifests).asList().stream().map(m -> m.ref().toString()))
        .containsExactly(
            "Namespace a",
            "CustomResourceDefinition a",
            "PodSecurityPolicy a",
            "ServiceAccount a",
            "Secret a",
            "ConfigMap a",
            "PersistentVolumeClaim a",
            "Deployment b",
            "Deployment y/a",
            "Deployment z/a",
            "Thing a",
            "HorizontalPodAutoscaler a",
            "PodDisruptionBudget a",
            "NetworkPolicy a");
  }

  @Test
  void oneObjectDeclaredTwiceAlikeIsOne() {
    Manifest one = manifest("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {x: y}}");
    Manifest again =
        manifest("{kind: ConfigMap, data: {x: y}, apiVersion: v1, metadata: {name: a}}");

    assertThat(ManifestSet.of(List.of(one, again)).size()).isEqualTo(1);
  }

  @Test
  void oneObjectDeclaredTwiceDifferentlyIsRefusedEvenInTwoVersions() {
    Manifest one =
        manifest("{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}}");
    Manifest other =
        Manifest.of(
            mapping("{apiVersion: policy/v1beta1, kind: PodDisruptionBudget, metadata: {name: a}}"),
            Origin.of("another"));

    assertThatThrownBy(() -> ManifestSet.of(List.of(one, other)))
        .hasMessage(
            "PodDisruptionBudget a is declared twice, by a test and by another, and the two differ."
                + " Rename one of them, or declare it in one place only.");
  }

  @Test
  void namesakesInOtherGroupsAndNamespacesAreOthers() {
    ManifestSet set =
        ManifestSet.of(
            List.of(
                manifest("{apiVersion: v1, kind: Service, metadata: {name: a}}"),
                manifest("{apiVersion: v1, kind: Service, metadata: {name: a, namespace: n}}"),
                manifest(
                    "{apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: a}}")));

    assertThat(set.size()).isEqualTo(3);
    assertThat(set.find(ObjectRef.of("v2", "Service", "n", "a").key()).orElseThrow().ref())
        .hasToString("Service n/a");
    assertThat(set.find(ObjectRef.of("v1", "Service", "m", "a").key())).isEmpty();
    assertThat(set.ofKind("Service")).hasSize(3);
  }

  @Test
  void setsAreJoined() {
    ManifestSet a =
        ManifestSet.of(List.of(manifest("{apiVersion: v1, kind: Pod, metadata: {name: a}}")));
    ManifestSet b =
        ManifestSet.of(List.of(manifest("{apiVersion: v1, kind: Secret, metadata: {name: b}}")));

    assertThat(a.plus(b)).hasToString("[Secret b, Pod a]").isEqualTo(b.plus(a));
    assertThat(a.plus(a)).isEqualTo(a);
    assertThat(a.plus(ManifestSet.EMPTY)).isEqualTo(a);
  }

  private static Manifest manifest(String body) {
    return Manifest.of(mapping(body), Origin.of("a test"));
  }
}
