package dev.slipway.check.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.testing.YamlText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API takes, trap by trap, as the API server's decoder tells them apart. */
class SchemasTest {

  @Test
  void aFieldThatIsMisspeltIsToldWithTheOneMeant() {
    assertThat(inContainer("imagePullpolicy: Always"))
        .containsExactly(
            "spec.containers[0].imagePullpolicy: A Container has no field 'imagePullpolicy' in"
                + " Kubernetes 1.34. Did you mean 'imagePullPolicy'?");
  }

  @Test
  void fieldsAreToldApartByCase() {
    assertThat(inContainer("Image: x"))
        .containsExactly(
            "spec.containers[0].Image: A Container has no field 'Image' in Kubernetes 1.34. Did you"
                + " mean 'image'?");
  }

  @Test
  void aFieldOfTheWholeThatStandsInAPartIsToldWhereItBelongs() {
    assertThat(inContainer("hostNetwork: true"))
        .containsExactly(
            "spec.containers[0].hostNetwork: A Container has no field 'hostNetwork' in Kubernetes"
                + " 1.34. It belongs at spec.hostNetwork.");
  }

  @Test
  void aFieldOfAPartThatStandsInTheWholeIsToldWhereItBelongs() {
    assertThat(
            faults(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  containers: [{name: web, image: web}]
                  template:
                    metadata: {labels: {app: web}}
                """))
        .containsExactly(
            "spec.containers: A DeploymentSpec has no field 'containers' in Kubernetes 1.34. It"
                + " belongs at spec.template.spec.containers.");
  }

  @Test
  void theObjectItselfAndItsMetadataHaveNoMoreFieldsThanTheirs() {
    assertThat(
            faults(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, label: {x: y}}
                date: {x: y}
                """))
        .containsExactly(
            "metadata.label: An ObjectMeta has no field 'label' in Kubernetes 1.34. Did you mean"
                + " 'labels'?",
            "date: A ConfigMap has no field 'date' in Kubernetes 1.34. Did you mean 'data'?");
  }

  @Test
  void aNewFieldIsToldWithTheVersionThatBringsIt() {
    String sidecar =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec:
          hostUsers: false
          initContainers: [{name: proxy, image: proxy, restartPolicy: Always}]
          containers: [{name: web, image: web}]
        """;

    assertThat(faults("1.28", sidecar)).isEmpty();
    assertThat(faults("1.27", sidecar))
        .containsExactly(
            "spec.initContainers[0].restartPolicy: 'restartPolicy' of a Container is known from"
                + " Kubernetes 1.28 on; the cluster has 1.27. Remove it, or wait for the cluster's"
                + " upgrade.");
    assertThat(faults("1.24", sidecar))
        .containsExactly(
            "spec.hostUsers: 'hostUsers' of a PodSpec is known from Kubernetes 1.25 on; the cluster"
                + " has 1.24. Remove it, or wait for the cluster's upgrade.",
            "spec.initContainers[0].restartPolicy: 'restartPolicy' of a Container is known from"
                + " Kubernetes 1.28 on; the cluster has 1.24. Remove it, or wait for the cluster's"
                + " upgrade.");
  }

  @Test
  void aFieldThatHasGoneIsToldWithTheLastVersionThatHadIt() {
    String named =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a, clusterName: b}
        """;

    assertThat(faults("1.24", named)).isEmpty();
    assertThat(faults("1.34", named))
        .containsExactly(
            "metadata.clusterName: 'clusterName' of an ObjectMeta ended with Kubernetes 1.24; the"
                + " cluster has 1.34.");
  }

  @Test
  void whereTheVersionIsNotKnownAFieldOfAnyIsTaken() {
    assertThat(
            faults(
                Optional.empty(),
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: a, clusterName: b}
                spec:
                  hostUsers: false
                  containers: [{name: web, imag: web}]
                """))
        .containsExactly(
            "spec.containers[0].imag: A Container has no field 'imag'. Did you mean 'image'?");
  }

  @Test
  void aVersionThatIsNewerThanAllThatAreKnownIsTakenForTheNewest() {
    assertThat(
            faults(
                "1.40",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, labls: {}}
                """))
        .containsExactly(
            "metadata.labls: An ObjectMeta has no field 'labls' in Kubernetes 1.36. Did you mean"
                + " 'labels'?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stdin: 'true'       | stdin: 'stdin' takes true or false, and has a string, 'true'. Write"
            + " it without quotes.",
        "image: 5            | image: 'image' takes a string, and has an integer, 5. Put it in"
            + " quotes.",
        "image: true         | image: 'image' takes a string, and has a boolean, true. Put it in"
            + " quotes.",
        "image: 1.5          | image: 'image' takes a string, and has a number with a fraction,"
            + " 1.5. Put it in quotes.",
        "args: run           | args: 'args' takes a list, and has a string, 'run'.",
        "args: [a, 5]        | args[1]: 'args[1]' takes a string, and has an integer, 5. Put it in"
            + " quotes.",
        "env: {A: b}         | env: 'env' takes a list, and has a map.",
        "resources: []       | resources: 'resources' takes fields, and has a list.",
        "resources: ''       | resources: 'resources' takes fields, and has a string, ''.",
        "resources: {limits: [cpu]} | resources.limits: 'limits' takes a map, and has a list.",
        "ports: [{containerPort: 2147483648}] | ports[0].containerPort: 'containerPort' takes an"
            + " integer from -2147483648 to 2147483647, and has an integer, 2147483648.",
        "ports: [{containerPort: 80.5}] | ports[0].containerPort: 'containerPort' takes an integer,"
            + " and has a number with a fraction, 80.5.",
        "imagePullPolicy: always | imagePullPolicy: 'imagePullPolicy' takes Always, IfNotPresent or"
            + " Never, and has 'always'. Did you mean 'Always'?"
      })
  void aValueOfAnotherTypeIsToldWithWhatTheFieldTakes(String field, String fault) {
    assertThat(inContainer(field)).containsExactly("spec.containers[0]." + fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ports: [{containerPort: 80.0}]",
        "livenessProbe: {tcpSocket: {port: 80}}",
        "livenessProbe: {tcpSocket: {port: http}}",
        "resources: {limits: {cpu: 1, memory: 1.5Gi, x.example.com/y: '3'}}",
        "resources: {limits: {cpu: 0.5, memory: 1e9}}",
        "resources: {limits: {cpu: ' 1 '}}",
        "imagePullPolicy: ''",
        "args: []",
        "args: [null]",
        "env:",
        "resources: {limits: null}"
      })
  void whatTheServersDecoderTakesIsTaken(String field) {
    assertThat(inContainer(field)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "livenessProbe: {tcpSocket: {port: true}} | livenessProbe.tcpSocket.port: 'port' takes a"
            + " string or an integer, and has a boolean, true.",
        "resources: {limits: {cpu: 1 core}} | resources.limits.cpu: 'cpu' takes a quantity, and has"
            + " '1 core'. Write a number with an optional unit, such as 500m, 2, 512Mi or 1.5Gi.",
        "resources: {limits: {cpu: ''}} | resources.limits.cpu: 'cpu' takes a quantity, and has ''."
            + " Write a number with an optional unit, such as 500m, 2, 512Mi or 1.5Gi.",
        "resources: {limits: {cpu: true}} | resources.limits.cpu: 'cpu' takes a quantity, and has a"
            + " boolean."
      })
  void ofWhatTheServerReadsWithCodeOfItsOwnTheRestIsTold(String field, String fault) {
    assertThat(inContainer(field)).containsExactly("spec.containers[0]." + fault);
  }

  @Test
  void aFieldThatMustBeThereIsToldToBeMissing() {
    assertThat(inContainer("env: [{value: x}, {name: null}]"))
        .containsExactly(
            "spec.containers[0].env[0].name: An EnvVar has no 'name', which it must have.",
            "spec.containers[0].env[1].name: An EnvVar has no 'name', which it must have.");
  }

  @Test
  void anItemThatIsNullIsOneWithoutFields() {
    assertThat(inContainer("env: [null]"))
        .containsExactly(
            "spec.containers[0].env[0].name: An EnvVar has no 'name', which it must have.");
  }

  @Test
  void inAStatusOnlyTheFormCounts() {
    assertThat(
            faults(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: a}
                spec: {containers: [{name: a, image: a}]}
                status: {phase: Fine, conditions: [{status: 'True'}], hostIP: 5, podIPP: x}
                """))
        .containsExactly(
            "status.hostIP: 'hostIP' takes a string, and has an integer, 5. Put it in quotes.",
            "status.podIPP: A PodStatus has no field 'podIPP' in Kubernetes 1.34. Did you mean"
                + " 'podIP'?");
  }

  @Test
  void neitherASecretsNorAVariablesValueIsQuoted() {
    assertThat(
            faults(
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: a}
                data: {a: hunter2, b: 4711}
                stringData: {c: 4711}
                """))
        .hasSize(3)
        .noneMatch(fault -> fault.contains("hunter2") || fault.contains("4711"));
    assertThat(inContainer("env: [{name: PASSWORD, value: 4711}]"))
        .containsExactly(
            "spec.containers[0].env[0].value: 'value' takes a string, and has an integer. Put it in"
                + " quotes.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aGk=", "''", "\"aGVs\\nbG8=\"", "[104, 105]", "null"})
  void bytesAreTaken(String value) {
    assertThat(secret(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aGk", "aG=k", "'a Gk='", "aGk_", "====", "true", "{}", "[256]"})
  void whatIsNoBytesIsTold(String value) {
    assertThat(secret(value)).singleElement().asString().startsWith("data.a");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-31T12:30:00Z, true",
    "2025-01-31T12:30:00.5+01:00, true",
    "2024-02-29T00:00:00Z, true",
    "2025-02-29T00:00:00Z, false",
    "2025-01-31T24:00:00Z, false",
    "2025-01-31 12:30:00Z, false",
    "2025-01-31T12:30:00, false",
    "2025-01-31T12:30:00z, false",
    "2025-01-31, false",
    "'', false"
  })
  void aTimeIsWrittenInOneForm(String time, boolean taken) {
    String yaml =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, creationTimestamp: '%s'}\n"
            .formatted(time);

    assertThat(faults(yaml).isEmpty()).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-31T12:30:00.000000Z, true",
    "2025-01-31T12:30:00Z, false",
    "2025-01-31T12:30:00.000Z, false"
  })
  void aTimeWithMicrosecondsHasSixDigitsOfThem(String time, boolean taken) {
    String yaml =
        "apiVersion: coordination.k8s.io/v1\nkind: Lease\nmetadata: {name: a}\nspec: {renewTime:"
            + " '%s'}\n".formatted(time);

    assertThat(faults(yaml).isEmpty()).isEqualTo(taken);
  }

  @Test
  void aKindThatTheVersionHasNoMoreIsToldWithTheOneToWrite() {
    String cronJob = "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\n";

    assertThat(faults("1.34", cronJob))
        .containsExactly(
            "apiVersion: CronJob 'batch/v1beta1' ended with Kubernetes 1.24; the cluster has 1.34."
                + " Write apiVersion: batch/v1, and look at the fields: they may have changed with"
                + " it.");
    assertThat(faults("1.24", cronJob)).noneMatch(fault -> fault.startsWith("apiVersion"));
  }

  @Test
  void aKindThatEndedLongAgoIsToldWithTheOneToWrite() {
    assertThat(faults("apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: a}\n"))
        .containsExactly(
            "apiVersion: Ingress 'extensions/v1beta1' ended before Kubernetes 1.24. Write"
                + " apiVersion: networking.k8s.io/v1, and look at the fields: they may have changed"
                + " with it.");
  }

  @Test
  void aKindThatTheVersionDoesNotHaveYetIsTold() {
    String policy =
        "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata:"
            + " {name: a}\nspec: {}\n";

    assertThat(faults("1.30", policy)).isEmpty();
    assertThat(faults("1.29", policy))
        .containsExactly(
            "apiVersion: ValidatingAdmissionPolicy 'admissionregistration.k8s.io/v1' is known from"
                + " Kubernetes 1.30 on; the cluster has 1.29. Write apiVersion:"
                + " admissionregistration.k8s.io/v1beta1, and look at the fields: they may have"
                + " changed with it.");
  }

  @Test
  void aKindOfAnotherGroupIsToldWithItsOwn() {
    assertThat(faults("apiVersion: v1\nkind: Deployment\nmetadata: {name: a}\n"))
        .containsExactly(
            "apiVersion: Kubernetes 1.34 has no Deployment 'v1'. Write apiVersion: apps/v1, and"
                + " look at the fields: they may have changed with it.");
    assertThat(faults("apiVersion: app/v1\nkind: Deployment\nmetadata: {name: a}\n")).hasSize(1);
  }

  @Test
  void aKindThatIsMisspeltIsToldWithTheOneMeant() {
    assertThat(faults("apiVersion: apps/v1\nkind: StatefullSet\nmetadata: {name: a}\n"))
        .containsExactly(
            "kind: Kubernetes 1.34 has no kind 'StatefullSet'. Did you mean 'StatefulSet'?");
  }

  @Test
  void ofAKindThatIsNotKubernetesOwnTheMetadataIsJudged() {
    assertThat(
            faults(
                """
                apiVersion: example.com/v1
                kind: Deployment
                metadata: {name: a, labels: {x: 5}}
                spec: {anything: goes}
                """))
        .containsExactly(
            "metadata.labels.x: 'x' takes a string, and has an integer. Put it in quotes.");
  }

  @Test
  void inNestedSchemasOfADefinitionTheServerLooksForNoUnknownFields() {
    String definition =
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: shops.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {plural: shops, kind: Shop}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                %s
        """;

    assertThat(faults(definition.formatted("properties: {a: {typ: object}}")))
        .singleElement()
        .asString()
        .contains("no field 'typ'");
    assertThat(faults(definition.formatted("properties: {a: {items: {typ: object}}}"))).isEmpty();
    assertThat(faults(definition.formatted("properties: {a: {items: {type: 5}}}"))).hasSize(1);
    assertThat(faults(definition.formatted("additionalProperties: true"))).isEmpty();
    assertThat(faults(definition.formatted("additionalProperties: [a]")))
        .singleElement()
        .asString()
        .contains("'additionalProperties' takes fields, true or false, and has a list.");
    assertThat(faults(definition.formatted("default: {any: thing}"))).isEmpty();
  }

  private static List<String> inContainer(String field) {
    return faults(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec:
          containers:
          - name: a
            %s
        """
            .formatted(field));
  }

  private static List<String> secret(String value) {
    return faults(
        "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: %s}\n".formatted(value));
  }

  private static List<String> faults(String yaml) {
    return faults("1.34", yaml);
  }

  private static List<String> faults(String version, String yaml) {
    return faults(Optional.of(KubernetesVersion.of(version)), yaml);
  }

  private static List<String> faults(Optional<KubernetesVersion> version, String yaml) {
    Mapping body = YamlText.documents(yaml).get(0);
    return new Schemas(version, List.of())
        .faults(Manifest.of(body, Origin.of("test"))).stream()
            .map(fault -> (fault.path() + ": " + fault.message() + " " + fault.remedy()).strip())
            .toList();
  }
}
