package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.JsonValues;
import dev.slipway.testing.controlplane.ControlPlane;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever is written, kubectl and a real API server (YAML 1.1) read back. */
class YamlApiServerIT {
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: forests.test.slipway.dev
      spec:
        group: test.slipway.dev
        scope: Cluster
        names: {kind: Forest, plural: forests, singular: forest}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    x-kubernetes-preserve-unknown-fields: true
      """;

  private static final int OBJECTS = 10;
  private static final int TREES = 30;

  private static ControlPlane controlPlane;

  @BeforeContainer
  static void start() {
    controlPlane = ControlPlane.start();
    controlPlane.kubectl().send(DEFINITION, "create", "-f", "-").orFail();
    controlPlane.kubectl().awaitEstablished("crd/forests.test.slipway.dev");
  }

  @AfterContainer
  static void stop() {
    controlPlane.close();
  }

  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void anyTreeIsReadBackIdentically(@ForAll("forests") List<List<Node>> forests) {
    List<Manifest> manifests = new ArrayList<>();
    for (int i = 0; i < forests.size(); i++) {
      manifests.add(forest("forest-" + i, Seq.of(forests.get(i))));
    }
    controlPlane.kubectl().run("delete", "forests", "--all").orFail();
    controlPlane
        .kubectl()
        .send(YamlWriter.write(manifests), "create", "--validate=strict", "-f", "-")
        .orFail();
    Map<String, @Nullable Object> live = live();

    for (int i = 0; i < forests.size(); i++) {
      List<?> trees = (List<?>) live.get("forest-" + i);
      assertThat(trees).hasSameSizeAs(forests.get(i));
      for (int j = 0; j < trees.size(); j++) {
        Node tree = forests.get(i).get(j);
        assertThat(trees.get(j)).as(YamlWriter.write(tree)).isEqualTo(asStored(Trees.plain(tree)));
      }
    }
  }

  @Provide
  Arbitrary<List<List<Node>>> forests() {
    return Trees.nodes().list().ofSize(TREES).list().ofSize(OBJECTS);
  }

  private static Manifest forest(String name, Seq trees) {
    return Manifest.of(
        Mapping.builder()
            .put("apiVersion", "test.slipway.dev/v1")
            .put("kind", "Forest")
            .put("metadata", Mapping.of("name", name))
            .put("spec", Mapping.of("trees", trees))
            .build(),
        Origin.of("a test"));
  }

  private static Map<String, @Nullable Object> live() {
    String json = controlPlane.kubectl().run("get", "forests", "-o", "json").orFail().out();
    Map<String, @Nullable Object> live = new LinkedHashMap<>();
    for (Object item : (List<?>) map(JsonValues.read(json)).get("items")) {
      Object name = map(map(item).get("metadata")).get("name");
      live.put(String.valueOf(name), asStored(map(map(item).get("spec")).get("trees")));
    }
    return live;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) value;
  }

  /** As Kubernetes holds numbers: integers of 64 bits, and floating-point numbers for the rest. */
  private static @Nullable Object asStored(@Nullable Object value) {
    return transform(
        value,
        leaf -> {
          if (!(leaf instanceof Number)) {
            return leaf;
          }
          BigDecimal exact = new BigDecimal(leaf.toString());
          boolean whole = exact.stripTrailingZeros().scale() <= 0;
          return whole && exact.toBigInteger().bitLength() < Long.SIZE
              ? (Object) exact.longValueExact()
              : exact.doubleValue();
        });
  }

  private static @Nullable Object transform(
      @Nullable Object value, UnaryOperator<@Nullable Object> leaf) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> changed = new LinkedHashMap<>();
      map.forEach((key, item) -> changed.put(key, transform(item, leaf)));
      return changed;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> changed = new ArrayList<>();
      list.forEach(item -> changed.add(transform(item, leaf)));
      return changed;
    }
    return leaf.apply(value);
  }
}
