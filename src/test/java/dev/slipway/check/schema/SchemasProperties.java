package dev.slipway.check.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an object is, it is judged. */
class SchemasProperties {
  private static final List<String> KEYS =
      List.of("spec", "metadata", "template", "containers", "env", "name", "data", "labels", "x.y");

  @Property(tries = 500)
  void everyTreeIsJudgedTheSameTwice(
      @ForAll("trees") Mapping tree, @ForAll("kinds") Mapping kind, @ForAll("minors") int minor) {
    Mapping body = Mapping.builder().putAll(tree).putAll(kind).build();
    Manifest object = Manifest.of(body, Origin.of("test"));
    Optional<KubernetesVersion> version =
        minor == 0 ? Optional.empty() : Optional.of(new KubernetesVersion(1, minor));

    List<Fault> faults = new Schemas(version, List.of()).faults(object);

    assertThat(new Schemas(version, List.of()).faults(object)).isEqualTo(faults);
    assertThat(faults).allMatch(fault -> fault.message().endsWith("."));
  }

  @Provide
  Arbitrary<Integer> minors() {
    return Arbitraries.of(0, 24, 28, 30, 34, 36, 99);
  }

  @Provide
  Arbitrary<Mapping> kinds() {
    return Arbitraries.of(
            "v1 Pod",
            "apps/v1 Deployment",
            "v1 Secret",
            "batch/v1beta1 CronJob",
            "x/v9 Y",
            "a.b/v1 Z")
        .map(
            written ->
                Mapping.builder()
                    .put("apiVersion", written.substring(0, written.indexOf(' ')))
                    .put("kind", written.substring(written.indexOf(' ') + 1))
                    .put("metadata", Mapping.of("name", "a"))
                    .build());
  }

  @Provide
  Arbitrary<Mapping> trees() {
    return mappings(4);
  }

  private static Arbitrary<Mapping> mappings(int depth) {
    return Arbitraries.maps(Arbitraries.of(KEYS), nodes(depth)).ofMaxSize(5).map(Mapping::of);
  }

  private static Arbitrary<Node> nodes(int depth) {
    Arbitrary<Node> leaves =
        Arbitraries.of(
            Scalar.NULL, Scalar.TRUE, Scalar.of(5), Scalar.of(-1.5), Text.of(""), Text.of("1Gi"));
    if (depth == 0) {
      return leaves;
    }
    return Arbitraries.oneOf(
        leaves, mappings(depth - 1).map(m -> m), nodes(depth - 1).list().ofMaxSize(3).map(Seq::of));
  }
}
