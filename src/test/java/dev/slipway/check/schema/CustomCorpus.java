package dev.slipway.check.schema;

import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.testing.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Custom resources that a server takes, and such as it refuses: a test with a server holds that it
 * does, and one without that we do the same.
 */
enum CustomCorpus {
  HYPERBYTEDB(
      Path.of("crds/hyperbytedbclusters.hyperbytedb.hyperbyte.cloud.yaml"),
      "hyperbytedb.hyperbyte.cloud/v1alpha1",
      "HyperbytedbCluster"),
  GADGET(
      Path.of("src/test/resources/custom-corpus/gadget.crd.yaml"), "toys.example.com/v1", "Gadget");

  private final Path definition;
  private final String apiVersion;
  private final String kind;

  CustomCorpus(Path definition, String apiVersion, String kind) {
    this.definition = definition;
    this.apiVersion = apiVersion;
    this.kind = kind;
  }

  Path definition() {
    return definition;
  }

  Map<String, Mapping> valid() {
    return objects("valid");
  }

  Map<String, Mapping> broken() {
    return objects("broken");
  }

  /** What we find wrong with an object. */
  List<Fault> faults(Mapping object) {
    return new Schemas(
            Optional.of(KubernetesVersion.of("1.34")),
            List.of(manifest(YamlText.documents(read(definition)).get(0))))
        .faults(manifest(object));
  }

  private Map<String, Mapping> objects(String which) {
    Path file =
        Path.of("src/test/resources/custom-corpus")
            .resolve(name().toLowerCase(Locale.ROOT) + "-" + which + ".yaml");
    Map<String, Mapping> objects = new LinkedHashMap<>();
    YamlText.documents(read(file))
        .get(0)
        .forEach((name, rest) -> objects.put(name, object((Mapping) rest)));
    return objects;
  }

  /** An object of the kind with what follows its type and name, or takes their place. */
  Mapping object(Mapping rest) {
    return Mapping.builder()
        .put("apiVersion", apiVersion)
        .put("kind", kind)
        .put("metadata", Mapping.of("name", "some"))
        .putAll(rest)
        .build();
  }

  private static Manifest manifest(Mapping body) {
    return Manifest.of(body, Origin.of("test"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
