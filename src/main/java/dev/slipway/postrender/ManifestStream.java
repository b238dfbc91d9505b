package dev.slipway.postrender;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlReader;
import dev.slipway.manifest.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Manifests as they came in, with every byte around them, so that those which nobody changes can go
 * out as they came. Immutable.
 */
public final class ManifestStream {
  private static final String KUSTOMIZE = "kustomize.config.k8s.io/";

  private final byte[] content;
  private final Lines lines;
  private final List<StreamedObject> objects;

  private ManifestStream(byte[] content, Lines lines, List<StreamedObject> objects) {
    this.content = content;
    this.lines = lines;
    this.objects = List.copyOf(objects);
  }

  /**
   * Reads a stream as Kubernetes reads it.
   *
   * @param file its name, for positions
   * @param notices takes what Kubernetes passes over in silence: keys that stand twice
   * @throws InvalidInputException with all that is wrong with it
   */
  public static ManifestStream read(String file, byte[] content, Problems notices) {
    List<YamlNode> documents = YamlReader.kubernetes(notices).readAll(file, content);
    Lines lines = new Lines(content);
    Problems problems = new Problems();
    List<StreamedObject> objects = new ArrayList<>();
    for (YamlNode document : documents) {
      problems.collect(() -> add(document, lines, objects));
    }
    problems.throwIfAny();
    return new ManifestStream(content, lines, objects);
  }

  /** The objects, those of lists too, in their order. */
  public List<StreamedObject> objects() {
    return objects;
  }

  /**
   * The stream with some objects changed: what is around them, and those which are not, as it was.
   *
   * @param bodies what becomes of each of the {@link #objects}, in their order
   * @throws InvalidInputException with every text that no manifest may hold
   */
  public byte[] with(List<Mapping> bodies) {
    return new StreamEdit(content, lines).of(objects, bodies);
  }

  private static boolean add(YamlNode root, Lines lines, List<StreamedObject> objects) {
    if (!(root instanceof YamlMapping source)) {
      throw new InvalidInputException(
          Problem.at(
              root.position(),
              "An object must be a map, but this is " + root.describe() + ".",
              "Give manifests, such as 'helm template' or 'kustomize build' print."));
    }
    StreamDocument document = StreamDocument.of(source, lines);
    Problems problems = new Problems();
    if (document.items() == null) {
      add(document, -1, source, objects);
      return true;
    }
    YamlSequence items = document.items();
    for (int i = 0; i < items.size(); i++) {
      int item = i;
      problems.collect(
          () -> {
            add(document, item, items.get(item), objects);
            return true;
          });
    }
    problems.throwIfAny();
    return true;
  }

  private static void add(
      StreamDocument document, int item, YamlNode node, List<StreamedObject> objects) {
    if (!(node instanceof YamlMapping source)) {
      throw new InvalidInputException(
          Problem.at(
              node.position(),
              "An object must be a map, but this is " + node.describe() + ".",
              "Give manifests, such as 'helm template' or 'kustomize build' print."));
    }
    Mapping body = source.toNode();
    if (isNoObject(body)) {
      return;
    }
    Manifest manifest = Manifest.of(body, Origin.at(source.position()));
    objects.add(new StreamedObject(manifest, source, document, item));
  }

  /** What is for kustomize, and what has no name before the API server gives it one. */
  private static boolean isNoObject(Mapping body) {
    String apiVersion = body.string("apiVersion");
    Node name = body.mapping("metadata").get("name");
    return apiVersion != null && apiVersion.startsWith(KUSTOMIZE)
        || name == null && body.mapping("metadata").has("generateName");
  }
}
