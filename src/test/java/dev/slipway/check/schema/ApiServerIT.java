package dev.slipway.check.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.testing.YamlText;
import dev.slipway.testing.controlplane.ControlPlane;
import dev.slipway.testing.controlplane.Outcome;
import dev.slipway.testing.controlplane.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verdicts here are those of a real API server under strict field validation. */
class ApiServerIT {
  private static final KubernetesVersion VERSION = KubernetesVersion.of(ControlPlane.VERSION);
  private static final int AT_LEAST = 200;

  /** Fields without which the server refuses an object. */
  private static final String REQUIRED =
      """
      Deployment/web spec.selector
      Deployment/web spec.selector.matchExpressions.0.key
      Deployment/web spec.selector.matchExpressions.0.operator
      StatefulSet/db spec.selector
      StatefulSet/db spec.template
      DaemonSet/agent spec.selector
      ReplicaSet/old spec.selector
      Job/once spec.template
      Job/once spec.podFailurePolicy.rules.0.action
      Job/once spec.podFailurePolicy.rules.0.onExitCodes.operator
      CronJob/nightly spec.schedule
      CronJob/nightly spec.jobTemplate
      HorizontalPodAutoscaler/web spec.maxReplicas
      HorizontalPodAutoscaler/web spec.scaleTargetRef
      HorizontalPodAutoscaler/web spec.scaleTargetRef.kind
      HorizontalPodAutoscaler/web spec.scaleTargetRef.name
      HorizontalPodAutoscaler/web spec.metrics.0.type
      Pod/everything spec.containers
      Pod/everything spec.containers.0.name
      Pod/everything spec.containers.0.env.0.name
      Pod/everything spec.containers.0.env.3.valueFrom.configMapKeyRef.key
      Pod/everything spec.containers.0.env.4.valueFrom.secretKeyRef.key
      Pod/everything spec.containers.0.ports.0.containerPort
      Pod/everything spec.containers.0.volumeMounts.0.name
      Pod/everything spec.containers.0.volumeMounts.0.mountPath
      Pod/everything spec.containers.0.livenessProbe.httpGet.port
      Pod/everything spec.containers.0.readinessProbe.tcpSocket.port
      Pod/everything spec.initContainers.0.name
      Pod/everything spec.topologySpreadConstraints.0.maxSkew
      Pod/everything spec.topologySpreadConstraints.0.topologyKey
      Pod/everything spec.topologySpreadConstraints.0.whenUnsatisfiable
      Pod/everything spec.volumes.0.name
      Service/headless spec.ports.0.port
      Ingress/web spec.rules.0.http.paths
      Ingress/web spec.rules.0.http.paths.0.pathType
      Ingress/web spec.rules.0.http.paths.0.backend
      Role/reader rules.0.verbs
      RoleBinding/reader roleRef
      RoleBinding/reader roleRef.name
      RoleBinding/reader subjects.0.name
      StorageClass/fast provisioner
      RuntimeClass/sandboxed handler
      """;

  /** Values that no server takes, of fields that take only some. */
  private static final String UNKNOWN_VALUES =
      """
      Deployment/web spec.strategy.type Recrate
      StatefulSet/db spec.podManagementPolicy Both
      StatefulSet/db spec.updateStrategy.type Recreate
      DaemonSet/agent spec.updateStrategy.type Recreate
      Job/once spec.completionMode Ordered
      CronJob/nightly spec.concurrencyPolicy Deny
      Pod/everything spec.dnsPolicy Cluster
      Pod/everything spec.restartPolicy Sometimes
      Pod/everything spec.containers.0.imagePullPolicy Allways
      Pod/everything spec.containers.0.terminationMessagePolicy Log
      Pod/everything spec.containers.0.ports.0.protocol HTTP
      Pod/everything spec.containers.0.securityContext.seccompProfile.type Default
      Pod/everything spec.securityContext.fsGroupChangePolicy Never
      Pod/everything spec.tolerations.0.operator Equals
      Pod/everything spec.tolerations.0.effect NoRun
      Pod/everything spec.topologySpreadConstraints.0.whenUnsatisfiable Never
      Pod/everything spec.topologySpreadConstraints.0.nodeTaintsPolicy Honour
      Service/web spec.type Internal
      Service/web spec.sessionAffinity Cookie
      Service/web spec.externalTrafficPolicy Near
      Ingress/web spec.rules.0.http.paths.0.pathType Regex
      NetworkPolicy/web spec.policyTypes.0 Both
      StorageClass/fast volumeBindingMode Later
      StorageClass/fast reclaimPolicy Keep
      PersistentVolumeClaim/data spec.accessModes.0 ReadWrite
      """;

  @RegisterExtension
  static final Running<ControlPlane> CLUSTER =
      Running.shared("api-schema", () -> ControlPlane.start());

  @TempDir Path folder;

  @Test
  void whatTheServerTakesHasNoFaults() throws IOException {
    Map<String, Mapping> objects = valid();
    for (Mapping pod : List.copyOf(objects.values())) {
      // the same with one of its fields left out, where the server does without
      int before = objects.size();
      for (String key : pod.mapping("spec").keys()) {
        objects.put("v" + before + key, pod.with("spec", pod.mapping("spec").without(key)));
      }
    }
    Map<String, String> refused = refusals(objects);
    objects.keySet().removeAll(refused.keySet());

    assertThat(objects).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    assertThat(objects).allSatisfy((name, object) -> assertThat(faults(object)).isEmpty());
    assertThat(refused.keySet()).as("hand-written objects").noneMatch(name -> name.startsWith("o"));
  }

  @Test
  void whatBreaksTheSchemaIsRefusedByBothAndTheServersFieldIsNamed() throws IOException {
    Map<String, Mapping> broken = new LinkedHashMap<>();
    Map<String, String> fields = new LinkedHashMap<>();
    for (Mapping object : valid().values()) {
      for (String field : List.of("spec", "metadata", "rules", "subjects", "webhooks", "roleRef")) {
        @org.jspecify.annotations.Nullable Node part = object.get(field);
        if (part instanceof Mapping mapping) {
          breakEach(object, List.of(field), mapping, broken, fields);
        } else if (part instanceof Seq items && items.get(0) instanceof Mapping first) {
          breakEach(object, List.of(field, "0"), first, broken, fields);
        }
      }
    }
    for (String line : (REQUIRED + UNKNOWN_VALUES).lines().toList()) {
      String[] words = line.split(" ", 3);
      Node value = words.length < 3 ? Scalar.NULL : Text.of(words[2]);
      broken.put(
          "b" + broken.size(),
          (Mapping) with(named(words[0]), List.of(words[1].split("\\.")), value));
    }
    Map<String, String> refused = refusals(broken);

    assertThat(broken).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    assertThat(refused.keySet()).containsExactlyElementsOf(broken.keySet());
    assertThat(broken)
        .allSatisfy(
            (name, object) -> {
              assertThat(faults(object)).as(name + " " + refused.get(name)).isNotEmpty();
              if (fields.containsKey(name)) {
                assertThat(refused.get(name)).contains("\"" + fields.get(name) + "\"");
                assertThat(faults(object))
                    .anyMatch(fault -> fault.startsWith(fields.get(name) + ":"));
              }
            });
  }

  /** All but a field of the operator's page that no released definition has. */
  @Test
  void whatWeRenderAndWhatTheReferenceTextsHaveIsTaken() throws IOException {
    List<Manifest> definitions = new ArrayList<>();
    for (String folder : List.of("crds", "src/test/resources/crds")) {
      define(folder);
      for (Mapping definition : documents(Path.of(folder))) {
        definitions.add(Manifest.of(definition, Origin.of("test")));
      }
    }
    List<Mapping> all = new ArrayList<>(documents(Path.of("dist")));
    all.addAll(documents(Path.of("src/test/resources/reference")));
    Map<String, Mapping> objects = new LinkedHashMap<>();
    for (Mapping object : all) {
      if (!"Kustomization".equals(object.string("kind"))) { // which is no object of a cluster
        Mapping anywhere = object.mapping("metadata").without("namespace");
        objects.put("d" + objects.size(), object.with("metadata", anywhere));
      }
    }

    assertThat(objects).hasSizeGreaterThanOrEqualTo(150);
    Map<String, String> refused = refusals(objects);
    assertThat(refused.values())
        .hasSizeLessThanOrEqualTo(2)
        .allMatch(said -> said.contains("unknown field \"spec.monitoring.grafanaDashboard\""));
    assertThat(objects)
        .allSatisfy(
            (name, object) -> {
              if (refused.containsKey(name)) {
                assertThat(faults(object, definitions))
                    .containsExactly(
                        "spec.monitoring.grafanaDashboard: 'monitoring' of a HyperbytedbCluster has"
                            + " no field 'grafanaDashboard' in v1alpha1.");
              } else {
                assertThat(faults(object, definitions)).isEmpty();
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void ofCustomResourcesTheServerTakesTheValidOnes(CustomCorpus corpus) throws IOException {
    define(corpus.definition().toString());

    assertThat(refusals(corpus.valid())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void ofCustomResourcesTheServerRefusesTheBrokenOnesForTheSameField(CustomCorpus corpus)
      throws IOException {
    define(corpus.definition().toString());
    Map<String, String> refused = refusals(corpus.broken());

    assertThat(refused.keySet()).containsExactlyElementsOf(corpus.broken().keySet());
    assertThat(corpus.broken())
        .allSatisfy(
            (name, object) ->
                assertThat(corpus.faults(object))
                    .as(refused.get(name))
                    .anyMatch(
                        fault ->
                            fault.what() == Fault.What.UNSERVED_KIND
                                || refused.get(name).contains(shown(fault.path()))));
  }

  /** A path as the server gives it, which of what is wrong in metadata says no more. */
  private static String shown(FieldPath path) {
    return path.toString().replaceFirst("(^|.*\\.)metadata\\..*", "$1metadata");
  }

  private static void define(String file) {
    CLUSTER.get().kubectl().run("apply", "--server-side", "-f", file).orFail();
    CLUSTER.get().kubectl().awaitEstablished("-f", file);
  }

  /** Each field misspelt, holding what it cannot, and joined by one that belongs elsewhere. */
  private static void breakEach(
      Mapping object,
      List<String> path,
      Mapping part,
      Map<String, Mapping> broken,
      Map<String, String> fields) {
    String shown = String.join(".", path).replace(".0", "[0]");
    for (int i = 0; i < part.size(); i++) {
      String key = part.key(i);
      if (key.equals("name") || key.equals("namespace")) {
        continue; // without which an object is none, for kubectl and for us
      }
      Node value = part.value(i);
      String misspelt = "b" + broken.size();
      broken.put(misspelt, changed(object, path, old -> old.without(key).with(key + "x", value)));
      fields.put(misspelt, shown + "." + key + "x");
      if (!Scalar.NULL.equals(value)) {
        Node wrong = value instanceof Mapping ? Text.of("x") : Mapping.of("x", Text.of("y"));
        broken.put("b" + broken.size(), changed(object, path, old -> old.with(key, wrong)));
      }
    }
    String misplaced = "b" + broken.size();
    broken.put(misplaced, changed(object, path, old -> old.with("apiVersion", Text.of("v1"))));
  }

  private static Mapping changed(Mapping object, List<String> path, UnaryOperator<Mapping> change) {
    if (path.size() == 1) {
      return object.with(path.get(0), change.apply(object.mapping(path.get(0))));
    }
    List<Node> items = new ArrayList<>(object.seq(path.get(0)).asList());
    items.set(0, change.apply((Mapping) items.get(0)));
    return object.with(path.get(0), Seq.of(items));
  }

  private static Mapping named(String kindAndName) throws IOException {
    for (Mapping object : valid().values()) {
      String name = object.string("kind") + "/" + object.mapping("metadata").string("name");
      if (name.equals(kindAndName)) {
        return object;
      }
    }
    throw new AssertionError("The corpus has no " + kindAndName);
  }

  /** A tree in which another value stands at a path; a null takes away what is there. */
  private static Node with(Node node, List<String> path, Node value) {
    if (path.isEmpty()) {
      return value;
    }
    String step = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (node instanceof Seq seq) {
      List<Node> items = new ArrayList<>(seq.asList());
      int index = Integer.parseInt(step);
      items.set(index, with(items.get(index), rest, value));
      return Seq.of(items);
    }
    Mapping mapping = (Mapping) node;
    Node old = java.util.Objects.requireNonNull(mapping.get(step), step);
    Node changed = with(old, rest, value);
    return Scalar.NULL.equals(changed) ? mapping.without(step) : mapping.with(step, changed);
  }

  private static Map<String, Mapping> valid() throws IOException {
    Map<String, Mapping> objects = new LinkedHashMap<>();
    for (Mapping object : documents(Path.of("src/test/resources/api-corpus"))) {
      objects.put("o" + objects.size(), object);
    }
    return objects;
  }

  /** The objects of the files of a folder, and of those below it. */
  private static List<Mapping> documents(Path folder) throws IOException {
    List<Mapping> documents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".yaml")).sorted().toList()) {
        documents.addAll(YamlText.documents(Files.readString(file)));
      }
    }
    return documents;
  }

  /** What the server says of those that it refuses. */
  private Map<String, String> refusals(Map<String, Mapping> objects) throws IOException {
    Path files = Files.createTempDirectory(folder, "objects");
    for (Map.Entry<String, Mapping> object : objects.entrySet()) {
      Files.writeString(
          files.resolve(object.getKey() + ".yaml"), YamlWriter.write(object.getValue()));
    }
    Outcome outcome =
        CLUSTER
            .get()
            .kubectl()
            .run("create", "--dry-run=server", "--validate=strict", "-f", files.toString());
    String said = outcome.err();
    Map<String, String> refused = new LinkedHashMap<>();
    for (String name : objects.keySet()) {
      int at = said.indexOf("/" + name + ".yaml\"");
      if (at >= 0) {
        int end = said.indexOf("\nError from server", at);
        refused.put(name, said.substring(at, end < 0 ? said.length() : end));
      }
    }
    return refused;
  }

  private static List<String> faults(Mapping object) {
    return faults(object, List.of());
  }

  private static List<String> faults(Mapping object, List<Manifest> definitions) {
    return new Schemas(Optional.of(VERSION), definitions)
        .faults(Manifest.of(object, Origin.of("test"))).stream()
            .map(fault -> fault.path() + ": " + fault.message())
            .toList();
  }
}
