package dev.slipway.cli.output;

import dev.slipway.manifest.ObjectRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What writing one environment came to.
 *
 * @param folder the environment's folder, as the user would name it
 * @param objects the objects' files, in apply order
 * @param others the files beside them
 * @param removed files of an earlier run that are gone, by path below the folder
 * @param overwritten files that somebody had changed by hand and that were replaced
 * @param kept what stands in the folder and is not Slipway's
 */
public record Written(
    String environment,
    Path folder,
    List<ObjectFile> objects,
    List<OtherFile> others,
    List<String> removed,
    List<String> overwritten,
    List<String> kept) {

  public Written {
    objects = List.copyOf(objects);
    others = List.copyOf(others);
    removed = List.copyOf(removed);
    overwritten = List.copyOf(overwritten);
    kept = List.copyOf(kept);
  }

  /** An object, the size of its file in bytes, and what became of the file. */
  public record ObjectFile(ObjectRef ref, int bytes, Change change) {}

  /** A file beside the objects, by path below the folder. */
  public record OtherFile(String path, int bytes, Change change) {}

  /** What became of a file. */
  public enum Change {
    NEW,
    CHANGED,
    /** It was as it should be, and has not been touched. */
    UNCHANGED
  }

  static Written of(OutputTree tree, Path folder, FolderChange change) {
    List<ObjectFile> objects = new ArrayList<>();
    for (OutputTree.Entry object : tree.objects()) {
      objects.add(new ObjectFile(object.ref(), object.bytes(), change.of(object.path())));
    }
    List<OtherFile> others = new ArrayList<>();
    tree.others()
        .forEach(
            (path, content) -> others.add(new OtherFile(path, content.length, change.of(path))));
    return new Written(
        tree.environment(),
        folder,
        objects,
        others,
        change.removed(),
        change.overwritten(),
        List.copyOf(change.kept().keySet()));
  }

  /** The objects' sizes together, in bytes. */
  public long bytes() {
    return objects.stream().mapToLong(ObjectFile::bytes).sum();
  }

  /** How many files, objects' and others, became this. */
  public long count(Change change) {
    return objects.stream().filter(file -> file.change() == change).count()
        + others.stream().filter(file -> file.change() == change).count();
  }
}
