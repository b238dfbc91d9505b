package dev.slipway.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.render.Plan;
import dev.slipway.target.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One environment as files: an object each, the {@code kustomization.yaml} that lists them, pages
 * for people, and documents for a cloud in {@code cloud/}.
 *
 * @param environment the environment's name, which is its folder's
 * @param objects what the objects are, in apply order
 * @param files every file's content, by its path below the folder, with {@code /} between names
 */
public record OutputTree(String environment, List<Entry> objects, Map<String, byte[]> files) {

  private static final String CLOUD = "cloud";
  private static final Set<String> FOLDERS = Set.of(CLOUD, FileNames.CLUSTER, FileNames.NAMESPACES);

  public OutputTree {
    objects = List.copyOf(objects);
    files = Collections.unmodifiableMap(files);
  }

  /**
   * An object and the file that holds it.
   *
   * @param path below the environment's folder
   */
  public record Entry(ObjectRef ref, String path, int bytes) {}

  /**
   * Lays a plan out.
   *
   * @param ordered whether the kustomization may say that the order counts; needs kustomize 5
   * @throws InvalidInputException with everything that no file may hold, and every name that cannot
   *     be a file's
   */
  public static OutputTree of(String environment, Plan plan, boolean ordered) {
    Problems problems = new Problems();
    checkFolder(environment, problems);
    List<Manifest> manifests = plan.all().asList();
    List<String> paths = FileNames.of(manifests);
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<Entry> objects = new ArrayList<>(manifests.size());
    files.put(Kustomization.FILE, Kustomization.of(paths, ordered).getBytes(UTF_8));
    for (int i = 0; i < paths.size(); i++) {
      byte[] content = content(manifests.get(i), problems);
      files.put(paths.get(i), content);
      objects.add(new Entry(manifests.get(i).ref(), paths.get(i), content.length));
    }
    for (Document document : plan.documents()) {
      document(document, files, problems);
    }
    problems.throwIfAny();
    return new OutputTree(environment, objects, files);
  }

  /** The files beside the objects: the kustomization, pages and documents. */
  Map<String, byte[]> others() {
    Map<String, byte[]> others = new LinkedHashMap<>(files);
    for (Entry object : objects) {
      others.remove(object.path());
    }
    return others;
  }

  private static void checkFolder(String environment, Problems problems) {
    String why =
        Names.subdomain(environment)
            .orElse(
                FileNames.isPlain(environment) ? "" : "is not a name that every system can give");
    if (!why.isEmpty()) {
      problems.add(
          "The environment's name '" + environment + "' " + why + ".",
          "Its files are written to a folder of that name; give it another.");
    }
  }

  private static byte[] content(Manifest manifest, Problems problems) {
    ByteArrayOutputStream content = new ByteArrayOutputStream(1024);
    try {
      YamlWriter.write(List.of(manifest), content);
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to.", e);
    }
    return content.toByteArray();
  }

  private static void document(Document document, Map<String, byte[]> files, Problems problems) {
    String name = document.fileName();
    if (!FileNames.isPlain(name) || FOLDERS.contains(name.toLowerCase(Locale.ROOT))) {
      problems.add(
          "The document '" + name + "' has a name that not every file system takes.",
          "Name it with letters, digits, '-', '_' and '.', beginning with a letter or digit.");
      return;
    }
    Text content = document.content();
    String known = content.value();
    if (known == null) {
      problems.add(
          "The document '%s' is known only later (%s), and a file can hold only what is known now."
              .formatted(name, String.join(", ", content.waitsFor())),
          "Give the value itself, or deploy through the door that can wait for it (Pulumi).");
    } else if (content.isSecret()) {
      problems.add(
          "The document '" + name + "' has a secret in it, and may be read by many.",
          "Put the secret into a Secret and refer to its key.");
    } else {
      String path = document instanceof Document.Cloud ? CLOUD + "/" + name : name;
      if (files.keySet().stream().anyMatch(path::equalsIgnoreCase)) {
        problems.add("There are two files '" + path + "'.", "Give one of them another name.");
      }
      files.put(path, known.getBytes(UTF_8));
    }
  }
}
