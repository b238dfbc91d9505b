package dev.slipway.testing;

import dev.slipway.cluster.Api;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Declaration;
import dev.slipway.target.Defaults;
import dev.slipway.target.Document;
import dev.slipway.target.Naming;
import dev.slipway.target.Notice;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What parts of the model give to a sink, in namespace {@code hyperscience} unless told. */
public final class Rendered implements Sink {
  private final List<Manifest> objects = new ArrayList<>();
  private final List<Document> documents = new ArrayList<>();
  private final List<Declaration> declared = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  public static Target target(String namespace, Defaults defaults) {
    return new Target(
        cluster(Cloud.AWS, Distribution.EKS),
        namespace,
        new Naming("hyperscience", "hs", "40.1"),
        defaults);
  }

  /** The usual target, on another cloud. */
  public static Target on(Cloud cloud, Distribution distribution) {
    return new Target(
        cluster(cloud, distribution), "hyperscience", target().naming(), Defaults.STRICT);
  }

  /** The usual target, of a cluster in which nothing is installed. */
  public static Target bare() {
    Cluster cluster =
        Cluster.builder("bare").distribution(Distribution.EKS).kubernetes("1.34").build();
    return new Target(cluster, "hyperscience", target().naming(), Defaults.STRICT);
  }

  private static Cluster cluster(Cloud cloud, Distribution distribution) {
    return Cluster.builder("prod")
        .cloud(cloud)
        .distribution(distribution)
        .kubernetes("1.34")
        .installed(Api.EXTERNAL_SECRETS, Api.SECRETS_STORE_CSI, Api.SEALED_SECRETS)
        .build();
  }

  public static Target target() {
    return target("hyperscience", Defaults.STRICT);
  }

  public static Rendered of(Renderable... parts) {
    return into(target(), parts);
  }

  public static Rendered into(Target target, Renderable... parts) {
    Rendered rendered = new Rendered();
    for (Renderable part : parts) {
      part.render(target, rendered);
    }
    return rendered;
  }

  /** The only object. */
  public Mapping body() {
    if (manifests().size() != 1) {
      throw new AssertionError("There are " + manifests());
    }
    return manifests().asList().get(0).body();
  }

  public ManifestSet manifests() {
    return ManifestSet.of(objects);
  }

  public List<Declaration> declared() {
    return declared;
  }

  public List<Notice> notices() {
    return notices;
  }

  /** Each notice as a line: its rule, its severity, its text. */
  public List<String> noticed() {
    return notices.stream()
        .map(n -> n.rule() + " " + n.severity() + " " + n.message() + " " + n.remedy())
        .toList();
  }

  public List<Document> documents() {
    return documents;
  }

  /** The JSON of the document with a file name. */
  public Mapping document(String fileName) {
    return documents.stream()
        .filter(document -> document.fileName().equals(fileName))
        .map(document -> ((Document.Cloud) document).json())
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "There are "
                        + documents.stream()
                            .map(Document::fileName)
                            .collect(Collectors.joining(", "))));
  }

  /** Everything but the objects, as text. */
  public String asideFromObjects() {
    return notices
        + "\n"
        + declared
        + "\n"
        + documents
        + "\n"
        + documents.stream().map(Document::content).toList()
        + objects.stream().map(Manifest::toString).toList()
        + objects.stream().map(Manifest::origin).toList();
  }

  /** The objects as JSON, secrets in the clear. */
  public static String json(Manifest manifest) {
    return JsonWriter.writeText(manifest.body()).known().orElseThrow();
  }

  @Override
  public void object(Manifest manifest) {
    objects.add(manifest);
  }

  @Override
  public void document(Document document) {
    documents.add(document);
  }

  @Override
  public void declare(Declaration declaration) {
    declared.add(declaration);
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }
}
