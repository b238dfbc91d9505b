package dev.slipway.cli.compare;

import dev.slipway.cli.compare.ObjectChange.Fate;
import dev.slipway.cli.output.OutputTree;
import dev.slipway.cli.output.Written;
import dev.slipway.cli.output.Written.Change;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What writing an environment would change in its folder.
 *
 * @param objects in apply order, those that go at the end
 * @param files the other files: what becomes of each, by path; null for one that goes
 */
public record ObjectChanges(List<ObjectChange> objects, Map<String, @Nullable Change> files) {

  public boolean isNone() {
    return objects.isEmpty() && files.isEmpty();
  }

  public long count(Fate fate) {
    return objects.stream().filter(object -> object.fate() == fate).count();
  }

  /**
   * Compares an environment with its folder.
   *
   * @param tree the environment as files
   * @param comes what writing them would come to
   * @param files reads a file of the folder, by its path below it
   */
  public static ObjectChanges of(OutputTree tree, Written comes, Masking masking, Files files) {
    return new Collected(tree, comes, masking, files).changes();
  }

  /** Reads files. */
  @FunctionalInterface
  public interface Files {
    byte[] read(String path);
  }

  private static final class Collected {
    private final OutputTree tree;
    private final Written comes;
    private final Masking masking;
    private final Files files;
    private final Map<ObjectRef.Key, Manifest> present = new LinkedHashMap<>();
    private final Set<String> unreadable = new TreeSet<>();
    private final Map<String, @Nullable Change> otherFiles = new LinkedHashMap<>();

    Collected(OutputTree tree, Written comes, Masking masking, Files files) {
      this.tree = tree;
      this.comes = comes;
      this.masking = masking;
      this.files = files;
    }

    ObjectChanges changes() {
      Map<String, Change> byPath = new HashMap<>();
      for (int i = 0; i < tree.objects().size(); i++) {
        byPath.put(tree.objects().get(i).path(), comes.objects().get(i).change());
      }
      byPath.forEach(
          (path, change) -> {
            if (change == Change.CHANGED && !readPresent(path)) {
              unreadable.add(path);
            }
          });
      for (Written.OtherFile file : comes.others()) {
        if (file.change() != Change.UNCHANGED) {
          otherFiles.put(file.path(), file.change());
        }
      }
      for (String path : comes.removed()) {
        if (!path.endsWith(".yaml") || !readPresent(path)) {
          otherFiles.put(path, null);
        }
      }
      List<ObjectChange> objects = new ArrayList<>();
      for (OutputTree.Entry entry : tree.objects()) {
        Change change = byPath.getOrDefault(entry.path(), Change.UNCHANGED);
        @Nullable Manifest before = present.remove(entry.ref().key());
        if (change != Change.UNCHANGED) {
          objects.add(change(entry, before));
        }
      }
      present
          .values()
          .forEach(gone -> objects.add(new ObjectChange(gone.ref(), Fate.REMOVED, List.of())));
      return new ObjectChanges(objects, otherFiles);
    }

    private ObjectChange change(OutputTree.Entry entry, @Nullable Manifest before) {
      if (before == null) {
        boolean damaged = unreadable.contains(entry.path());
        return new ObjectChange(entry.ref(), damaged ? Fate.UNREADABLE : Fate.NEW, List.of());
      }
      byte @Nullable [] content = tree.files().get(entry.path());
      Mapping after = content == null ? Mapping.EMPTY : parse(entry.path(), content).body();
      return new ObjectChange(
          entry.ref(), Fate.CHANGED, Comparison.of(before.body(), after, masking));
    }

    /** Whether the file that is there holds an object. */
    private boolean readPresent(String path) {
      try {
        Manifest manifest = parse(path, files.read(path));
        present.put(manifest.ref().key(), manifest);
        return true;
      } catch (InvalidInputException e) {
        return false;
      }
    }

    /** Both sides are read in one way, so that only what Kubernetes would see is a difference. */
    private static Manifest parse(String path, byte[] content) {
      if (YamlReader.kubernetes(new Problems()).read(path, content) instanceof YamlMapping map) {
        return Manifest.of(map.toNode(), Origin.at(map.position()));
      }
      throw new InvalidInputException(Problem.of("'" + path + "' is no object.", "Write it anew."));
    }
  }
}
