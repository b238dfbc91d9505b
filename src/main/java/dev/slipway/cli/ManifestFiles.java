package dev.slipway.cli;

import dev.slipway.check.Locator;
import dev.slipway.files.DiskInputs;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlReader;
import dev.slipway.manifest.YamlSequence;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Manifests that somebody else wrote, as Kubernetes reads them, with their places. */
final class ManifestFiles implements Locator {
  static final String STANDARD_INPUT = "-";
  private static final String KUSTOMIZE = "kustomize.config.k8s.io/";

  private final World world;
  private final Problems problems = new Problems();
  private final Problems doubled = new Problems();
  private final YamlReader reader = YamlReader.kubernetes(doubled);
  private final List<Manifest> manifests = new ArrayList<>();
  private final Map<Manifest, YamlMapping> sources = new IdentityHashMap<>();

  private ManifestFiles(World world) {
    this.world = world;
  }

  /**
   * Reads files, folders of them, and standard input.
   *
   * @param names as the user gave them; {@code -} for standard input
   * @throws InvalidInputException with all that is wrong with any of them
   */
  static ManifestFiles read(List<String> names, World world) {
    ManifestFiles files = new ManifestFiles(world);
    for (String name : names) {
      files.problems.collect(
          () -> {
            files.read(name);
            return true;
          });
    }
    files.problems.throwIfAny();
    return files;
  }

  /**
   * Reads what a user named to be looked at, and tells of what stands twice in it.
   *
   * @throws UsageException if standard input is named twice
   * @throws InvalidInputException with all that is wrong with it, or if there is no object in it
   */
  static ManifestFiles given(List<String> names, World world) {
    if (names.stream().filter(STANDARD_INPUT::equals).count() > 1) {
      throw new UsageException("Standard input is named twice.", "Name '-' once.");
    }
    ManifestFiles read = read(names, world);
    world.tell(ProblemReport.lines(read.doubledKeys(), world.errorStyle()));
    if (read.manifests.isEmpty()) {
      throw new InvalidInputException(
          Problem.of("There is no object in what was given.", "Give manifests to look at."));
    }
    return read;
  }

  List<Manifest> manifests() {
    return manifests;
  }

  /** What Kubernetes' reader passes over in silence: keys that stand twice. */
  List<Problem> doubledKeys() {
    return doubled.all();
  }

  /** Knows the places of what was read here, and asks another for the rest. */
  Locator or(Locator other) {
    return (manifest, path) ->
        sources.containsKey(manifest) ? find(manifest, path) : other.find(manifest, path);
  }

  @Override
  public Optional<Position> find(Manifest manifest, FieldPath path) {
    @Nullable YamlNode source = sources.get(manifest);
    return source == null ? manifest.origin().at() : Optional.of(place(source, path));
  }

  /** Where a field stands in what is written or, where it is not, what it would stand in. */
  static Position place(YamlNode source, FieldPath path) {
    YamlNode node = source;
    Position place = node.position();
    for (Object segment : path.segments()) {
      if (node instanceof YamlMapping mapping && segment instanceof String key) {
        int entry = mapping.indexOf(key);
        if (entry < 0) {
          return place;
        }
        place = mapping.keyPosition(entry);
        node = mapping.value(entry);
      } else if (node instanceof YamlSequence items
          && segment instanceof Integer index
          && index < items.size()) {
        node = items.get(index);
        place = node.position();
      } else {
        return place;
      }
    }
    return place;
  }

  private void read(String name) {
    if (name.equals(STANDARD_INPUT)) {
      addAll(name, standardInput());
      return;
    }
    Path path = world.directory().resolve(name);
    if (!Files.isDirectory(path)) {
      addAll(name, content(name));
      return;
    }
    for (String file : filesIn(name, path)) {
      problems.collect(
          () -> {
            addAll(file, content(file));
            return true;
          });
    }
  }

  private byte[] standardInput() {
    try {
      return world.in().readAllBytes();
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of("Standard input cannot be read: " + e.getMessage() + ".", "Try it again."));
    }
  }

  private byte[] content(String name) {
    try {
      return new DiskInputs(world.directory(), Map.of()).read(name, Integer.MAX_VALUE);
    } catch (FileNotFoundException e) {
      throw new InvalidInputException(
          Problem.of(
              "There is no file '" + name + "'.",
              "Name a file or folder of manifests, or '-' for standard input."));
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(
              "The file '" + name + "' cannot be read: " + e.getMessage() + ".",
              "See that it is a file that you may read."));
    }
  }

  /** The YAML files below a folder, by name; those of hidden names left out. */
  private static List<String> filesIn(String name, Path folder) {
    List<String> files = new ArrayList<>();
    try (Stream<Path> below = Files.walk(folder)) {
      below
          .filter(file -> isManifest(folder.relativize(file)) && Files.isRegularFile(file))
          .forEach(file -> files.add(name + "/" + folder.relativize(file)));
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new InvalidInputException(
          Problem.of("The folder '" + name + "' cannot be read.", "Make it readable."));
    }
    if (files.isEmpty()) {
      throw new InvalidInputException(
          Problem.of("The folder '" + name + "' holds no YAML file.", "Name one that does."));
    }
    files.sort(null);
    return files;
  }

  private static boolean isManifest(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    String name = file.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private void addAll(String file, byte[] content) {
    for (YamlNode document : reader.readAll(file, content)) {
      problems.collect(
          () -> {
            add(document);
            return true;
          });
    }
  }

  private void add(YamlNode document) {
    if (document.isNull()) {
      return;
    }
    if (!(document instanceof YamlMapping source)) {
      throw new InvalidInputException(
          Problem.at(
              document.position(),
              "An object must be a map, but this is " + document.describe() + ".",
              "Give manifests, such as 'helm template' or 'kubectl get -o yaml' print."));
    }
    Mapping body = source.toNode();
    @Nullable String apiVersion = body.string("apiVersion");
    if (apiVersion != null && apiVersion.startsWith(KUSTOMIZE)) {
      return;
    }
    @Nullable String kind = body.string("kind");
    if (kind != null
        && kind.endsWith("List")
        && source.get("items") instanceof YamlSequence items) {
      for (YamlNode item : items.asList()) {
        problems.collect(
            () -> {
              add(item);
              return true;
            });
      }
      return;
    }
    Manifest manifest = Manifest.of(body, Origin.at(source.position()));
    manifests.add(manifest);
    sources.put(manifest, source);
  }
}
