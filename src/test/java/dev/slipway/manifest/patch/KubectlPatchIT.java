package dev.slipway.manifest.patch;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.testing.JsonValues;
import dev.slipway.testing.controlplane.Tools;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patches against {@code kubectl patch --local}, which needs no cluster. */
class KubectlPatchIT {
  private static final Mapping DEPLOYMENT =
      mapping(
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: platform
            namespace: hs
            labels: {app: platform, tier: back}
            finalizers: [example.com/a, example.com/b]
          spec:
            replicas: 2
            strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}}
            template:
              metadata: {labels: {app: platform}}
              spec:
                nodeSelector: {hs-component: platform, zone: a}
                securityContext: {fsGroup: 1, runAsUser: 2}
                tolerations: [{key: a, operator: Exists}]
                imagePullSecrets: [{name: one}]
                topologySpreadConstraints:
                - {topologyKey: zone, maxSkew: 1, whenUnsatisfiable: DoNotSchedule}
                volumes:
                - {name: data, emptyDir: {medium: Memory}}
                - {name: config, configMap: {name: settings}}
                initContainers: [{name: init, image: 'init:1'}]
                containers:
                - name: app
                  image: app:1
                  command: [run, fast]
                  env: [{name: A, value: a}, {name: B, value: b}, {name: C, value: c}]
                  ports: [{containerPort: 80, name: http}, {containerPort: 443, name: https}]
                  volumeMounts: [{mountPath: /data, name: data}]
                - name: proxy
                  image: proxy:1
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: {replicas: 3}",
        "metadata: {labels: {tier: null, zone: a}}",
        "metadata: {finalizers: [example.com/c, example.com/a]}",
        "metadata: {$deleteFromPrimitiveList/finalizers: [example.com/a]}",
        "metadata: {$setElementOrder/finalizers: [example.com/b, example.com/a]}",
        "spec: {strategy: {$retainKeys: [type], type: Recreate}}",
        "spec: {strategy: {$patch: replace, type: Recreate}}",
        "spec: {strategy: {$patch: delete}}",
        "spec: {strategy: null}",
      })
  void objectsAreMergedAsKubectlMergesThem(String patch) {
    assertSame("strategic", mapping(patch), Patch.strategic(mapping(patch)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodeSelector: {zone: null, disk: ssd}",
        "securityContext: {$patch: replace, runAsUser: 3}",
        "tolerations: [{key: b, operator: Exists}]",
        "imagePullSecrets: [{name: two}]",
        "topologySpreadConstraints: [{topologyKey: zone, maxSkew: 2}, {topologyKey: host}]",
        "volumes: [{name: data, $retainKeys: [name, configMap], configMap: {name: c}}]",
        "volumes: [{name: data, $patch: delete}, {name: new, emptyDir: {}}]",
        "initContainers: [{name: before, image: x}]",
        "containers: [{name: sidecar, image: 's:1'}]",
        "containers: [{name: sidecar, image: s}, {name: proxy, image: 'proxy:2'}, {name: app}]",
        "containers: [{$patch: replace}, {name: proxy, image: 'proxy:2'}]",
        "{$setElementOrder/containers: [{name: proxy}, {name: app}]}",
        "{$setElementOrder/containers: [{name: proxy}, {name: x}, {name: app}],"
            + " containers: [{name: x, image: x}]}",
        "containers: [{name: app, command: [stop], args: [now]}]",
        "containers: [{name: app, env: [{name: B, value: x}, {name: D, value: d}]}]",
        "containers: [{name: app, env: [{name: B, $patch: delete}, {name: A, value: null,"
            + " valueFrom: {fieldRef: {fieldPath: metadata.name}}}]}]",
        "containers: [{name: app, env: [{name: E, value: e}, {name: C, value: x}, {name: A}]}]",
        "containers: [{name: app, ports: [{containerPort: 443, hostPort: 1}]}]",
        "containers: [{name: app, volumeMounts: [{mountPath: /data, readOnly: true}]}]",
        "containers: [{name: app, securityContext: {capabilities: {drop: [ALL]}}, image: null}]",
      })
  void podsAreMergedAsKubectlMergesThem(String spec) {
    Mapping patch = Mapping.of("spec", Mapping.of("template", Mapping.of("spec", mapping(spec))));
    assertSame("strategic", patch, Patch.strategic(patch));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: {template: {spec: {containers: [{name: x, image: x}]}}}",
        "{metadata: {labels: null}, spec: {template: {spec: {nodeSelector: {zone: null}}}}}",
      })
  void mergePatchesAreMergedAsKubectlMergesThem(String patch) {
    assertSame("merge", mapping(patch), Patch.merge(mapping(patch)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{op: replace, path: /spec/replicas, value: 5}",
        "{op: add, path: /spec/template/spec/containers/1, value: {name: x, image: x}}",
        "{op: add, path: /metadata/finalizers/-, value: example.com/c}",
        "{op: add, path: /metadata/annotations, value: {example.com/a: b}}",
        "{op: remove, path: /spec/template/spec/containers/0/env/1}",
        "{op: move, from: /metadata/labels/tier, path: /metadata/labels/x.io~1tier}",
        "{op: copy, from: /spec/template/spec/containers/0, path:"
            + " /spec/template/spec/containers/-}",
        "{op: test, path: /spec/replicas, value: 2}",
      })
  void operationsAreMadeAsKubectlMakesThem(String operation) {
    Seq operations = Seq.of(mapping(operation));
    assertSame("json", operations, Patch.json(operations));
  }

  private static void assertSame(String type, Node written, Patch patch) {
    assertThat(kubectl(patch.apply(DEPLOYMENT), "merge", Mapping.EMPTY))
        .isEqualTo(kubectl(DEPLOYMENT, type, written));
  }

  /** The object as kubectl prints it, with every field that it always prints, after a patch. */
  private static @Nullable Object kubectl(Mapping object, String type, Node patch) {
    try {
      Process process =
          new ProcessBuilder(
                  Tools.binary("kubectl").toString(),
                  "patch",
                  "--local",
                  "--filename=-",
                  "--type=" + type,
                  "--patch=" + JsonWriter.write(patch),
                  "--output=json")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(JsonWriter.write(object).getBytes(StandardCharsets.UTF_8));
      }
      byte[] out = process.getInputStream().readAllBytes();
      assertThat(process.waitFor()).isZero();
      return JsonValues.read(new String(out, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
